// Generated from desk-app by `cargo xtask bindings`. Not to be edited.

/**
 * Ends the service of a number (协议五（一）): its last month is charged at the
 * next close, then the rest is paid back and [`account_end`] ends the agreement.
 *
 * [`account_end`]: crate::contract::account_end
 */
export type AccountClose = { 
/**
 * The account.
 */
account: number, 
/**
 * Last day of service, `YYYY-MM-DD`.
 */
last_day: string, 
/**
 * Why.
 */
reason: string, };

/**
 * One account in a list.
 */
export type AccountLine = { 
/**
 * Its number.
 */
account: number, 
/**
 * 400 number, ten digits.
 */
number: string, 
/**
 * As shown.
 */
shown: string, 
/**
 * The customer.
 */
customer: number, 
/**
 * The company's name.
 */
company: string, 
/**
 * The agreement it stands on.
 */
agreement: string, 
/**
 * How it stands.
 */
state: AccountState, 
/**
 * Tariff plan.
 */
plan: string, 
/**
 * Whether that plan has a tariff.
 */
plan_known: boolean, 
/**
 * Monthly minimum.
 */
minimum: Money, 
/**
 * Sum of its entries.
 */
balance: Money, 
/**
 * First day of service.
 */
opened: string, 
/**
 * Last day, once closed.
 */
closed: string | null, };

/**
 * Which accounts to list.
 */
export type AccountList = { 
/**
 * Only those whose number, company or agreement contains this.
 */
text: string, 
/**
 * Only in this state.
 */
state: AccountState | null, };

/**
 * Names an account.
 */
export type AccountRef = { 
/**
 * Its number.
 */
account: number, };

/**
 * Puts a number back into service.
 */
export type AccountResume = { 
/**
 * The account.
 */
account: number, 
/**
 * What was settled.
 */
note: string, };

/**
 * How an account stands.
 */
export type AccountState = "open" | "suspended" | "closing" | "closed";

/**
 * Takes a number out of service.
 */
export type AccountSuspend = { 
/**
 * The account.
 */
account: number, 
/**
 * Why, in the clause's terms.
 */
reason: SuspensionReason, 
/**
 * What happened.
 */
note: string, };

/**
 * Gives an account another plan or minimum from now on.
 */
export type AccountTerms = { 
/**
 * The account.
 */
account: number, 
/**
 * Tariff plan.
 */
plan: string, 
/**
 * Monthly minimum in yuan.
 */
minimum: string, 
/**
 * Why.
 */
reason: string, };

/**
 * One account, whole.
 */
export type AccountView = { 
/**
 * As in lists.
 */
line: AccountLine, 
/**
 * Amount of the contract.
 */
contract_amount: Money, 
/**
 * The least that may be paid as the next renewal (协议四（二）8).
 */
renewal_floor: Money, 
/**
 * All entries, newest first, each with the balance after it.
 */
entries: Array<LedgerLine>, 
/**
 * Times out of service, newest first.
 */
suspensions: Array<SuspensionLine>, 
/**
 * Who held it before, oldest first; nobody where it never changed hands.
 */
former: Array<FormerHolder>, 
/**
 * Plans to choose from.
 */
plans: Array<string>, };

/**
 * One agreement in a list.
 */
export type AgreementLine = { 
/**
 * Agreement number.
 */
number: string, 
/**
 * Company's name as printed.
 */
company: string, 
/**
 * 400 number as shown.
 */
number_400: string, 
/**
 * What the customer came for.
 */
business: Business, 
/**
 * Where it stands.
 */
state: AgreementState, 
/**
 * When it was printed, `YYYY-MM-DD HH:MM`.
 */
printed_at: string, 
/**
 * Who printed it.
 */
printed_by: string, 
/**
 * The day it was signed.
 */
signed_on: string | null, };

/**
 * Which agreements to list.
 */
export type AgreementList = { 
/**
 * Only this state.
 */
state: AgreementState | null, 
/**
 * Only those whose number, company or 400 number contains this.
 */
text: string, 
/**
 * How many at most; 0 means 100.
 */
limit: number, };

/**
 * Names an agreement.
 */
export type AgreementRef = { 
/**
 * Agreement number.
 */
number: string, };

/**
 * Prints an archived agreement.
 */
export type AgreementSend = { 
/**
 * Agreement number.
 */
number: string, 
/**
 * Printer's name.
 */
printer: string, 
/**
 * How many sets; each has both copies.
 */
copies: number, 
/**
 * Both sides of the sheet.
 */
duplex: boolean, };

/**
 * The signed papers are in.
 */
export type AgreementSign = { 
/**
 * Agreement number.
 */
number: string, 
/**
 * The day both sides signed, `YYYY-MM-DD`.
 */
signed_on: string, 
/**
 * A manager's reason for taking it with pages missing.
 */
despite: string | null, };

/**
 * Where a printed agreement stands.
 */
export type AgreementState = "printed" | "signed" | "in_force" | "void" | "ended";

/**
 * One agreement, whole.
 */
export type AgreementView = { 
/**
 * As in lists.
 */
line: AgreementLine, 
/**
 * The order it was printed from.
 */
order: number, 
/**
 * Pages in all, both copies.
 */
pages: number, 
/**
 * Pages of one copy.
 */
pages_per_copy: number, 
/**
 * SHA-256 of the archived PDF, in hex.
 */
sha256: string, 
/**
 * Edition of the text it was printed with.
 */
edition: string, 
/**
 * A manager's reason for printing against a finding.
 */
override_reason: string | null, 
/**
 * Why it was voided.
 */
void_reason: string | null, 
/**
 * Scans of the signed paper.
 */
signed_papers: Array<PaperView>, 
/**
 * What is back of the firm's and of the customer's original.
 */
copies: Array<CopyState>, 
/**
 * Signatures that the customer drew on the screen.
 */
on_screen: Array<ScreenSigned>, 
/**
 * Agreements that change or renew this one.
 */
cited_by: Array<AgreementLine>, 
/**
 * The agreement this one changes or renews.
 */
cites: string | null, };

/**
 * Gives an agreement up.
 */
export type AgreementVoid = { 
/**
 * Agreement number.
 */
number: string, 
/**
 * Why.
 */
reason: string, };

/**
 * What checking a file found.
 */
export type ArchiveCheck = { 
/**
 * What its signature tells.
 */
state: ArchiveState, 
/**
 * Name in the certificate that it was signed with.
 */
signed_by: string | null, 
/**
 * When, by this desk's clock, `YYYY-MM-DD HH:MM:SS`.
 */
signed_at: string | null, 
/**
 * SHA-256 of the certificate, in hex.
 */
fingerprint: string | null, };

/**
 * What the signature of an archived file tells.
 */
export type ArchiveState = "intact" | "other_key" | "extended" | "altered" | "foreign" | "unsigned";

/**
 * An account that runs dry or has.
 */
export type ArrearsLine = { 
/**
 * The account.
 */
account: AccountLine, 
/**
 * Average charge of recent months.
 */
average: Money, 
/**
 * The day it is expected to run dry, or ran dry.
 */
dry_on: string | null, 
/**
 * What is due.
 */
due: ArrearsStep, 
/**
 * Out of service since.
 */
suspended_on: string | null, 
/**
 * The day it is due for termination (协议五（二）).
 */
terminate_on: string | null, };

/**
 * What the program proposes.
 */
export type ArrearsStep = "terminate" | "suspend" | "wait" | "remind";

/**
 * How a paper came in (协议第二条: 传真、邮寄、扫描传输形式均可).
 */
export type Arrival = "scan" | "fax" | "post" | "upload";

/**
 * One article (or what stands before the first, or after the last) of both.
 */
export type ArticleChange = { 
/**
 * What happened to it.
 */
kind: ChangeKind, 
/**
 * Its head in the old edition; empty where it is not in it.
 */
old_head: string, 
/**
 * Its head in the new edition; empty where it is not in it.
 */
new_head: string, 
/**
 * Its lines, the head among them.
 */
lines: Array<Pair>, };

/**
 * One entry.
 */
export type AuditLine = { 
/**
 * Entry's number.
 */
seq: number, 
/**
 * When, `YYYY-MM-DD HH:MM:SS`.
 */
at: string, 
/**
 * Who.
 */
staff: string, 
/**
 * What was done, a key the window has words for.
 */
action: string, 
/**
 * To what, for example `agreement QF-2026-000001`.
 */
subject: string, 
/**
 * Details, as the entry keeps them.
 */
detail: string, };

/**
 * Which entries to list.
 */
export type AuditList = { 
/**
 * Only entries older than this one.
 */
before: number | null, 
/**
 * How many at most; 0 means 100.
 */
limit: number, };

/**
 * Data that a text may ask for, written `{company_name}` in the markup.
 */
export type Blank = "agreement_number" | "form_number" | "firm_name" | "firm_address" | "firm_phone" | "firm_representative" | "company_name" | "company_code" | "company_address" | "company_phone" | "company_representative" | "handler_name" | "number400" | "contract_amount" | "contract_amount_capitals" | "first_payment" | "monthly_minimum" | "package" | "start_date" | "end_date" | "cited_agreement";

/**
 * One bound number.
 */
export type BoundNumber = { 
/**
 * Landline or mobile that rings.
 */
number: string, 
/**
 * Whose number it is.
 */
owner: Owner, 
/**
 * 归属证明, for example 话费单.
 */
proof: string, 
/**
 * Date of the proof, `YYYY-MM-DD`.
 */
proof_date: string, 
/**
 * Area served, for [`Strategy::ByArea`].
 */
area: string, 
/**
 * When it rings, for [`Strategy::ByTime`]; empty means always.
 */
windows: Array<TimeWindow>, 
/**
 * Concurrent calls it takes, as typed; empty means no limit.
 */
concurrent: string, };

/**
 * 业务类型.
 */
export type Business = "new" | "change" | "renewal" | "transfer" | "suspension" | "resumption" | "closing" | "supplement";

/**
 * A file that was imported.
 */
