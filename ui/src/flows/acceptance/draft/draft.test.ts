import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Finding, Form, OrderSaved, OrderView } from '../../../backend';
import { emptyForm } from '../form/emptyForm';
import { withValue } from '../form/path';
import { Draft } from './draft';

const missing: Finding = {
  field: 'company.name',
  code: 'FieldMissing',
  details: {},
  gravity: 'missing',
};

function view(form: Form, revision = 1): OrderView {
  return {
    id: 7,
    revision,
    state: 'draft',
    form,
    review: { findings: [missing], capitals: {} },
    papers: [],
    customer: null,
    agreement: null,
    saved_at: '2026-11-22 09:00:00',
  };
}

/** A desk with one order on it, that saves only against the newest revision. */
function desk(form = emptyForm()) {
  const stored = { form, revision: 1 };
  const draft = new Draft(view(form), {
    save: async (typed, revision): Promise<OrderSaved> => {
      if (revision !== stored.revision) {
        throw 'stale';
      }
      stored.form = typed;
      stored.revision += 1;
      const review = { findings: [], capitals: {} };
      return { revision: stored.revision, state: 'draft', review, saved_at: 'now' };
    },
    show: async () => view(stored.form, stored.revision),
    isStale: (failure) => failure === 'stale',
  });
  return { draft, stored };
}

describe('Draft', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows what was typed at once and saves it after a quiet moment', async () => {
    const { draft, stored } = desk();
    draft.set('company.name', '榕城');
    expect(draft.state.form.company.name).toBe('榕城');
    expect(stored.form.company.name).toBe('');
    await vi.advanceTimersByTimeAsync(300);
    expect(stored.form.company.name).toBe('榕城');
    expect(draft.state.save).toEqual({ kind: 'saved', at: 'now' });
    expect(draft.state.problems.list).toEqual([]);
  });

  it('tells what is missing at a field only after it was left', () => {
    const { draft } = desk();
    expect(draft.findingsAt('company.name')).toEqual([]);
    expect(draft.state.problems.counts.missing).toBe(1);
    draft.touch('company.name');
    expect(draft.findingsAt('company.name')).toEqual([missing]);
  });

  it('tells everything once asked to', () => {
    const { draft } = desk();
    draft.showAll();
    expect(draft.findingsAt('company.name')).toEqual([missing]);
  });

  it('keeps the handler equal to the legal representative while they are one', () => {
    const { draft } = desk();
    draft.set('legal_representative.name', '林一');
    draft.set('handler_is_legal_representative', true);
    expect(draft.state.form.handler.name).toBe('林一');
    draft.set('legal_representative.mobile', '13800138000');
    expect(draft.state.form.handler.mobile).toBe('13800138000');
    draft.set('handler_is_legal_representative', false);
    draft.set('handler.name', '陈二');
    expect(draft.state.form.legal_representative.name).toBe('林一');
  });

  it('goes on by itself when only the revision is another', async () => {
    const { draft, stored } = desk();
    stored.revision = 5;
    draft.set('remarks', '一');
    await vi.advanceTimersByTimeAsync(400);
    expect(stored.form.remarks).toBe('一');
    expect(draft.state.theirs).toBeUndefined();
  });

  describe('when somebody else saved another form', () => {
    async function clash() {
      const made = desk();
      made.stored.form = withValue(emptyForm(), 'remarks', '别处');
      made.stored.revision = 5;
      made.draft.set('remarks', '这里');
      await vi.advanceTimersByTimeAsync(400);
      return made;
    }

    it('keeps both until a person chooses', async () => {
      const { draft, stored } = await clash();
      expect(draft.state.save.kind).toBe('stale');
      expect(draft.state.theirs?.form.remarks).toBe('别处');
      expect(draft.state.form.remarks).toBe('这里');
      expect(stored.form.remarks).toBe('别处');
    });

    it('saves this one when it is chosen', async () => {
      const { draft, stored } = await clash();
      await draft.keepMine();
      expect(stored.form.remarks).toBe('这里');
      expect(draft.state.save.kind).toBe('saved');
    });

    it('shows the other one when it is chosen', async () => {
      const { draft, stored } = await clash();
      draft.takeTheirs();
      expect(draft.state.form.remarks).toBe('别处');
      draft.set('company.name', '榕城');
      await vi.advanceTimersByTimeAsync(400);
      expect(stored.form).toMatchObject({ remarks: '别处', company: { name: '榕城' } });
    });
  });

  it('takes the desk’s new word on the papers without losing what is being typed', async () => {
    const { draft } = desk();
    draft.set('remarks', '正在录入');
    await draft.refresh();
    expect(draft.state.form.remarks).toBe('正在录入');
    expect(draft.state.problems.counts.missing).toBe(1);
  });
});
