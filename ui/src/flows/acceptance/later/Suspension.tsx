import { Radio } from 'antd';
import type { SuspensionReason } from '../../../backend';
import { SUSPENSION_REASON } from '../../../text';
import { useDraft, useValue } from '../draft/hooks';
import { Framed, useControl } from '../fields/Framed';
import grid from '../fields/field.module.css';
import { LongTextField } from '../fields/TextField';
import { Day } from './Day';
import styles from './later.module.css';
import { SUSPENSION } from './text';

const REASONS = Object.keys(SUSPENSION_REASON) as SuspensionReason[];

/** Reasons with which the balance is frozen (协议四（一）4、5). */
const FREEZING: readonly SuspensionReason[] = ['forbidden_business', 'forbidden_content'];

/** How the choice names that the customer asks for it, which the form keeps as no reason. */
const ASKED = 'asked';

/** 停机内容: since when and why, of the reasons that the agreement has. */
export function Suspension() {
  const reason = useValue('later.reason');
  return (
    <>
      <Day quick={['today', 'tomorrow']} />
      <p className={`${grid.most} ${styles.beside}`}>
        {reason !== null && SUSPENSION.due}
        {reason !== null && FREEZING.includes(reason) && <b>{SUSPENSION.freezes}</b>}
      </p>
      <Reason />
      <LongTextField path="later.note" width="whole" placeholder={SUSPENSION.notePlaceholder} />
    </>
  );
}

function Reason() {
  const draft = useDraft();
  const reason = useValue('later.reason');
  const { onBlur, ...control } = useControl('later.reason');
  return (
    <Framed path="later.reason" width="whole">
      <Radio.Group
        {...control}
        className={styles.reasons}
        value={reason ?? ASKED}
        onBlur={onBlur}
        onChange={(event) => {
          const chosen: SuspensionReason | typeof ASKED = event.target.value;
          draft.set('later.reason', chosen === ASKED ? null : chosen);
        }}
        options={[
          { value: ASKED, label: <span data-testid="reason-asked">{SUSPENSION.asked}</span> },
          ...REASONS.map((value) => ({ value, label: <Word reason={value} /> })),
        ]}
      />
    </Framed>
  );
}

function Word({ reason }: { reason: SuspensionReason }) {
  const { word, clause } = SUSPENSION_REASON[reason];
  return (
    <span data-testid={`reason-${reason}`}>
      {word}
      <small>{SUSPENSION.clause(clause)}</small>
    </span>
  );
}
