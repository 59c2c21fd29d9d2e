import type { BoundNumber } from '../../../backend/bindings';

/** A bound number before anything is typed. */
export const blankBound: BoundNumber = {
  number: '',
  owner: 'company',
  proof: '',
  proof_date: '',
  area: '',
  windows: [],
  concurrent: '',
};
