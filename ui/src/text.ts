/**
 * Every string a person reads that is no refusal. The sentences of refusals
 * stand in `assets/wording`; see `errors.ts`.
 */
export * from './text/parts';
export * from './text/words';
