import { useEffect, useState } from 'react';
import { type ScanView, useCommand } from '../../../backend';
import { type OpenPage, PhoneDialog } from './PhoneDialog';
import { refusals } from './standing';
import { isOn, type Scan, type ScanWish } from './useScan';

/** What a telephone is to the desk: a source like any other, off unless asked for. */
const PHONE_WISH: ScanWish = { kind: 'phone', device: '', profile: 'licence' };

/** The clock here and at the desk may be read this many ms apart. */
const SLACK = 1500;

/** The page that is open, or was; its end stands still although each answer tells it anew. */
function usePage(view: ScanView | undefined): OpenPage | undefined {
  const [page, setPage] = useState<OpenPage>();
  const upload = view?.upload ?? undefined;
  const isOver = view !== undefined && !isOn(view);
  useEffect(() => {
    if (upload !== undefined) {
      const { address, qr, encrypted, seconds_left } = upload;
      const until = Date.now() + seconds_left * 1000;
      setPage((before) =>
        before?.address === address && Math.abs(before.until - until) < SLACK
          ? before
          : { address, qr, encrypted, until },
      );
    } else if (isOver) {
      setPage((before) => before && { ...before, until: 0 });
    }
  }, [upload, isOver]);
  return page;
}

/** Where the network that was chosen last is kept. */
const NETWORK = 'desk400.phone-network';

/** A telephone in the network chosen last; the desk takes another if that one is gone. */
export function phoneWish(): ScanWish {
  return { ...PHONE_WISH, device: localStorage.getItem(NETWORK) ?? '' };
}

/**
 * The networks, and the one the page is open in. Another one is chosen by closing
 * the page and opening it there.
 */
function useNetworks(scan: Scan, page: OpenPage | undefined) {
  const { data } = useCommand('scan_networks', null);
  const [next, setNext] = useState<string>();
  const networks = data ?? [];
  const here = networks.find(({ id }) => page?.address.includes(`//${id}:`))?.id;
  const isFree = !scan.starting && !isOn(scan.view);
  const { start } = scan;
  useEffect(() => {
    if (next !== undefined && isFree) {
      setNext(undefined);
      start({ ...PHONE_WISH, device: next });
    }
  }, [next, isFree, start]);
  const choose = (id: string) => {
    localStorage.setItem(NETWORK, id);
    setNext(id);
    scan.cancel();
  };
  return { networks, network: next ?? here, choose };
}

/** The dialog of the telephone, with the desk behind it; closing it closes the page. */
export function Phoning({ scan, onClose }: { scan: Scan; onClose: () => void }) {
  const view = scan.starting ? undefined : scan.view;
  const page = usePage(view);
  const { networks, network, choose } = useNetworks(scan, page);
  const close = () => {
    if (scan.starting || isOn(scan.view)) {
      scan.cancel();
    }
    onClose();
  };
  return (
    <PhoneDialog
      page={scan.starting ? undefined : page}
      networks={networks}
      network={network}
      received={view?.papers.length ?? 0}
      refused={refusals(view)}
      failure={scan.failure ?? view?.failure ?? null}
      onNetwork={choose}
      onAgain={() => scan.start(phoneWish())}
      onClose={close}
    />
  );
}
