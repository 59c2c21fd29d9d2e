/**
 * A telephone sends photographs: the code to catch, how long it counts, and
 * whether anybody on the way could look on. Opens and closes no page by itself.
 */
import { Alert, Button, Select } from 'antd';
import type { Failure } from '../../../backend';
import { Dialog } from '../../../parts/Dialog';
import { FailureNote } from '../../../parts/FailureNote';
import { Field } from '../../../parts/Field';
import { clockOf } from '../../../parts/LongWork';
import { useSecondsLeft } from '../../../parts/useSecondsLeft';
import styles from './sources.module.css';
import { PHONE } from './text';

/** An upload page that is open. */
export interface OpenPage {
  /** The code as an SVG picture. */
  qr: string;
  /** What the code says. */
  address: string;
  /** When it closes by itself, in milliseconds of the epoch. */
  until: number;
  encrypted: boolean;
}

/** A network the telephone may be in. */
export interface Network {
  id: string;
  /** As people know it, with this computer's address in it. */
  name: string;
}

/** What the dialog shows. */
export interface PhoneDialogProps {
  /** The page; none while it is being opened. */
  page: OpenPage | undefined;
  networks: readonly Network[];
  network: string | undefined;
  /** Photographs that came in. */
  received: number;
  /** Files that could not be taken, one sentence each. */
  refused: readonly string[];
  failure: Failure | null;
  onNetwork: (id: string) => void;
  /** Opens another page, with another code. */
  onAgain: () => void;
  /** Closes the page and the dialog. */
  onClose: () => void;
}

/** The dialog: off unless asked for, gone when closed. */
export function PhoneDialog(props: PhoneDialogProps) {
  return (
    <Dialog title={PHONE.title} width={620} onClose={props.onClose} testId="phone-dialog">
      <div className={styles.form}>
        <p>{PHONE.lead}</p>
        {props.networks.length > 1 && (
          <Field label={PHONE.network} bare>
            <Select
              value={props.network ?? null}
              onChange={(id: string | null) => id !== null && props.onNetwork(id)}
              options={props.networks.map(({ id, name }) => ({ value: id, label: name }))}
              data-testid="phone-network"
            />
          </Field>
        )}
        {props.page ? (
          <Open {...props} page={props.page} />
        ) : (
          !props.failure && <p className={styles.quiet}>{PHONE.opening}</p>
        )}
        <FailureNote failure={props.failure} onRetry={props.onAgain} />
        {props.refused.map((sentence) => (
          <Alert key={sentence} type="warning" showIcon title={sentence} />
        ))}
        <div className={styles.foot}>
          <Button size="large" onClick={props.onClose} data-testid="phone-close">
            {PHONE.close}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Open({ page, received, onAgain }: PhoneDialogProps & { page: OpenPage }) {
  const left = useSecondsLeft(page.until);
  const over = left === 0;
  return (
    <div className={styles.phone}>
      <div className={styles.qr} data-over={over}>
        {over ? (
          <div>
            <p>{PHONE.over}</p>
            <Button type="primary" onClick={onAgain} data-testid="phone-again">
              {PHONE.again}
            </Button>
          </div>
        ) : (
          <img
            // As a picture it runs no script and loads nothing.
            src={`data:image/svg+xml,${encodeURIComponent(page.qr)}`}
            alt={PHONE.qr}
            data-testid="phone-qr"
          />
        )}
      </div>
      <div className={styles.facts}>
        <p
          className={`${styles.clock} figures`}
          data-short={left <= 60}
          role="timer"
          data-testid="phone-left"
        >
          {over ? PHONE.over : PHONE.left(clockOf(left * 1000))}
        </p>
        {over ? (
          <p className={styles.quiet}>{PHONE.overHint}</p>
        ) : (
          <div>
            <p className={styles.quiet}>{PHONE.address}</p>
            <p className={styles.address} data-testid="phone-address">
              {page.address}
            </p>
          </div>
        )}
        <Alert
          type={page.encrypted ? 'info' : 'warning'}
          showIcon
          title={page.encrypted ? PHONE.encrypted : PHONE.unencrypted}
          data-testid="phone-privacy"
        />
        <p role="status" data-testid="phone-received">
          {received > 0 ? PHONE.received(received) : PHONE.nothing}
        </p>
      </div>
    </div>
  );
}
