//! What the window and the desk say to each other about prepaid accounts.

use desk_domain::Money;
use desk_domain::form::Means;
use desk_domain::ledger::{EntryKind, PaymentKind};
use desk_domain::suspension::SuspensionReason;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How an account stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AccountState {
    /// In service.
    Open,
    /// 停机.
    Suspended,
    /// 销户中: service has ended, something is still to be settled.
    Closing,
    /// 已销户.
    Closed,
}

/// Which accounts to list.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AccountList {
    /// Only those whose number, company or agreement contains this.
    pub text: String,
    /// Only in this state.
    pub state: Option<AccountState>,
}

/// Names an account.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AccountRef {
    /// Its number.
    pub account: i64,
}

/// One account in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccountLine {
    /// Its number.
    pub account: i64,
    /// 400 number, ten digits.
    pub number: String,
    /// As shown.
    pub shown: String,
    /// The customer.
    pub customer: i64,
    /// The company's name.
    pub company: String,
    /// The agreement it stands on.
    pub agreement: String,
    /// How it stands.
    pub state: AccountState,
    /// Tariff plan.
    pub plan: String,
    /// Whether that plan has a tariff.
    pub plan_known: bool,
    /// Monthly minimum.
    pub minimum: Money,
    /// Sum of its entries.
    pub balance: Money,
    /// First day of service.
    pub opened: String,
    /// Last day, once closed.
    pub closed: Option<String>,
}

/// One account, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccountView {
    /// As in lists.
    pub line: AccountLine,
    /// Amount of the contract.
    pub contract_amount: Money,
    /// The least that may be paid as the next renewal (协议四（二）8).
    pub renewal_floor: Money,
    /// All entries, newest first, each with the balance after it.
    pub entries: Vec<LedgerLine>,
    /// Times out of service, newest first.
    pub suspensions: Vec<SuspensionLine>,
    /// Who held it before, oldest first; nobody where it never changed hands.
    pub former: Vec<FormerHolder>,
    /// Plans to choose from.
    pub plans: Vec<String>,
}

/// A customer who held an account before another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormerHolder {
    /// The customer.
    pub customer: i64,
    /// The company.
    pub company: String,
    /// Their agreement.
    pub agreement: String,
    /// Their last day.
    pub until: String,
}

/// One entry of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LedgerLine {
    /// Its number.
    pub id: i64,
    /// The day it counts for.
    pub on: String,
    /// The month it belongs to, if any.
    pub month: Option<String>,
    /// What it is.
    pub kind: EntryKind,
    /// The amount with its sign.
    pub amount: Money,
    /// Balance after it.
    pub balance: Money,
    /// What was noted.
    pub note: String,
    /// Who made it.
    pub by: String,
    /// Number of the receipt, for money received.
    pub receipt: Option<String>,
    /// The entry it takes back.
    pub reverses: Option<i64>,
    /// Whether it may still be taken back by a manager.
    pub reversible: bool,
}

/// A time out of service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SuspensionLine {
    /// First day.
    pub from: String,
    /// Last day, once over.
    pub until: Option<String>,
    /// Why.
    pub reason: SuspensionReason,
    /// What was noted.
    pub note: String,
}

/// Money received.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PaymentAdd {
    /// The account.
    pub account: i64,
    /// What for.
    pub kind: PaymentKind,
    /// Yuan.
    pub amount: String,
    /// Means of payment.
    pub means: Means,
    /// Remark.
    pub note: String,
    /// A manager's reason for taking a renewal below the floor.
    #[serde(default)]
    pub override_reason: Option<String>,
}

/// Other entries that a person makes.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntryAdd {
    /// The account.
    pub account: i64,
    /// `credit`, `debit`, `refund` or `forfeiture`.
    pub kind: EntryKind,
    /// Yuan, without a sign.
    pub amount: String,
    /// Why.
    pub reason: String,
}

/// Takes an entry back by its opposite.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntryReverse {
    /// The account.
    pub account: i64,
    /// The entry.
    pub entry: i64,
    /// Why.
    pub reason: String,
}

/// Names an entry.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntryRef {
    /// The entry.
    pub entry: i64,
}

/// Gives an account another plan or minimum from now on.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AccountTerms {
    /// The account.
    pub account: i64,
    /// Tariff plan.
    pub plan: String,
    /// Monthly minimum in yuan.
    pub minimum: String,
    /// Why.
    pub reason: String,
}

/// Takes a number out of service.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AccountSuspend {
    /// The account.
    pub account: i64,
    /// Why, in the clause's terms.
    pub reason: SuspensionReason,
    /// What happened.
    pub note: String,
}

/// Puts a number back into service.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AccountResume {
    /// The account.
    pub account: i64,
    /// What was settled.
    pub note: String,
}

/// Ends the service of a number (协议五（一）): its last month is charged at the
/// next close, then the rest is paid back and [`account_end`] ends the agreement.
///
/// [`account_end`]: crate::contract::account_end
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AccountClose {
    /// The account.
    pub account: i64,
    /// Last day of service, `YYYY-MM-DD`.
    pub last_day: String,
    /// Why.
    pub reason: String,
}

/// The papers that go with what happens to an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// 欠费催缴通知.
    Arrears,
    /// 停机通知.
    Suspension,
    /// 复机通知.
    Resumption,
    /// 销户确认.
    Closing,
    /// 终止通知 after thirty days.
    Termination,
}

/// Writes a notice into the export folder.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NoticeSave {
    /// The account.
    pub account: i64,
    /// Which.
    pub kind: NoticeKind,
}

/// An account that runs dry or has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ArrearsLine {
    /// The account.
    pub account: AccountLine,
    /// Average charge of recent months.
    pub average: Money,
    /// The day it is expected to run dry, or ran dry.
    pub dry_on: Option<String>,
    /// What is due.
    pub due: ArrearsStep,
    /// Out of service since.
    pub suspended_on: Option<String>,
    /// The day it is due for termination (协议五（二）).
    pub terminate_on: Option<String>,
}

/// What the program proposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ArrearsStep {
    /// Thirty days out of service without renewal: terminate.
    Terminate,
    /// The balance no longer covers it: take it out of service.
    Suspend,
    /// Out of service and waiting.
    Wait,
    /// Runs dry soon: remind.
    Remind,
}
