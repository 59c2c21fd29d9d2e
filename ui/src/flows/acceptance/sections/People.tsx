import { ID_KIND } from '../../../text';
import { useValue } from '../draft/hooks';
import { SelectField } from '../fields/ChoiceField';
import { DateField } from '../fields/DateField';
import grid from '../fields/field.module.css';
import { GroupedField } from '../fields/GroupedField';
import { ID_GROUPS, MOBILE_GROUPS } from '../fields/grouping';
import { TextField } from '../fields/TextField';
import { TickField } from '../fields/TickField';
import { isStated } from '../form/stated';
import { FIELD, HINT } from '../text';
import { Section } from './Section';

type Who = 'legal_representative' | 'handler';

function IdNumber({ who }: { who: Who }) {
  const kind = useValue(`${who}.id_kind`);
  // Passports have letters at will; grouping would only hide a slip.
  return kind === 'passport' ? (
    <TextField path={`${who}.id_number`} figures />
  ) : (
    <GroupedField path={`${who}.id_number`} groups={ID_GROUPS} />
  );
}

function Person({ who }: { who: Who }) {
  return (
    <>
      <TextField path={`${who}.name`} />
      <SelectField path={`${who}.id_kind`} words={ID_KIND} />
      <IdNumber who={who} />
      <DateField path={`${who}.id_expiry`} longTerm />
      <GroupedField path={`${who}.mobile`} groups={MOBILE_GROUPS} />
      <TextField path={`${who}.office_phone`} placeholder={HINT.optional} figures />
    </>
  );
}

/** 法定代表人（负责人）. */
export function LegalRepresentative() {
  return (
    <Section id="legal">
      <Person who="legal_representative" />
    </Section>
  );
}

/** Who that is, where the legal representative is not on the screen. */
function HandlerLine() {
  const business = useValue('business');
  const { name, mobile } = useValue('legal_representative');
  if (isStated(business, 'legal_representative.name') || name === '') {
    return null;
  }
  return <p className={grid.whole}>{[name, mobile].join('　')}</p>;
}

/** 经办人: hidden but for one tick while it is the legal representative in person. */
export function Handler() {
  const same = useValue('handler_is_legal_representative');
  const tick = (
    <TickField path="handler_is_legal_representative">
      {FIELD.handler_is_legal_representative}
    </TickField>
  );
  return (
    <Section id="handler" aside={tick}>
      {!same && <Person who="handler" />}
      {same && <HandlerLine />}
    </Section>
  );
}
