/** The firm's profile as fields: at first run and later among the manager's screens. */
import { Input } from 'antd';
import type { Failure, Firm } from '../backend';
import { explain } from '../errors';
import { FIRM } from '../text';
import { Field } from './Field';
import './FirmFields.css';

/** What the fields show. */
export interface FirmFieldsProps {
  firm: Firm;
  onChange: (firm: Firm) => void;
  failure: Failure | null;
  autoFocus?: boolean;
}

/** Whether what an agreement needs is there. */
export function isFirmWhole(firm: Firm): boolean {
  return [firm.name, firm.address, firm.phone, firm.representative, firm.number_prefix].every(
    (text) => text.trim() !== '',
  );
}

/** The letters and digits of what was typed; a prefix has no others. */
function prefixOf(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** Six fields. */
export function FirmFields({ firm, onChange, failure, autoFocus }: FirmFieldsProps) {
  const text = (key: keyof Firm) => ({
    value: firm[key],
    onChange: (event: { target: { value: string } }) =>
      onChange({ ...firm, [key]: event.target.value }),
    autoComplete: 'off',
    maxLength: 200,
    'data-testid': `firm-${key.replace('_', '-')}`,
  });
  const refused = (key: keyof Firm) =>
    failure?.field?.replace(/^firm\./, '') === key ? explain(failure) : undefined;
  return (
    <div className="firm-fields">
      <Field className="firm-wide" label={FIRM.name} required refusal={refused('name')}>
        <Input {...text('name')} autoFocus={autoFocus ?? false} />
      </Field>
      <Field label={FIRM.code} refusal={refused('code')}>
        <Input {...text('code')} placeholder={FIRM.codeHint} />
      </Field>
      <Field label={FIRM.representative} required refusal={refused('representative')}>
        <Input {...text('representative')} />
      </Field>
      <Field className="firm-wide" label={FIRM.address} required refusal={refused('address')}>
        <Input {...text('address')} />
      </Field>
      <Field label={FIRM.phone} required refusal={refused('phone')}>
        <Input {...text('phone')} />
      </Field>
      <Field
        label={FIRM.prefix}
        required
        hint={FIRM.prefixHint(firm.number_prefix)}
        refusal={refused('number_prefix')}
      >
        <Input
          {...text('number_prefix')}
          maxLength={8}
          onChange={(event) => onChange({ ...firm, number_prefix: prefixOf(event.target.value) })}
        />
      </Field>
    </div>
  );
}
