import { useCommand } from '../../../backend';
import { useDesk } from '../../../desk';
import { formatRoute } from '../../../route';
import { useDraftState, useValue } from '../draft/hooks';
import grid from '../fields/field.module.css';
import { NO_FINDINGS } from '../form/problems';
import { tenDigits } from '../number/display';
import { FindingLines } from '../problems/FindingLines';
import { Day } from './Day';
import styles from './later.module.css';
import { CLOSING } from './text';

/** The account of the number, for those who keep accounts. */
function useAccount() {
  const { may } = useDesk();
  const number = tenDigits(useValue('number.number'));
  const mine = may('keep_accounts');
  const answer = useCommand(
    'account_list',
    { text: number ?? '', state: null },
    { enabled: mine && number !== undefined },
  );
  return { mine, line: answer.data?.findLast((line) => line.number === number) };
}

/** 销户结算: the last day, and whether the account is settled (协议五（一）). */
export function Closing() {
  const findings = useDraftState((state) => state.problems.byPath.get('later') ?? NO_FINDINGS);
  const { mine, line } = useAccount();
  const open = findings.length > 0;
  return (
    <>
      <Day quick={['today', 'monthEnd']} />
      <p className={`${grid.most} ${styles.beside}`}>
        {line?.closed ? CLOSING.lastDay(line.closed) : CLOSING.lead}
      </p>
      <div className={`${grid.whole} ${styles.settle}`} data-field="later" tabIndex={-1}>
        <FindingLines findings={findings} />
        {line && (
          <a
            href={formatRoute({ at: 'account', account: line.account })}
            data-testid="later-account"
          >
            {open ? CLOSING.settle : CLOSING.account}
          </a>
        )}
        {open && !mine && <span>{CLOSING.ask}</span>}
      </div>
    </>
  );
}