export type CallFileLine = { 
/**
 * Its number.
 */
id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * The carrier.
 */
carrier: string, 
/**
 * When it came in, `YYYY-MM-DD HH:MM`.
 */
at: string, 
/**
 * By whom.
 */
by: string, 
/**
 * Rows in it, heads left out.
 */
rows: number, 
/**
 * Calls that were new.
 */
imported: number, 
/**
 * Calls that were there already.
 */
duplicate: number, 
/**
 * Rows set aside that still wait for a person.
 */
waiting: number, 
/**
 * Rows set aside in all.
 */
quarantined: number, 
/**
 * Rows of sums, left out.
 */
skipped_totals: number, 
/**
 * Sums of the file that its own rows do not come to, as sentences.
 */
sums_differ: Array<string>, 
/**
 * New calls that no tariff rates yet.
 */
not_rated: number, 
/**
 * First day of a call.
 */
from: string | null, 
/**
 * Last day of a call.
 */
to: string | null, };

/**
 * One call and how its charge was reached.
 */
export type CallLine = { 
/**
 * Its number.
 */
id: number, 
/**
 * When it started, `YYYY-MM-DD HH:MM:SS`.
 */
started: string, 
/**
 * The caller, middle hidden.
 */
caller: string, 
/**
 * Where it was delivered, middle hidden.
 */
delivered_to: string, 
/**
 * Kind of delivery.
 */
leg: Leg, 
/**
 * Kind of caller.
 */
caller_class: CallerClass, 
/**
 * How long it lasted.
 */
seconds: number, 
/**
 * Whether somebody answered.
 */
answered: boolean, 
/**
 * Started increments that were counted.
 */
increments: number, 
/**
 * Yuan a minute; empty while not rated.
 */
rate: string, 
/**
 * Yuan; empty while not rated.
 */
charge: string, 
/**
 * First day of the tariff version that rated it.
 */
tariff: string | null, 
/**
 * The file it came in.
 */
file_name: string, 
/**
 * Its row there.
 */
row: number, 
/**
 * The dispute it stands in, if any.
 */
dispute: number | null, };

/**
 * Which calls to list.
 */
export type CallList = { 
/**
 * The account.
 */
account: number, 
/**
 * The month, `YYYY-MM`.
 */
month: string, 
/**
 * Only of this kind of delivery.
 */
leg: Leg | null, 
/**
 * Only from this kind of caller.
 */
caller_class: CallerClass | null, 
/**
 * How many to pass over.
 */
offset: number, 
/**
 * How many at most; 0 means 100.
 */
limit: number, };

/**
 * Some calls, and how many there are.
 */
export type CallPage = { 
/**
 * The calls asked for, oldest first.
 */
lines: Array<CallLine>, 
/**
 * How many there are in all.
 */
total: number, };

/**
 * What kind of call it was for the one who answered.
 */
export type CallerClass = "local" | "long_distance";

/**
 * A column of a file.
 */
export type CallsColumn = { 
/**
 * Its head.
 */
head: string, 
/**
 * What it holds: a word of `CallsMeaning`; empty for nothing of use.
 */
meaning: string, 
/**
 * Unit, where the meaning has one: `second` `minute` `yuan` `jiao` `fen` `li`.
 */
unit: string, 
/**
 * Whether a person should look.
 */
unsure: boolean, };

/**
 * Begins the import of a file whose layout a person has confirmed.
 */
export type CallsImport = { 
/**
 * The file, as handed over.
 */
upload: number, 
/**
 * The carrier's name under which the layout is remembered.
 */
carrier: string, 
/**
 * Columns from the left, as confirmed.
 */
columns: Array<CallsColumn>, };

/**
 * A meaning that a column may have, for the list to choose from.
 */
export type CallsMeaning = { 
/**
 * The word.
 */
meaning: string, 
/**
 * In Chinese.
 */
shown: string, 
/**
 * Units it may have, as word and Chinese.
 */
units: Array<[string, string]>, };

/**
 * How an import stands.
 */
export type CallsRun = { 
/**
 * The file's name.
 */
file_name: string, 
/**
 * Part done, 0 to 1.
 */
part: number, 
/**
 * Rows read so far.
 */
rows: number, 
/**
 * Whether it is over.
 */
over: boolean, 
/**
 * What became of the file, once it is over and nothing failed.
 */
done: CallFileLine | null, 
/**
 * Why it stopped, where something failed.
 */
failure: Failure | null, };

/**
 * What a file was found to be, for a person to confirm.
 */
export type CallsSurvey = { 
/**
 * The file, as handed over.
 */
upload: number, 
/**
 * Its name.
 */
file_name: string, 
/**
 * Kind of file: `csv`, `xlsx`, `xls`, `html` …
 */
format: string, 
/**
 * How its text is written; empty for spreadsheets.
 */
encoding: string, 
/**
 * The carrier's name under which this layout is remembered.
 */
carrier: string | null, 
/**
 * Columns from the left, with what each was taken for.
 */
columns: Array<CallsColumn>, 
/**
 * The first rows after the heads, cell by cell.
 */
sample: Array<Array<string>>, 
/**
 * What a person should look at before going on, as sentences.
 */
doubts: Array<string>, 
/**
 * Whether the same bytes were imported before.
 */
known_file: boolean, };

/**
 * Names a file that was handed over.
 */
export type CallsUploadRef = { 
/**
 * Its number.
 */
upload: number, };

/**
 * The carrier a number belongs to.
 */
export type Carrier = "unicom" | "mobile" | "telecom";

/**
 * What happened to an article.
 */
export type ChangeKind = "same" | "changed" | "added" | "removed";

/**
 * 托收账户, filled when the means is [`Means::Collection`].
 */
export type Collection = { 
/**
 * 开户银行.
 */
bank: string, 
/**
 * 账户名称.
 */
account_name: string, 
/**
 * 银行账号.
 */
account: string, };

/**
 * 企业信息, as on the licence.
 */
export type CompanyPart = { 
/**
 * 企业名称.
 */
name: string, 
/**
 * 统一社会信用代码 or a legacy 15-digit 注册号.
 */
code: string, 
/**
 * 类型, for example 有限责任公司.
 */
type: string, 
/**
 * 住所.
 */
address: string, 
/**
 * 经营范围.
 */
scope: string, 
/**
 * 所属行业.
 */
industry: string, 
/**
 * 成立日期, `YYYY-MM-DD`.
 */
founded: string, 
/**
 * 营业期限至: `YYYY-MM-DD`, `long-term`, or empty where the licence has none.
 */
term_until: string, 
/**
 * 企业固定电话 (协议第二条).
 */
phone: string, 
/**
 * 电子邮箱; may be empty.
 */
email: string, 
/**
 * 邮政编码; may be empty.
 */
postcode: string, };

/**
 * How sure a find is.
 */
export type Confidence = "unsure" | "likely" | "certain";

/**
 * 声明与确认, each a required tick.
 */
export type Confirmations = { 
/**
 * 客户声明资料真实、完整 (四（一）1).
 */
declares_true: boolean, 
/**
 * 协议与用户须知已详细阅读并已说明解释 (四（一）3).
 */
read_and_explained: boolean, 
/**
 * Name of the member of staff who explained them.
 */
explained_by: string, 
/**
 * 承诺不用于禁止用途 (四（一）4、5).
 */
lawful_use: boolean, };

/**
 * How much of one original is back.
 */
export type CopyState = { 
/**
 * Which of the two.
 */
original: Original, 
/**
 * Pages it has.
 */
pages: number, 
/**
 * Pages that are back.
 */
back: number, 
/**
 * Pages that are not.
 */
missing: Array<number>, 
/**
 * Pages that came more than once.
 */
twice: Array<number>, 
/**
 * Pages that came, but of another print.
 */
other_print: Array<number>, 
/**
 * Whether a red seal was seen on any page: a hint for a person.
 */
red_seal: boolean, };

/**
 * A rectangle on a page in parts of its width and height (0 … 10 000),
 * measured after rotation from the top left corner.
 */
export type Crop = { 
/**
 * Left edge.
 */
left: number, 
/**
 * Top edge.
 */
top: number, 
/**
 * Right edge, greater than `left`.
 */
right: number, 
/**
 * Bottom edge, greater than `top`.
 */
bottom: number, };

/**
 * A customer that fits.
 */
export type CustomerHit = { 
/**
 * Customer's number in the store.
 */
id: number, 
/**
 * Company's name.
 */
name: string, 
/**
 * Company's code.
 */
code: string, 
/**
 * 400 numbers it holds.
 */
numbers: Array<string>, };

/**
 * Asks for a person's identity number in full.
 */
export type CustomerIdentity = { 
/**
 * Customer's number in the store.
 */
id: number, 
/**
 * Whose.
 */
who: Who, };

/**
 * Names a customer.
 */
export type CustomerRef = { 
/**
 * Customer's number in the store.
 */
id: number, };

/**
 * One customer.
 */
export type CustomerView = { 
/**
 * Customer's number in the store.
 */
id: number, 
/**
 * The company as last recorded.
 */
company: CompanyPart, 
/**
 * The legal representative as last recorded, the identity number hidden
 * but for its ends.
 */
legal_representative: PersonPart, 
/**
 * The handler as last recorded, likewise.
 */
handler: PersonPart, 
/**
 * Orders, newest first.
 */
orders: Array<OrderLine>, 
/**
 * Agreements, newest first.
 */
agreements: Array<AgreementLine>, };

/**
 * What stands in the data folder.
 */
export type DeskState = "new" | "locked" | "open";

/**
 * What the window should show first.
 */
export type DeskStatus = { 
/**
 * What stands in the data folder.
 */
state: DeskState, 
/**
 * Names that may sign in.
 */
staff: Array<string>, 
/**
 * Who is signed in.
 */
session: SessionView | null, 
/**
 * Version of the program.
 */
version: string, };

/**
 * A stretch of one side's line.
 */
export type DiffRun = { 
/**
 * The words.
 */
text: string, 
/**
 * Whether the other side lacks them.
 */
changed: boolean, };

/**
 * How a 400 number is grouped when shown, chosen for each number so that its
 * digits are easy to remember.
 */
export type DisplayForm = "three_three_four" | "three_four_three" | "four_three_three" | "three_seven" | "five_five" | "whole";

/**
 * Which disputes to list.
 */
