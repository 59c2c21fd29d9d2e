import { Select } from 'antd';
import { type Business, type Carrier, type DisplayForm, useCommand } from '../../../backend';
import { BUSINESS, CARRIER, DISPLAY_FORM } from '../../../text';
import { useDraft, useFindings, useValue } from '../draft/hooks';
import { SegmentField } from '../fields/ChoiceField';
import { Framed, useControl } from '../fields/Framed';
import { LongTextField, TextField } from '../fields/TextField';
import { CitedLine } from '../later/CitedLine';
import { shownAs, tenDigits } from '../number/display';
import { NumberPicker } from '../number/NumberPicker';
import { FindingLines } from '../problems/FindingLines';
import { HINT, NUMBER } from '../text';
import { Section } from './Section';

/**
 * What the business may still become. What began from an agreement stays with
 * it, and a transfer, which began without the customer's data, stays a transfer.
 */
export function kindsFor(business: Business, cites: string): Partial<typeof BUSINESS> {
  const fits = (kind: Business) =>
    cites === '' || business === 'new'
      ? true
      : business === 'transfer'
        ? kind === 'transfer'
        : kind !== 'new' && kind !== 'transfer';
  return Object.fromEntries(Object.entries(BUSINESS).filter(([kind]) => fits(kind as Business)));
}

/** 业务与号码. */
export function BusinessSection() {
  const business = useValue('business');
  const kinds = kindsFor(business, useValue('cites').trim());
  const cites = useValue('cites') !== '' || business !== 'new';
  const whole = useFindings('');
  return (
    <Section id="number">
      <FindingLines findings={whole} />
      <SegmentField path="business" words={kinds} width="whole" testId="business" />
      {cites && <TextField path="cites" figures />}
      <NumberPicker />
      <CarrierField />
      <CitedLine />
      <DisplayField />
      <LongTextField
        path="number.purpose"
        // Beside the way the number is shown, where the agreement has a line of its own above.
        width={business === 'transfer' ? 'most' : 'whole'}
        placeholder={HINT.purpose}
      />
    </Section>
  );
}

/** 运营商: as the stock has it, unless corrected by hand. */
function CarrierField() {
  const draft = useDraft();
  const chosen = useValue('number.carrier');
  const digits = tenDigits(useValue('number.number'));
  const stock = useCommand(
    'number_list',
    { state: null, text: digits ?? '', offset: 0, limit: 1 },
    { enabled: digits !== undefined },
  );
  const line = stock.data?.lines.find((known) => known.number === digits);
  const auto =
    line === undefined ? NUMBER.carrierUnknown : NUMBER.carrierAuto(CARRIER[line.carrier]);
  return (
    <Framed path="number.carrier">
      <Select
        {...useControl('number.carrier')}
        value={chosen ?? 'auto'}
        onChange={(value: Carrier | 'auto') =>
          draft.set('number.carrier', value === 'auto' ? null : value)
        }
        options={[
          { value: 'auto', label: auto },
          ...Object.entries(CARRIER).map(([value, label]) => ({ value, label })),
        ]}
      />
    </Framed>
  );
}

/** 显示方式, each with the very number it would show. */
function DisplayField() {
  const draft = useDraft();
  const chosen = useValue('number.display');
  const number = useValue('number.number');
  const forms = Object.keys(DISPLAY_FORM) as DisplayForm[];
  const example = (form: DisplayForm) =>
    tenDigits(number) === undefined ? (DISPLAY_FORM[form] ?? '') : shownAs(number, form);
  return (
    <Framed path="number.display">
      <Select
        {...useControl('number.display')}
        value={chosen}
        onChange={(form: DisplayForm) => draft.set('number.display', form)}
        options={forms.map((form) => ({ value: form, label: example(form) }))}
      />
    </Framed>
  );
}
