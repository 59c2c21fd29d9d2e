/** Choosing a password: twice, with the hints ticked off as one types. */
import { CheckOutlined } from '@ant-design/icons';
import { PASSWORD } from '../text';
import { PasswordField } from './PasswordField';
import { PASSWORD_LEAST, passwordHints } from './passwordRules';
import './NewPassword.css';

/** A password on its way. */
export interface Chosen {
  password: string;
  again: string;
}

/** Nothing chosen yet. */
export const NOT_CHOSEN: Chosen = { password: '', again: '' };

/** Whether both are there and alike. */
export function isChosen({ password, again }: Chosen): boolean {
  return [...password].length >= PASSWORD_LEAST && password === again;
}

/** What choosing needs. */
export interface NewPasswordProps {
  /** Whose password it will be. */
  name: string;
  value: Chosen;
  onChange: (value: Chosen) => void;
  label?: string;
  refusal?: string | undefined;
  autoFocus?: boolean;
  /** Prefix of the test names. */
  testId: string;
}

/** Two fields and three hints. */
export function NewPassword(props: NewPasswordProps) {
  const { value, onChange, testId } = props;
  const differs = value.again !== '' && value.again !== value.password;
  return (
    <div className="new-password">
      <PasswordField
        label={props.label ?? PASSWORD.password}
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
        refusal={props.refusal}
        autoFocus={props.autoFocus ?? false}
        testId={`${testId}-password`}
      />
      <Hints name={props.name} password={value.password} />
      <PasswordField
        label={PASSWORD.again}
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        refusal={differs ? PASSWORD.differs : undefined}
        testId={`${testId}-again`}
      />
    </div>
  );
}

function Hints({ name, password }: { name: string; password: string }) {
  const hints = passwordHints(name, password);
  const rules: [boolean, string][] = [
    [hints.long, PASSWORD.rules.long(PASSWORD_LEAST)],
    [hints.varied, PASSWORD.rules.varied],
    [hints.notName, PASSWORD.rules.notName],
  ];
  return (
    <div className="password-hints" data-strength={password ? hints.strength : undefined}>
      <span className="password-strength">
        <i />
        <i />
        <i />
        <b>{password && PASSWORD.strength[hints.strength]}</b>
      </span>
      <ul>
        {rules.map(([met, text]) => (
          <li key={text} data-met={met}>
            <CheckOutlined />
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
