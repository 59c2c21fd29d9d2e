/** Name and first day of an edition that is to be. */
import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import type { Failure, TextLine } from '../../backend';
import { today } from '../../parts/dates';
import { Field } from '../../parts/Field';
import { type EditionHead, freeName } from './head';
import { DRAFT } from './text';

const DAY = 'YYYY-MM-DD';

/** What the fields need. */
export interface HeadFieldsProps {
  head: EditionHead;
  onChange: (head: EditionHead) => void;
  /** A refusal; said at its field where it has one. */
  failure?: Failure | null;
}

/** The two fields. */
export function HeadFields({ head, onChange, failure }: HeadFieldsProps) {
  const refusal = (field: string) => (failure?.field === field ? failure.message : undefined);
  return (
    <div className="text-head-fields">
      <Field label={DRAFT.name} required hint={DRAFT.nameHint} refusal={refusal('name')}>
        <Input
          value={head.name}
          maxLength={40}
          autoComplete="off"
          onChange={({ target }) => onChange({ ...head, name: target.value })}
          data-testid="text-head-name"
        />
      </Field>
      <Field label={DRAFT.day} required hint={DRAFT.dayHint} refusal={refusal('effective')}>
        <DatePicker
          value={dayjs(head.effective)}
          format={DAY}
          allowClear={false}
          onChange={(day) => day && onChange({ ...head, effective: day.format(DAY) })}
          data-testid="text-head-day"
        />
      </Field>
    </div>
  );
}

/** What one begins with: the first of next month, and a name that is free. */
export function newHead(lines: readonly TextLine[], now: Date): EditionHead {
  const effective = dayjs(today(now)).add(1, 'month').startOf('month').format(DAY);
  const names = lines.map(({ name }) => name);
  return { name: freeName(effective, names), effective };
}
