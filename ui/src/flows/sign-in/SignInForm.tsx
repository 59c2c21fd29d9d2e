/** Name and password. A wrong one is told plainly; after several one waits. */
import { Button, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { type SessionView, useAct } from '../../backend';
import { secondsToWait } from '../../errors';
import { Countdown } from '../../parts/Countdown';
import { FailureNote } from '../../parts/FailureNote';
import { PasswordField } from '../../parts/PasswordField';
import { SIGN_IN } from '../../text';
import { lastName, rememberName } from './lastName';
import { NameList } from './NameList';

/** What the form needs. */
export interface SignInFormProps {
  names: readonly string[];
  onForgot: () => void;
  onIn: (session: SessionView) => void;
}

/** Signs in. */
export function SignInForm({ names, onForgot, onIn }: SignInFormProps) {
  const [name, setName] = useState(() => lastName(names));
  const [password, setPassword] = useState('');
  const [waiting, setWaiting] = useState(0);
  const field = useRef<InputRef>(null);
  const open = useAct('session_open');
  const focus = () => field.current?.focus();
  const list = useRef<HTMLDivElement>(null);
  // One who has never signed in here picks a name first.
  const first = useRef(name ? field : list);
  useEffect(() => first.current.current?.focus(), []);
  const submit = () => {
    if (!name || !password || open.isPending || waiting > 0) {
      return;
    }
    open.mutate(
      { name, password },
      {
        onSuccess: (session) => {
          rememberName(name);
          onIn(session);
        },
        onError: (failure) => {
          setPassword('');
          setWaiting(secondsToWait(failure));
          focus();
        },
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
      <NameList
        ref={list}
        names={names}
        value={name}
        onChange={(picked) => {
          setName(picked);
          // Each name waits on its own account.
          setWaiting(0);
          open.reset();
        }}
        onDone={focus}
        testId="sign-in-name"
      />
      <PasswordField
        ref={field}
        label={SIGN_IN.password}
        value={password}
        onChange={setPassword}
        size="large"
        testId="sign-in-password"
      />
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        block
        loading={open.isPending}
        disabled={!name || !password || waiting > 0}
        data-testid="sign-in-submit"
      >
        {open.isPending ? SIGN_IN.busy : SIGN_IN.submit}
      </Button>
      <div className="sign-in-notes">
        <FailureNote failure={open.error} testId="sign-in-failure" />
        {waiting > 0 && <Countdown seconds={waiting} onDone={() => setWaiting(0)} />}
      </div>
      <Button type="link" size="small" onClick={onForgot} data-testid="sign-in-forgot">
        {SIGN_IN.forgot}
      </Button>
    </form>
  );
}
