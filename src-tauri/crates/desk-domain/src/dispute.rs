//! Disputes over call records (协议四（一）6): in time or not, and how they end.
//! A record may be disputed until three calendar months after it was produced;
//! where that month is too short, until its last day. Refuses late ones with
//! the day on which it lapsed, and an end without an answer.

use crate::money::Money;
use crate::period::last_day_to_dispute;
use crate::refusal::refusal_codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// Where a dispute stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DisputeState {
    /// 复审中: the amount in dispute is frozen.
    Open,
    /// 成立: credited.
    Upheld,
    /// 不成立.
    Rejected,
}

/// How a dispute ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum DisputeOutcome {
    /// The customer is right.
    Upheld {
        /// What is given back, in fen.
        credit: Money,
        /// The answer, as it is printed.
        reply: String,
    },
    /// The customer is not.
    Rejected {
        /// The answer, as it is printed.
        reply: String,
    },
}

/// Why a dispute is refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DisputeError {
    /// Too late.
    #[error("lapsed on {lapsed}")]
    Lapsed {
        /// The last day on which it could have been raised.
        lapsed: NaiveDate,
    },
    /// It names no call.
    #[error("no call named")]
    NoCalls,
    /// It has ended already.
    #[error("ended already")]
    Ended,
    /// A dispute ends with an answer.
    #[error("no reply")]
    ReplyMissing,
    /// Upheld without giving anything back, or with taking more.
    #[error("no credit")]
    CreditMissing,
    /// More is given back than was charged.
    #[error("credit of {credit} for {disputed}")]
    CreditAboveCharge {
        /// What was to be given back.
        credit: Money,
        /// What the calls had cost.
        disputed: Money,
    },
}

refusal_codes!(DisputeError {
    Lapsed { lapsed } => "DisputeLapsed",
    NoCalls => "DisputeNoCalls",
    Ended => "DisputeEnded",
    ReplyMissing => "DisputeReplyMissing",
    CreditMissing => "DisputeCreditMissing",
    CreditAboveCharge { credit, disputed } => "DisputeCreditAboveCharge",
});

impl DisputeState {
    /// Every state, in the order of a dispute's life.
    pub const ALL: [Self; 3] = [Self::Open, Self::Upheld, Self::Rejected];

    /// 复审中, 成立, 不成立.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Open => "复审中",
            Self::Upheld => "成立",
            Self::Rejected => "不成立",
        }
    }

    /// The state after the dispute ends so. `disputed` is what its calls cost.
    ///
    /// # Errors
    /// [`DisputeError`]: ended already, no reply, no credit or more than that.
    pub fn end(self, outcome: &DisputeOutcome, disputed: Money) -> Result<Self, DisputeError> {
        if self != Self::Open {
            return Err(DisputeError::Ended);
        }
        let (DisputeOutcome::Upheld { reply, .. } | DisputeOutcome::Rejected { reply }) = outcome;
        if reply.trim().is_empty() {
            return Err(DisputeError::ReplyMissing);
        }
        match *outcome {
            DisputeOutcome::Rejected { .. } => Ok(Self::Rejected),
            DisputeOutcome::Upheld { credit, .. } if credit <= Money::ZERO => {
                Err(DisputeError::CreditMissing)
            }
            DisputeOutcome::Upheld { credit, .. } if credit > disputed => {
                Err(DisputeError::CreditAboveCharge { credit, disputed })
            }
            DisputeOutcome::Upheld { .. } => Ok(Self::Upheld),
        }
    }
}

/// Whether records produced on these days may be disputed today. Those that
/// lapsed first are named first.
///
/// # Errors
/// [`DisputeError::NoCalls`], [`DisputeError::Lapsed`].
pub fn check_in_time(
    produced: impl IntoIterator<Item = NaiveDate>,
    today: NaiveDate,
) -> Result<(), DisputeError> {
    let earliest = produced.into_iter().min().ok_or(DisputeError::NoCalls)?;
    let lapsed = last_day_to_dispute(earliest);
    if today > lapsed {
        return Err(DisputeError::Lapsed { lapsed });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn raised(produced: &str, today: &str) -> Result<(), DisputeError> {
        check_in_time([day(produced)], day(today))
    }

    #[test]
    fn clause_4_1_6_a_record_is_disputed_within_three_calendar_months() {
        assert_eq!(raised("2026-03-12", "2026-06-12"), Ok(()), "the last day");
        let lapsed = day("2026-06-12");
        assert_eq!(
            raised("2026-03-12", "2026-06-13"),
            Err(DisputeError::Lapsed { lapsed })
        );
    }

    #[test]
    fn clause_4_1_6_the_end_of_a_short_month_is_the_last_day() {
        for (produced, last, after) in [
            ("2026-11-30", "2027-02-28", "2027-03-01"),
            ("2027-11-30", "2028-02-29", "2028-03-01"),
            ("2026-03-31", "2026-06-30", "2026-07-01"),
        ] {
            assert_eq!(raised(produced, last), Ok(()), "{produced}");
            let lapsed = day(last);
            assert_eq!(
                raised(produced, after),
                Err(DisputeError::Lapsed { lapsed })
            );
        }
    }

    #[test]
    fn clause_4_1_6_of_several_calls_the_oldest_sets_the_clock() {
        let calls = [day("2026-03-20"), day("2026-03-12")];
        let lapsed = day("2026-06-12");
        assert_eq!(
            check_in_time(calls, day("2026-06-15")),
            Err(DisputeError::Lapsed { lapsed })
        );
        assert_eq!(
            check_in_time([], day("2026-06-15")),
            Err(DisputeError::NoCalls)
        );
    }

    #[test]
    fn clause_4_1_6_it_ends_once_with_an_answer() {
        let disputed = Money::yuan(12);
        let rejected = |reply: &str| DisputeOutcome::Rejected {
            reply: reply.to_owned(),
        };
        let open = DisputeState::Open;
        assert_eq!(
            open.end(&rejected("话单核对无误"), disputed),
            Ok(DisputeState::Rejected)
        );
        assert_eq!(
            open.end(&rejected(" "), disputed),
            Err(DisputeError::ReplyMissing)
        );
        let twice = DisputeState::Rejected.end(&rejected("再答复"), disputed);
        assert_eq!(twice, Err(DisputeError::Ended));
    }

    #[test]
    fn clause_4_1_6_upheld_gives_back_something_and_no_more_than_was_charged() {
        let upheld = |credit| {
            let reply = "已核实".to_owned();
            DisputeState::Open.end(&DisputeOutcome::Upheld { credit, reply }, Money::yuan(12))
        };
        assert_eq!(upheld(Money::yuan(12)), Ok(DisputeState::Upheld));
        assert_eq!(upheld(Money::ZERO), Err(DisputeError::CreditMissing));
        assert!(matches!(
            upheld(Money::yuan(13)),
            Err(DisputeError::CreditAboveCharge { .. })
        ));
    }
}
