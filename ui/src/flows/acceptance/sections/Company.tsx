import { DateField } from '../fields/DateField';
import { LongTextField, TextField } from '../fields/TextField';
import { HINT } from '../text';
import { Section } from './Section';

/** 企业信息, in the order of the licence. */
export function Company() {
  return (
    <Section id="company">
      <TextField path="company.code" width="third" figures />
      <TextField path="company.name" width="most" />
      <TextField path="company.type" />
      <DateField path="company.founded" />
      <DateField path="company.term_until" longTerm />
      <TextField path="company.address" width="most" />
      <TextField path="company.industry" />
      <LongTextField path="company.scope" width="whole" placeholder={HINT.scope} />
      <TextField path="company.phone" figures />
      <TextField path="company.email" placeholder={HINT.optional} />
      <TextField path="company.postcode" placeholder={HINT.optional} figures />
    </Section>
  );
}
