/** Taking in an order: papers on the left, the form on the right. */
import { Skeleton } from 'antd';
import { useState } from 'react';
import { FailureNote } from '../../parts/FailureNote';
import styles from './acceptance.module.css';
import { Desk } from './Desk';
import type { Draft } from './draft/draft';
import { DraftProvider, useOrder } from './draft/hooks';
import { CitedProvider } from './later/Cited';
import { Done } from './print/Done';

/** One acceptance, from papers to two printed copies. */
export function Acceptance({ orderId }: { orderId: number }) {
  const { opening, again } = useOrder(orderId);
  switch (opening.kind) {
    case 'loading':
      return <Skeleton active className={styles.opening ?? ''} />;
    case 'refused':
      return <FailureNote failure={opening.failure} onRetry={again} />;
    case 'open':
      return (
        <div className={styles.acceptance} data-testid="acceptance">
          <Open draft={opening.draft} agreement={opening.agreement} />
        </div>
      );
  }
}

/** The form until it is printed, the agreement from then on. */
function Open(props: { draft: Draft; agreement: string | null }) {
  const [agreement, setAgreement] = useState(props.agreement);
  if (agreement !== null) {
    return <Done number={agreement} />;
  }
  return (
    <DraftProvider value={props.draft}>
      <CitedProvider>
        <Desk onPrinted={(printed) => setAgreement(printed.line.number)} />
      </CitedProvider>
    </DraftProvider>
  );
}
