/**
 * Where in the window one is. Kept in the address after `#`, so that a reload
 * and a locked desk come back to the same place.
 */
import { useSyncExternalStore } from 'react';
import type { AccountState, AgreementState, NumberState } from './backend';
import { formatMonthRoute, isMonthRoute, type MonthRoute, parseMonthRoute } from './monthRoute';
import { formatTextRoute, isTextRoute, parseTextRoute, type TextRoute } from './textRoute';

/** A place in the window. */
export type Route =
  | { at: 'today' }
  | { at: 'orders' }
  | { at: 'acceptance'; order: number }
  | { at: 'search'; text: string }
  | { at: 'customer'; id: number }
  | { at: 'agreements'; state: AgreementState | null }
  | { at: 'agreement'; number: string }
  | { at: 'stock'; state: NumberState | null; text: string }
  | MonthRoute
  | TextRoute
  | { at: 'tariffs'; plan: string }
  | { at: 'accounts'; state: AccountState | null; text: string }
  | { at: 'account'; account: number }
  | { at: 'disputes'; opening: DisputedCalls | null }
  | { at: 'dispute'; dispute: number }
  | { at: 'arrears' }
  | { at: 'returned' }
  | { at: 'staff' | 'firm' | 'settings' | 'audit' | 'backup' | 'password' };

/** Calls of an account that its customer disputes. */
export interface DisputedCalls {
  account: number;
  calls: readonly number[];
}

const PLAIN = [
  'arrears',
  'returned',
  'staff',
  'firm',
  'settings',
  'audit',
  'backup',
  'password',
] as const;

/** The place as it stands in the address. */
export function formatRoute(route: Route): string {
  if (isMonthRoute(route)) {
    return formatMonthRoute(route);
  }
  if (isTextRoute(route)) {
    return formatTextRoute(route);
  }
  switch (route.at) {
    case 'acceptance':
      return `#/acceptance/${route.order}`;
    case 'search':
      return `#/search/${encodeURIComponent(route.text)}`;
    case 'customer':
      return `#/customer/${route.id}`;
    case 'agreements':
      return `#/agreements/${route.state ?? ''}`;
    case 'agreement':
      return `#/agreement/${encodeURIComponent(route.number)}`;
    case 'stock':
      return `#/stock/${route.state ?? ''}/${encodeURIComponent(route.text)}`;
    case 'tariffs':
      return `#/tariffs/${encodeURIComponent(route.plan)}`;
    case 'accounts':
      return `#/accounts/${route.state ?? ''}/${encodeURIComponent(route.text)}`;
    case 'account':
      return `#/account/${route.account}`;
    case 'disputes':
      return route.opening
        ? `#/disputes/new/${route.opening.account}/${route.opening.calls.join()}`
        : '#/disputes';
    case 'dispute':
      return `#/dispute/${route.dispute}`;
    default:
      return `#/${route.at}`;
  }
}

/** The place an address names; an unknown one is today's desk. */
export function parseRoute(hash: string): Route {
  const [at = '', first = '', second = '', third = ''] = hash.replace(/^#?\/?/, '').split('/');
  const id = Number(first);
  switch (at) {
    case 'acceptance':
      return Number.isInteger(id) && id > 0 ? { at, order: id } : { at: 'today' };
    case 'customer':
      return Number.isInteger(id) && id > 0 ? { at, id } : { at: 'today' };
    case 'search':
      return { at, text: decode(first) };
    case 'orders':
      return { at };
    case 'agreements':
      return { at, state: (first || null) as AgreementState | null };
    case 'agreement':
      return first ? { at, number: decode(first) } : { at: 'agreements', state: null };
    case 'stock':
      return { at, state: (first || null) as NumberState | null, text: decode(second) };
    case 'tariffs':
      return { at, plan: decode(first) };
    case 'accounts':
      return { at, state: (first || null) as AccountState | null, text: decode(second) };
    case 'account':
      return id > 0 && Number.isInteger(id)
        ? { at, account: id }
        : { at: 'accounts', state: null, text: '' };
    case 'disputes':
      return { at, opening: first === 'new' ? disputedCalls(second, third) : null };
    case 'dispute':
      return id > 0 && Number.isInteger(id)
        ? { at, dispute: id }
        : { at: 'disputes', opening: null };
    default: {
      const plain = PLAIN.find((name) => name === at);
      return plain
        ? { at: plain }
        : (parseMonthRoute(hash) ?? parseTextRoute(hash) ?? { at: 'today' });
    }
  }
}

function disputedCalls(account: string, calls: string): DisputedCalls | null {
  const opening = { account: Number(account), calls: calls.split(',').map(Number) };
  const sound = [opening.account, ...opening.calls].every((id) => Number.isInteger(id) && id > 0);
  return sound ? opening : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** Goes to a place. */
export function go(route: Route): void {
  window.location.hash = formatRoute(route);
}

/** Goes to a place without leaving the present one behind for 返回. */
export function goInstead(route: Route): void {
  window.history.replaceState(null, '', formatRoute(route));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Goes back to where one came from. */
export function goBack(): void {
  window.history.back();
}

function listen(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** The place one is at. */
export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(listen, () => window.location.hash));
}
