import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { App as AntApp } from 'antd';
import { describe, expect, it } from 'vitest';
import {
  type Backend,
  BackendProvider,
  type Finding,
  type Form,
  newQueryClient,
  type OrderView,
  type PaperView,
  type OrderReadings as Read,
  type ReadingSettle,
} from '../../../backend';
import { NO_FILES } from '../../../testDesk';
import { Draft } from '../draft/draft';
import { DraftProvider } from '../draft/hooks';
import { TextField } from '../fields/TextField';
import { emptyForm } from '../form/emptyForm';
import { valueAt } from '../form/path';
import { Unread } from '../papers/Unread';
import { OrderReadings } from './OrderReadings';
import { useLooks } from './useLooks';

const hands = userEvent.setup({ delay: null });

const NAME = '郑州样本川商贸有限公司';
const CODE = '91410100M000100Y43';

const CORNERS: Read['proposals'][number]['corners'] = [
  [0, 0],
  [9, 0],
  [9, 9],
  [0, 9],
];

function paper(id: number, kind: PaperView['kind']): PaperView {
  const marks = { sealed: false, rotation: 'upright', crop: null } as const;
  const file = { arrival: 'scan', file_name: '扫描.jpg', page: 1, pages: 1 } as const;
  return { id, kind, ...file, ...marks, verification: 'unverified', verified: null };
}

/** What stands on the licence: the name is sure, the code needs a look. */
function licence(): Read {
  const common = { paper: 1, reading: 11, document: 0, confidence: 0.9, corners: CORNERS };
  const read = (field: string, place: string, value: string, verify: boolean) => ({
    ...common,
    ...{ field, place, text: value, value, verify, doubts: [], settled: null, witnesses: [] },
  });
  return {
    papers: [
      { paper: 1, reading: 11, at: '2026-11-22 14:00', width: 90, height: 60, documents: [] },
    ],
    proposals: [
      read('name', 'company.name', NAME, false),
      read('uscc', 'company.code', CODE, true),
    ],
  };
}

/** A desk that reads licences, refuses to read anything else, and reviews as the real one does. */
class StandIn {
  form: Form;
  readings: Read = { papers: [], proposals: [] };
  asked: number[] = [];
  settled: ReadingSettle[] = [];
  revision = 1;
  readonly papers: PaperView[];

  constructor(form: Form, papers: PaperView[]) {
    this.form = form;
    this.papers = papers;
  }

  review() {
    const findings = this.readings.proposals.flatMap((one): Finding[] => {
      const text = String(valueAt(this.form, one.place as 'company.name'));
      const told = { field: one.place, details: { read: one.value } };
      if (text === '' || one.settled === text) {
        return [];
      }
      if (text !== one.value) {
        return [{ ...told, code: 'ReadingDiffers', gravity: 'wrong' }];
      }
      return one.verify ? [{ ...told, code: 'ReadingToCheck', gravity: 'missing' }] : [];
    });
    return { findings, capitals: {} };
  }

  view(): OrderView {
    const { revision, form, papers } = this;
    const fixed = { id: 7, state: 'draft', customer: null, agreement: null, saved_at: '' } as const;
    return { ...fixed, revision, form, papers, review: this.review() };
  }

  save(form: Form) {
    this.form = form;
    this.revision += 1;
    const { revision } = this;
    return { revision, state: 'draft' as const, review: this.review(), saved_at: '' };
  }

  answer(name: string, request: unknown): unknown {
    switch (name) {
      case 'reading_show':
        return this.readings;
      case 'paper_read': {
        const { id } = request as { id: number };
        this.asked.push(id);
        if (this.papers.find((one) => one.id === id)?.kind !== 'licence') {
          throw { code: 'ReadingFailed', message: '没能识别', field: null, details: {} };
        }
        this.readings = licence();
        return this.readings;
      }
      case 'reading_settle': {
        const asked = request as ReadingSettle;
        this.settled.push(asked);
        const proposals = this.readings.proposals.map((one) =>
          one.field === asked.field ? { ...one, settled: asked.value } : one,
        );
        this.readings = { ...this.readings, proposals };
        return this.readings;
      }
      default:
        return null;
    }
  }
}