export type DisputeList = { 
/**
 * Only of this account.
 */
account: number | null, 
/**
 * Only those that wait for an answer.
 */
open_only: boolean, };

/**
 * Opens a dispute over named calls.
 */
export type DisputeOpen = { 
/**
 * The account.
 */
account: number, 
/**
 * The calls.
 */
calls: Array<number>, 
/**
 * What the customer says.
 */
claim: string, };

/**
 * Names a dispute.
 */
export type DisputeRef = { 
/**
 * Its number.
 */
dispute: number, };

/**
 * Answers a dispute.
 */
export type DisputeSettle = { 
/**
 * Its number.
 */
dispute: number, 
/**
 * Whether the customer is right.
 */
upheld: boolean, 
/**
 * Yuan to give back; the charge of the calls when empty.
 */
credit: string, 
/**
 * The answer as it is printed.
 */
reply: string, };

/**
 * Where a dispute stands.
 */
export type DisputeState = "open" | "upheld" | "rejected";

/**
 * One dispute.
 */
export type DisputeView = { 
/**
 * Its number.
 */
id: number, 
/**
 * The account.
 */
account: number, 
/**
 * 400 number as shown.
 */
shown: string, 
/**
 * The company's name.
 */
company: string, 
/**
 * How it stands.
 */
state: DisputeState, 
/**
 * When it was opened.
 */
opened: string, 
/**
 * By whom it was taken in.
 */
opened_by: string, 
/**
 * What the customer says.
 */
claim: string, 
/**
 * The calls in question.
 */
calls: Array<CallLine>, 
/**
 * What the calls cost, rounded once; frozen while it is open.
 */
amount: Money, 
/**
 * When it was answered.
 */
settled: string | null, 
/**
 * The answer.
 */
reply: string, 
/**
 * What was given back.
 */
credit: Money | null, };

/**
 * A document on a page.
 */
export type DocumentFound = { 
/**
 * What it is.
 */
kind: "licence" | "id-portrait" | "id-emblem" | "other", 
/**
 * Where it lies.
 */
corners: [[number, number], [number, number], [number, number], [number, number]], 
/**
 * Degrees clockwise by which it must be turned to stand upright.
 */
rotation: number, 
/**
 * Where red seals were seen: a hint that 已盖公章, for a person to confirm.
 */
seals: Array<[[number, number], [number, number], [number, number], [number, number]]>, };

/**
 * Where an edition stands.
 */
export type EditionState = "draft" | "published" | "retired";

/**
 * Other entries that a person makes.
 */
export type EntryAdd = { 
/**
 * The account.
 */
account: number, 
/**
 * `credit`, `debit`, `refund` or `forfeiture`.
 */
kind: EntryKind, 
/**
 * Yuan, without a sign.
 */
amount: string, 
/**
 * Why.
 */
reason: string, };

/**
 * What an entry is.
 */
export type EntryKind = "first_payment" | "renewal" | "other_payment" | "function_fee" | "calls" | "top_up" | "credit" | "debit" | "refund" | "forfeiture" | "reversal";

/**
 * Names an entry.
 */
export type EntryRef = { 
/**
 * The entry.
 */
entry: number, };

/**
 * Takes an entry back by its opposite.
 */
export type EntryReverse = { 
/**
 * The account.
 */
account: number, 
/**
 * The entry.
 */
entry: number, 
/**
 * Why.
 */
reason: string, };

/**
 * How an export stands.
 */
export type ExportRun = { 
/**
 * Statements written.
 */
done: number, 
/**
 * Statements in all.
 */
total: number, 
/**
 * Whether it is over.
 */
over: boolean, 
/**
 * The folder.
 */
folder: string, 
/**
 * Why it stopped, where something failed.
 */
failure: Failure | null, };

/**
 * A refusal on its way to a person.
 */
export type Failure = { 
/**
 * The situation; key of the sentence in the wording table.
 */
code: string, 
/**
 * The sentence, ready to be read.
 */
message: string, 
/**
 * The field it is about, as a path in the request, when there is one.
 */
field: string | null, 
/**
 * Values that stand in the sentence.
 */
details: { [key in string]: string }, };

/**
 * 功能.
 */
export type Feature = "colour_ring" | "ivr" | "recording" | "voicemail" | "block_list" | "allow_list" | "screen_pop" | "sms" | "forward_busy" | "forward_no_answer" | "agent_number" | "satisfaction";

/**
 * The pack that goes to the carrier's file: a folder of files.
 */
export type FilingPack = { 
/**
 * Where it lies.
 */
folder: string, 
/**
 * Its files, in the order that the carrier demands.
 */
files: Array<PackedFile>, 
/**
 * What the carrier demands and the office does not have, in words.
 */
missing: Array<string>, };

/**
 * One thing to tell the person at the desk.
 */
export type Finding = { 
/**
 * Path of the field as in the form's JSON: `company.code`, `bound.2.number`,
 * or `papers.licence` for a paper, `` for the form as a whole.
 */
field: string, 
/**
 * The situation; key of the sentence in the wording table.
 */
code: string, 
/**
 * Values for the sentence's placeholders.
 */
details: { [key in string]: string }, 
/**
 * How much it weighs.
 */
gravity: Gravity, };

/**
 * 甲方: the reseller's own profile, as the manager keeps it.
 */
export type Firm = { 
/**
 * Full registered name.
 */
name: string, 
/**
 * 统一社会信用代码, as typed; may be empty.
 */
code: string, 
/**
 * 住所地.
 */
address: string, 
/**
 * 联系方式 printed in the signature block.
 */
phone: string, 
/**
 * 代表人.
 */
representative: string, 
/**
 * Letters put before agreement numbers, for example `QF`.
 */
number_prefix: string, };

/**
 * A picture in force.
 */
export type FirmMark = { 
/**
 * The picture, as a paper.
 */
paper: number, 
/**
 * Its width on paper in millimetres; of a signature 0.
 */
millimetres: number, };

/**
 * Takes a picture out of use.
 */
export type FirmMarkRef = { 
/**
 * Which of the two.
 */
kind: MarkKind, };

/**
 * The firm's pictures.
 */
export type FirmMarksView = { 
/**
 * 公章.
 */
seal: FirmMark | null, 
/**
 * 代表人签名.
 */
signature: FirmMark | null, };

/**
 * First run.
 */
export type FirstRun = { 
/**
 * The firm's profile.
 */
firm: Firm, 
/**
 * Name of the first manager.
 */
manager: string, 
/**
 * Password of the first manager.
 */
password: string, };

/**
 * The whole form as typed. Every text may be empty; amounts, dates and
 * identifiers are texts until the review reads them.
 */
export type Form = { 
/**
 * What the customer came for.
 */
business: Business, 
/**
 * Number of the agreement this one changes or renews; empty for 新装.
 */
cites: string, 
/**
 * 企业信息.
 */
company: CompanyPart, 
/**
 * 法定代表人（负责人）.
 */
legal_representative: PersonPart, 
/**
 * 经办人.
 */
handler: PersonPart, 
/**
 * Whether the handler is the legal representative in person.
 */
handler_is_legal_representative: boolean, 
/**
 * 400 号码、显示方式、用途.
 */
number: NumberPart, 
/**
 * 套餐与资费.
 */
tariff: Tariff, 
/**
 * How calls are spread over the bound numbers.
 */
strategy: Strategy, 
/**
 * 绑定号码, in ringing order.
 */
bound: Array<BoundNumber>, 
/**
 * 功能.
 */
features: Array<Feature>, 
/**
 * 付款与发票.
 */
payment: Payment, 
/**
 * 声明与确认.
 */
confirmations: Confirmations, 
/**
 * What a later business is about.
 */
later: LaterPart, 
/**
 * 备注.
 */
remarks: string, };

/**
 * A customer who held an account before another.
 */
export type FormerHolder = { 
/**
 * The customer.
 */
customer: number, 
/**
 * The company.
 */
company: string, 
/**
 * Their agreement.
 */
agreement: string, 
/**
 * Their last day.
 */
until: string, };

/**
 * Something found, to be confirmed.
 */
export type Found = { 
/**
 * What it is.
 */
kind: FoundKind, 
/**
 * Line of the file (paragraph of the .docx), from 1.
 */
source_line: number, 
/**
 * Line of the markup, from 1.
 */
line: number, 
/**
 * Its words, shortened; for a blank what stands before it.
 */
text: string, 
/**
 * What fills the blank, by its name in the markup.
 */
blank: Blank | null, 
/**
 * How sure that is.
 */
confidence: Confidence, };

/**
 * What kind of thing was found.
 */
export type FoundKind = "motto" | "title" | "number" | "party" | "preamble" | "article" | "section" | "item" | "blank" | "unnamed_blank" | "signatures" | "sides_moved" | "joined" | "attachment" | "signatures_lacking";

/**
 * The store was made.
 */
export type Founded = { 
/**
 * Shown once, to be written down and locked away.
 */
recovery_code: string, 
/**
 * The first manager is signed in.
 */
session: SessionView, };

/**
 * A monthly fee for a function.
 */
export type FunctionFee = { 
/**
 * The function.
 */
feature: Feature, 
/**
 * Yuan a month.
 */
fee: string, };

/**
 * How much a finding weighs.
 */
export type Gravity = "warning" | "waivable" | "missing" | "wrong";

/**
 * 证件类型.
 */
export type IdKind = "citizen_id" | "resident_permit" | "permanent_resident" | "passport";

/**
 * Seconds that are counted as one: 6, 30 or 60, a field of the tariff.
 */
export type Increment = "six_seconds" | "half_minute" | "minute";

/**
 * A kind of call in a month.
 */
export type KindLine = { 
/**
 * Where the calls were delivered.
 */
leg: Leg, 
/**
 * Where they came from.
 */
caller_class: CallerClass, 
/**
 * How many.
 */
calls: number, 
/**
 * Minutes that were counted.
 */
minutes: number, 
/**
 * What they cost, in yuan with as many decimals as it has.
 */
charge: string, };

/**
 * What a later business is about, as typed.
 */
