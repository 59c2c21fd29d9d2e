import { describe, expect, it } from 'vitest';
import type { OrderReadings, PaperView, Proposal } from '../../../backend';
import { emptyForm } from '../form/emptyForm';
import { withValue } from '../form/path';
import { evidenceOf, Filling, filled, keptEvidence, shownProposals } from './proposals';

const NAME = '郑州样本川商贸有限公司';

function proposal(change: Partial<Proposal>): Proposal {
  return {
    place: 'company.name',
    paper: 1,
    reading: 11,
    document: 0,
    field: 'name',
    text: NAME,
    value: NAME,
    confidence: 0.98,
    witnesses: ['ocr'],
    corners: [
      [0, 0],
      [9, 0],
      [9, 9],
      [0, 9],
    ],
    verify: false,
    doubts: [],
    settled: null,
    ...change,
  };
}

const LICENCE: PaperView = {
  id: 1,
  kind: 'licence',
  arrival: 'scan',
  file_name: '执照.jpg',
  page: 1,
  pages: 1,
  sealed: false,
  rotation: 'upright',
  crop: null,
  verification: 'unverified',
  verified: null,
};

function readings(...proposals: Proposal[]): OrderReadings {
  const pages = [...new Set(proposals.map(({ paper, reading }) => `${paper} ${reading}`))];
  const papers = pages.map((page) => {
    const [paper = 0, reading = 0] = page.split(' ').map(Number);
    return { paper, reading, at: '2026-11-22 14:00', width: 100, height: 80, documents: [] };
  });
  return { papers, proposals };
}

function typed(name: string) {
  return withValue(emptyForm(), 'company.name', name);
}

describe('filling', () => {
  it('puts what was read into blanks', () => {
    const form = emptyForm();
    const values = new Filling().of(form, [
      proposal({}),
      proposal({ place: 'company.founded', field: 'founded', value: '2016-04-19' }),
    ]);
    expect(filled(form, values).company).toMatchObject({ name: NAME, founded: '2016-04-19' });
  });

  it('puts nothing where the business states nothing, and shows no evidence there', () => {
    const form = { ...emptyForm(), business: 'suspension' as const };
    const read = readings(proposal({}));
    expect(new Filling().of(form, read.proposals).size).toBe(0);
    const ground = { form, readings: read, papers: [LICENCE], picture: (path: string) => path };
    expect(evidenceOf({ ...ground, findings: new Map() }).size).toBe(0);
    const asked = [{ field: 'company.name', code: 'X', details: {}, gravity: 'missing' as const }];
    const findings = new Map([['company.name', asked]]);
    expect(evidenceOf({ ...ground, findings }).has('company.name')).toBe(true);
  });

  it('never writes over what a person typed', () => {
    expect(new Filling().of(typed('郑州样本川'), [proposal({})]).size).toBe(0);
  });

  it('leaves a field empty that a person has emptied since', () => {
    const filling = new Filling();
    expect(filling.of(emptyForm(), [proposal({})]).size).toBe(1);
    expect(filling.of(emptyForm(), [proposal({})]).size).toBe(0);
  });

  it('takes a sure value before an unsure one, and else the first paper', () => {
    const unsure = proposal({ value: '郑州祥本川', verify: true });
    const values = new Filling().of(emptyForm(), [unsure, proposal({ paper: 2, reading: 12 })]);
    expect(values.get('company.name')).toBe(NAME);
  });

  it('puts a better reading of the same paper in the place of the worse one', () => {
    const filling = new Filling();
    filling.of(emptyForm(), [proposal({ value: '郑州祥本川' })]);
    const better = proposal({ reading: 12 });
    expect(filling.of(typed('郑州祥本川'), [better]).get('company.name')).toBe(NAME);
  });

  it('keeps a value that a person stood by, whatever is read later', () => {
    const filling = new Filling();
    filling.of(emptyForm(), [proposal({ value: '郑州祥本川' })]);
    filling.keep('company.name');
    expect(filling.of(typed('郑州祥本川'), [proposal({ reading: 12 })]).size).toBe(0);
  });

  it('takes a value along when the card turns out to be another person’s', () => {
    const filling = new Filling();
    const card = { field: 'citizen_id', value: '110101199003070039' };
    filling.of(emptyForm(), [proposal({ ...card, place: 'handler.id_number' })]);
    const form = withValue(emptyForm(), 'handler.id_number', card.value);
    const values = filling.of(form, [
      proposal({ ...card, place: 'legal_representative.id_number' }),
    ]);
    expect(values.get('handler.id_number')).toBe('');
    expect(values.get('legal_representative.id_number')).toBe(card.value);
  });
});

describe('evidence', () => {
  const differs = proposal({ paper: 2, reading: 12, value: '另一家有限公司' });
  const show = (form: ReturnType<typeof emptyForm>, ...proposals: Proposal[]) =>
    shownProposals(form, readings(...proposals)).get('company.name');

  it('shows what contradicts the form first, then what needs a look, else the first', () => {
    const unsure = proposal({ paper: 3, reading: 13, verify: true });
    expect(show(typed(NAME), proposal({}), unsure, differs)).toBe(differs);
    expect(show(typed(NAME), proposal({}), unsure)).toBe(unsure);
    expect(show(typed(NAME), proposal({}))?.paper).toBe(1);
  });

  it('goes on to the next once a person stood by the form against one', () => {
    const looked = { ...differs, settled: NAME };
    const unsure = proposal({ paper: 3, reading: 13, verify: true });
    expect(show(typed(NAME), looked, unsure)).toBe(unsure);
  });

  function wears(form: ReturnType<typeof emptyForm>, one: Proposal, code?: string) {
    const finding = { field: 'company.name', details: {}, gravity: 'wrong' as const };
    return evidenceOf({
      form,
      readings: readings(one),
      papers: [LICENCE],
      findings: new Map(code ? [['company.name', [{ ...finding, code }]]] : []),
      picture: (path) => path,
    });
  }

  it('counts as settled only as long as the form says what a person stood by', () => {
    const looked = proposal({ settled: NAME });
    expect(wears(typed(NAME), looked).get('company.name')?.settled).toBe(true);
    expect(wears(typed('别的公司'), looked).get('company.name')?.settled).toBe(false);
  });

  it('tells what the review has against it, but not that a blank is blank', () => {
    expect(wears(typed('别的'), proposal({}), 'Any').get('company.name')?.doubts).toHaveLength(1);
    expect(wears(emptyForm(), proposal({}), 'Any').get('company.name')?.doubts).toEqual([]);
  });

  it('has its place as a picture of its own', () => {
    const { crop, paperName } = wears(typed(NAME), proposal({})).get('company.name') ?? {};
    expect([crop, paperName]).toEqual(['place/11/0/name', '营业执照副本']);
  });

  it('stays the same object while typing elsewhere changes nothing', () => {
    const read = readings(proposal({}));
    const ground = { readings: read, papers: [LICENCE], findings: new Map(), picture: String };
    const before = evidenceOf({ ...ground, form: typed(NAME) });
    const elsewhere = withValue(typed(NAME), 'remarks', '加急');
    expect(keptEvidence(before, evidenceOf({ ...ground, form: elsewhere }))).toBe(before);
  });
});
