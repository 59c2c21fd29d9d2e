/** What a sample call costs today and would cost under what is being typed. */
import { Button, InputNumber, Segmented } from 'antd';
import { useState } from 'react';
import {
  type CallerClass,
  type Increment,
  type Leg,
  type TariffPlanView,
  type TariffTerms,
  type TariffTried,
  type TariffTry,
  type TriedCall,
  useCommand,
} from '../../backend';
import { FailureNote } from '../../parts/FailureNote';
import { signedUnits, unitsOf } from '../../parts/money';
import { useDebounced } from '../../parts/useDebounced';
import { CALLER_CLASS, INCREMENT, LEG } from '../../text';
import { CLASSES, inForce, isComplete, LEGS } from './terms';
import { TRY } from './text';

/** Milliseconds without typing before the desk is asked. */
const PAUSE = 250;
/** A day; nothing rings longer. */
const LONGEST = 86_400;

type Sample = Pick<TariffTry, 'leg' | 'caller_class' | 'seconds'>;

/** What the preview tries. */
export interface PreviewProps {
  plan: string;
  base: TariffPlanView | undefined;
  terms: TariffTerms;
}

/** Old price against new. */
export function Preview({ plan, base, terms }: PreviewProps) {
  const [sample, setSample] = useState<Sample>({
    leg: 'landline',
    caller_class: 'local',
    seconds: 61,
  });
  const complete = isComplete(terms);
  // As text, for a request is made anew each time but is mostly the same.
  const asked = useDebounced(JSON.stringify({ plan, terms, ...sample }), PAUSE);
  const tried = useCommand('tariff_try', JSON.parse(asked) as TariffTry, {
    enabled: complete,
    keep: true,
  });
  return (
    <aside className="tariff-try panel" data-testid="tariff-try">
      <h2>{TRY.title}</h2>
      <SampleFields sample={sample} onChange={setSample} />
      {!complete && <p className="tariff-try-wait">{TRY.wait}</p>}
      {complete && <FailureNote failure={tried.error} />}
      {complete && tried.data && !tried.error && (
        <Comparison
          tried={tried.data}
          oldUnit={inForce(base)?.terms.increment ?? 'minute'}
          newUnit={terms.increment}
        />
      )}
    </aside>
  );
}

interface SampleFieldsProps {
  sample: Sample;
  onChange: (sample: Sample) => void;
}

function SampleFields({ sample, onChange }: SampleFieldsProps) {
  return (
    <dl>
      <div>
        <dt>{TRY.leg}</dt>
        <dd>
          <Segmented<Leg>
            value={sample.leg}
            onChange={(leg) => onChange({ ...sample, leg })}
            options={LEGS.map((value) => ({ value, label: LEG[value] }))}
          />
        </dd>
      </div>
      <div>
        <dt>{TRY.callerClass}</dt>
        <dd>
          <Segmented<CallerClass>
            value={sample.caller_class}
            onChange={(caller_class) => onChange({ ...sample, caller_class })}
            options={CLASSES.map((value) => ({ value, label: CALLER_CLASS[value] }))}
          />
        </dd>
      </div>
      <div>
        <dt>{TRY.seconds}</dt>
        <dd>
          <InputNumber
            min={0}
            max={LONGEST}
            precision={0}
            value={sample.seconds}
            suffix={TRY.unit}
            onChange={(seconds) => onChange({ ...sample, seconds: seconds ?? 0 })}
            aria-label={TRY.seconds}
            data-testid="tariff-try-seconds"
          />
        </dd>
      </div>
      <div>
        <dt />
        <dd className="tariff-try-usual">
          {TRY.usual.map(([seconds, word]) => (
            <Button key={seconds} size="small" onClick={() => onChange({ ...sample, seconds })}>
              {word}
            </Button>
          ))}
        </dd>
      </div>
    </dl>
  );
}

function Comparison(props: { tried: TariffTried; oldUnit: Increment; newUnit: Increment }) {
  const { old, new: fresh } = props.tried;
  const counted = (call: TriedCall, unit: Increment) => TRY.times(call.increments, INCREMENT[unit]);
  const rows: [name: string, old: string | undefined, fresh: string][] = [
    [TRY.rate, old?.rate, fresh.rate],
    [TRY.counted, old ? counted(old, props.oldUnit) : undefined, counted(fresh, props.newUnit)],
    [TRY.charge, old?.charge, fresh.charge],
  ];
  return (
    <table data-testid="tariff-tried">
      <thead>
        <tr>
          <th />
          <th scope="col">{TRY.old}</th>
          <th scope="col">{TRY.fresh}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, before, now]) => (
          <tr key={name} data-sum={name === TRY.charge}>
            <th scope="row">{name}</th>
            <td>{before ?? TRY.none}</td>
            <td>{now}</td>
          </tr>
        ))}
        {old && (
          <tr>
            <th scope="row">{TRY.differs}</th>
            <td colSpan={2}>
              <Difference units={unitsOf(fresh.charge) - unitsOf(old.charge)} />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Difference({ units }: { units: number }) {
  const sign = units > 0 ? 'plus' : units < 0 ? 'minus' : 'none';
  return (
    <span className="tariff-try-differs" data-sign={sign} data-testid="tariff-differs">
      {units === 0 ? TRY.same : signedUnits(units)}
    </span>
  );
}
