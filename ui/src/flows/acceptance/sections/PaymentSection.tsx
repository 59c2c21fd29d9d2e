import { MEANS } from '../../../text';
import { useValue } from '../draft/hooks';
import { SegmentField } from '../fields/ChoiceField';
import { GroupedField } from '../fields/GroupedField';
import { ACCOUNT_GROUPS } from '../fields/grouping';
import { TextField } from '../fields/TextField';
import { CLOSING } from '../later/text';
import { HINT } from '../text';
import { Section } from './Section';

/** 付款与发票; the account only where the bank collects or the balance goes back. */
export function PaymentSection() {
  const means = useValue('payment.means');
  const name = useValue('company.name');
  const code = useValue('company.code');
  // A closing pays back whatever the means of paying were.
  const closes = useValue('business') === 'closing';
  const account = closes || means === 'collection';
  return (
    <Section id="payment" aside={closes && CLOSING.refund}>
      <SegmentField path="payment.means" words={MEANS} width="whole" />
      {account && (
        <>
          <TextField path="payment.collection.bank" />
          <TextField path="payment.collection.account_name" placeholder={HINT.such(name)} />
          <GroupedField path="payment.collection.account" groups={ACCOUNT_GROUPS} />
        </>
      )}
      <TextField
        path="payment.invoice_title"
        width="half"
        placeholder={name === '' ? HINT.asCompany : HINT.usual(name)}
      />
      <TextField
        path="payment.tax_number"
        width="half"
        figures
        placeholder={code === '' ? HINT.asCompanyCode : HINT.usual(code)}
      />
    </Section>
  );
}
