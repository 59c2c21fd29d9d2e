import type { Business, Finding } from '../../../backend';

/**
 * Which fields each kind of business states. The paper of a later business
 * prints what it is about and nothing else, and so does the screen: what is not
 * stated stays as the agreement has it.
 */

/** Stated by every kind. */
const ALWAYS = [
  'business',
  'cites',
  'number.number',
  'number.carrier',
  'handler',
  'handler_is_legal_representative',
  'confirmations.declares_true',
  'papers',
];

const PAID = ['payment.means', 'payment.collection'];

/** Beside those: the only fields, or all but some. */
const STATES: Record<Business, { only: readonly string[] } | { but: readonly string[] }> = {
  new: { but: ['later'] },
  change: {
    but: [
      'later.day',
      'later.reason',
      'later.clauses',
      'later.rest',
      'number.display',
      'tariff.contract_amount',
      'tariff.first_payment',
      'tariff.start',
      'tariff.gifts',
      'remarks',
    ],
  },
  transfer: { but: ['later.reason', 'later.clauses', 'later.note'] },
  renewal: {
    only: [
      'tariff.contract_amount',
      'tariff.start',
      'tariff.end',
      ...PAID,
      'confirmations.read_and_explained',
      'confirmations.lawful_use',
      'confirmations.explained_by',
    ],
  },
  suspension: { only: ['later.day', 'later.reason', 'later.note'] },
  resumption: { only: ['later.day'] },
  closing: { only: ['later.day', 'payment.collection'] },
  supplement: { only: ['later.clauses'] },
};

function within(path: string, names: readonly string[]): boolean {
  return names.some((name) => path === name || path.startsWith(`${name}.`));
}

/** Whether a business states a field. */
export function isStated(business: Business, path: string): boolean {
  if (path === '' || within(path, ALWAYS)) {
    return true;
  }
  if (path === 'later') {
    return business !== 'new';
  }
  const states = STATES[business];
  return 'only' in states ? within(path, states.only) : !within(path, states.but);
}

/** Whether anything but warnings stands open at a field or in it. */
export function isOpenAt(byPath: ReadonlyMap<string, Finding[]>, path: string): boolean {
  for (const [field, findings] of byPath) {
    if (field === path || field.startsWith(`${path}.`)) {
      if (findings.some(({ gravity }) => gravity !== 'warning')) {
        return true;
      }
    }
  }
  return false;
}
