import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { explain } from '../../../errors';
import { useDraftState } from '../draft/hooks';
import { useReadings } from '../reading/readings';
import { PAPER_SHORT, PAPERS } from '../text';
import styles from './tray.module.css';

/** Papers that could not be read: one line for all with the same reason, to try them again. */
export function Unread() {
  const { standings, readAgain } = useReadings().pages;
  const papers = useDraftState((state) => state.papers);
  const byReason = new Map<string, { id: number; name: string }[]>();
  for (const { id, kind } of papers) {
    const standing = standings.get(id);
    if (standing?.kind === 'failed') {
      const reason = explain(standing.failure);
      byReason.set(reason, [...(byReason.get(reason) ?? []), { id, name: PAPER_SHORT[kind] }]);
    }
  }
  if (byReason.size === 0) {
    return null;
  }
  return (
    <ul className={styles.uploads} data-testid="papers-unread">
      {[...byReason].map(([reason, which]) => (
        <li key={reason} data-state="unread" role="alert">
          <WarningOutlined />
          <span className={styles.uploadText}>
            <b>{[...new Set(which.map(({ name }) => name))].join('、')}</b> {reason}
          </span>
          <Button
            size="small"
            type="link"
            onClick={() => {
              for (const { id } of which.toReversed()) {
                readAgain(id);
              }
            }}
            data-testid="unread-again"
          >
            {PAPERS.recogniseAgain}
          </Button>
        </li>
      ))}
    </ul>
  );
}
