import { CheckCircleFilled, EyeOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useContext } from 'react';
import type { Finding, Gravity } from '../../../backend';
import { KeyHint } from '../../../parts/KeyHint';
import { useDraftState, useValue } from '../draft/hooks';
import { ReadOnly } from '../fields/Framed';
import { TO_READ } from '../form/problems';
import { fieldLabel } from '../form/sections';
import { ACTION, PROBLEM } from '../text';
import styles from './footer.module.css';
import { ProblemList } from './ProblemList';
import { SaveNote } from './SaveNote';
import { missingTold } from './words';

const TOLD: readonly Gravity[] = ['missing', 'wrong', 'waivable', 'warning'];

/** What the footer can do. */
export interface FooterProps {
  /** Whether the list of problems lies open. */
  listOpen: boolean;
  onList: (open: boolean) => void;
  onGo: (finding: Finding) => void;
  onChoose: () => void;
  onPreview: () => void;
  onPrint: () => void;
  onDiscard: () => void;
  busy: boolean;
}

/** Always in sight: what is still missing, whether it is saved, and the two ways on. */
export function Footer(props: FooterProps) {
  const readOnly = useContext(ReadOnly);
  return (
    <footer className={styles.footer}>
      <Open {...props} />
      <SaveNote onChoose={props.onChoose} />
      <Button type="text" onClick={props.onDiscard} disabled={readOnly} data-testid="order-discard">
        {ACTION.discard}
      </Button>
      <Button icon={<EyeOutlined />} onClick={props.onPreview} data-testid="order-preview">
        {ACTION.preview}
        <KeyHint keys={ACTION.previewKey} />
      </Button>
      <Button
        type="primary"
        icon={<PrinterOutlined />}
        onClick={props.onPrint}
        loading={props.busy}
        disabled={readOnly}
        data-testid="order-print"
      >
        {ACTION.print}
        <KeyHint keys={ACTION.printKey} />
      </Button>
    </footer>
  );
}

function Open({ listOpen, onList, onGo }: FooterProps) {
  const { counts, list } = useDraftState((state) => state.problems);
  const open = list.filter((finding) => finding.gravity !== 'warning');
  const told = TOLD.filter((gravity) => counts[gravity] > 0);
  return (
    <div className={styles.open} data-testid="order-missing" data-open={open.length}>
      {open.length === 0 && (
        <span className={styles.ready} data-testid="order-ready">
          <CheckCircleFilled /> {PROBLEM.none}
        </span>
      )}
      {told.length > 0 && (
        <Popover
          open={listOpen}
          onOpenChange={onList}
          trigger="click"
          placement="topLeft"
          title={PROBLEM.title}
          content={<ProblemList onGo={onGo} />}
          destroyOnHidden
        >
          <button type="button" className={styles.counts} data-testid="order-problems-open">
            {told.map((gravity) => (
              <span
                key={gravity}
                data-gravity={gravity}
                title={gravity === 'missing' ? missingTold(list) : undefined}
                data-testid={`count-${gravity}`}
              >
                {PROBLEM[gravity](counts[gravity])}
              </span>
            ))}
          </button>
        </Popover>
      )}
      <Names open={open} onGo={onGo} />
    </div>
  );
}

/** The open fields by name, each once, as far as there is room. */
function Names({ open, onGo }: { open: readonly Finding[]; onGo: (finding: Finding) => void }) {
  const business = useValue('business');
  const byName = new Map<string, Finding>();
  for (const finding of open) {
    const label = fieldLabel(finding.field, business);
    const name = finding.code === TO_READ ? PROBLEM.reading(label) : label;
    byName.set(name, byName.get(name) ?? finding);
  }
  return (
    <span className={styles.names}>
      {[...byName].map(([name, finding], place) => (
        <button
          key={name}
          type="button"
          // The list and F8 go through them by keyboard.
          tabIndex={-1}
          onClick={() => onGo(finding)}
        >
          {place > 0 && '、'}
          {name}
        </button>
      ))}
    </span>
  );
}
