/** Signing in: pick one's name, type one's password. Also the way back with the recovery code. */
import { useState } from 'react';
import type { DeskStatus, SessionView } from '../../backend';
import { FRAME, SIGN_IN } from '../../text';
import { Recover } from './Recover';
import { SignInForm } from './SignInForm';
import './sign-in.css';

/** What the sign-in needs. */
export interface SignInProps {
  status: DeskStatus;
  /** Somebody was signed in and will come back to the same place. */
  locked: boolean;
  onIn: (session: SessionView) => void;
}

/** The locked desk. */
export function SignIn({ status, locked, onIn }: SignInProps) {
  const [recovering, setRecovering] = useState(false);
  return (
    <div className="sign-in" data-testid="sign-in">
      <div className="sign-in-card panel">
        <header>
          <h1>{FRAME.title}</h1>
          {locked && <p>{SIGN_IN.locked}</p>}
        </header>
        {recovering ? (
          <Recover names={status.staff} onBack={() => setRecovering(false)} onIn={onIn} />
        ) : (
          <SignInForm names={status.staff} onForgot={() => setRecovering(true)} onIn={onIn} />
        )}
        <footer className="figures">{status.version}</footer>
      </div>
    </div>
  );
}
