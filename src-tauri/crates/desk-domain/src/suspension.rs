//! Why a number may be suspended, and when a suspended one falls due for
//! termination. The reasons are those of the agreement and no others; a number
//! suspended at its customer's own wish is told by the form of that business,
//! not here.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days after which a suspended number without renewal is due (协议五（二）1).
const DAYS_TO_TERMINATION: u64 = 30;

/// Why the firm suspends a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SuspensionReason {
    /// 五（二）1: the filed data were found untrue.
    FilingUntrue,
    /// 五（二）2: unlawful business, activities or content, or a grave breach of
    /// the firm's rights.
    UnlawfulConduct,
    /// 四（二）3: the balance no longer covers the number.
    Arrears,
    /// 三（一）: data untrue, and the customer cannot be reached or does not
    /// correct them.
    UntrueUncorrected,
    /// 四（一）4: call-back, through-dialling and the like.
    ForbiddenBusiness,
    /// 四（一）5: forbidden content.
    ForbiddenContent,
}

/// A stretch of days on which a number was suspended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct SuspendedDays {
    /// The first day.
    #[ts(type = "string")]
    pub from: NaiveDate,
    /// The last day; `None` while it lasts.
    #[ts(type = "string | null")]
    pub until: Option<NaiveDate>,
}

impl SuspensionReason {
    /// Every reason, those of clause 五（二） first.
    pub const ALL: [Self; 6] = [
        Self::FilingUntrue,
        Self::UnlawfulConduct,
        Self::Arrears,
        Self::UntrueUncorrected,
        Self::ForbiddenBusiness,
        Self::ForbiddenContent,
    ];

    /// The reason in the words of the agreement.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::FilingUntrue => "备案用户资料不真实",
            Self::UnlawfulConduct => "违反法律法规或严重侵犯甲方权益",
            Self::Arrears => "未按约定交纳话费",
            Self::UntrueUncorrected => "登记资料不真实且无法联系或未及时更正",
            Self::ForbiddenBusiness => "从事回拨、直拨等转接业务或其他非法通信经营",
            Self::ForbiddenContent => "接入违法违规内容",
        }
    }

    /// The clause it rests on, as a notice cites it.
    #[must_use]
    pub fn clause(self) -> &'static str {
        match self {
            Self::FilingUntrue => "第五条（二）1",
            Self::UnlawfulConduct => "第五条（二）2",
            Self::Arrears => "第四条（二）3",
            Self::UntrueUncorrected => "第三条（一）",
            Self::ForbiddenBusiness => "第四条（一）4",
            Self::ForbiddenContent => "第四条（一）5",
        }
    }

    /// Whether the balance is frozen with it, until a manager decides whether
    /// it is forfeited (协议四（一）4、5).
    #[must_use]
    pub fn freezes_balance(self) -> bool {
        matches!(self, Self::ForbiddenBusiness | Self::ForbiddenContent)
    }
}

impl SuspendedDays {
    /// Whether the number was suspended on that day.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// How many days from `first` to `last`, both counted, fall into it.
    #[must_use]
    pub fn days_within(&self, first: NaiveDate, last: NaiveDate) -> u32 {
        let from = self.from.max(first);
        let until = self.until.map_or(last, |until| until.min(last));
        u32::try_from((until - from).num_days() + 1).unwrap_or(0)
    }
}

/// The day on which a suspended number without renewal falls due for
/// termination: the thirtieth after the one it was suspended on, which does not
/// count itself (民法典第二百零一条).
#[must_use]
pub fn due_for_termination(suspended_on: NaiveDate) -> NaiveDate {
    suspended_on
        .checked_add_days(Days::new(DAYS_TO_TERMINATION))
        .unwrap_or(NaiveDate::MAX)
}

/// Whether it stands on the worklist for termination today: suspended, due, and
/// not renewed since.
#[must_use]
pub fn is_due(suspended_on: NaiveDate, renewed_on: Option<NaiveDate>, today: NaiveDate) -> bool {
    let renewed = renewed_on.is_some_and(|renewed| renewed >= suspended_on);
    !renewed && today >= due_for_termination(suspended_on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn clause_5_2_thirty_days_without_renewal_are_due_on_the_day() {
        let suspended = day("2026-03-01");
        assert_eq!(due_for_termination(suspended), day("2026-03-31"));
        assert!(!is_due(suspended, None, day("2026-03-30")));
        assert!(is_due(suspended, None, day("2026-03-31")));
        assert!(is_due(
            suspended,
            Some(day("2026-02-28")),
            day("2026-04-01")
        ));
        assert!(!is_due(
            suspended,
            Some(day("2026-03-20")),
            day("2026-04-01")
        ));
    }

    #[test]
    fn clause_5_2_every_reason_rests_on_a_clause_of_its_own() {
        let clauses: BTreeSet<_> = SuspensionReason::ALL.iter().map(|r| r.clause()).collect();
        assert_eq!(clauses.len(), SuspensionReason::ALL.len());
    }

    #[test]
    fn clause_4_1_4_and_5_a_violation_freezes_the_balance() {
        let freezing: Vec<_> = SuspensionReason::ALL
            .into_iter()
            .filter(|reason| reason.freezes_balance())
            .map(SuspensionReason::clause)
            .collect();
        assert_eq!(freezing, ["第四条（一）4", "第四条（一）5"]);
    }

    #[test]
    fn suspended_days_are_counted_within_a_month() {
        let stretch = |from: &str, until: Option<&str>| SuspendedDays {
            from: day(from),
            until: until.map(day),
        };
        let in_march = |s: SuspendedDays| s.days_within(day("2026-03-01"), day("2026-03-31"));
        assert_eq!(in_march(stretch("2026-02-20", Some("2026-03-02"))), 2);
        assert_eq!(in_march(stretch("2026-03-31", None)), 1);
        assert_eq!(in_march(stretch("2026-01-01", None)), 31);
        assert_eq!(in_march(stretch("2026-04-01", None)), 0);
        assert!(stretch("2026-03-31", None).contains(day("2027-01-01")));
    }
}
