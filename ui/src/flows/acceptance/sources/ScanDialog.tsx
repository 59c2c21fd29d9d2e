/**
 * Scanning: which device, what lies on it, how far it is. Asks nothing of the
 * desk by itself; pages go into the tray beside it as they come.
 */
import { ReloadOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Progress, Radio, Select } from 'antd';
import { useState } from 'react';
import type { Failure, ScanDevice } from '../../../backend';
import { Dialog } from '../../../parts/Dialog';
import { FailureNote } from '../../../parts/FailureNote';
import { Field } from '../../../parts/Field';
import styles from './sources.module.css';
import { PROFILE, PROFILE_HOW, SCAN, SOURCE_KIND } from './text';
import type { ScanProfile, ScanState } from './types';

/** What the dialog shows, and what a person may do. */
export interface ScanDialogProps {
  devices: readonly ScanDevice[];
  /** Devices are still being looked for. */
  looking: boolean;
  device: string | undefined;
  profile: ScanProfile;
  /** Nothing else is scanned here, so that there is nothing to choose. */
  fixed?: boolean;
  /** What the device cannot do as wished, as sentences. */
  compromises: readonly string[];
  state: ScanState;
  failure: Failure | null;
  onLook: () => void;
  onDevice: (id: string) => void;
  /** A scanner's address was typed. */
  onAddress: (address: string) => void;
  onProfile: (profile: ScanProfile) => void;
  /** Begins, or goes on with the other side or the next stack. */
  onScan: () => void;
  onCancel: () => void;
  onClose: () => void;
}

/** Whether the device is at work, so that nothing about it may be changed. */
function isAtWork(state: ScanState): boolean {
  return ['waiting', 'scanning', 'cancelling'].includes(state.at);
}

/** The dialog. Closing it while the device works stops the device. */
export function ScanDialog(props: ScanDialogProps) {
  const { state, onCancel, onClose } = props;
  const close = () => {
    if (isAtWork(state)) {
      onCancel();
    }
    onClose();
  };
  return (
    <Dialog
      title={props.fixed ? SCAN.titleOf[props.profile] : SCAN.title}
      width={560}
      onClose={close}
      testId="scan-dialog"
    >
      <div className={styles.form}>
        <Devices {...props} />
        {!props.fixed && <Profiles {...props} />}
        {props.compromises.map((sentence) => (
          <Alert key={sentence} type="info" showIcon title={sentence} />
        ))}
        <Standing state={state} profile={props.profile} fixed={props.fixed ?? false} />
        <FailureNote failure={props.failure} />
        <Foot {...props} onClose={close} />
      </div>
    </Dialog>
  );
}

function Devices(props: ScanDialogProps) {
  const { devices, looking } = props;
  const atWork = isAtWork(props.state);
  const none = devices.length === 0 && !looking;
  return (
    <>
      <div className={styles.row}>
        <Field label={SCAN.device} bare className={styles.grow ?? ''}>
          <Select
            value={props.device ?? null}
            onChange={(id: string | null) => id !== null && props.onDevice(id)}
            options={devices.map(({ id, name, kind }) => ({
              value: id,
              label: `${name}（${SOURCE_KIND[kind]}）`,
            }))}
            placeholder={looking ? SCAN.looking : SCAN.none}
            loading={looking}
            disabled={atWork}
            data-testid="scan-device"
          />
        </Field>
        <Button
          icon={<ReloadOutlined />}
          onClick={props.onLook}
          loading={looking}
          disabled={atWork}
          data-testid="scan-look"
        >
          {SCAN.again}
        </Button>
      </div>
      {none && <p className={styles.quiet}>{SCAN.noneHint}</p>}
      <Address open={none} disabled={atWork} onAddress={props.onAddress} />
    </>
  );
}

/** A scanner that does not make itself known is named by its address. */
function Address(props: {
  open: boolean;
  disabled: boolean;
  onAddress: (address: string) => void;
}) {
  const { disabled } = props;
  const [address, setAddress] = useState('');
  const [asked, setAsked] = useState(false);
  const add = () => {
    if (address.trim() !== '') {
      props.onAddress(address.trim());
      setAddress('');
      setAsked(false);
    }
  };
  if (!props.open && !asked) {
    return (
      <Button
        type="link"
        size="small"
        className={styles.link ?? ''}
        disabled={disabled}
        onClick={() => setAsked(true)}
        data-testid="scan-by-address"
      >
        {SCAN.byAddress}
      </Button>
    );
  }
  return (
    <div className={styles.row}>
      <Field label={SCAN.address} bare className={styles.grow ?? ''}>
        <Input
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          onPressEnter={add}
          placeholder={SCAN.addressHint}
          autoComplete="off"
          maxLength={200}
          disabled={disabled}
          data-testid="scan-address"
        />
      </Field>
      <Button onClick={add} disabled={disabled} data-testid="scan-address-add">
        {SCAN.addressAdd}
      </Button>
    </div>
  );
}

function Profiles({ profile, onProfile, state }: ScanDialogProps) {
  return (
    <Field label={SCAN.profile} bare>
      <Radio.Group
        value={profile}
        onChange={(event) => onProfile(event.target.value as ScanProfile)}
        options={Object.entries(PROFILE).map(([value, label]) => ({ value, label }))}
        optionType="button"
        buttonStyle="solid"
        disabled={isAtWork(state) || state.at === 'turn'}
        data-testid="scan-profile"
      />
    </Field>
  );
}

/** How to lay the paper, then how far it is; the room is kept, so that nothing moves. */
function Standing(props: { state: ScanState; profile: ScanProfile; fixed: boolean }) {
  const { state, profile } = props;
  const came = props.fixed ? SCAN.came : SCAN.delivered;
  return (
    <div className={styles.standing} role="status" data-at={state.at} data-testid="scan-state">
      <p className={styles.said}>{state.at === 'idle' ? PROFILE_HOW[profile] : told(state)}</p>
      {state.at === 'scanning' && state.part !== undefined && (
        <Progress percent={Math.floor(state.part * 100)} size="small" />
      )}
      {state.at !== 'idle' && state.at !== 'done' && state.delivered > 0 && (
        <p className={styles.quiet}>
          {state.at === 'stopped' ? SCAN.kept(state.delivered) : came(state.delivered)}
        </p>
      )}
    </div>
  );
}

function told(state: Exclude<ScanState, { at: 'idle' }>): string {
  switch (state.at) {
    case 'waiting':
      return SCAN.waiting;
    case 'scanning':
      return SCAN.page(state.page);
    case 'turn':
      return SCAN.turn;
    case 'cancelling':
      return SCAN.cancelling;
    case 'stopped':
      return SCAN.stopped;
    case 'done':
      return SCAN.done(state.delivered);
  }
}

function Foot({ state, device, onScan, onCancel, onClose }: ScanDialogProps) {
  const word =
    { turn: SCAN.turned, done: SCAN.more, stopped: SCAN.more }[state.at as string] ?? SCAN.start;
  return (
    <div className={styles.foot}>
      <Button size="large" onClick={onClose} data-testid="scan-close">
        {SCAN.close}
      </Button>
      {isAtWork(state) ? (
        <Button
          size="large"
          danger
          onClick={onCancel}
          loading={state.at === 'cancelling'}
          data-testid="scan-cancel"
        >
          {SCAN.cancel}
        </Button>
      ) : (
        <Button
          size="large"
          type="primary"
          // Paper laid, Enter scans; turned over, Enter goes on.
          autoFocus
          onClick={onScan}
          disabled={device === undefined}
          data-testid="scan-start"
        >
          {word}
        </Button>
      )}
    </div>
  );
}
