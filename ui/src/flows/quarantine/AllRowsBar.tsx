/** Many rows with one trouble: tried again or given up together. */
import { Alert, Button, Progress, Tooltip } from 'antd';
import { useState } from 'react';
import type { QuarantineLine } from '../../backend';
import { ConfirmReason } from '../../parts/ConfirmReason';
import { COMMON } from '../../text';
import { ALL_ROWS, QUARANTINE } from './text';
import { useAllRows } from './useAllRows';

/** The bar; offers nothing where there is only one row. */
export function AllRowsBar({ rows }: { rows: readonly QuarantineLine[] }) {
  const { state, mend, giveUp, stop, close } = useAllRows();
  const [asking, setAsking] = useState(false);
  if (state && !state.over) {
    return (
      <div className="all-rows" role="status" data-testid="all-rows-doing">
        <Progress percent={Math.floor((state.done / state.of) * 100)} size="small" />
        <span className="figures">{ALL_ROWS.doing(state.done, state.of)}</span>
        <Button onClick={stop}>{ALL_ROWS.stop}</Button>
      </div>
    );
  }
  return (
    <>
      {state && (
        <Alert
          type={state.refused === 0 ? 'success' : 'warning'}
          showIcon
          title={ALL_ROWS.over(state.done - state.refused, state.refused + state.of - state.done)}
          closable={{ onClose: close, 'aria-label': COMMON.close }}
          data-testid="all-rows-over"
        />
      )}
      {rows.length > 1 && (
        <div className="all-rows">
          <Tooltip title={ALL_ROWS.mendHint} trigger={['hover', 'focus']}>
            <Button onClick={() => void mend(rows)} data-testid="all-rows-mend">
              {ALL_ROWS.mend(rows.length)}
            </Button>
          </Tooltip>
          <Button onClick={() => setAsking(true)} data-testid="all-rows-give-up">
            {ALL_ROWS.giveUp(rows.length)}
          </Button>
        </div>
      )}
      <ConfirmReason
        open={asking}
        title={ALL_ROWS.giveUpTitle(rows.length)}
        confirm={QUARANTINE.giveUp}
        usual={QUARANTINE.usual}
        danger
        onClose={() => setAsking(false)}
        onConfirm={(reason) => {
          setAsking(false);
          void giveUp(rows, reason);
        }}
        testId="all-give-up"
      >
        <p>{ALL_ROWS.giveUpLead(rows.length)}</p>
      </ConfirmReason>
    </>
  );
}
