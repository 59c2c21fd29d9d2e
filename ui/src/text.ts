/**
 * Every string a person reads that is no refusal. The sentences of refusals
 * stand in `assets/wording`; see `errors.ts`.
 */
export * from './text/accounts';
export * from './text/agreements';
export * from './text/audit';
export * from './text/desk';
export * from './text/entry';
export * from './text/manage';
export * from './text/parts';
export * from './text/reading';
export * from './text/words';
