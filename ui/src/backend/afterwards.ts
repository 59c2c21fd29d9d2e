/** Which answers are out of date once a command has been done. */
import type { CommandName } from './door';

const orders: CommandName[] = ['order_list', 'order_show', 'customer_show', 'desk_search'];
const numbers: CommandName[] = ['number_list', 'desk_search'];
const returned: CommandName[] = ['returned_show', 'returned_copies'];
const agreements: CommandName[] = ['agreement_list', 'agreement_show', ...returned];
// Their own answer tells how the desk of signed pages stands.
const filed: CommandName[] = ['agreement_show', 'returned_copies'];
const rows: CommandName[] = ['quarantine_list', 'calls_files', 'calls_list', 'month_list'];
const ledger: CommandName[] = ['account_list', 'account_show', 'arrears_list'];
const months: CommandName[] = ['month_list', 'month_show', 'month_summary', 'statement_show'];
const deeds: CommandName[] = [...ledger, ...months];
// What a tariff or a plan costs is reckoned anew for every month that is open.
const prices: CommandName[] = [...deeds, 'tariff_list', 'tariff_try', 'calls_list'];
const disputes: CommandName[] = [...deeds, 'dispute_list', 'calls_list'];

const texts: CommandName[] = ['text_list', 'text_show', 'text_compare', 'audit_list'];

/** Answers that are out of date once a file of call records is in. */
export const AFTER_IMPORT: readonly CommandName[] = [...rows, ...months];

/** Answers that are out of date once a scan of a signed paper is in. */
export const AFTER_PAPER: readonly CommandName[] = ['agreement_show', ...returned];

/** Commands whose answers to ask for anew; a command not named changes nothing shown. */
export const AFTERWARDS: Partial<Record<CommandName, readonly CommandName[]>> = {
  password_change: ['audit_list'],
  staff_add: ['staff_list', 'desk_status'],
  staff_remove: ['staff_list', 'desk_status'],
  staff_reset: ['staff_list'],
  firm_save: ['firm_show', 'desk_status'],
  setting_save: ['setting_show', 'desk_status', 'printer_list', 'scan_devices', 'returned_show'],
  firm_mark_remove: ['firm_marks', 'audit_list'],
  number_add: numbers,
  number_set_state: numbers,
  order_new: ['order_list'],
  // Not `order_show`: the form on the screen is newer than any answer.
  order_save: ['order_list', 'number_list'],
  order_discard: [...orders, ...numbers],
  order_print: [...orders, ...numbers, ...agreements],
  // Whose card it is decides where its values belong.
  paper_update: ['agreement_show', 'reading_show'],
  paper_verify: ['agreement_show'],
  paper_remove: ['agreement_show', 'reading_show', ...returned],
  returned_look: filed,
  returned_place: [...filed, 'audit_list'],
  returned_drop: [...filed, 'audit_list'],
  returned_take_out: [...agreements, 'audit_list'],
  // What takes effect opens an account, or hands one over.
  agreement_sign: [...agreements, ...orders, ...numbers, ...deeds],
  // The same pages, signed; a person confirms them afterwards.
  agreement_sign_on_screen: [...agreements, 'audit_list'],
  agreement_pack: ['audit_list'],
  agreement_void: [...agreements, ...orders, ...numbers],
  // The printer used last is remembered.
  agreement_send: ['setting_show'],
  quarantine_mend: [...rows, ...months],
  quarantine_give_up: [...rows, ...months],
  month_close: [...months, ...ledger],
  statement_export: ['export_state'],
  export_cancel: ['export_state'],
  text_save: texts,
  text_publish: texts,
  text_retire: texts,
  // Not `text_show`: there is nothing left to show.
  text_discard: ['text_list', 'text_compare', 'audit_list'],
  tariff_save: prices,
  account_terms: prices,
  account_suspend: [...deeds, ...numbers],
  account_resume: [...deeds, ...numbers],
  account_close: deeds,
  account_end: [...deeds, ...agreements, ...numbers],
  payment_add: deeds,
  entry_add: deeds,
  entry_reverse: deeds,
  dispute_open: disputes,
  dispute_settle: disputes,
};
