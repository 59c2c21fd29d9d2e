/** The third step: the recovery code, shown once. Keeps it nowhere. */
import { CopyOutlined, PrinterOutlined } from '@ant-design/icons';
import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { COMMON, FIRST_RUN } from '../../text';

/** What the step needs. */
export interface RecoveryCodeProps {
  code: string;
  firm: string;
  onEnter: () => void;
}

/** The code, to be written down. */
export function RecoveryCode({ code, firm, onEnter }: RecoveryCodeProps) {
  const [kept, setKept] = useState(false);
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    void message.success(COMMON.copied);
  };
  return (
    <div className="first-run-form">
      <p className="first-run-lead">{FIRST_RUN.code.lead}</p>
      <div className="recovery-slip">
        <p className="recovery-firm">
          {firm} {FIRST_RUN.code.slip}
        </p>
        <p className="recovery-code figures" data-testid="recovery-code">
          {code}
        </p>
      </div>
      <p className="recovery-care">{FIRST_RUN.code.care}</p>
      <div className="recovery-tools">
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {FIRST_RUN.code.print}
        </Button>
        <Button icon={<CopyOutlined />} onClick={() => void copy()}>
          {FIRST_RUN.code.copy}
        </Button>
      </div>
      <div className="first-run-foot">
        <Checkbox
          className="recovery-kept"
          checked={kept}
          onChange={(event) => setKept(event.target.checked)}
          data-testid="recovery-kept"
        >
          {FIRST_RUN.code.kept}
        </Checkbox>
        <Button
          type="primary"
          size="large"
          disabled={!kept}
          onClick={onEnter}
          data-testid="first-run-enter"
        >
          {FIRST_RUN.code.enter}
        </Button>
      </div>
    </div>
  );
}
