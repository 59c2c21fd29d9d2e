import { Button, Modal } from 'antd';
import { type Difference, differences } from '../form/path';
import { fieldLabel } from '../form/sections';
import { STALE } from '../text';
import { useDraft, useDraftState } from './hooks';
import styles from './stale.module.css';

/** Differences told one by one; the rest is only counted. */
const TOLD = 8;

/** Two versions of one order: a person says which one counts. Nothing is lost until then. */
export function StaleDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const draft = useDraft();
  const theirs = useDraftState((state) => state.theirs);
  const form = useDraftState((state) => state.form);
  const found = theirs === undefined ? [] : differences(form, theirs.form);
  return (
    <Modal
      open={open && theirs !== undefined}
      title={STALE.title}
      onCancel={onClose}
      width={620}
      footer={[
        <Button key="later" onClick={onClose}>
          {STALE.later}
        </Button>,
        <Button
          key="theirs"
          onClick={() => {
            draft.takeTheirs();
            onClose();
          }}
          data-testid="stale-theirs"
        >
          {STALE.takeThere}
        </Button>,
        <Button
          key="mine"
          type="primary"
          onClick={() => {
            void draft.keepMine();
            onClose();
          }}
          data-testid="stale-mine"
        >
          {STALE.keepHere}
        </Button>,
      ]}
    >
      <p>{STALE.intro(found.length)}</p>
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
    </Modal>
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
