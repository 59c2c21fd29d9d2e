import type { ComponentType } from 'react';
import type { Business } from '../../../backend';
import { useValue } from '../draft/hooks';
import grid from '../fields/field.module.css';
import { LongTextField } from '../fields/TextField';
import { Section } from '../sections/Section';
import { Clauses } from './Clauses';
import { Closing } from './Closing';
import { Day } from './Day';
import styles from './later.module.css';
import { Suspension } from './Suspension';
import { Transfer } from './Transfer';
import { CHANGE, RESUMPTION } from './text';

const BODY: Partial<Record<Business, ComponentType>> = {
  change: Change,
  transfer: Transfer,
  suspension: Suspension,
  resumption: Resumption,
  closing: Closing,
  supplement: Clauses,
};

/** 业务内容: what a later business is about beyond the form. */
export function LaterSection() {
  const business = useValue('business');
  const Body = BODY[business];
  return <Section id="later">{Body && <Body />}</Section>;
}

function Change() {
  return (
    <>
      <p className={`${grid.whole} ${styles.lead}`}>{CHANGE.lead}</p>
      <LongTextField path="later.note" width="whole" placeholder={CHANGE.notePlaceholder} />
    </>
  );
}

function Resumption() {
  return (
    <>
      <Day quick={['today', 'tomorrow']} />
      <p className={`${grid.most} ${styles.beside}`}>{RESUMPTION.lead}</p>
    </>
  );
}