export type LaterPart = { 
/**
 * The day on which it takes effect: first day without service, first day
 * with service again, last day of service, first day of the new owner's.
 */
day: string, 
/**
 * Why the firm suspends; none when the customer asks for it.
 */
reason: SuspensionReason | null, 
/**
 * 补充条款, one a paragraph.
 */
clauses: string, 
/**
 * A remark on the form.
 */
note: string, 
/**
 * What becomes of the balance of a number that changes hands.
 */
rest: RestOfBalance, };

/**
 * One entry of the ledger.
 */
export type LedgerLine = { 
/**
 * Its number.
 */
id: number, 
/**
 * The day it counts for.
 */
on: string, 
/**
 * The month it belongs to, if any.
 */
month: string | null, 
/**
 * What it is.
 */
kind: EntryKind, 
/**
 * The amount with its sign.
 */
amount: Money, 
/**
 * Balance after it.
 */
balance: Money, 
/**
 * What was noted.
 */
note: string, 
/**
 * Who made it.
 */
by: string, 
/**
 * Number of the receipt, for money received.
 */
receipt: string | null, 
/**
 * The entry it takes back.
 */
reverses: number | null, 
/**
 * Whether it may still be taken back by a manager.
 */
reversible: boolean, };

/**
 * Where a call was delivered.
 */
export type Leg = "landline" | "mobile" | "international";

/**
 * Which of the two.
 */
export type MarkKind = "seal" | "signature";

/**
 * 付款方式.
 */
export type Means = "transfer" | "cash" | "card" | "qr_pay" | "collection";

/**
 * An amount in fen. Serialised as the whole number of fen.
 */
export type Money = number;

/**
 * One account's month.
 */
export type MonthAccount = { 
/**
 * The account.
 */
account: number, 
/**
 * 400 number as shown.
 */
shown: string, 
/**
 * The customer.
 */
customer: number, 
/**
 * The company's name.
 */
company: string, 
/**
 * The figures.
 */
figures: MonthFigures, 
/**
 * What is odd.
 */
oddities: Array<Oddity>, };

/**
 * The figures of a month.
 */
export type MonthFigures = { 
/**
 * Calls.
 */
calls: number, 
/**
 * Minutes that were counted.
 */
minutes: number, 
/**
 * What the calls cost, rounded once.
 */
rated: Money, 
/**
 * The minimum that applies to this month.
 */
minimum: Money, 
/**
 * What was added up to the minimum.
 */
top_up: Money, 
/**
 * Fees for functions.
 */
fees: Money, 
/**
 * Balance before the month.
 */
opening: Money, 
/**
 * Money received in the month.
 */
payments: Money, 
/**
 * Credits, refunds, forfeitures, reversals in the month.
 */
corrections: Money, 
/**
 * Balance after it.
 */
closing: Money, };

/**
 * A month in the list.
 */
export type MonthLine = { 
/**
 * `YYYY-MM`.
 */
month: string, 
/**
 * Whether it is closed.
 */
closed: boolean, 
/**
 * Whether it is the one to close next.
 */
next: boolean, 
/**
 * Accounts in it.
 */
numbers: number, 
/**
 * Calls in it.
 */
calls: number, 
/**
 * Charged in all, once closed.
 */
charged: Money, 
/**
 * Of that, up to the minimum.
 */
top_up: Money, 
/**
 * When it was closed.
 */
closed_at: string | null, 
/**
 * By whom.
 */
closed_by: string | null, };

/**
 * One month of the chart.
 */
export type MonthPoint = { 
/**
 * `YYYY-MM`.
 */
month: string, 
/**
 * What calls cost.
 */
rated: Money, 
/**
 * Up to the minimum.
 */
top_up: Money, 
/**
 * Fees.
 */
fees: Money, 
/**
 * Money received.
 */
payments: Money, };

/**
 * Names a month.
 */
export type MonthRef = { 
/**
 * `YYYY-MM`.
 */
month: string, };

/**
 * A month as it would be, or was, closed.
 */
export type MonthSheet = { 
/**
 * `YYYY-MM`.
 */
month: string, 
/**
 * Whether it is closed.
 */
closed: boolean, 
/**
 * Why it cannot be closed yet, as sentences.
 */
hindrances: Array<Failure>, 
/**
 * One line for each account.
 */
lines: Array<MonthAccount>, 
/**
 * Sums over all lines.
 */
total: MonthFigures, 
/**
 * Calls that no tariff rates.
 */
not_rated: number, 
/**
 * Rows set aside that wait for a person.
 */
quarantined: number, };

/**
 * The manager's summary of a month.
 */
export type MonthSummary = { 
/**
 * `YYYY-MM`.
 */
month: string, 
/**
 * Sums.
 */
total: MonthFigures, 
/**
 * By kind of call.
 */
kinds: Array<KindLine>, 
/**
 * The twelve months up to this one, oldest first, for the chart.
 */
course: Array<MonthPoint>, };

/**
 * The papers that go with what happens to an account.
 */
export type NoticeKind = "arrears" | "suspension" | "resumption" | "closing" | "termination";

/**
 * Writes a notice into the export folder.
 */
export type NoticeSave = { 
/**
 * The account.
 */
account: number, 
/**
 * Which.
 */
kind: NoticeKind, };

/**
 * A list of numbers for the stock, one a line; a carrier may follow a comma or tab.
 */
export type NumberAdd = { 
/**
 * The list as pasted or read from a file.
 */
text: string, };

/**
 * What became of the list.
 */
export type NumberAdded = { 
/**
 * New in stock.
 */
added: number, 
/**
 * Were there already.
 */
known: number, 
/**
 * Lines not taken, with the reason.
 */
refused: Array<RefusedLine>, };

/**
 * How many numbers are in a state.
 */
export type NumberCount = { 
/**
 * The state.
 */
state: NumberState, 
/**
 * How many.
 */
count: number, };

/**
 * One number in stock.
 */
export type NumberLine = { 
/**
 * Ten digits.
 */
number: string, 
/**
 * As shown, 400-xxx-xxxx.
 */
shown: string, 
/**
 * Carrier.
 */
carrier: Carrier, 
/**
 * State.
 */
state: NumberState, 
/**
 * Since when, `YYYY-MM-DD HH:MM`.
 */
since: string, 
/**
 * Company that holds it, if any.
 */
holder: string | null, 
/**
 * Order that holds it, if any.
 */
order: number | null, 
/**
 * Agreement that holds it, if any.
 */
agreement: string | null, 
/**
 * Note.
 */
note: string, };

/**
 * Which numbers to list.
 */
export type NumberList = { 
/**
 * Only this state.
 */
state: NumberState | null, 
/**
 * Only numbers that contain these digits.
 */
text: string, 
/**
 * How many to pass over.
 */
offset: number, 
/**
 * How many at most; 0 means 100.
 */
limit: number, };

/**
 * Some numbers, and how many there are in each state.
 */
export type NumberPage = { 
/**
 * The numbers asked for.
 */
lines: Array<NumberLine>, 
/**
 * How many fit in all.
 */
total: number, 
/**
 * Counts by state over the whole stock.
 */
counts: Array<NumberCount>, };

/**
 * 400 号码与用途.
 */
export type NumberPart = { 
/**
 * The 400 number, as typed or picked from stock.
 */
number: string, 
/**
 * Carrier, when corrected by hand; otherwise derived from the prefix.
 */
carrier: Carrier | null, 
/**
 * How the number is grouped when shown.
 */
display: DisplayForm, 
/**
 * 号码用途, which must fit the business scope.
 */
purpose: string, };

/**
 * A change of state by hand.
 */
export type NumberSetState = { 
/**
 * Ten digits.
 */
number: string, 
/**
 * The new state.
 */
state: NumberState, 
/**
 * Why.
 */
reason: string, };

/**
 * Where a number stands.
 */
export type NumberState = "free" | "reserved" | "in_use" | "suspended" | "closed" | "returned";

/**
 * Something odd about a line.
 */
export type Oddity = { 
/**
 * Which.
 */
code: string, 
/**
 * As a sentence.
 */
message: string, };

/**
 * One order in a list.
 */
export type OrderLine = { 
/**
 * Order's number in the store.
 */
id: number, 
/**
 * Company's name as typed so far.
 */
company: string, 
/**
 * 400 number as typed so far.
 */
number: string, 
/**
 * What the customer came for.
 */
business: Business, 
/**
 * Where it stands.
 */
state: OrderState, 
/**
 * Last change, `YYYY-MM-DD HH:MM`.
 */
updated_at: string, 
/**
 * Who changed it.
 */
updated_by: string, 
/**
 * Agreement printed from it.
 */
agreement: string | null, };

/**
 * Which orders to list.
 */
export type OrderList = { 
/**
 * Only those still open: draft, ready, printed, signed.
 */
open_only: boolean, 
/**
 * How many at most; 0 means 100.
 */
limit: number, };

/**
 * Starts an acceptance.
 */
export type OrderNew = { 
/**
 * A known customer whose data to begin with.
 */
customer: number | null, 
/**
 * What they came for.
 */
business: Business, 
/**
 * The agreement that is changed or renewed.
 */
cites: string | null, };

/**
 * Prints an order.
 */
export type OrderPrint = { 
/**
 * Order's number in the store.
 */
id: number, 
/**
 * The revision the window last saw.
 */
revision: number, 
/**
 * A manager's reason for letting waivable findings through.
 */
override_reason: string | null, };

/**
 * Everything that was read off the papers of an order.
 */
export type OrderReadings = { 
/**
 * Papers that were read, each by its last reading.
 */
papers: Array<PaperReading>, 
/**
 * Values for the form, in the order of the papers.
 */
proposals: Array<Proposal>, };

/**
 * Names an order.
 */
export type OrderRef = { 
/**
 * Order's number in the store.
 */
id: number, };

/**
 * What was typed.
 */
export type OrderSave = { 
/**
 * Order's number in the store.
 */
id: number, 
/**
 * The revision the window last saw.
 */
revision: number, 
/**
 * The form as typed.
 */
form: Form, };

/**
 * Saved.
 */
export type OrderSaved = { 
/**
 * The new revision.
 */
revision: number, 
/**
 * Where it stands now.
 */
state: OrderState, 
/**
 * What is wrong or missing.
 */
review: Review, 
/**
 * When, `YYYY-MM-DD HH:MM:SS`.
 */
saved_at: string, };

