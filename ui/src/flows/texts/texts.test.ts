import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EditionState, TextLine } from '../../backend';
import { freeName, withHead } from './head';
import { blankAt, blanksIn, lineAt, lineOf, unnamedIn } from './markup';
import { BLANK_WORD } from './text';
import { outlook, replacedBy, successor } from './use';

const TEXT = 'edition: 2026-01\neffective: 2026-01-01\ntitle: 协议\n\n# 第一条\nedition: 甲\n';

function line(id: number, effective: string, state: EditionState, in_force = false): TextLine {
  return { id, name: `v${id}`, effective, state, in_force };
}

describe('the head of a copy', () => {
  it('has the new name and day, and no other line changes', () => {
    expect(withHead(TEXT, { name: '2027-01', effective: '2027-01-01' })).toBe(
      TEXT.replace('2026-01\n', '2027-01\n').replace('2026-01-01', '2027-01-01'),
    );
  });

  it('is given where the text had none', () => {
    const made = withHead('title: 协议\n\n正文', { name: 'a', effective: '2027-01-01' });
    expect(made).toBe('edition: a\neffective: 2027-01-01\ntitle: 协议\n\n正文');
  });

  it('takes the month for a name, with a letter where that is taken', () => {
    expect(freeName('2026-12-01', [])).toBe('2026-12');
    expect(freeName('2026-12-01', ['2026-12', '2026-12b'])).toBe('2026-12c');
  });
});

describe('a place in the markup', () => {
  it('is found by its line, and its line by the place', () => {
    const { start, end } = lineAt(TEXT, 5);
    expect(TEXT.slice(start, end)).toBe('# 第一条');
    expect(lineOf(TEXT, start)).toBe(5);
    expect(lineOf(TEXT, end)).toBe(5);
    expect(lineAt(TEXT, 99).end).toBe(TEXT.length);
  });

  it('counts blanks as the preview does: a brace after a backslash is none', () => {
    const text = '金额\\{不是\\}{contract_amount}元，{_4}年{?期限}';
    expect(blanksIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '{contract_amount}',
      '{_4}',
      '{?期限}',
    ]);
    const found = blankAt(`x\n${text}`, 2, 2);
    expect(found && `x\n${text}`.slice(found.start, found.end)).toBe('{?期限}');
    expect(blankAt(text, 1, 3)).toBeUndefined();
  });

  it('selected as a whole unnamed blank says what it is to be', () => {
    expect(unnamedIn('{?期限}')).toBe('期限');
    expect(unnamedIn('{company_name}')).toBeUndefined();
  });
});

describe('the palette', () => {
  it('has every blank of the documentation and no other', () => {
    const readme = readFileSync('../assets/agreement/README.md', 'utf8');
    const table = readme.slice(
      readme.indexOf('可以使用的名称'),
      readme.indexOf('签署日期在打印时'),
    );
    const documented = [...table.matchAll(/`([a-z0-9_]+)`/g)].map(([, name]) => name);
    expect([...BLANK_WORD.keys()].sort()).toEqual(documented.sort());
  });
});

describe('publishing', () => {
  const own = line(0, '2026-01-01', 'published', true);

  it('of a day to come leaves the edition of today until then', () => {
    const { outlook: means, next } = outlook(line(1, '2027-01-01', 'draft'), [own], '2026-11-22');
    expect(means).toEqual({ when: 'from', day: '2027-01-01' });
    expect(next).toBeUndefined();
  });

  it('of a day that has come takes over at once, until the next published one', () => {
    const later = line(2, '2027-03-01', 'published');
    const { outlook: means, next } = outlook(
      line(1, '2026-11-22', 'draft'),
      [own, later, line(3, '2027-02-01', 'draft')],
      '2026-11-22',
    );
    expect(means).toEqual({ when: 'now' });
    expect(next).toBe(later);
  });

  it('of a day before that of the edition in force says that it is never printed', () => {
    const { outlook: means } = outlook(line(1, '2025-06-01', 'draft'), [own], '2026-11-22');
    expect(means).toEqual({ when: 'never', name: 'v0', day: '2026-01-01' });
  });
});

describe('retiring', () => {
  const own = line(0, '2026-01-01', 'published');
  const now = line(1, '2026-06-01', 'published', true);
  const retired = line(2, '2026-08-01', 'retired');
  const planned = line(3, '2027-01-01', 'published');
  const lines = [planned, retired, now, own];

  it('the edition in force hands over to the published one that started before it', () => {
    expect(successor(now, lines, '2026-11-22')).toBe(own);
  });

  it('one that is not in force changes nothing today', () => {
    expect(successor(planned, lines, '2026-11-22')).toBeUndefined();
  });

  it('an edition whose turn is over names the one that is printed instead', () => {
    expect(replacedBy(own, lines)).toBe(now);
    expect(replacedBy(planned, lines)).toBeUndefined();
    expect(replacedBy(retired, lines)).toBeUndefined();
  });
});
