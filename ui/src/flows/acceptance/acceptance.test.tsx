import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../backend';
import { stand } from './testStand';

const NAME_MISSING: Finding = {
  field: 'company.name',
  code: 'CompanyNameMissing',
  details: {},
  gravity: 'missing',
};
const SEAL: Finding = {
  field: 'papers.licence',
  code: 'PaperMissing',
  details: { paper: '营业执照副本' },
  gravity: 'waivable',
};

/** A person whose hands know no pause; the machine has better things to wait for. */
const hands = userEvent.setup({ delay: null });

async function field(path: string): Promise<HTMLInputElement> {
  return screen.findByTestId<HTMLInputElement>(`field-${path}`);
}

describe('the acceptance screen', () => {
  it('shows exactly what was saved', async () => {
    stand({ form: { remarks: '上午联系' } });
    expect(await field('remarks')).toHaveValue('上午联系');
    expect(screen.getByTestId('order-save-state')).toHaveTextContent('已保存 14:05:09');
    expect(screen.getByTestId('order-ready')).toBeInTheDocument();
  });

  it('saves what is typed, and says what is wrong only once the field is left', async () => {
    const stored = stand({
      review: ({ company }) =>
        company.name === '' || company.name.length > 2
          ? []
          : [{ ...NAME_MISSING, gravity: 'wrong' }],
    });
    const name = await field('company.name');
    await hands.type(name, '榕城');
    await waitFor(() => expect(stored.form.company.name).toBe('榕城'));
    expect(await screen.findByTestId('count-wrong')).toHaveTextContent('1');
    expect(screen.queryByText('请填写企业名称。')).not.toBeInTheDocument();
    await hands.tab();
    expect(await screen.findByText('请填写企业名称。')).toBeInTheDocument();
  });

  it('keeps a date however it is typed', async () => {
    const stored = stand({});
    await hands.type(await field('tariff.start'), '2026.12.1');
    await hands.tab();
    await waitFor(() => expect(stored.form.tariff.start).toBe('2026-12-01'));
    await hands.type(await field('tariff.end'), '一年');
    await hands.tab();
    await waitFor(() => expect(stored.form.tariff.end).toBe('2027-11-30'));
  });

  it('groups an identity number on the screen only', async () => {
    const stored = stand({});
    const id = await field('handler.id_number');
    await hands.type(id, '110101199003070039');
    expect(id).toHaveValue('110101 19900307 0039');
    await waitFor(() => expect(stored.form.handler.id_number).toBe('110101199003070039'));
  });

  it('asks for the handler once when he is the legal representative', async () => {
    const stored = stand({});
    await hands.type(await field('legal_representative.name'), '林一');
    await hands.click(await field('handler_is_legal_representative'));
    expect(screen.queryByTestId('field-handler.name')).not.toBeInTheDocument();
    await waitFor(() => expect(stored.form.handler.name).toBe('林一'));
  });

  it('takes a pasted column into the bound numbers', async () => {
    const stored = stand({});
    await hands.click(await screen.findByTestId('bound-add'));
    const clipboardData = { getData: () => '号码\r\n0371-65651234\r\n13800138000\r\n' };
    fireEvent.paste(await field('bound.0.number'), { clipboardData });
    await waitFor(() =>
      expect(stored.form.bound.map((row) => row.number)).toEqual(['0371-65651234', '13800138000']),
    );
  });

  it('signs the explanation with the name of who is here', async () => {
    const stored = stand({});
    await hands.click(await field('confirmations.read_and_explained'));
    await waitFor(() => expect(stored.form.confirmations.explained_by).toBe('王敏'));
  });

  it('says at the file why it was refused', async () => {
    stand({});
    const input = await screen.findByTestId<HTMLInputElement>('papers-input');
    fireEvent.change(input, { target: { files: [new File(['x'], '合同.docx')] } });
    expect(await screen.findByText('合同.docx 不能作为资料')).toBeInTheDocument();
  });

  it('lists what is missing instead of printing', async () => {
    stand({ review: () => [NAME_MISSING, SEAL] });
    await hands.click(await screen.findByTestId('order-print'));
    const list = await screen.findByTestId('order-problems');
    expect(within(list).getByTestId('problem-company.name')).toBeInTheDocument();
    expect(screen.queryByTestId('print-confirm')).not.toBeInTheDocument();
  });

  it('sends for a manager when only a manager can let it through', async () => {
    stand({ review: () => [SEAL] });
    await hands.click(await screen.findByTestId('order-print'));
    expect(await screen.findByTestId('print-manager-needed')).toBeInTheDocument();
  });

  it('asks a manager for a reason and then the customer for a look', async () => {
    stand({ review: () => [SEAL], permissions: ['take_orders', 'view_papers', 'override'] });
    await hands.click(await screen.findByTestId('order-print'));
    await hands.type(await screen.findByTestId('override-text'), '原件已核对');
    await hands.click(screen.getByTestId('override-confirm'));
    expect(await screen.findByTestId('print-summary')).toBeInTheDocument();
  });
});
