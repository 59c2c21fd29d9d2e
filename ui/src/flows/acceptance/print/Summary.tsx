import { BUSINESS, COMMON } from '../../../text';
import { useDraftState } from '../draft/hooks';
import { fieldLabel } from '../form/sections';
import { isStated } from '../form/stated';
import { shownAs } from '../number/display';
import { PRINT, UNIT } from '../text';
import { LaterLines } from './LaterLines';
import { Line } from './Line';
import styles from './print.module.css';

function Amount({ path, typed, unit }: { path: string; typed: string; unit: string }) {
  const capitals = useDraftState((state) => state.review.capitals[path]);
  return (
    <>
      <span className={styles.amount}>{typed}</span> {unit}
      {capitals && <div className={styles.capitals}>{capitals}</div>}
    </>
  );
}

/** What the customer reads over before it is printed, large enough to be read across the desk. */
export function Summary() {
  const form = useDraftState((state) => state.form);
  const { tariff, number, business } = form;
  const stated = (path: string, typed: string) => typed !== '' && isStated(business, path);
  return (
    <div className={styles.summary} data-testid="print-summary">
      <dl>
        <Line name={PRINT.company}>
          <span className={styles.company}>{form.company.name}</span>
        </Line>
        <Line name={`${PRINT.number}（${BUSINESS[business]}）`}>
          <span className={styles.number}>{shownAs(number.number, number.display)}</span>
        </Line>
        <LaterLines />
        {stated('tariff.contract_amount', tariff.contract_amount) && (
          <Line name={fieldLabel('tariff.contract_amount', business)}>
            <Amount
              path="tariff.contract_amount"
              typed={tariff.contract_amount}
              unit={COMMON.yuan}
            />
          </Line>
        )}
        {stated('tariff.minimum', tariff.minimum) && business !== 'change' && (
          <Line name={PRINT.minimum}>
            <Amount path="tariff.minimum" typed={tariff.minimum} unit={UNIT.month} />
          </Line>
        )}
        {stated('tariff.start', tariff.start) && (
          <Line name={PRINT.term}>
            {tariff.start} {PRINT.until} {tariff.end}
          </Line>
        )}
      </dl>
      <p className={styles.note}>{PRINT.note}</p>
    </div>
  );
}
