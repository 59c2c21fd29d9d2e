/** A tariff's terms while they are typed: what stands in each place, what is still missing. */
import type {
  CallerClass,
  Feature,
  Leg,
  TariffPlanView,
  TariffTerms,
  TariffVersionView,
} from '../../backend';

/** In the order of a price list. */
export const LEGS: readonly Leg[] = ['landline', 'mobile', 'international'];
/** In the order of a price list. */
export const CLASSES: readonly CallerClass[] = ['local', 'long_distance'];

/** Yuan a minute, at most four decimals. */
const RATE = /^\d{1,6}(\.\d{1,4})?$/;
/** Yuan a month. */
const FEE = /^\d{1,8}(\.\d{1,2})?$/;

/** What a new plan begins with. */
export const NEW_TERMS: TariffTerms = {
  rates: [],
  increment: 'minute',
  function_fees: [],
  first_month: 'actual_only',
  last_month: 'actual_only',
};

/** The price in one place of the grid; empty where there is none. */
export function rateOf(terms: TariffTerms, leg: Leg, callerClass: CallerClass): string {
  return (
    terms.rates.find((rate) => rate.leg === leg && rate.caller_class === callerClass)?.rate ?? ''
  );
}

/** The terms with another price in one place. */
export function withRate(
  terms: TariffTerms,
  leg: Leg,
  callerClass: CallerClass,
  rate: string,
): TariffTerms {
  const others = terms.rates.filter(
    (known) => known.leg !== leg || known.caller_class !== callerClass,
  );
  return {
    ...terms,
    rates: rate === '' ? others : [...others, { leg, caller_class: callerClass, rate }],
  };
}

/** The fee of a function; empty where it costs nothing. */
export function feeOf(terms: TariffTerms, feature: Feature): string {
  return terms.function_fees.find((fee) => fee.feature === feature)?.fee ?? '';
}

/** The terms with another fee for a function. */
export function withFee(terms: TariffTerms, feature: Feature, fee: string): TariffTerms {
  const others = terms.function_fees.filter((known) => known.feature !== feature);
  return { ...terms, function_fees: fee === '' ? others : [...others, { feature, fee }] };
}

/** Whether a price can be read. */
export function isRate(typed: string): boolean {
  return RATE.test(typed.trim());
}

/** Whether a fee can be read. */
export function isFee(typed: string): boolean {
  return FEE.test(typed.trim());
}

/** Whether every price that is due is there and can be read. */
export function isComplete(terms: TariffTerms): boolean {
  const priced = (leg: Leg) =>
    CLASSES.some((callerClass) => rateOf(terms, leg, callerClass) !== '');
  return (
    priced('landline') &&
    priced('mobile') &&
    terms.rates.every(({ rate }) => isRate(rate)) &&
    terms.function_fees.every(({ fee }) => isFee(fee))
  );
}

/** Where a version stands in time. */
export type Standing = 'planned' | 'in_force' | 'past';

/** Planned, in force, or past. */
export function standingOf(version: TariffVersionView, today: string): Standing {
  if (version.in_force) {
    return 'in_force';
  }
  return version.effective > today ? 'planned' : 'past';
}

/** The version in force, if there is one. */
export function inForce(plan: TariffPlanView | undefined): TariffVersionView | undefined {
  return plan?.versions.find((version) => version.in_force);
}

/** The first day of the month after that of `day`, `YYYY-MM-DD`. */
export function nextMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const next = new Date(Date.UTC(year, month, 1));
  return next.toISOString().slice(0, 10);
}

/**
 * The day a version comes into force unless told otherwise: another version
 * with the next month, a plan that is new with the months not yet closed, as
 * its accounts may have called already.
 */
export function firstDay(
  base: TariffPlanView | undefined,
  firstOpen: string | undefined,
  today: string,
): string {
  return base ? nextMonth(today) : (firstOpen ?? `${today.slice(0, 7)}-01`);
}
