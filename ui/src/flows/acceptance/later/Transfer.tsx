import { useValue } from '../draft/hooks';
import { SegmentField } from '../fields/ChoiceField';
import grid from '../fields/field.module.css';
import { useTheCited } from './Cited';
import { Day } from './Day';
import styles from './later.module.css';
import { REST, TRANSFER } from './text';

/** 过户内容: from whom, since when, and what becomes of the money. */
export function Transfer() {
  const { before, isLoading } = useTheCited();
  const cites = useValue('cites');
  return (
    <>
      {before !== undefined && (
        <p className={`${grid.whole} ${styles.owner}`} data-testid="later-former-owner">
          <span>{TRANSFER.from}</span>
          <b>{before.company.name}</b>
          <span>
            {TRANSFER.code} <i>{before.company.code}</i>
          </span>
          <span>
            {TRANSFER.handler} <i>{handlerName(before)}</i>
          </span>
        </p>
      )}
      {before === undefined && cites !== '' && !isLoading && (
        <p className={`${grid.whole} ${styles.lead}`}>{TRANSFER.unknown}</p>
      )}
      <Day quick={['today', 'nextMonth']} />
      <SegmentField path="later.rest" words={REST} width="most" testId="rest" />
      <p className={`${grid.whole} ${styles.lead}`}>{TRANSFER.lead}</p>
    </>
  );
}

function handlerName(form: NonNullable<ReturnType<typeof useTheCited>['before']>): string {
  const same = form.handler_is_legal_representative;
  return (same ? form.legal_representative : form.handler).name;
}
