/** Changing one's own password. */
import { App, Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useAct } from '../../backend';
import { useDesk } from '../../desk';
import { FailureNote } from '../../parts/FailureNote';
import { isChosen, NewPassword, NOT_CHOSEN } from '../../parts/NewPassword';
import { PageHead } from '../../parts/PageHead';
import { PasswordField } from '../../parts/PasswordField';
import { PASSWORD } from '../../text';
import './password.css';

/** The screen. */
export function Password() {
  const { session } = useDesk();
  const { message } = App.useApp();
  const [old, setOld] = useState('');
  const [chosen, setChosen] = useState(NOT_CHOSEN);
  const change = useAct('password_change');
  const ready = old !== '' && isChosen(chosen);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready || change.isPending) {
      return;
    }
    change.mutate(
      { old, new: chosen.password },
      {
        onSuccess: () => {
          setOld('');
          setChosen(NOT_CHOSEN);
          void message.success(PASSWORD.changed);
        },
      },
    );
  };
  return (
    <>
      <PageHead title={PASSWORD.title} />
      <form className="password-form panel" onSubmit={submit}>
        <PasswordField
          label={PASSWORD.old}
          value={old}
          onChange={setOld}
          autoFocus
          testId="password-old"
        />
        <NewPassword
          name={session.name}
          value={chosen}
          onChange={setChosen}
          label={PASSWORD.fresh}
          testId="password-new"
        />
        <FailureNote failure={change.error} />
        <div>
          <Button
            type="primary"
            htmlType="submit"
            loading={change.isPending}
            disabled={!ready}
            data-testid="password-submit"
          >
            {PASSWORD.change}
          </Button>
        </div>
      </form>
    </>
  );
}
