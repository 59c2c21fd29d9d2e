import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type {
  AgreementView,
  ArchiveCheck,
  ArchiveState,
  CopyState,
  OrderView,
  Permission,
} from '../../backend';
import { type Answers, showAt } from '../../testDesk';
import { Agreement } from './Agreement';

const NUMBER = 'QF-2026-000007';
const FRONT: Permission[] = ['take_orders', 'view_papers'];

function copy(original: CopyState['original'], missing: number[]): CopyState {
  const back = 4 - missing.length;
  return { original, pages: 4, back, missing, twice: [], other_print: [], red_seal: back > 0 };
}

function agreement(change: Partial<AgreementView> = {}): AgreementView {
  const line = {
    number: NUMBER,
    state: 'printed',
    business: 'new',
    printed_at: '2026-11-18 15:20',
  };
  return {
    line,
    order: 5,
    pages: 8,
    pages_per_copy: 4,
    sha256: '9f3a',
    edition: '2026-01',
    signed_papers: [{ id: 31 }],
    copies: [copy('firm', []), copy('customer', [1, 2, 3, 4])],
    on_screen: [],
    cited_by: [],
    ...change,
  } as AgreementView;
}

function order(handler: string): OrderView {
  const form = { handler: { name: handler }, legal_representative: { name: '林启航' } };
  return { form } as OrderView;
}

function open(view: AgreementView, answers: Answers = {}, permissions = FRONT) {
  return showAt(
    <Agreement number={NUMBER} />,
    { agreement_show: view, agreement_sign: view, ...answers },
    permissions,
  );
}

function drawOn(pad: HTMLElement) {
  const at = (x: number) => ({ pointerId: 1, button: 0, clientX: x, clientY: 20 });
  fireEvent.pointerDown(pad, at(0));
  for (let x = 1; x < 12; x += 1) {
    fireEvent.pointerMove(pad, at(x));
  }
  fireEvent.pointerUp(pad, at(12));
}

describe('confirming a signature', () => {
  const part = agreement({ copies: [copy('firm', []), copy('customer', [3])] });

  it('clause_8_3: is enough with the firm’s own original', async () => {
    const { user, requests } = open(agreement());
    await user.click(await screen.findByTestId('agreement-sign'));
    await user.click(await screen.findByTestId('sign-submit'));
    await waitFor(() => expect(requests('agreement_sign')).toHaveLength(1));
    expect(requests('agreement_sign')[0]).toMatchObject({ number: NUMBER, despite: null });
  });

  it('clause_8_3: of an original that came in part is no matter for the front desk', async () => {
    const { user } = open(part);
    await user.click(await screen.findByTestId('agreement-sign'));
    expect(await screen.findByTestId('sign-short')).toHaveTextContent('乙方存还缺第 3 页');
    expect(screen.getByTestId('sign-submit')).toBeDisabled();
    expect(screen.queryByTestId('sign-despite')).toBeNull();
  });

  it('clause_8_3: with pages missing takes a manager’s reason, which is sent', async () => {
    const { user, requests } = open(part, {}, [...FRONT, 'override']);
    await user.click(await screen.findByTestId('agreement-sign'));
    expect(await screen.findByTestId('sign-submit')).toBeDisabled();
    await user.type(screen.getByTestId('sign-despite'), '第三页客户遗失，已电话确认');
    await user.click(screen.getByTestId('sign-submit'));
    await waitFor(() => expect(requests('agreement_sign')).toHaveLength(1));
    expect(requests('agreement_sign')[0]).toMatchObject({ despite: '第三页客户遗失，已电话确认' });
  });
});

describe('signing on the screen', () => {
  it('says what it is and is not, and keeps nothing before the customer has read it', async () => {
    const { user, requests } = open(agreement(), {
      order_show: order('陈思远'),
      agreement_sign_on_screen: agreement(),
    });
    await user.click(await screen.findByTestId('sign-on-screen'));
    const dialog = await screen.findByTestId('sign-pad-dialog');
    expect(dialog).toHaveTextContent('它不是《电子签名法》第十三条所称的“可靠的电子签名”');
    await waitFor(() => expect(screen.getByTestId('sign-pad-signer')).toHaveValue('陈思远'));
    drawOn(screen.getByTestId('sign-pad'));
    expect(screen.getByTestId('sign-pad-keep'), 'not yet read').toBeDisabled();
    await user.click(screen.getByTestId('sign-pad-read'));
    await user.click(screen.getByTestId('sign-pad-keep'));
    await waitFor(() => expect(requests('agreement_sign_on_screen')).toHaveLength(1));
    const [sent] = requests('agreement_sign_on_screen') as { strokes: unknown[][] }[];
    expect(sent).toMatchObject({ number: NUMBER, signer: '陈思远' });
    expect(sent?.strokes.map((stroke) => stroke.length)).toEqual([12]);
  });

  it('takes the legal representative where no handler is known, and a stroke back', async () => {
    const { user } = open(agreement(), { order_show: order('') });
    await user.click(await screen.findByTestId('sign-on-screen'));
    await waitFor(() => expect(screen.getByTestId('sign-pad-signer')).toHaveValue('林启航'));
    await user.click(screen.getByTestId('sign-pad-read'));
    drawOn(screen.getByTestId('sign-pad'));
    expect(screen.getByTestId('sign-pad-keep')).toBeEnabled();
    await user.click(screen.getByTestId('sign-pad-undo'));
    expect(screen.getByTestId('sign-pad-keep')).toBeDisabled();
  });

  it('is offered only while the agreement waits for signatures', async () => {
    const line = { ...agreement().line, state: 'in_force' } as AgreementView['line'];
    open(agreement({ line }));
    expect(await screen.findByTestId('agreement-print')).toBeInTheDocument();
    expect(screen.queryByTestId('sign-on-screen')).toBeNull();
  });
});

describe('the archived file', () => {
  const states: [ArchiveState, string][] = [
    ['intact', '存档完好'],
    ['other_key', '不是用本公司的密钥'],
    ['extended', '末尾又加了内容'],
    ['altered', '改动过，不能作为存档使用'],
    ['foreign', '别的程序签封的'],
    ['unsigned', '没有签封'],
  ];
  it.each(states)('that is %s is told in a plain sentence', async (state, told) => {
    const found: ArchiveCheck = { state, signed_by: null, signed_at: null, fingerprint: null };
    const { user } = open(agreement(), { agreement_verify: found });
    await user.click(await screen.findByTestId('agreement-verify'));
    expect(await screen.findByTestId('agreement-verified')).toHaveTextContent(told);
  });
});

describe('the pack for the carrier', () => {
  it('names what is missing and which file is too large', async () => {
    const file = { name: '02-营业执照.pdf', what: '执照', pages: 1 };
    const { user } = open(agreement(), {
      agreement_pack: {
        folder: '/导出/报备',
        files: [{ ...file, kilobytes: 2310, too_large: true }],
        missing: ['绑定号码归属证明'],
      },
    });
    await user.click(await screen.findByTestId('agreement-pack'));
    expect(await screen.findByTestId('pack-folder')).toHaveTextContent('/导出/报备');
    expect(screen.getByTestId('pack-missing')).toHaveTextContent('绑定号码归属证明');
    expect(screen.getByTestId('pack-file-02-营业执照.pdf')).toHaveTextContent('2.3 MB超过上限');
  });
});
