import { useMemo } from 'react';
import { type AgreementLine, type AgreementView, type Form, useCommand } from '../../../backend';
import { readYuan } from '../../../parts/money';
import { useDebounced } from '../../../parts/useDebounced';
import { useValue } from '../draft/hooks';

/** The agreement that a later business is about. */
export interface Cited {
  /** Its number as on the form; empty when none is named. */
  number: string;
  /** The first agreement of those that cite each other, once it is found. */
  first: AgreementView | undefined;
  /** Its form as it stands now: its own, or that of the last change that took effect. */
  before: Form | undefined;
  /** The least that a renewal may amount to, in fen (协议四（二）8); undefined when unknown. */
  floor: number | undefined;
  isLoading: boolean;
}

/** A transfer that took effect concludes an agreement of its own. */
function concludes({ business, state }: AgreementLine): boolean {
  return business === 'transfer' && (state === 'in_force' || state === 'ended');
}

/** Of a chain of citations, the first. */
function useFirst(number: string) {
  const named = useCommand('agreement_show', { number }, { enabled: number !== '' });
  const before = named.data && !concludes(named.data.line) ? named.data.cites : null;
  const first = useCommand(
    'agreement_show',
    { number: before ?? '' },
    { enabled: before !== null },
  );
  return before === null ? named : first;
}

/** The form that an agreement was printed from. */
function useFormOf(agreement: AgreementView | undefined) {
  const id = agreement?.order ?? 0;
  return useCommand('order_show', { id }, { enabled: id !== 0 }).data?.form;
}

/** The last change that took effect. */
function lastChange(first: AgreementView | undefined): string | undefined {
  return first?.cited_by
    .filter(({ state }) => state === 'in_force' || state === 'ended')
    .filter(({ business }) => business === 'change')
    .at(-1)?.number;
}

/** The first renewal that was not given up. */
function firstRenewal(first: AgreementView | undefined): string | undefined {
  return first?.cited_by.find(({ business, state }) => business === 'renewal' && state !== 'void')
    ?.number;
}

function useFormOfNumbered(number: string | undefined): Form | undefined {
  const agreement = useCommand(
    'agreement_show',
    { number: number ?? '' },
    { enabled: number !== undefined },
  );
  return useFormOf(agreement.data);
}

/** The agreement cited on the form, and how its form stands now. */
export function useCited(): Cited {
  const business = useValue('business');
  const typed = useValue('cites').trim();
  const settled = useDebounced(typed, 300);
  const number = business === 'new' ? '' : settled;
  const answer = useFirst(number);
  const first = answer.data;
  const own = useFormOf(first);
  const changed = lastChange(first);
  const after = useFormOfNumbered(changed);
  const renewal = firstRenewal(first);
  const renewed = useFormOfNumbered(business === 'renewal' ? renewal : undefined);
  const before = changed === undefined ? own : after;
  const floor = floorOf(own, renewal === undefined ? null : renewed);
  const { isLoading } = answer;
  return useMemo(
    () => ({ number, first, before, floor, isLoading }),
    [number, first, before, floor, isLoading],
  );
}

/** The first renewal, or the contract while there was none; `renewed` is null for none. */
export function floorOf(
  contract: Form | undefined,
  renewed: Form | null | undefined,
): number | undefined {
  const amount = (form: Form) => readYuan(form.tariff.contract_amount);
  const least = contract && amount(contract);
  if (least === undefined || renewed === undefined) {
    return undefined;
  }
  return Math.max(least, (renewed && amount(renewed)) ?? 0);
}
