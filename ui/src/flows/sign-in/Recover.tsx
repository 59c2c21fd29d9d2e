/** A manager who lost the password comes in with the recovery code. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { type SessionView, useAct } from '../../backend';
import { secondsToWait } from '../../errors';
import { Countdown } from '../../parts/Countdown';
import { FailureNote } from '../../parts/FailureNote';
import { Field } from '../../parts/Field';
import { isChosen, NewPassword, NOT_CHOSEN } from '../../parts/NewPassword';
import { useKeys } from '../../parts/useKeys';
import { PASSWORD, SIGN_IN } from '../../text';
import { lastName, rememberName } from './lastName';
import { NameList } from './NameList';

/** What the form needs. */
export interface RecoverProps {
  names: readonly string[];
  onBack: () => void;
  onIn: (session: SessionView) => void;
}

/** Sets a new password with the recovery code. */
export function Recover({ names, onBack, onIn }: RecoverProps) {
  const [name, setName] = useState(() => lastName(names));
  const [code, setCode] = useState('');
  const [chosen, setChosen] = useState(NOT_CHOSEN);
  const [waiting, setWaiting] = useState(0);
  const recover = useAct('session_recover');
  useKeys({ Escape: onBack });
  const ready = name !== '' && code.trim() !== '' && isChosen(chosen) && waiting === 0;
  const submit = () => {
    if (!ready || recover.isPending) {
      return;
    }
    recover.mutate(
      { name, recovery_code: code.trim(), new_password: chosen.password },
      {
        onSuccess: (session) => {
          rememberName(name);
          onIn(session);
        },
        onError: (failure) => setWaiting(secondsToWait(failure)),
      },
    );
  };
  return (
    <form
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>{SIGN_IN.recoverTitle}</h2>
      <p className="sign-in-lead">
        {SIGN_IN.recoverLead}
        {SIGN_IN.forgotHint}
      </p>
      <NameList
        names={names}
        value={name}
        onChange={setName}
        onDone={() => undefined}
        testId="recover-name"
      />
      <Field label={SIGN_IN.code}>
        <Input
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          data-testid="recover-code"
        />
      </Field>
      <NewPassword
        name={name}
        value={chosen}
        onChange={setChosen}
        label={PASSWORD.fresh}
        testId="recover"
      />
      <FailureNote failure={recover.error} testId="recover-failure" />
      {waiting > 0 && <Countdown seconds={waiting} onDone={() => setWaiting(0)} />}
      <div className="sign-in-foot">
        <Button onClick={onBack} data-testid="recover-back">
          {SIGN_IN.back}
        </Button>
        <Button
          type="primary"
          htmlType="submit"
          loading={recover.isPending}
          disabled={!ready}
          data-testid="recover-submit"
        >
          {SIGN_IN.recover}
        </Button>
      </div>
    </form>
  );
}
