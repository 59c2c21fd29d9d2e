import { Button } from 'antd';
import { Dialog } from '../../../parts/Dialog';
import { type Difference, differences } from '../form/path';
import { fieldLabel } from '../form/sections';
import { STALE } from '../text';
import { useDraft, useDraftState } from './hooks';
import styles from './stale.module.css';

/** Differences told one by one; the rest is only counted. */
const TOLD = 8;

/** Two versions of one order: a person says which one counts. Nothing is lost until then. */
export function StaleDialog({ onClose }: { onClose: () => void }) {
  const draft = useDraft();
  const theirs = useDraftState((state) => state.theirs);
  const form = useDraftState((state) => state.form);
  const found = theirs === undefined ? [] : differences(form, theirs.form);
  const choose = (act: () => unknown) => () => {
    void act();
    onClose();
  };
  return (
    <Dialog title={STALE.title} width={620} onClose={onClose} testId="stale-dialog">
      <p>{STALE.intro(found.length)}</p>
      <Table found={found} />
      <div className={styles.foot}>
        <Button onClick={onClose}>{STALE.later}</Button>
        <Button onClick={choose(() => draft.takeTheirs())} data-testid="stale-theirs">
          {STALE.takeThere}
        </Button>
        <Button type="primary" onClick={choose(() => draft.keepMine())} data-testid="stale-mine">
          {STALE.keepHere}
        </Button>
      </div>
    </Dialog>
  );
}

function Table({ found }: { found: readonly Difference[] }) {
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{STALE.field}</th>
            <th>{STALE.here}</th>
            <th>{STALE.there}</th>
          </tr>
        </thead>
        <tbody>
          {found.slice(0, TOLD).map((difference) => (
            <Line key={difference.path} difference={difference} />
          ))}
        </tbody>
      </table>
      {found.length > TOLD && <p className={styles.more}>{STALE.more(found.length - TOLD)}</p>}
    </>
  );
}

function Line({ difference }: { difference: Difference }) {
  return (
    <tr>
      <td>{fieldLabel(difference.path)}</td>
      <td>{difference.here || STALE.blank}</td>
      <td>{difference.there || STALE.blank}</td>
    </tr>
  );
}
