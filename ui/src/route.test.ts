import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute, type Route } from './route';

const PLACES: Route[] = [
  { at: 'today' },
  { at: 'orders' },
  { at: 'acceptance', order: 12 },
  { at: 'search', text: '海沧/50% #1' },
  { at: 'customer', id: 7 },
  { at: 'agreements', state: null },
  { at: 'agreements', state: 'in_force' },
  { at: 'agreement', number: 'QF-2026-000001' },
  { at: 'stock', state: 'free', text: '820' },
  { at: 'stock', state: null, text: '' },
  { at: 'backup' },
  { at: 'returned' },
  { at: 'calls' },
  { at: 'quarantine', file: null },
  { at: 'quarantine', file: 7 },
  { at: 'month', month: '2026-10' },
  { at: 'summary', month: '2026-10' },
  { at: 'statement', customer: 7, month: '2026-10', account: null, figure: 'fees' },
  { at: 'statement', customer: 7, month: '2026-10', account: 3, figure: null },
  { at: 'call-list', account: 3, month: '2026-10', leg: 'mobile', callerClass: null },
  { at: 'tariffs', plan: '企业 40/月 100%' },
  { at: 'tariffs', plan: '' },
  { at: 'accounts', state: 'suspended', text: '海沧' },
  { at: 'account', account: 3 },
  { at: 'arrears' },
  { at: 'disputes', opening: null },
  { at: 'disputes', opening: { account: 3, calls: [11, 12] } },
  { at: 'dispute', dispute: 5 },
  { at: 'texts' },
  { at: 'text', id: 0 },
  { at: 'text', id: 3 },
  { at: 'text-compare', old: 0, new: 3 },
];

describe('a place', () => {
  it.each(PLACES)('survives the address: $at', (place) => {
    expect(parseRoute(formatRoute(place))).toEqual(place);
  });

  it.each(['', '#', '#/nowhere', '#/acceptance/x', '#/customer/-1', '#/agreement/'])(
    'that does not exist leads somewhere sensible: %s',
    (hash) => {
      expect(['today', 'agreements']).toContain(parseRoute(hash).at);
    },
  );

  it.each(['#/disputes/new/3/', '#/disputes/new/x/1', '#/disputes/new/3/1,x'])(
    'that names no calls opens no dispute: %s',
    (hash) => {
      expect(parseRoute(hash)).toEqual({ at: 'disputes', opening: null });
    },
  );

  it.each(['#/text/', '#/text/x', '#/texts/compare/0', '#/texts/compare/a/b'])(
    'that names no edition leads to their list: %s',
    (hash) => {
      expect(parseRoute(hash)).toEqual({ at: 'texts' });
    },
  );

  it('with a broken escape is read as empty', () => {
    expect(parseRoute('#/search/%E5%')).toEqual({ at: 'search', text: '' });
  });
});