function Fields() {
  const { onFocus, onBlur, onKeyDownCapture } = useLooks();
  return (
    <form onFocus={onFocus} onBlur={onBlur} onKeyDownCapture={onKeyDownCapture}>
      <TextField path="company.code" />
      <TextField path="company.name" />
      <TextField path="company.type" />
      <Unread />
    </form>
  );
}

function stand(company: Partial<Form['company']>, papers: PaperView[]) {
  const form = emptyForm();
  Object.assign(form.company, company);
  const desk = new StandIn(form, papers);
  const backend: Backend = {
    ...NO_FILES,
    call: async (name, request) => structuredClone(desk.answer(name, request)) as never,
    picture: (path) => path,
  };
  const draft = new Draft(desk.view(), {
    save: async (saved) => structuredClone(desk.save(saved)),
    show: async () => structuredClone(desk.view()),
    isStale: () => false,
  });
  render(
    <AntApp>
      <BackendProvider value={backend}>
        <QueryClientProvider client={newQueryClient()}>
          <DraftProvider value={draft}>
            <OrderReadings>
              <Fields />
            </OrderReadings>
          </DraftProvider>
        </QueryClientProvider>
      </BackendProvider>
    </AntApp>,
  );
  return { desk, draft };
}

function field(name: string) {
  return screen.getByTestId(`field-company.${name}`);
}

describe('papers of an open draft', () => {
  it('are read, and fill the blanks of the form', async () => {
    const { desk } = stand({}, [paper(1, 'licence')]);
    await waitFor(() => expect(field('name')).toHaveValue(NAME));
    expect(field('code')).toHaveValue(CODE);
    await waitFor(() => expect(desk.form.company.code).toBe(CODE));
    expect(screen.getByTestId('read-company.name')).toHaveAttribute('data-standing', 'sure');
    expect(screen.getByTestId('read-company.code')).toHaveAttribute('data-standing', 'open');
  });

  it('leave alone what was typed, and the difference is told', async () => {
    const { desk, draft } = stand({ name: '郑州样本州商贸有限公司' }, [paper(1, 'licence')]);
    const mark = await screen.findByTestId('read-company.name');
    expect(field('name')).toHaveValue('郑州样本州商贸有限公司');
    await waitFor(() => expect(mark).toHaveAttribute('data-standing', 'open'));
    expect(draft.state.problems.byPath.get('company.name')?.[0]?.code).toBe('ReadingDiffers');
    expect(desk.settled).toEqual([]);
  });

  it('stop asking once a person stands by the form: what was asked is told anew', async () => {
    const { desk, draft } = stand({}, [paper(1, 'licence')]);
    await waitFor(() => expect(draft.state.problems.counts.missing).toBe(1));
    await hands.click(field('code'));
    await hands.keyboard('{Enter}');
    await waitFor(() => expect(draft.state.problems.counts.missing).toBe(0));
    expect(desk.settled).toEqual([{ reading: 11, document: 0, field: 'uscc', value: CODE }]);
    expect(screen.getByTestId('read-company.code')).toHaveAttribute('data-standing', 'settled');
  });

  it('give back what was read, and it counts as looked at', async () => {
    const { desk, draft } = stand({ name: '别的公司' }, [paper(1, 'licence')]);
    await waitFor(() => expect(draft.state.problems.counts.wrong).toBe(1));
    await hands.click(field('name'));
    await hands.click(await screen.findByTestId('take-company.name'));
    await waitFor(() => expect(draft.state.problems.counts.wrong).toBe(0));
    expect(field('name')).toHaveValue(NAME);
    expect(desk.settled.at(-1)?.value).toBe(NAME);
  });

  it('that cannot be read say so and can be tried again; agreements are not read at all', async () => {
    const { desk } = stand({}, [paper(2, 'other'), paper(3, 'signed'), paper(1, 'licence')]);
    await waitFor(() => expect(field('name')).toHaveValue(NAME));
    expect(desk.asked).toEqual([2, 1]);
    expect(screen.getByTestId('papers-unread')).toHaveTextContent('没能识别');
    await hands.click(screen.getByTestId('unread-again'));
    await waitFor(() => expect(desk.asked).toEqual([2, 1, 2]));
  });
});
