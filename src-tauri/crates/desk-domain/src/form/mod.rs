//! 《400业务标准受理单》: the acceptance form as it is filled in.
//!
//! A [`Form`] holds what staff *typed*, right or wrong, so that a draft never
//! loses a keystroke. [`review`] (rules in this folder) says what is wrong or
//! missing; only a form whose review blocks nothing may be printed.

mod business;
mod canonical;
mod feature;
mod later;
mod names;
mod part;
pub(crate) mod review;
mod shown;

pub use later::{Difference, LaterPart, RestOfBalance, differences};
pub use part::{
    BoundNumber, Business, Collection, CompanyPart, Confirmations, Feature, IdKind, Means,
    NumberPart, Owner, Payment, PersonPart, Rates, Strategy, Tariff, TimeWindow,
};
pub use review::{AttachedPaper, Finding, Gravity, Review, ReviewContext, review};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How an expiry that never comes is written in a form.
pub const LONG_TERM: &str = "long-term";

/// The whole form as typed. Every text may be empty; amounts, dates and
/// identifiers are texts until the review reads them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Form {
    /// What the customer came for.
    pub business: Business,
    /// Number of the agreement this one changes or renews; empty for 新装.
    pub cites: String,
    /// 企业信息.
    pub company: CompanyPart,
    /// 法定代表人（负责人）.
    pub legal_representative: PersonPart,
    /// 经办人.
    pub handler: PersonPart,
    /// Whether the handler is the legal representative in person.
    pub handler_is_legal_representative: bool,
    /// 400 号码、显示方式、用途.
    pub number: NumberPart,
    /// 套餐与资费.
    pub tariff: Tariff,
    /// How calls are spread over the bound numbers.
    pub strategy: Strategy,
    /// 绑定号码, in ringing order.
    pub bound: Vec<BoundNumber>,
    /// 功能.
    pub features: Vec<Feature>,
    /// 付款与发票.
    pub payment: Payment,
    /// 声明与确认.
    pub confirmations: Confirmations,
    /// What a later business is about.
    pub later: LaterPart,
    /// 备注.
    pub remarks: String,
}
