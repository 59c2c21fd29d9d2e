import type { Form, PersonPart } from '../../../backend/bindings';

const nobody: PersonPart = {
  name: '',
  id_kind: 'citizen_id',
  id_number: '',
  id_expiry: '',
  mobile: '',
  office_phone: '',
};

/** An empty form, as tests need one; the window's own come from the desk. */
export function emptyForm(): Form {
  return {
    business: 'new',
    cites: '',
    company: {
      name: '',
      code: '',
      type: '',
      address: '',
      scope: '',
      industry: '',
      founded: '',
      term_until: '',
      phone: '',
      email: '',
      postcode: '',
    },
    legal_representative: { ...nobody },
    handler: { ...nobody },
    handler_is_legal_representative: false,
    number: { number: '', carrier: null, display: 'three_three_four', purpose: '' },
    tariff: {
      package: '',
      contract_amount: '',
      first_payment: '',
      minimum: '',
      rates: { landline: '', mobile: '', international: '' },
      start: '',
      end: '',
      gifts: '',
    },
    strategy: 'in_order',
    bound: [],
    features: [],
    payment: {
      means: 'transfer',
      collection: { bank: '', account_name: '', account: '' },
      invoice_title: '',
      tax_number: '',
    },
    confirmations: {
      declares_true: false,
      read_and_explained: false,
      explained_by: '',
      lawful_use: false,
    },
    later: { day: '', reason: null, clauses: '', note: '', rest: 'moved' },
    remarks: '',
  };
}
