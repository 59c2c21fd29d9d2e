import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useDraftState, useFindings, useValue } from '../draft/hooks';
import { focusField } from '../form/focus';
import { FindingLines } from '../problems/FindingLines';
import { useTheChanges, useTheCited } from './Cited';
import type { Change } from './changes';
import styles from './later.module.css';
import { CHANGE } from './text';
import type { Cited } from './useCited';

/** 这次变更: what a change changes, always in sight beneath the form; nothing at other businesses. */
export function ChangesPane() {
  const business = useValue('business');
  return business === 'change' ? <Pane /> : null;
}

function Pane() {
  const cited = useTheCited();
  const changes = useTheChanges();
  const [folded, setFolded] = useState(false);
  const findings = useFindings('later');
  const open = useDraftState((state) => state.problems.byPath.has('later'));
  return (
    <section
      className={styles.changes}
      aria-label={CHANGE.title}
      data-field="later"
      data-open={open}
      // Problems lead here; Tab does not.
      tabIndex={-1}
      data-testid="later-changes"
    >
      <div className={styles.changesHead}>
        <h2>{CHANGE.title}</h2>
        <span className={styles.count} data-some={changes.length > 0}>
          {summary(cited, changes)}
        </span>
        {changes.length > 0 && (
          <Button
            type="text"
            size="small"
            icon={folded ? <UpOutlined /> : <DownOutlined />}
            onClick={() => setFolded(!folded)}
            aria-expanded={!folded}
            data-testid="later-changes-fold"
          >
            {folded ? CHANGE.unfold : CHANGE.fold}
          </Button>
        )}
      </div>
      {changes.length === 0 && <FindingLines findings={findings} />}
      {changes.length > 0 && !folded && <Table changes={changes} />}
    </section>
  );
}

/** How many, or why none can be told. */
function summary(cited: Cited, changes: readonly Change[]): string {
  if (cited.before !== undefined) {
    return changes.length > 0 ? CHANGE.count(changes.length) : CHANGE.none;
  }
  return cited.number !== '' && (cited.isLoading || cited.first) ? CHANGE.reading : CHANGE.unknown;
}

function Table({ changes }: { changes: readonly Change[] }) {
  return (
    <div className={styles.changesTable}>
      <table>
        <thead>
          <tr>
            <th>{CHANGE.item}</th>
            <th>{CHANGE.before}</th>
            <th>{CHANGE.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ item, path, before, after }) => (
            <tr key={item}>
              <th scope="row">
                <button type="button" onClick={() => focusField(path)} tabIndex={-1}>
                  {item}
                </button>
              </th>
              <td className={styles.before}>{before || CHANGE.nothing}</td>
              <td>{after || CHANGE.nothing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