/**
 * Where an order stands.
 */
export type OrderState = "draft" | "ready" | "printed" | "signed" | "in_force" | "void";

/**
 * One order, whole.
 */
export type OrderView = { 
/**
 * Order's number in the store.
 */
id: number, 
/**
 * Grows with every saving; saving asks for the one last seen.
 */
revision: number, 
/**
 * Where it stands.
 */
state: OrderState, 
/**
 * The form as typed.
 */
form: Form, 
/**
 * What is wrong or missing.
 */
review: Review, 
/**
 * Papers attached, in the order they came.
 */
papers: Array<PaperView>, 
/**
 * The customer, once known.
 */
customer: number | null, 
/**
 * Agreement printed from it.
 */
agreement: string | null, 
/**
 * Last saving, `YYYY-MM-DD HH:MM:SS`.
 */
saved_at: string, };

/**
 * One of the two originals.
 */
export type Original = "firm" | "customer";

/**
 * 绑定号码所有者.
 */
export type Owner = "company" | "legal_representative" | "employee" | "affiliate";

/**
 * A file of the pack.
 */
export type PackedFile = { 
/**
 * Its name.
 */
name: string, 
/**
 * What it holds, in words.
 */
what: string, 
/**
 * Its size in thousands of bytes, rounded up.
 */
kilobytes: number, 
/**
 * Its pages.
 */
pages: number, 
/**
 * Whether it is larger than the carrier takes.
 */
too_large: boolean, };

/**
 * A line of the old edition beside the line of the new one that took its
 * place; an empty side has no such line.
 */
export type Pair = { 
/**
 * What happened to the line.
 */
kind: ChangeKind, 
/**
 * The old line.
 */
old: Array<DiffRun>, 
/**
 * The new line.
 */
new: Array<DiffRun>, };

/**
 * What a paper is.
 */
export type PaperKind = "licence" | "id-portrait" | "id-emblem" | "legal-id-portrait" | "legal-id-emblem" | "authorisation" | "letter-of-commitment" | "bound-number-proof" | "signed" | "other";

/**
 * Has a paper read.
 */
export type PaperRead = { 
/**
 * Paper's number in the store.
 */
id: number, 
/**
 * Where the document lies, when a person showed it; otherwise it is
 * looked for.
 */
corners: [[number, number], [number, number], [number, number], [number, number]] | null, 
/**
 * Which document of the page the corners are of, from 0; the others keep
 * what was read off them. Without it the page bears this document alone.
 */
document: number | null, };

/**
 * One paper that was read.
 */
export type PaperReading = { 
/**
 * Paper's number in the store.
 */
paper: number, 
/**
 * The reading's number in the store.
 */
reading: number, 
/**
 * When, `YYYY-MM-DD HH:MM`.
 */
at: string, 
/**
 * Width of the whole page, in the pixels that corners count in.
 */
width: number, 
/**
 * Its height.
 */
height: number, 
/**
 * What lies on the page; empty when nothing was recognised.
 */
documents: Array<DocumentFound>, };

/**
 * Takes a paper off an order.
 */
export type PaperRemove = { 
/**
 * Paper's number in the store.
 */
id: number, 
/**
 * Why.
 */
reason: string, };

/**
 * A change of what is known about a paper.
 */
export type PaperUpdate = { 
/**
 * Paper's number in the store.
 */
id: number, 
/**
 * What it is.
 */
kind: PaperKind, 
/**
 * How it came in.
 */
arrival: Arrival, 
/**
 * Whether staff saw the company seal on it.
 */
sealed: boolean, 
/**
 * Turn to the right.
 */
rotation: Rotation, 
/**
 * The part that counts.
 */
crop: Crop | null, };

/**
 * A check against the world.
 */
export type PaperVerify = { 
/**
 * Paper's number in the store.
 */
id: number, 
/**
 * What was found.
 */
verification: Verification, 
/**
 * How it was checked.
 */
how: string, };

/**
 * One page of a paper that was taken in. The pages of a longer file are
 * papers of their own that share the file.
 */
export type PaperView = { 
/**
 * Paper's number in the store.
 */
id: number, 
/**
 * What it is.
 */
kind: PaperKind, 
/**
 * How it came in.
 */
arrival: Arrival, 
/**
 * Name of the file it came in.
 */
file_name: string, 
/**
 * Page of that file, from 1.
 */
page: number, 
/**
 * Pages of that file.
 */
pages: number, 
/**
 * Whether staff saw the company seal on it.
 */
sealed: boolean, 
/**
 * Turn to the right.
 */
rotation: Rotation, 
/**
 * The part that counts.
 */
crop: Crop | null, 
/**
 * How far it is trusted.
 */
verification: Verification, 
/**
 * How it was verified, by whom and when, as one line.
 */
verified: string | null, };

/**
 * How the monthly minimum is taken for a month in which the number was open
 * only on some days: the first or the last one.
 */
export type PartMonth = "actual_only" | "full_minimum" | "by_days";

/**
 * A change of one's own password.
 */
export type PasswordChange = { 
/**
 * The present one.
 */
old: string, 
/**
 * The new one.
 */
new: string, };

/**
 * 付款与发票.
 */
export type Payment = { 
/**
 * 付款方式.
 */
means: Means, 
/**
 * 托收账户.
 */
collection: Collection, 
/**
 * 发票抬头; empty means the company's name.
 */
invoice_title: string, 
/**
 * 纳税人识别号; empty means the company's code.
 */
tax_number: string, };

/**
 * Money received.
 */
export type PaymentAdd = { 
/**
 * The account.
 */
account: number, 
/**
 * What for.
 */
kind: PaymentKind, 
/**
 * Yuan.
 */
amount: string, 
/**
 * Means of payment.
 */
means: Means, 
/**
 * Remark.
 */
note: string, 
/**
 * A manager's reason for taking a renewal below the floor.
 */
override_reason: string | null, };

/**
 * What a customer pays for.
 */
export type PaymentKind = "first" | "renewal" | "other";

/**
 * Where the pen was.
 */
export type PenSpot = { 
/**
 * To the right, in the window's pixels.
 */
x: number, 
/**
 * Down, in the window's pixels.
 */
y: number, 
/**
 * Milliseconds since the pen first touched.
 */
t: number, 
/**
 * 0 to 1; 0 throughout when the device tells none.
 */
pressure: number, };

/**
 * Something a person may or may not do.
 */
export type Permission = "take_orders" | "view_papers" | "override" | "void_agreement" | "keep_stock" | "keep_firm" | "keep_staff" | "read_audit" | "keep_backups" | "keep_accounts" | "keep_prices";

/**
 * A natural person on the form.
 */
export type PersonPart = { 
/**
 * 姓名.
 */
name: string, 
/**
 * 证件类型.
 */
id_kind: IdKind, 
/**
 * 证件号码.
 */
id_number: string, 
/**
 * 证件有效期至: `YYYY-MM-DD` or `long-term`.
 */
id_expiry: string, 
/**
 * 手机.
 */
mobile: string, 
/**
 * 办公电话; may be empty.
 */
office_phone: string, };

/**
 * A short-lived page for a telephone.
 */
export type PhonePage = { 
/**
 * Its address.
 */
address: string, 
/**
 * The address as a QR code, in SVG.
 */
qr: string, 
/**
 * Whether what is sent is encrypted on its way.
 */
encrypted: boolean, 
/**
 * Seconds until it closes by itself.
 */
seconds_left: number, };

/**
 * Where a page that came back belongs.
 */
export type Place = { 
/**
 * Number of the agreement.
 */
agreement: string, 
/**
 * Which of the two originals.
 */
original: Original, 
/**
 * Page of it, from 1.
 */
page: number, };

/**
 * Pages set for a look.
 */
export type Preview = { 
/**
 * Pages of the draft: one copy and the form; pictures by the `paper:` protocol.
 */
pages: number, 
/**
 * Pages of one copy.
 */
pages_per_copy: number, 
/**
 * Revision of the order that was set.
 */
revision: number, };

/**
 * What kind of line it is.
 */
export type PreviewKind = "flush" | "right" | "article" | "section" | "paragraph" | "confirm" | "sign" | "signature";

/**
 * One line.
 */
export type PreviewLine = { 
/**
 * Line of the markup, from 1.
 */
line: number, 
/**
 * What kind of line it is.
 */
kind: PreviewKind, 
/**
 * Its runs; those of the left side in a signature row.
 */
runs: Array<PreviewRun>, 
/**
 * The right side of a signature row; empty otherwise.
 */
right: Array<PreviewRun>, };

/**
 * A stretch of a line.
 */
export type PreviewRun = { "kind": "text", 
/**
 * The words.
 */
text: string, 
/**
 * Whether they are bold.
 */
bold: boolean, } | { "kind": "blank", 
/**
 * Its name in the markup.
 */
name: string, 
/**
 * What people call it.
 */
label: string, } | { "kind": "unnamed", 
/**
 * What stood before it.
 */
hint: string, } | { "kind": "hand", 
/**
 * Its width in characters.
 */
width: number, };

/**
 * A print job.
 */
export type PrintJob = { 
/**
 * Printer's name.
 */
printer: string, 
/**
 * The printer's own number for the job.
 */
job: number, 
/**
 * Where it stands.
 */
state: PrintJobState, 
/**
 * What keeps it, in a sentence; else what the printer says, in its own words.
 */
message: string, };

/**
 * Names a print job.
 */
export type PrintJobRef = { 
/**
 * Printer's name.
 */
printer: string, 
/**
 * The printer's own number for the job.
 */
job: number, };

/**
 * Where a print job stands.
 */
export type PrintJobState = "waiting" | "printing" | "done" | "stopped" | "failed";

/**
 * A printer of this computer, or one added by address.
 */
export type PrinterView = { 
/**
 * Name or address to print to.
 */
name: string, 
/**
 * What to call it.
 */
description: string, 
/**
 * Whether it takes jobs now.
 */
ready: boolean, 
/**
 * What keeps it from printing, in a sentence; else what it says of itself,
 * in its own words.
 */
message: string, 
/**
 * Whether the system prints here unless told otherwise.
 */
default: boolean, 
/**
 * Whether it prints both sides.
 */
duplex: boolean, };

