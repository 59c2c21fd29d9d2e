import { Button } from 'antd';
import { toFailure } from '../../../backend';
import { explain } from '../../../errors';
import { useDraft, useDraftState } from '../draft/hooks';
import { SAVE } from '../text';
import styles from './footer.module.css';

/** Whether what is typed is safe. */
export function SaveNote({ onChoose }: { onChoose: () => void }) {
  const draft = useDraft();
  const save = useDraftState((state) => state.save);
  const clash = useDraftState((state) => state.theirs !== undefined);
  return (
    <span
      className={styles.save}
      data-state={save.kind}
      role="status"
      data-testid="order-save-state"
    >
      {save.kind === 'saved' && SAVE.saved(save.at.slice(11))}
      {(save.kind === 'saving' || save.kind === 'waiting') && SAVE.saving}
      {save.kind === 'failed' && (
        <>
          <span className={styles.reason} title={explain(toFailure(save.failure))}>
            {SAVE.failed(explain(toFailure(save.failure)))}
          </span>
          <Button size="small" onClick={() => void draft.flush()} data-testid="order-save-retry">
            {SAVE.retry}
          </Button>
        </>
      )}
      {save.kind === 'stale' && (
        <>
          {SAVE.stale}
          <Button
            size="small"
            onClick={onChoose}
            disabled={!clash}
            data-testid="order-stale-choose"
          >
            {SAVE.choose}
          </Button>
        </>
      )}
    </span>
  );
}
