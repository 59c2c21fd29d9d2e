//! What the window and the desk say to each other about tariffs.

use desk_domain::Money;
use desk_domain::form::Feature;
use desk_domain::tariff::{CallerClass, Increment, Leg, PartMonth};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A tariff plan with all its versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TariffPlanView {
    /// Its name, as it stands on the acceptance form.
    pub plan: String,
    /// Versions, newest first.
    pub versions: Vec<TariffVersionView>,
    /// How many open accounts it rates.
    pub accounts: u32,
}

/// One version of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TariffVersionView {
    /// Its number.
    pub id: i64,
    /// First day it is in force, `YYYY-MM-DD`.
    pub effective: String,
    /// What it says.
    pub terms: TariffTerms,
    /// Whether it is the one in force today.
    pub in_force: bool,
    /// When it was set, `YYYY-MM-DD HH:MM`.
    pub set_at: String,
    /// By whom.
    pub set_by: String,
}

/// What a version says, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TariffTerms {
    /// Prices a minute, one for each kind of call.
    pub rates: Vec<TariffRate>,
    /// What is counted as one.
    pub increment: Increment,
    /// Monthly fees for functions.
    pub function_fees: Vec<FunctionFee>,
    /// The minimum in the month of opening.
    pub first_month: PartMonth,
    /// The minimum in the month of closing.
    pub last_month: PartMonth,
}

/// The price of one kind of call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TariffRate {
    /// Where the call is delivered.
    pub leg: Leg,
    /// Where it comes from.
    pub caller_class: CallerClass,
    /// Yuan a minute, up to four decimals: `0.12`.
    pub rate: String,
}

/// A monthly fee for a function.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FunctionFee {
    /// The function.
    pub feature: Feature,
    /// Yuan a month.
    pub fee: String,
}

/// A new version of a plan, or a new plan.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TariffSave {
    /// The plan's name.
    pub plan: String,
    /// First day in force, `YYYY-MM-DD`.
    pub effective: String,
    /// What it says.
    pub terms: TariffTerms,
}

/// A call to try a version on.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TariffTry {
    /// The plan whose version in force is the old price; may be new.
    pub plan: String,
    /// The version being typed.
    pub terms: TariffTerms,
    /// Where the call is delivered.
    pub leg: Leg,
    /// Where it comes from.
    pub caller_class: CallerClass,
    /// How long it lasts.
    pub seconds: u32,
}

/// What the call would cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TariffTried {
    /// Under the version in force today, if there is one.
    pub old: Option<TriedCall>,
    /// Under the version being typed.
    pub new: TriedCall,
}

/// The cost of a tried call, and how it comes about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TriedCall {
    /// Started increments that are counted.
    pub increments: u32,
    /// Yuan a minute.
    pub rate: String,
    /// Yuan, with as many decimals as it has.
    pub charge: String,
    /// The charge in fen, rounded.
    pub rounded: Money,
}
