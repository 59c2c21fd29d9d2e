import { describe, expect, it } from 'vitest';
import type { Finding, Gravity } from '../../../backend';
import { missingTold } from '../problems/words';
import { emptyForm } from './emptyForm';
import { blocking, neighbour, problemsOf, waivable } from './problems';
import { fieldLabel, placeOf, sectionsFor } from './sections';

function finding(field: string, gravity: Gravity, code = 'FieldMissing'): Finding {
  return { field, code, details: {}, gravity };
}

function sorted(...findings: Finding[]) {
  return problemsOf({ findings, capitals: {} }, emptyForm());
}

describe('problemsOf', () => {
  it('counts what is open in each section, warnings left out', () => {
    const problems = sorted(
      finding('company.code', 'wrong'),
      finding('company.name', 'missing'),
      finding('company.phone', 'warning'),
      finding('bound.2.number', 'wrong'),
      finding('strategy', 'missing'),
    );
    expect(problems.openIn.get('company')).toBe(2);
    expect(problems.openIn.get('bound')).toBe(2);
    expect(problems.openIn.get('payment')).toBeUndefined();
    expect(problems.counts).toEqual({ wrong: 2, missing: 2, waivable: 0, warning: 1 });
  });

  it('lists in the order of the screen, the papers last', () => {
    const problems = sorted(
      finding('papers.licence', 'waivable'),
      finding('confirmations.declares_true', 'missing'),
      finding('bound.10.number', 'missing'),
      finding('bound.2.proof', 'missing'),
      finding('bound.2.number', 'missing'),
      finding('number.number', 'missing'),
      finding('company.name', 'missing'),
      finding('company.code', 'missing'),
      finding('', 'missing'),
    );
    expect(problems.list.map((f) => f.field)).toEqual([
      '',
      'number.number',
      'company.code',
      'company.name',
      'bound.2.number',
      'bound.2.proof',
      'bound.10.number',
      'confirmations.declares_true',
      'papers.licence',
    ]);
  });

  it('puts the worst of a field first', () => {
    const problems = sorted(
      finding('company.code', 'warning', 'A'),
      finding('company.code', 'wrong', 'B'),
    );
    expect(problems.byPath.get('company.code')?.map((f) => f.code)).toEqual(['B', 'A']);
  });

  it('tells once what concerns a handler who is the legal representative', () => {
    const form = { ...emptyForm(), handler_is_legal_representative: true };
    const findings = [
      finding('legal_representative.name', 'missing'),
      finding('handler.name', 'missing'),
      finding('handler.mobile', 'missing'),
    ];
    const problems = problemsOf({ findings, capitals: {} }, form);
    expect(problems.list.map((f) => f.field)).toEqual([
      'legal_representative.name',
      'legal_representative.mobile',
    ]);
  });
});

describe('papers that wait to be read', () => {
  const findings = [
    finding('company.name', 'missing'),
    finding('company.code', 'missing', 'ReadingRepaired'),
  ];
  const problems = problemsOf({ findings, capitals: {} }, emptyForm(), [
    'licence',
    'other',
    'other',
  ]);

  it('count among what is missing, each kind once, and stand in the way of printing', () => {
    expect(problems.counts.missing).toBe(4);
    expect(blocking(problems).map((f) => f.field)).toContain('papers.other');
    expect(problems.list.find((f) => f.field === 'papers.other')?.details).toEqual({ count: '2' });
  });

  it('are told apart from what is to be filled in and what is to be looked at', () => {
    expect(missingTold(problems.list)).toBe('待填 1 · 待核对 1 · 待识别 2');
  });
});

describe('what stands in the way of printing', () => {
  const problems = sorted(
    finding('company.name', 'missing'),
    finding('company.code', 'wrong'),
    finding('papers.licence', 'waivable'),
    finding('number.purpose', 'warning'),
  );

  it('is what is missing or wrong', () => {
    expect(blocking(problems).map((f) => f.field)).toEqual(['company.code', 'company.name']);
  });

  it('is apart from what a manager may let through', () => {
    expect(waivable(problems).map((f) => f.field)).toEqual(['papers.licence']);
  });
});

describe('going from problem to problem', () => {
  const list = [
    finding('a', 'missing'),
    finding('b', 'wrong'),
    finding('b', 'missing'),
    finding('w', 'warning'),
    finding('c', 'missing'),
  ];

  it('goes on to the next field and round', () => {
    expect(neighbour(list, 'a', 1)?.field).toBe('b');
    expect(neighbour(list, 'b', 1)?.field).toBe('c');
    expect(neighbour(list, 'c', 1)?.field).toBe('a');
    expect(neighbour(list, 'b', -1)?.field).toBe('a');
    expect(neighbour(list, 'a', -1)?.field).toBe('c');
  });

  it('begins at an end when one stands elsewhere', () => {
    expect(neighbour(list, undefined, 1)?.field).toBe('a');
    expect(neighbour(list, 'x', -1)?.field).toBe('c');
    expect(neighbour([], 'x', 1)).toBeUndefined();
  });

  it('goes to warnings when nothing else is open', () => {
    expect(neighbour([finding('w', 'warning')], undefined, 1)?.field).toBe('w');
  });
});

describe('sections', () => {
  it('own every field of the form', () => {
    for (const head of Object.keys(emptyForm())) {
      expect(placeOf(head), head).toBeDefined();
    }
  });

  it('show what a business needs and whatever is open', () => {
    expect(sectionsFor('suspension', new Set())).not.toContain('tariff');
    expect(sectionsFor('suspension', new Set(['tariff']))).toContain('tariff');
    expect(sectionsFor('new', new Set())).toHaveLength(9);
  });

  it('name a field as the clerk knows it', () => {
    expect(fieldLabel('company.code')).toBe('统一社会信用代码');
    expect(fieldLabel('handler.mobile')).toBe('经办人手机');
    expect(fieldLabel('bound.2.number')).toBe('绑定号码 3');
    expect(fieldLabel('bound.0.proof_date')).toBe('绑定号码 1 证明日期');
    expect(fieldLabel('papers.licence')).toBe('营业执照副本');
    expect(fieldLabel('')).toBe('整份受理单');
  });
});
