/** A new version of a plan, or a new plan, beside what a sample call would cost. */
import { App, DatePicker, Input, Segmented } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { type FormEvent, useState } from 'react';
import {
  type Increment,
  type TariffPlanView,
  type TariffTerms,
  useAct,
  useCommand,
} from '../../backend';
import { DialogFoot } from '../../parts/DialogFoot';
import { today } from '../../parts/dates';
import { FailureNote } from '../../parts/FailureNote';
import { Field } from '../../parts/Field';
import { INCREMENT } from '../../text';
import { FeeGrid, PolicyChoice, RateGrid } from './grids';
import { Preview } from './Preview';
import { firstDay, isComplete, NEW_TERMS, nextMonth } from './terms';
import { EDITOR, TARIFFS } from './text';

const DAY = 'YYYY-MM-DD';
const INCREMENTS = Object.keys(INCREMENT) as Increment[];

/** What the editor needs. */
export interface EditorProps {
  /** The plan's name; empty for one that is new. */
  name: string;
  /** The plan as it is; its newest version is what one begins with. */
  base: TariffPlanView | undefined;
  onDone: (plan: string) => void;
  onCancel: () => void;
}

/** Form at the left, sample call at the right. */
export function Editor({ name, base, onDone, onCancel }: EditorProps) {
  const { message } = App.useApp();
  const [plan, setPlan] = useState(name);
  const [picked, setPicked] = useState<Dayjs | null>(null);
  const firstOpen = useFirstOpenDay();
  const day = picked ?? dayjs(firstDay(base, firstOpen?.day, today(new Date())));
  const [terms, setTerms] = useState<TariffTerms>(() => base?.versions[0]?.terms ?? NEW_TERMS);
  const save = useAct('tariff_save');
  const ready = plan.trim() !== '' && isComplete(terms);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready || save.isPending) {
      return;
    }
    save.mutate(
      { plan: plan.trim(), effective: day.format(DAY), terms },
      {
        onSuccess: () => {
          void message.success(EDITOR.saved);
          onDone(plan.trim());
        },
      },
    );
  };
  return (
    <div className="tariff-editor">
      <form className="tariff-form panel" onSubmit={submit} data-testid="tariff-editor">
        <h2>{base ? EDITOR.title(name) : EDITOR.titleNew}</h2>
        <p>{base?.versions[0] ? EDITOR.copied(base.versions[0].effective) : EDITOR.fresh}</p>
        <div className="tariff-form-row">
          {!base && (
            <Field label={EDITOR.name} required>
              <Input
                value={plan}
                onChange={(event) => setPlan(event.target.value)}
                maxLength={40}
                autoComplete="off"
                data-testid="tariff-name"
              />
            </Field>
          )}
          <EffectiveDay day={day} firstOpen={firstOpen} taken={base} onPick={setPicked} />
          <Field label={EDITOR.increment} hint={EDITOR.incrementHint}>
            <Segmented<Increment>
              value={terms.increment}
              onChange={(increment) => setTerms({ ...terms, increment })}
              options={INCREMENTS.map((value) => ({ value, label: INCREMENT[value] }))}
              data-testid="tariff-increment"
            />
          </Field>
        </div>
        <Terms terms={terms} onChange={setTerms} />
        <FailureNote failure={save.error} />
        <DialogFoot
          submit={base ? EDITOR.save : EDITOR.create}
          busy={save.isPending}
          disabled={!ready}
          onClose={onCancel}
          testId="tariff-save"
        />
      </form>
      <Preview plan={plan.trim()} base={base} terms={terms} />
    </div>
  );
}

interface TermsProps {
  terms: TariffTerms;
  onChange: (terms: TariffTerms) => void;
}

function Terms({ terms, onChange }: TermsProps) {
  return (
    <>
      <div className="tariff-form-terms">
        <div>
          <h3>{EDITOR.rates}</h3>
          <RateGrid terms={terms} onChange={onChange} />
        </div>
        <PolicyChoice
          title={TARIFFS.firstMonth}
          value={terms.first_month}
          onChange={(first_month) => onChange({ ...terms, first_month })}
          testId="tariff-first-month"
        />
        <PolicyChoice
          title={TARIFFS.lastMonth}
          value={terms.last_month}
          onChange={(last_month) => onChange({ ...terms, last_month })}
          testId="tariff-last-month"
        />
      </div>
      <div>
        <h3>
          {EDITOR.fees}（{TARIFFS.aMonth}，{EDITOR.feesHint}）
        </h3>
        <FeeGrid terms={terms} onChange={onChange} />
      </div>
    </>
  );
}

interface FirstOpen {
  /** The last closed month, `YYYY-MM`. */
  closed: string;
  /** The first day after it. */
  day: string;
}

/** Where the closed months end; undefined while none is closed. */
function useFirstOpenDay(): FirstOpen | undefined {
  const months = useCommand('month_list', null);
  const closed = months.data
    ?.filter((month) => month.closed)
    .map(({ month }) => month)
    .sort()
    .at(-1);
  return closed === undefined ? undefined : { closed, day: nextMonth(`${closed}-01`) };
}

interface EffectiveDayProps {
  day: Dayjs;
  firstOpen: FirstOpen | undefined;
  /** The plan whose versions have their days already. */
  taken: TariffPlanView | undefined;
  onPick: (day: Dayjs) => void;
}

/** The day; none inside a closed month, none that another version has. */
function EffectiveDay({ day, firstOpen, taken, onPick }: EffectiveDayProps) {
  const backdated = day.format(DAY) < today(new Date());
  const hint = firstOpen ? EDITOR.closed(firstOpen.closed, firstOpen.day) : EDITOR.open;
  return (
    <Field label={EDITOR.effective} required hint={backdated ? EDITOR.backdated : hint}>
      <DatePicker
        value={day}
        format={DAY}
        allowClear={false}
        {...(firstOpen && { minDate: dayjs(firstOpen.day) })}
        disabledDate={(picked) =>
          taken?.versions.some(({ effective }) => effective === picked.format(DAY)) ?? false
        }
        onChange={(picked) => picked && onPick(picked)}
        data-testid="tariff-effective"
      />
    </Field>
  );
}
