import { describe, expect, it } from 'vitest';
import type { Finding, Gravity, PaperKind, PaperView } from '../../../backend';
import { emptyForm } from '../form/emptyForm';
import { problemsOf } from '../form/problems';
import { kindOfKey, missingKinds } from './missing';

function finding(kind: PaperKind, gravity: Gravity): Finding {
  return { field: `papers.${kind}`, code: 'PaperMissing', details: {}, gravity };
}

const licence = { id: 1, kind: 'licence' } as PaperView;

describe('missingKinds', () => {
  const review = {
    findings: [
      finding('id-emblem', 'waivable'),
      finding('licence', 'waivable'),
      finding('other', 'warning'),
    ],
    capitals: {},
  };
  const problems = problemsOf(review, emptyForm());

  it('are those demanded that have not come, in the order of the kinds', () => {
    expect(missingKinds(problems, [])).toEqual(['licence', 'id-emblem']);
  });

  it('leave out a paper that came but lacks its seal', () => {
    expect(missingKinds(problems, [licence])).toEqual(['id-emblem']);
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