/**
 * A value read off a paper, for one field of the form.
 */
export type Proposal = { 
/**
 * The field of the form, as a path: `company.code`.
 */
place: string, 
/**
 * The paper.
 */
paper: number, 
/**
 * The reading.
 */
reading: number, 
/**
 * The document within the reading, from 0.
 */
document: number, 
/**
 * The field on the document.
 */
field: string, 
/**
 * As printed.
 */
text: string, 
/**
 * As the form takes it.
 */
value: string, 
/**
 * How sure the reader is, 0 … 1.
 */
confidence: number, 
/**
 * Who says so.
 */
witnesses: ("ocr" | "qr" | "checksum")[], 
/**
 * Where it stands on the page.
 */
corners: [[number, number], [number, number], [number, number], [number, number]], 
/**
 * Whether a person must look before it is used.
 */
verify: boolean, 
/**
 * Why, the best told first; empty for readings of earlier versions.
 */
doubts: ("contradicted" | "unproven" | "repaired" | "incomplete" | "overlaid" | "shape" | "displaced" | "unsure_letter")[], 
/**
 * What a person last stood by, having looked.
 */
settled: string | null, };

/**
 * A row that cannot be set right.
 */
export type QuarantineGiveUp = { 
/**
 * The row set aside.
 */
id: number, 
/**
 * Why.
 */
reason: string, };

/**
 * A row set aside.
 */
export type QuarantineLine = { 
/**
 * Its number.
 */
id: number, 
/**
 * The file.
 */
file: number, 
/**
 * The file's name.
 */
file_name: string, 
/**
 * Row in the file, from 1, heads counted.
 */
row: number, 
/**
 * Heads of the columns.
 */
heads: Array<string>, 
/**
 * The row, cell by cell.
 */
cells: Array<string>, 
/**
 * Why, as a code.
 */
reason: string, 
/**
 * Why, as a sentence.
 */
message: string, 
/**
 * What became of it: `waiting`, `mended`, `given_up`.
 */
state: string, };

/**
 * Which rows set aside to list.
 */
export type QuarantineList = { 
/**
 * Only of this file.
 */
file: number | null, 
/**
 * Those done with as well.
 */
all: boolean, };

/**
 * A row set right by hand.
 */
export type QuarantineMend = { 
/**
 * The row set aside.
 */
id: number, 
/**
 * Its cells as they should be.
 */
cells: Array<string>, };

/**
 * Rates by leg in yuan a minute, as typed; empty means as in the package.
 */
export type Rates = { 
/**
 * 固话接听.
 */
landline: string, 
/**
 * 手机接听.
 */
mobile: string, 
/**
 * 国际接听; empty when not allowed.
 */
international: string, };

/**
 * A person looked and stands by a value.
 */
export type ReadingSettle = { 
/**
 * The reading that raised the question.
 */
reading: number, 
/**
 * The document within the reading.
 */
document: number, 
/**
 * The field on the document.
 */
field: string, 
/**
 * What the person stands by, as it stands in the form.
 */
value: string, };

/**
 * A manager lost the password but has the recovery code.
 */
export type Recover = { 
/**
 * Name of the manager.
 */
name: string, 
/**
 * The code from first run.
 */
recovery_code: string, 
/**
 * The new password.
 */
new_password: string, };

/**
 * A file that could not be taken.
 */
export type RefusedFile = { 
/**
 * Its name.
 */
name: string, 
/**
 * Why not.
 */
why: Failure, };

/**
 * A line that was not taken.
 */
export type RefusedLine = { 
/**
 * Line in the list, from 1.
 */
line: number, 
/**
 * The line's text, cut at 40 characters.
 */
text: string, 
/**
 * Why, as a Chinese sentence.
 */
message: string, };

/**
 * What becomes of the money when a number changes hands or is closed.
 */
export type RestOfBalance = "moved" | "refunded";

/**
 * The signed pages of one agreement.
 */
export type ReturnedCopies = { 
/**
 * What is back of each original.
 */
copies: Array<CopyState>, 
/**
 * The pages, by original and page.
 */
pages: Array<ReturnedPage>, 
/**
 * Whether it may be confirmed as signed.
 */
enough: boolean, };

/**
 * Everything about signed pages: what waits for them and what came.
 */
export type ReturnedDesk = { 
/**
 * Pages that nobody has looked at yet.
 */
unseen: number, 
/**
 * Pages that the desk looked at for this answer.
 */
looked: number, 
/**
 * Printed agreements that wait for their signed pages, oldest first.
 */
waiting: Array<WaitingAgreement>, 
/**
 * Pages that could not be filed by themselves.
 */
unplaced: Array<ReturnedPage>, 
/**
 * Days after which an unsigned agreement is on the day's list.
 */
patience_days: number, };

/**
 * A page that does not belong here.
 */
export type ReturnedDrop = { 
/**
 * The scan.
 */
paper: number, 
/**
 * Why it is taken off.
 */
reason: string, };

/**
 * A page that came back.
 */
export type ReturnedPage = { 
/**
 * The scan.
 */
paper: PaperView, 
/**
 * What its mark says, if it has one.
 */
mark: Place | null, 
/**
 * Where it is filed.
 */
place: Place | null, 
/**
 * Whether a person filed it.
 */
by_hand: boolean, 
/**
 * Whether it was printed together with the pages in the archive.
 */
same_print: boolean, 
/**
 * Whether a red seal was seen on it.
 */
red_seal: boolean, 
/**
 * Why it is not filed.
 */
why: WhyUnplaced | null, 
/**
 * What was said when it was taken out of where it was filed.
 */
taken_out: string | null, };

/**
 * Says where a page belongs.
 */
export type ReturnedPlacing = { 
/**
 * The scan.
 */
paper: number, 
/**
 * Number of the agreement.
 */
agreement: string, 
/**
 * Which of the two originals.
 */
original: Original, 
/**
 * Page of it, from 1.
 */
page: number, 
/**
 * Why it is filed anew, where it was filed already.
 */
reason: string | null, };

/**
 * All that the review found, in the order of the form.
 */
export type Review = { 
/**
 * The findings.
 */
findings: Array<Finding>, 
/**
 * RMB capitals of the amounts that could be read, by field path.
 */
capitals: { [key in string]: string }, };

/**
 * The three kinds of work in the office.
 */
export type Role = "front_desk" | "manager" | "accounts";

/**
 * A turn to the right by quarters.
 */
export type Rotation = "upright" | "right" | "upsidedown" | "left";

/**
 * A file was written.
 */
export type SavedFile = { 
/**
 * Where it lies.
 */
path: string, };

/**
 * Where a scan stands.
 */
export type ScanAt = "waiting" | "scanning" | "cancelling" | "stopped" | "done";

/**
 * A device to choose from.
 */
export type ScanDevice = { 
/**
 * Kind of place.
 */
kind: "escl" | "sane" | "wia" | "folder" | "phone", 
/**
 * What its source knows it by.
 */
id: string, 
/**
 * Its name as people know it.
 */
name: string, };

/**
 * Devices that can be seen now.
 */
export type ScanDevices = { 
/**
 * Scanners and folders, those of the network first.
 */
devices: Array<ScanDevice>, 
/**
 * What kept some place from being looked through.
 */
troubles: Array<Failure>, 
/**
 * Device that was used last.
 */
last: string, 
/**
 * Profile that was used last.
 */
profile: "licence" | "id_card" | "signed", };

/**
 * Begins to scan into the tray of an order, or signed pages.
 */
export type ScanStart = { 
/**
 * The order; none for signed pages, which find their agreement by
 * themselves.
 */
order: number | null, 
/**
 * Kind of the device.
 */
kind: "escl" | "sane" | "wia" | "folder" | "phone", 
/**
 * The device; for a telephone, the network it is in, or nothing.
 */
device: string, 
/**
 * What lies on it.
 */
profile: "licence" | "id_card" | "signed", };

/**
 * A scan as the window shows it.
 */
export type ScanView = { 
/**
 * The order it fills; none for signed pages.
 */
order: number | null, 
/**
 * Where it stands.
 */
at: ScanAt, 
/**
 * The page on its way, from 1.
 */
page: number, 
/**
 * How much of that page has come, 0 … 1, where the device says so.
 */
part: number | null, 
/**
 * Papers it has become so far.
 */
papers: Array<PaperView>, 
/**
 * What the device could not do as wished.
 */
compromises: Array<Failure>, 
/**
 * Files that could not be taken.
 */
refused: Array<RefusedFile>, 
/**
 * Why it stopped.
 */
failure: Failure | null, 
/**
 * The page that a telephone sends through, while it is open.
 */
upload: PhonePage | null, };

/**
 * A customer's signature drawn on the screen.
 */
export type ScreenSign = { 
/**
 * Number of the agreement.
 */
number: string, 
/**
 * Who signs.
 */
signer: string, 
/**
 * The strokes, each from pen down to pen up.
 */
strokes: Array<Array<PenSpot>>, };

/**
 * A signature that was drawn on the screen.
 */
export type ScreenSigned = { 
/**
 * Who signed.
 */
signer: string, 
/**
 * When, `YYYY-MM-DD HH:MM`.
 */
at: string, 
/**
 * The paper that bears it.
 */
paper: number, };

/**
 * Everything that fits, best first, at most 20 of each.
 */
export type SearchHits = { 
/**
 * Customers.
 */
customers: Array<CustomerHit>, 
/**
 * Numbers in stock or in use.
 */
numbers: Array<NumberLine>, 
/**
 * Orders that are still open.
 */
orders: Array<OrderLine>, 
/**
 * Agreements.
 */
agreements: Array<AgreementLine>, };

/**
 * What to look for: a name, pinyin initials, a fragment of a number or code.
 */
export type SearchRequest = { 
/**
 * The text typed.
 */
text: string, };

/**
 * Who is signed in.
 */
