import { describe, expect, it } from 'vitest';
import type { Finding, Gravity, PaperKind, PaperView } from '../../../backend';
import { emptyForm } from '../form/emptyForm';
import { problemsOf } from '../form/problems';
import { kindOfKey, wantedPapers } from './missing';

function finding(kind: PaperKind, gravity: Gravity): Finding {
  return { field: `papers.${kind}`, code: 'PaperMissing', details: {}, gravity };
}

const licence = { id: 1, kind: 'licence' } as PaperView;

describe('wantedPapers', () => {
  const review = {
    findings: [
      finding('letter-of-commitment', 'warning'),
      finding('authorisation', 'waivable'),
      finding('licence', 'waivable'),
    ],
    capitals: {},
  };
  const problems = problemsOf(review, emptyForm());

  it('are those demanded in the order of the kinds, then those only advised', () => {
    expect(wantedPapers(problems, [])).toEqual([
      { kind: 'licence', advised: false },
      { kind: 'authorisation', advised: false },
      { kind: 'letter-of-commitment', advised: true },
    ]);
  });

  it('leave out a paper that came but lacks its seal', () => {
    expect(wantedPapers(problems, [licence]).map((wanted) => wanted.kind)).not.toContain('licence');
  });
});

describe('the number keys', () => {
  it('stand for the kinds in their order', () => {
    expect(kindOfKey('1')).toBe('licence');
    expect(kindOfKey('9')).toBe('signed');
    expect(kindOfKey('0')).toBeUndefined();
    expect(kindOfKey('F1')).toBeUndefined();
  });
});
