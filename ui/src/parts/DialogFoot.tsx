/** The two buttons at the foot of a dialog that holds a form. */
import { Button } from 'antd';
import { COMMON } from '../text';
import './DialogFoot.css';

/** What the foot needs. */
export interface DialogFootProps {
  submit: string;
  busy: boolean;
  disabled?: boolean;
  danger?: boolean;
  onClose: () => void;
  /** Given where the dialog is no form that the button submits. */
  onSubmit?: () => void;
  testId: string;
}

/** Cancel, and the deed. */
export function DialogFoot(props: DialogFootProps) {
  return (
    <div className="dialog-foot">
      <Button onClick={props.onClose}>{COMMON.cancel}</Button>
      <Button
        type="primary"
        htmlType={props.onSubmit ? 'button' : 'submit'}
        danger={props.danger ?? false}
        loading={props.busy}
        disabled={props.disabled ?? false}
        {...(props.onSubmit && { onClick: props.onSubmit })}
        data-testid={props.testId}
      >
        {props.submit}
      </Button>
    </div>
  );
}