export type SessionView = { 
/**
 * Staff number.
 */
staff: StaffId, 
/**
 * Name.
 */
name: string, 
/**
 * Role.
 */
role: Role, 
/**
 * What they may do.
 */
permissions: Array<Permission>, 
/**
 * Minutes without a touch after which the window locks.
 */
idle_minutes: number, 
/**
 * Name of the firm.
 */
firm_name: string, };

/**
 * Settings of this desk.
 */
export type Settings = { 
/**
 * Minutes without a touch after which the window locks, 1 … 120.
 */
idle_minutes: number, 
/**
 * Folder that saved PDFs and backups go to.
 */
export_folder: string, 
/**
 * Printer used last.
 */
printer: string, 
/**
 * Printers added by address, `ipp://…`.
 */
printer_addresses: Array<string>, 
/**
 * Whether papers are printed on both sides.
 */
duplex: boolean, 
/**
 * Scanners that are not found by themselves, by address.
 */
scanner_addresses: Array<string>, 
/**
 * Folder that another program scans into; none when empty.
 */
scan_folder: string, 
/**
 * Days after printing from which an unsigned agreement is on the day's
 * list, 1 … 60.
 */
unsigned_days: number, 
/**
 * Whether the firm's seal and signature, where there are pictures of
 * them, are printed onto new agreements.
 */
print_seal: boolean, 
/**
 * Whether the seal is also printed in strips over the edges of the pages.
 */
print_seal_across: boolean, };

/**
 * How grave a finding is.
 */
export type Severity = "error" | "warning" | "hint";

/**
 * Name and password.
 */
export type SignIn = { 
/**
 * Name of the member of staff.
 */
name: string, 
/**
 * Their password.
 */
password: string, };

/**
 * A new member of staff.
 */
export type StaffAdd = { 
/**
 * Name, unique among those present.
 */
name: string, 
/**
 * Role.
 */
role: Role, 
/**
 * First password, to be changed by themselves.
 */
password: string, };

/**
 * A member of staff, by number. Printed on forms as the staff number.
 */
export type StaffId = number;

/**
 * Names a member of staff.
 */
export type StaffRef = { 
/**
 * Staff number.
 */
id: StaffId, };

/**
 * A new password for somebody else.
 */
export type StaffReset = { 
/**
 * Staff number.
 */
id: StaffId, 
/**
 * The new password.
 */
password: string, };

/**
 * A member of staff, present or past.
 */
export type StaffView = { 
/**
 * Staff number.
 */
id: StaffId, 
/**
 * Name.
 */
name: string, 
/**
 * Role.
 */
role: Role, 
/**
 * Whether they may sign in.
 */
active: boolean, 
/**
 * Day they were added, `YYYY-MM-DD`.
 */
added_on: string, 
/**
 * Day they were removed.
 */
removed_on: string | null, };

/**
 * An entry behind a figure.
 */
export type StatementEntry = { 
/**
 * The entry.
 */
id: number, 
/**
 * The day it counts for.
 */
on: string, 
/**
 * What it is.
 */
kind: EntryKind, 
/**
 * The amount with its sign.
 */
amount: Money, 
/**
 * What was noted.
 */
note: string, };

/**
 * Writes statements into the export folder.
 */
export type StatementExport = { 
/**
 * `YYYY-MM`.
 */
month: string, 
/**
 * Only this customer; everybody otherwise.
 */
customer: number | null, 
/**
 * In which forms.
 */
formats: Array<StatementFormat>, };

/**
 * A form that a statement is written in.
 */
export type StatementFormat = "pdf" | "xlsx" | "csv";

/**
 * One number on a statement.
 */
export type StatementNumber = { 
/**
 * The account.
 */
account: number, 
/**
 * 400 number as shown.
 */
shown: string, 
/**
 * The figures.
 */
figures: MonthFigures, 
/**
 * By kind of call.
 */
kinds: Array<KindLine>, 
/**
 * The entries the figures come from.
 */
entries: Array<StatementEntry>, };

/**
 * Names a statement.
 */
export type StatementRef = { 
/**
 * The customer.
 */
customer: number, 
/**
 * `YYYY-MM`.
 */
month: string, };

/**
 * A customer's month.
 */
export type StatementView = { 
/**
 * The customer.
 */
customer: number, 
/**
 * The company's name.
 */
company: string, 
/**
 * `YYYY-MM`.
 */
month: string, 
/**
 * Sums over the numbers.
 */
total: MonthFigures, 
/**
 * Everything the customer was charged in the month, in capitals.
 */
capitals: string, 
/**
 * Last day for disputes (协议四（一）6).
 */
last_day_to_dispute: string, 
/**
 * One part for each number.
 */
numbers: Array<StatementNumber>, };

/**
 * 接听策略.
 */
export type Strategy = "in_order" | "random" | "round_robin" | "by_area" | "by_time";

/**
 * A time out of service.
 */
export type SuspensionLine = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day, once over.
 */
until: string | null, 
/**
 * Why.
 */
reason: SuspensionReason, 
/**
 * What was noted.
 */
note: string, };

/**
 * Why the firm suspends a number.
 */
export type SuspensionReason = "filing_untrue" | "unlawful_conduct" | "arrears" | "untrue_uncorrected" | "forbidden_business" | "forbidden_content";

/**
 * 套餐与资费.
 */
export type Tariff = { 
/**
 * 套餐名称.
 */
package: string, 
/**
 * 合同金额 (yuan).
 */
contract_amount: string, 
/**
 * 首次预存 (yuan); at least the contract amount is usual, not demanded.
 */
first_payment: string, 
/**
 * 每月最低消费 (yuan).
 */
minimum: string, 
/**
 * 资费.
 */
rates: Rates, 
/**
 * 起始日期, `YYYY-MM-DD`.
 */
start: string, 
/**
 * 终止日期, `YYYY-MM-DD`.
 */
end: string, 
/**
 * 赠送, for example 赠送话费 or 彩铃.
 */
gifts: string, };

/**
 * A tariff plan with all its versions.
 */
export type TariffPlanView = { 
/**
 * Its name, as it stands on the acceptance form.
 */
plan: string, 
/**
 * Versions, newest first.
 */
versions: Array<TariffVersionView>, 
/**
 * How many open accounts it rates.
 */
accounts: number, };

/**
 * The price of one kind of call.
 */
export type TariffRate = { 
/**
 * Where the call is delivered.
 */
leg: Leg, 
/**
 * Where it comes from.
 */
caller_class: CallerClass, 
/**
 * Yuan a minute, up to four decimals: `0.12`.
 */
rate: string, };

/**
 * A new version of a plan, or a new plan.
 */
export type TariffSave = { 
/**
 * The plan's name.
 */
plan: string, 
/**
 * First day in force, `YYYY-MM-DD`.
 */
effective: string, 
/**
 * What it says.
 */
terms: TariffTerms, };

/**
 * What a version says, as typed.
 */
export type TariffTerms = { 
/**
 * Prices a minute, one for each kind of call.
 */
rates: Array<TariffRate>, 
/**
 * What is counted as one.
 */
increment: Increment, 
/**
 * Monthly fees for functions.
 */
function_fees: Array<FunctionFee>, 
/**
 * The minimum in the month of opening.
 */
first_month: PartMonth, 
/**
 * The minimum in the month of closing.
 */
last_month: PartMonth, };

/**
 * What the call would cost.
 */
export type TariffTried = { 
/**
 * Under the version in force today, if there is one.
 */
old: TriedCall | null, 
/**
 * Under the version being typed.
 */
new: TriedCall, };

/**
 * A call to try a version on.
 */
export type TariffTry = { 
/**
 * The plan whose version in force is the old price; may be new.
 */
plan: string, 
/**
 * The version being typed.
 */
terms: TariffTerms, 
/**
 * Where the call is delivered.
 */
leg: Leg, 
/**
 * Where it comes from.
 */
caller_class: CallerClass, 
/**
 * How long it lasts.
 */
seconds: number, };

/**
 * One version of a plan.
 */
export type TariffVersionView = { 
/**
 * Its number.
 */
id: number, 
/**
 * First day it is in force, `YYYY-MM-DD`.
 */
effective: string, 
/**
 * What it says.
 */
terms: TariffTerms, 
/**
 * Whether it is the one in force today.
 */
in_force: boolean, 
/**
 * When it was set, `YYYY-MM-DD HH:MM`.
 */
set_at: string, 
/**
 * By whom.
 */
set_by: string, };

/**
 * A text to look at while it is typed.
 */
export type TextCheck = { 
/**
 * The text in the markup.
 */
text: string, };

/**
 * A text looked at.
 */
export type TextChecked = { 
/**
 * As it will look.
 */
preview: TextPreview, 
/**
 * What was found.
 */
findings: Array<TextFindingView>, };

/**
 * Two editions to hold against each other.
 */
export type TextCompare = { 
/**
 * The old one.
 */
old: number, 
/**
 * The new one.
 */
new: number, };

/**
 * Something found in a text.
 */
export type TextFindingView = { 
/**
 * What was looked for.
 */
rule: TextRule, 
/**
 * Line of the markup, from 1.
 */
line: number, 
/**
 * How grave it is.
 */
severity: Severity, 
/**
 * As a sentence.
 */
message: string, };

/**
 * A firm's own text to read.
 */
export type TextImport = { 
/**
 * Name of the edition it becomes.
 */
name: string, 
/**
 * First day, `YYYY-MM-DD`.
 */
effective: string, 
/**
 * The file's bytes.
 */
bytes: Array<number>, };

/**
 * A firm's own text as it was read, for a person to confirm. Nothing is kept
 * until the draft is saved.
 */
export type TextImported = { 
/**
 * The text in the markup.
 */
text: string, 
/**
 * What was found in the file, by line.
 */
found: Array<Found>, 
/**
 * What looking at it says.
 */
checked: TextChecked, };

/**
 * An edition in the list.
 */
export type TextLine = { 
/**
 * Its number; 0 for the one that comes with the program.
 */
id: number, 
/**
 * Its name, `2026-01`.
 */
name: string, 
/**
 * First day on which it is printed, `YYYY-MM-DD`.
 */
effective: string, 
/**
 * Where it stands.
 */
state: EditionState, 
/**
 * Whether it is the one printed today.
 */
in_force: boolean, };

/**
 * A text for the screen. Lines that cannot be read are left out here and told
 * by [`super::check`].
 */
