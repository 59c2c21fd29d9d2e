import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useCallback, useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Backend,
  BackendProvider,
  newQueryClient,
  type PaperView,
  type ScanStart,
  type ScanView,
} from '../../../backend';
import { NO_FILES } from '../../../testDesk';
import { Sources } from './Sources';
import { useScan } from './useScan';

const hands = userEvent.setup({ delay: null });

const IDLE: ScanView = {
  order: 7,
  at: 'waiting',
  page: 1,
  part: null,
  papers: [],
  compromises: [],
  refused: [],
  failure: null,
  upload: null,
};

const UPLOAD = { address: 'http://10.0.0.5:41000/u/7', qr: '<svg/>', encrypted: false };

/** A desk whose scan stands as the test says. */
class StandIn {
  now: ScanView | null = null;
  asked: ScanStart[] = [];
  cancelled = 0;
  addresses: string[] = [];
  networks = [{ kind: 'phone', id: '10.0.0.5', name: 'wlan0 10.0.0.5' }];

  answer(name: string, request: unknown): unknown {
    switch (name) {
      case 'scan_devices':
        return {
          devices: [
            { kind: 'sane', id: 'test:0', name: '平板扫描仪' },
            { kind: 'escl', id: 'http://10.0.0.8', name: '复合机' },
          ],
          troubles: [],
          last: 'http://10.0.0.8',
          profile: 'id_card',
        };
      case 'scan_networks':
        return this.networks;
      case 'setting_show':
        return { scanner_addresses: this.addresses };
      case 'setting_save':
        this.addresses = (request as { scanner_addresses: string[] }).scanner_addresses;
        return request;
      case 'scan_start':
        this.asked.push(request as ScanStart);
        this.now = IDLE;
        return this.now;
      case 'scan_cancel':
        this.cancelled += 1;
        this.now = this.now && { ...this.now, at: 'stopped' };
        return this.now;
      default:
        return this.now;
    }
  }
}

function Held({ onPages }: { onPages: (ids: readonly number[]) => void }) {
  const [told] = useState(() => onPages);
  const scan = useScan(
    7,
    false,
    useCallback((ids) => told(ids), [told]),
  );
  return <Sources scan={scan} onChoose={() => undefined} onPhotograph={() => undefined} />;
}

function stand() {
  const desk = new StandIn();
  const pages: number[][] = [];
  const backend: Backend = {
    ...NO_FILES,
    call: async (name, request) => structuredClone(desk.answer(name, request)) as never,
    picture: (path) => path,
  };
  render(
    <BackendProvider value={backend}>
      <QueryClientProvider client={newQueryClient()}>
        <Held onPages={(ids) => pages.push([...ids])} />
      </QueryClientProvider>
    </BackendProvider>,
  );
  return { desk, pages };
}

function page(id: number): PaperView {
  return { id } as PaperView;
}

async function standsAt(at: string) {
  await waitFor(() => expect(screen.getByTestId('scan-state')).toHaveAttribute('data-at', at));
}

beforeEach(() => localStorage.clear());

describe('scanning into the tray', () => {
  it('takes both sides of a card, by F4 and twice Enter, and hands over every page once', async () => {
    const { desk, pages } = stand();
    await hands.keyboard('{F4}');
    await waitFor(() => expect(screen.getByTestId('scan-start')).toBeEnabled());
    screen.getByTestId('scan-start').focus();
    await hands.keyboard('{Enter}');
    await standsAt('waiting');
    expect(desk.asked).toEqual([
      { order: 7, kind: 'escl', device: 'http://10.0.0.8', profile: 'id_card' },
    ]);
    desk.now = { ...IDLE, at: 'scanning', part: 0.4 };
    await standsAt('scanning');
    desk.now = { ...IDLE, at: 'done', papers: [page(31)] };
    await standsAt('turn');
    expect(pages).toEqual([[31]]);
    await waitFor(() => expect(screen.getByTestId('scan-start')).toHaveFocus());
    await hands.keyboard('{Enter}');
    await standsAt('waiting');
    desk.now = { ...IDLE, at: 'done', papers: [page(32)] };
    await standsAt('done');
    expect(screen.getByTestId('scan-state')).toHaveTextContent('共 2 页');
    expect(pages).toEqual([[31], [32]]);
  });

  it('tells why it stopped, and keeps what came', async () => {
    const { desk, pages } = stand();
    await hands.click(screen.getByTestId('papers-scan'));
    await waitFor(() => expect(screen.getByTestId('scan-start')).toBeEnabled());
    await hands.click(screen.getByTestId('scan-start'));
    const failure = { code: 'Jam', message: '扫描仪卡纸了。', field: null, details: {} };
    desk.now = { ...IDLE, at: 'stopped', papers: [page(31)], failure };
    await standsAt('stopped');
    expect(screen.getByTestId('failure')).toHaveTextContent('扫描仪卡纸了。');
    expect(pages).toEqual([[31]]);
  });

  it('keeps a scanner’s address among the settings and looks again', async () => {
    const { desk } = stand();
    await hands.click(screen.getByTestId('papers-scan'));
    await hands.click(await screen.findByTestId('scan-by-address'));
    await hands.type(screen.getByTestId('scan-address'), '10.0.0.9{Enter}');
    await waitFor(() => expect(desk.addresses).toEqual(['10.0.0.9']));
  });
});

describe('a telephone', () => {
  it('has a page opened for it, and closed with the dialog', async () => {
    const { desk } = stand();
    await hands.click(screen.getByTestId('papers-phone'));
    expect(desk.asked).toEqual([{ order: 7, kind: 'phone', device: '', profile: 'licence' }]);
    desk.now = { ...IDLE, papers: [page(31)], upload: { ...UPLOAD, seconds_left: 300 } };
    expect(await screen.findByTestId('phone-qr')).toBeInTheDocument();
    expect(screen.getByTestId('phone-received')).toHaveTextContent('已收到 1 张');
    await hands.click(screen.getByTestId('phone-close'));
    await waitFor(() => expect(desk.cancelled).toBe(1));
  });

  it('is offered another page when its time is over', async () => {
    const { desk } = stand();
    await hands.click(screen.getByTestId('papers-phone'));
    desk.now = { ...IDLE, upload: { ...UPLOAD, seconds_left: 300 } };
    await screen.findByTestId('phone-qr');
    desk.now = { ...IDLE, at: 'done' };
    await hands.click(await screen.findByTestId('phone-again'));
    expect(desk.asked).toHaveLength(2);
  });

  it('has its page opened anew in another network, which is remembered', async () => {
    const { desk } = stand();
    desk.networks.push({ kind: 'phone', id: '172.16.0.5', name: 'eth0 172.16.0.5' });
    await hands.click(screen.getByTestId('papers-phone'));
    desk.now = { ...IDLE, upload: { ...UPLOAD, seconds_left: 300 } };
    const choice = await screen.findByTestId('phone-network');
    await waitFor(() => expect(choice).toHaveTextContent('wlan0 10.0.0.5'));
    await hands.click(within(choice).getByRole('combobox'));
    await hands.click(await screen.findByTitle('eth0 172.16.0.5'));
    await waitFor(() => expect(desk.asked.map(({ device }) => device)).toEqual(['', '172.16.0.5']));
    expect(desk.cancelled).toBe(1);
    await hands.click(screen.getByTestId('phone-close'));
    await hands.click(screen.getByTestId('papers-phone'));
    await waitFor(() => expect(desk.asked.at(-1)?.device).toBe('172.16.0.5'));
  });
});
