import { useRef, useState } from 'react';
import { type Failure, type ScanView, useAct, useCommand } from '../../../backend';
import { ScanDialog } from './ScanDialog';
import { refusals, scanState, sentences } from './standing';
import type { ScanProfile, ScanState } from './types';
import { isOn, type Scan } from './useScan';

/** The devices, and the one to scan with: the one chosen, else that of last time. */
function useDevices() {
  const look = useCommand('scan_devices', null);
  const settings = useCommand('setting_show', null);
  const save = useAct('setting_save');
  const [chosen, choose] = useState<string>();
  const devices = look.data?.devices ?? [];
  const device =
    devices.find(({ id }) => id === (chosen ?? look.data?.last)) ??
    devices.find(({ id }) => id === look.data?.last) ??
    devices[0];
  const addAddress = (address: string) => {
    const { data } = settings;
    if (data && !data.scanner_addresses.includes(address)) {
      save.mutate({ ...data, scanner_addresses: [...data.scanner_addresses, address] });
    }
  };
  return {
    devices,
    device,
    choose,
    addAddress,
    looking: look.isFetching || save.isPending,
    again: () => void look.refetch(),
    failure: save.error ?? look.error,
    troubles: look.data?.troubles ?? [],
    profile: look.data?.profile,
  };
}

/** The scan of this dialog, and the pages that the first side of a card brought before it. */
function useSides(scan: Scan) {
  // A scan of earlier that is over is none of this dialog's.
  const [old] = useState(scan.view);
  const view = isOn(scan.view) || scan.view !== old ? scan.view : undefined;
  const first = useRef<ScanView | undefined>(undefined);
  const isSecond = first.current !== undefined && view !== first.current;
  return {
    view,
    before: isSecond ? (first.current?.papers.length ?? 0) : 0,
    turn: (isTurned: boolean) => {
      first.current = isTurned ? view : undefined;
    },
  };
}

/** What did not begin leaves things as they were: a card still waits to be turned. */
function afterFailure(state: ScanState, failure: Failure | null): ScanState {
  return failure === null || state.at === 'turn' ? state : { at: 'idle' };
}

/** What the scanner's dialog needs. */
export interface ScanningProps {
  scan: Scan;
  /** The only thing that is scanned here; without it a person chooses. */
  only?: ScanProfile;
  onClose: () => void;
}

/** The dialog of the scanner, with the desk behind it. */
export function Scanning({ scan, only, onClose }: ScanningProps) {
  const { devices, device, ...found } = useDevices();
  const [chosenProfile, chooseProfile] = useState<ScanProfile>();
  const profile = only ?? chosenProfile ?? found.profile ?? 'licence';
  const [begun, setBegun] = useState(false);
  const { view, before, turn } = useSides(scan);
  const failure = begun ? scan.failure : null;
  const state = scan.starting
    ? ({ at: 'waiting', delivered: before } as const)
    : afterFailure(scanState(view, profile, before), failure);
  const begin = () => {
    if (device !== undefined) {
      turn(state.at === 'turn');
      setBegun(true);
      scan.start({ kind: device.kind, device: device.id, profile });
    }
  };
  const told = view === undefined ? found.troubles : view.compromises;
  return (
    <ScanDialog
      devices={devices}
      looking={found.looking}
      device={device?.id}
      profile={profile}
      fixed={only !== undefined}
      compromises={[...sentences(told), ...refusals(view)]}
      state={state}
      failure={failure ?? view?.failure ?? found.failure}
      onLook={found.again}
      onDevice={found.choose}
      onAddress={found.addAddress}
      onProfile={chooseProfile}
      onScan={begin}
      onCancel={scan.cancel}
      onClose={onClose}
    />
  );
}