export type TextPreview = { 
/**
 * Title; empty where the head is at fault.
 */
title: string, 
/**
 * Words over every page; may be empty.
 */
motto: string, 
/**
 * Name of the edition.
 */
name: string, 
/**
 * First day, `YYYY-MM-DD`.
 */
effective: string, 
/**
 * The lines, in order.
 */
lines: Array<PreviewLine>, };

/**
 * Names an edition.
 */
export type TextRef = { 
/**
 * Its number; 0 for the one that comes with the program.
 */
id: number, };

/**
 * What is looked for.
 */
export type TextRule = "markup" | "repealed_law" | "number_gap" | "number_repeat" | "blank_unnamed" | "blank_missing" | "party_names" | "heavy_plain" | "heavy_unsigned" | "two_conditions" | "date_missing" | "copies_missing" | "signature_missing";

/**
 * A draft to keep; its name and first day stand in its head.
 */
export type TextSave = { 
/**
 * The draft; `None` for a new one.
 */
id: number | null, 
/**
 * The text in the markup.
 */
text: string, };

/**
 * One edition, whole.
 */
export type TextView = { 
/**
 * As in the list.
 */
line: TextLine, 
/**
 * Its text in the markup.
 */
text: string, 
/**
 * What looking at it says.
 */
checked: TextChecked, };

/**
 * A stretch of the day on some weekdays.
 */
export type TimeWindow = { 
/**
 * Weekdays, 1 = Monday … 7 = Sunday; empty means every day.
 */
weekdays: Array<number>, 
/**
 * `HH:MM`.
 */
from: string, 
/**
 * `HH:MM`, later than `from`; `24:00` is the end of the day.
 */
until: string, };

/**
 * The cost of a tried call, and how it comes about.
 */
export type TriedCall = { 
/**
 * Started increments that are counted.
 */
increments: number, 
/**
 * Yuan a minute.
 */
rate: string, 
/**
 * Yuan, with as many decimals as it has.
 */
charge: string, 
/**
 * The charge in fen, rounded.
 */
rounded: Money, };

/**
 * How far a paper has been checked against the world (协议第三条（一）).
 */
export type Verification = "unverified" | "verified" | "found_untrue";

/**
 * What the check found.
 */
export type VerifyReport = { 
/**
 * Papers read and compared with their hash.
 */
papers: number, 
/**
 * Audit entries whose chain was followed.
 */
audit_entries: number, 
/**
 * Agreements whose numbers were followed.
 */
agreements: number, 
/**
 * What is wrong, one sentence each; empty when all is well.
 */
faults: Array<string>, };

/**
 * A printed agreement that is not signed yet.
 */
export type WaitingAgreement = { 
/**
 * The agreement.
 */
line: AgreementLine, 
/**
 * Days since it was printed.
 */
days: number, 
/**
 * Whether that is longer than it should be.
 */
overdue: boolean, 
/**
 * What is back of the firm's and of the customer's original.
 */
copies: Array<CopyState>, 
/**
 * Signed scans filed by a person whose page is not known.
 */
loose: number, 
/**
 * Whether the customer signed on the screen.
 */
on_screen: boolean, 
/**
 * Whether it may be confirmed as signed.
 */
enough: boolean, };

/**
 * One of the two persons of a customer.
 */
export type Who = "legal_representative" | "handler";

/**
 * Why a page was not filed by itself.
 */
export type WhyUnplaced = "no_mark" | "unknown_agreement" | "void_agreement" | "no_such_page" | "taken_out";

/** What each command takes and answers. */
export interface Commands {
  desk_status: { request: null; response: DeskStatus };
  desk_found: { request: FirstRun; response: Founded };
  session_open: { request: SignIn; response: SessionView };
  session_close: { request: null; response: null };
  session_recover: { request: Recover; response: SessionView };
  password_change: { request: PasswordChange; response: null };
  staff_list: { request: null; response: Array<StaffView> };
  staff_add: { request: StaffAdd; response: Array<StaffView> };
  staff_remove: { request: StaffRef; response: Array<StaffView> };
  staff_reset: { request: StaffReset; response: null };
  firm_show: { request: null; response: Firm };
  firm_save: { request: Firm; response: Firm };
  firm_marks: { request: null; response: FirmMarksView };
  firm_mark_remove: { request: FirmMarkRef; response: FirmMarksView };
  setting_show: { request: null; response: Settings };
  setting_save: { request: Settings; response: Settings };
  desk_search: { request: SearchRequest; response: SearchHits };
  customer_show: { request: CustomerRef; response: CustomerView };
  customer_identity: { request: CustomerIdentity; response: string };
  number_list: { request: NumberList; response: NumberPage };
  number_add: { request: NumberAdd; response: NumberAdded };
  number_set_state: { request: NumberSetState; response: NumberLine };
  order_list: { request: OrderList; response: Array<OrderLine> };
  order_new: { request: OrderNew; response: OrderView };
  order_show: { request: OrderRef; response: OrderView };
  order_save: { request: OrderSave; response: OrderSaved };
  order_discard: { request: OrderRef; response: null };
  order_preview: { request: OrderRef; response: Preview };
  order_print: { request: OrderPrint; response: AgreementView };
  paper_update: { request: PaperUpdate; response: PaperView };
  paper_verify: { request: PaperVerify; response: PaperView };
  paper_remove: { request: PaperRemove; response: null };
  paper_read: { request: PaperRead; response: OrderReadings };
  reading_show: { request: OrderRef; response: OrderReadings };
  reading_settle: { request: ReadingSettle; response: OrderReadings };
  scan_devices: { request: null; response: ScanDevices };
  scan_networks: { request: null; response: Array<ScanDevice> };
  scan_start: { request: ScanStart; response: ScanView };
  scan_state: { request: null; response: ScanView | null };
  scan_cancel: { request: null; response: ScanView | null };
  returned_show: { request: null; response: ReturnedDesk };
  returned_look: { request: null; response: ReturnedDesk };
  returned_copies: { request: AgreementRef; response: ReturnedCopies };
  returned_place: { request: ReturnedPlacing; response: ReturnedDesk };
  returned_drop: { request: ReturnedDrop; response: ReturnedDesk };
  returned_take_out: { request: ReturnedDrop; response: ReturnedDesk };
  agreement_list: { request: AgreementList; response: Array<AgreementLine> };
  agreement_show: { request: AgreementRef; response: AgreementView };
  agreement_sign: { request: AgreementSign; response: AgreementView };
  agreement_sign_on_screen: { request: ScreenSign; response: AgreementView };
  agreement_pack: { request: AgreementRef; response: FilingPack };
  agreement_verify: { request: AgreementRef; response: ArchiveCheck };
  agreement_void: { request: AgreementVoid; response: AgreementView };
  agreement_save: { request: AgreementRef; response: SavedFile };
  agreement_papers: { request: AgreementRef; response: SavedFile };
  agreement_send: { request: AgreementSend; response: PrintJob };
  printer_list: { request: null; response: Array<PrinterView> };
  print_state: { request: PrintJobRef; response: PrintJob };
  text_list: { request: null; response: Array<TextLine> };
  text_show: { request: TextRef; response: TextView };
  text_check: { request: TextCheck; response: TextChecked };
  text_save: { request: TextSave; response: TextView };
  text_publish: { request: TextRef; response: TextView };
  text_retire: { request: TextRef; response: TextView };
  text_discard: { request: TextRef; response: Array<TextLine> };
  text_import: { request: TextImport; response: TextImported };
  text_compare: { request: TextCompare; response: Array<ArticleChange> };
  tariff_list: { request: null; response: Array<TariffPlanView> };
  tariff_save: { request: TariffSave; response: Array<TariffPlanView> };
  tariff_try: { request: TariffTry; response: TariffTried };
  calls_meanings: { request: null; response: Array<CallsMeaning> };
  calls_survey: { request: CallsUploadRef; response: CallsSurvey };
  calls_import: { request: CallsImport; response: CallsRun };
  calls_state: { request: null; response: CallsRun | null };
  calls_cancel: { request: null; response: CallsRun | null };
  calls_files: { request: null; response: Array<CallFileLine> };
  calls_list: { request: CallList; response: CallPage };
  quarantine_list: { request: QuarantineList; response: Array<QuarantineLine> };
  quarantine_mend: { request: QuarantineMend; response: Array<QuarantineLine> };
  quarantine_give_up: { request: QuarantineGiveUp; response: Array<QuarantineLine> };
  account_list: { request: AccountList; response: Array<AccountLine> };
  account_show: { request: AccountRef; response: AccountView };
  account_terms: { request: AccountTerms; response: AccountView };
  account_suspend: { request: AccountSuspend; response: AccountView };
  account_resume: { request: AccountResume; response: AccountView };
  account_close: { request: AccountClose; response: AccountView };
  account_end: { request: AccountRef; response: AccountView };
  payment_add: { request: PaymentAdd; response: AccountView };
  entry_add: { request: EntryAdd; response: AccountView };
  entry_reverse: { request: EntryReverse; response: AccountView };
  receipt_save: { request: EntryRef; response: SavedFile };
  arrears_list: { request: null; response: Array<ArrearsLine> };
  notice_save: { request: NoticeSave; response: SavedFile };
  month_list: { request: null; response: Array<MonthLine> };
  month_show: { request: MonthRef; response: MonthSheet };
  month_close: { request: MonthRef; response: MonthSheet };
  month_summary: { request: MonthRef; response: MonthSummary };
  statement_show: { request: StatementRef; response: StatementView };
  statement_export: { request: StatementExport; response: ExportRun };
  export_state: { request: null; response: ExportRun | null };
  export_cancel: { request: null; response: ExportRun | null };
  dispute_list: { request: DisputeList; response: Array<DisputeView> };
  dispute_open: { request: DisputeOpen; response: DisputeView };
  dispute_settle: { request: DisputeSettle; response: DisputeView };
  dispute_reply_save: { request: DisputeRef; response: SavedFile };
  audit_list: { request: AuditList; response: Array<AuditLine> };
  backup_make: { request: null; response: SavedFile };
  store_verify: { request: null; response: VerifyReport };
}
