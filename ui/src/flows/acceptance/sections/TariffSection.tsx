import { today } from '../../../parts/dates';
import { useDraft, useValue } from '../draft/hooks';
import { DateField, type QuickDate } from '../fields/DateField';
import { readDate, termEnd } from '../fields/date';
import { MoneyField } from '../fields/MoneyField';
import { TextField } from '../fields/TextField';
import { useTheCited } from '../later/Cited';
import { dayAfter } from '../later/Day';
import { RenewalFloor } from '../later/RenewalFloor';
import { LATER } from '../later/text';
import { HINT, QUICK, UNIT } from '../text';
import { Section } from './Section';

const TODAY: QuickDate = {
  word: QUICK.today,
  typed: ['t', '0'],
  date: () => today(new Date()),
};

/** 套餐与金额. */
export function TariffSection() {
  const draft = useDraft();
  // A term of a year without a beginning begins today.
  const start = () => draft.state.form.tariff.start || today(new Date());
  const begin = () => draft.set('tariff.start', start());
  const years: QuickDate[] = [
    { word: QUICK.oneYear, typed: ['1年', '1'], date: () => termEnd(start(), 1) },
    { word: QUICK.twoYears, typed: ['二年', '2年', '2'], date: () => termEnd(start(), 2) },
  ];
  const renews = useValue('business') === 'renewal';
  const { before } = useTheCited();
  const last = before && readDate(before.tariff.end);
  const starts: QuickDate[] =
    renews && last
      ? [TODAY, { word: LATER.afterLast, typed: ['j'], date: () => dayAfter(last) }]
      : [TODAY];
  return (
    <Section id="tariff">
      {renews && <MoneyField path="tariff.contract_amount" />}
      {renews && <RenewalFloor />}
      <TextField path="tariff.package" placeholder={HINT.package} />
      <DateField path="tariff.start" quick={starts} />
      <DateField path="tariff.end" quick={years} onQuick={begin} />
      {!renews && <MoneyField path="tariff.contract_amount" />}
      <MoneyField path="tariff.first_payment" />
      <MoneyField path="tariff.minimum" unit={UNIT.month} />
      <TextField path="tariff.rates.landline" placeholder={HINT.asPackage} suffix={UNIT.minute} />
      <TextField path="tariff.rates.mobile" placeholder={HINT.asPackage} suffix={UNIT.minute} />
      <TextField
        path="tariff.rates.international"
        placeholder={HINT.notAllowed}
        suffix={UNIT.minute}
      />
      <TextField
        path="tariff.gifts"
        width="whole"
        placeholder={`${HINT.optional}，${HINT.gifts}`}
      />
    </Section>
  );
}
