/** Prices by kind of call, fees by function, and the policies of part-months. */
import { Input, Radio } from 'antd';
import type { CallerClass, Feature, Leg, PartMonth, TariffTerms } from '../../backend';
import { CALLER_CLASS, FEATURE, LEG, PART_MONTH } from '../../text';
import { CLASSES, feeOf, isFee, isRate, LEGS, rateOf, withFee, withRate } from './terms';
import { EDITOR, PART_MONTH_MEANS } from './text';

interface GridProps {
  terms: TariffTerms;
  onChange: (terms: TariffTerms) => void;
}

/** Where the call is delivered down, where it comes from across. */
export function RateGrid(props: GridProps) {
  return (
    <>
      <table className="tariff-grid">
        <thead>
          <tr>
            <th />
            {CLASSES.map((callerClass) => (
              <th key={callerClass} scope="col">
                {CALLER_CLASS[callerClass]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {LEGS.map((leg) => (
            <tr key={leg}>
              <th scope="row">{LEG[leg]}</th>
              {CLASSES.map((callerClass) => (
                <td key={callerClass}>
                  <RateInput {...props} leg={leg} callerClass={callerClass} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <small>{EDITOR.abroad}</small>
    </>
  );
}

function RateInput(props: GridProps & { leg: Leg; callerClass: CallerClass }) {
  const { terms, onChange, leg, callerClass } = props;
  const typed = rateOf(terms, leg, callerClass);
  const local = callerClass === 'long_distance' && rateOf(terms, leg, 'local') !== '';
  return (
    <Input
      value={typed}
      onChange={(event) => onChange(withRate(terms, leg, callerClass, event.target.value.trim()))}
      placeholder={local ? EDITOR.sameAsLocal : ''}
      suffix={EDITOR.perMinute}
      status={typed !== '' && !isRate(typed) ? 'error' : ''}
      inputMode="decimal"
      autoComplete="off"
      maxLength={11}
      aria-label={`${LEG[leg]}${CALLER_CLASS[callerClass]}`}
      data-testid={`tariff-rate-${leg}-${callerClass}`}
    />
  );
}

const FEATURES = Object.keys(FEATURE) as Feature[];

/** One fee for each function. */
export function FeeGrid({ terms, onChange }: GridProps) {
  return (
    <div className="tariff-fees">
      {FEATURES.map((feature) => {
        const typed = feeOf(terms, feature);
        return (
          <label key={feature} htmlFor={`fee-${feature}`}>
            <span>{FEATURE[feature]}</span>
            <Input
              id={`fee-${feature}`}
              size="small"
              value={typed}
              onChange={(event) => onChange(withFee(terms, feature, event.target.value.trim()))}
              status={typed !== '' && !isFee(typed) ? 'error' : ''}
              inputMode="decimal"
              autoComplete="off"
              maxLength={11}
              data-testid={`tariff-fee-${feature}`}
            />
          </label>
        );
      })}
    </div>
  );
}

const POLICIES = Object.keys(PART_MONTH) as PartMonth[];

/** What the minimum is in a month in which a number was open on some days only. */
export function PolicyChoice(props: {
  title: string;
  value: PartMonth;
  onChange: (policy: PartMonth) => void;
  testId: string;
}) {
  return (
    <div className="tariff-policy">
      <h3>{props.title}</h3>
      <Radio.Group
        aria-label={props.title}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        options={POLICIES.map((value) => ({
          value,
          label: (
            <span data-testid={`${props.testId}-${value}`}>
              {PART_MONTH[value]}
              <small className="tariff-policy-means">{PART_MONTH_MEANS[value]}</small>
            </span>
          ),
        }))}
      />
    </div>
  );
}
