/** What a search found, as one list to walk through with the arrow keys. */
import type { SearchHits } from '../../backend';
import { shownNumber } from '../../parts/number400';
import type { Route } from '../../route';
import { AGREEMENT_STATE, BUSINESS, NUMBER_STATE, ORDER_STATE, SEARCH, TODAY } from '../../text';

/** One thing found. */
export interface Hit {
  key: string;
  group: string;
  title: string;
  detail: string;
  route: Route;
}

/** All hits in the order they are shown, at most `most` of each group. */
export function listHits(hits: SearchHits | undefined, most: number): Hit[] {
  if (!hits) {
    return [];
  }
  return [
    ...hits.customers.slice(0, most).map(
      (hit): Hit => ({
        key: `customer-${hit.id}`,
        group: SEARCH.customers,
        title: hit.name,
        detail: [hit.code, ...hit.numbers].filter(Boolean).join('　'),
        route: { at: 'customer', id: hit.id },
      }),
    ),
    ...hits.orders.slice(0, most).map(
      (hit): Hit => ({
        key: `order-${hit.id}`,
        group: SEARCH.orders,
        title: hit.company || TODAY.unnamed,
        detail: [
          BUSINESS[hit.business],
          shownNumber(hit.number),
          ORDER_STATE[hit.state],
          hit.updated_at,
        ]
          .filter(Boolean)
          .join('　'),
        route: { at: 'acceptance', order: hit.id },
      }),
    ),
    ...hits.agreements.slice(0, most).map(
      (hit): Hit => ({
        key: `agreement-${hit.number}`,
        group: SEARCH.agreements,
        title: hit.number,
        detail: [hit.company, hit.number_400, AGREEMENT_STATE[hit.state]].join('　'),
        route: { at: 'agreement', number: hit.number },
      }),
    ),
    ...hits.numbers.slice(0, most).map(
      (hit): Hit => ({
        key: `number-${hit.number}`,
        group: SEARCH.numbers,
        title: hit.shown,
        detail: [NUMBER_STATE[hit.state], hit.holder ?? ''].filter(Boolean).join('　'),
        route: hit.agreement
          ? { at: 'agreement', number: hit.agreement }
          : { at: 'stock', state: null, text: hit.number },
      }),
    ),
  ];
}
