import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { OrderView } from '../../../backend';
import type { Evidence } from '../../../parts/reading/types';
import { Draft } from '../draft/draft';
import { DraftProvider } from '../draft/hooks';
import { TextField } from '../fields/TextField';
import { emptyForm } from '../form/emptyForm';
import { ReadingsProvider } from './readings';
import { useLooks } from './useLooks';

const hands = userEvent.setup({ delay: null });

const NAME = '西安样本泓新材料有限公司';

function evidence(text: string, verify: boolean): Evidence {
  return {
    reading: {
      text,
      value: text,
      confidence: 0.9,
      witnesses: ['ocr'],
      corners: [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ],
      verify,
    },
    paper: 1,
    paperName: '营业执照副本',
    page: { width: 10, height: 10 },
    crop: undefined,
    doubts: [],
    settled: false,
  };
}

function draft(): Draft {
  const form = emptyForm();
  Object.assign(form.company, { name: NAME, type: '有限责任公司', address: '测试路40号' });
  const view: OrderView = {
    id: 7,
    revision: 1,
    state: 'draft',
    form,
    review: { findings: [], capitals: {} },
    papers: [],
    customer: null,
    agreement: null,
    saved_at: '2026-11-22 14:05:09',
  };
  const save = async () => ({
    revision: 2,
    state: 'draft' as const,
    review: view.review,
    saved_at: '',
  });
  return new Draft(view, { save, show: async () => view, isStale: () => false });
}

function Fields() {
  const { onFocus, onBlur, onKeyDownCapture } = useLooks();
  return (
    <form onFocus={onFocus} onBlur={onBlur} onKeyDownCapture={onKeyDownCapture}>
      <TextField path="company.name" />
      <TextField path="company.type" />
      <TextField path="company.address" />
      <TextField path="company.industry" />
    </form>
  );
}

/** Four fields: the first and the third need a look, the second is sure, the last was not read. */
function stand() {
  const onSettle = vi.fn();
  const onTakeRead = vi.fn();
  const kept = draft();
  function Held() {
    const [settled, setSettled] = useState<readonly string[]>([]);
    const read = new Map([
      ['company.name', evidence(NAME, true)],
      ['company.type', evidence('有限责任公司', false)],
      ['company.address', evidence('测试路4O号', true)],
    ]);
    const now = new Map(
      [...read].map(([path, one]) => [path, { ...one, settled: settled.includes(path) }]),
    );
    const settle = (path: string) => {
      onSettle(path);
      setSettled([...settled, path]);
    };
    return (
      <DraftProvider value={kept}>
        <ReadingsProvider evidence={now} onSettle={settle} onTakeRead={onTakeRead}>
          <Fields />
        </ReadingsProvider>
      </DraftProvider>
    );
  }
  render(<Held />);
  return { onSettle, onTakeRead };
}

function field(name: string) {
  return screen.getByTestId(`field-company.${name}`);
}

describe('fields that were read', () => {
  it('wear how sure they are', () => {
    stand();
    expect(screen.getByTestId('read-company.name')).toHaveAttribute('data-standing', 'open');
    expect(screen.getByTestId('read-company.type')).toHaveAttribute('data-standing', 'sure');
    expect(screen.queryByTestId('read-company.industry')).toBeNull();
  });

  it('are gone through by Tab, those only that need a look, and the form goes on behind them', async () => {
    const { onSettle } = stand();
    await hands.click(field('name'));
    expect(await screen.findByTestId('look-company.name')).toBeInTheDocument();
    await hands.tab();
    await waitFor(() => expect(field('address')).toHaveFocus());
    await hands.tab();
    expect(field('industry')).toHaveFocus();
    expect(onSettle).not.toHaveBeenCalled();
  });

  it('are settled by Enter, one after the other', async () => {
    const { onSettle } = stand();
    await hands.click(field('address'));
    await hands.keyboard('{Enter}');
    expect(onSettle).toHaveBeenLastCalledWith('company.address');
    await waitFor(() => expect(field('name')).toHaveFocus());
    await hands.keyboard('{Enter}');
    expect(onSettle).toHaveBeenLastCalledWith('company.name');
    expect(onSettle).toHaveBeenCalledTimes(2);
    expect(screen.getByTestId('read-company.name')).toHaveAttribute('data-standing', 'settled');
    expect(screen.getByTestId('read-company.address')).toHaveAttribute(
      'data-standing',
      'corrected',
    );
  });

  it('give back what was read, without taking the caret out of the field', async () => {
    const { onTakeRead } = stand();
    await hands.click(field('address'));
    await hands.click(await screen.findByTestId('take-company.address'));
    expect(onTakeRead).toHaveBeenCalledWith('company.address');
    expect(field('address')).toHaveFocus();
  });
});
