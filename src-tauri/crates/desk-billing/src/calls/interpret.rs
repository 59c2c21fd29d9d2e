//! What one row says. Owns the order in which a row is judged and what makes
//! its parts contradict one another. Refuses to choose between contradicting
//! values: such a row is set aside.

use super::cell::{bare, is_blank, width, words};
use super::layout::Plan;
use super::value::telephone::{self, Fault};
use super::value::time::{Moment, moment};
use super::value::{duration, fee};
use super::{Layout, Meaning, Reason};
use chrono::{NaiveDateTime, TimeDelta};
use desk_domain::call::CallRecord;
use desk_domain::identifier::Number400;
use desk_domain::tariff::{CallerClass, Leg};

/// Longest call, in seconds: switches cut them off long before.
const LONGEST: i64 = 86_400;
/// Ringing and the menu may stand between the start and the counted part, in
/// seconds.
const RINGING: i64 = 300;

const ANSWERED: [&str; 11] = [
    "已接", "接通", "接听", "成功", "应答", "正常", "通话", "是", "answered", "success", "ok",
];
const UNANSWERED: [&str; 15] = [
    "未接",
    "未应答",
    "无应答",
    "失败",
    "忙",
    "遇忙",
    "振铃",
    "放弃",
    "拒接",
    "关机",
    "否",
    "noanswer",
    "busy",
    "failed",
    "missed",
];

/// Asks whether a 400 number is the office's.
pub(crate) type Known<'a> = &'a dyn Fn(&Number400) -> bool;

/// Reads one row under a layout.
pub(crate) fn call(
    cells: &[String],
    plan: &Plan<'_>,
    known: Known<'_>,
) -> Result<CallRecord, Reason> {
    let row = Reading {
        cells,
        plan,
        layout: plan.layout,
    };
    row.check_width()?;
    let number = row.number(known)?;
    let caller = row.caller()?;
    let delivered_to = row.delivered_to()?;
    let (started, exact) = row.start()?;
    let answered = row.outcome();
    let seconds = row.seconds(started, exact, answered)?;
    let carrier_charge = row.charge()?;
    let (leg, caller_class) = row.kind();
    Ok(CallRecord {
        number,
        caller,
        delivered_to,
        started,
        seconds,
        answered: answered.unwrap_or(seconds > 0),
        caller_class,
        leg,
        carrier_charge,
        caller_place: row.cell(Meaning::Region).and_then(words),
    })
}

struct Reading<'r> {
    cells: &'r [String],
    plan: &'r Plan<'r>,
    layout: &'r Layout,
}

impl Reading<'_> {
    fn cell(&self, meaning: Meaning) -> Option<&str> {
        self.plan.cell(self.cells, meaning)
    }

    /// The head of a meaning's column, for a reason.
    fn head(&self, meaning: Meaning) -> String {
        let at = self.plan.column(meaning);
        at.map_or_else(|| meaning.name().to_owned(), |at| self.layout.head_of(at))
    }

    fn check_width(&self) -> Result<(), Reason> {
        let (found, expected) = (width(self.cells), self.plan.needed);
        if found < expected {
            return Err(Reason::TooFewCells { found, expected });
        }
        let heads = self.layout.columns.len();
        if found > heads {
            return Err(Reason::TooManyCells {
                found,
                expected: heads,
            });
        }
        Ok(())
    }

    fn fault(&self, meaning: Meaning, fault: Fault) -> Reason {
        let column = self.head(meaning);
        match fault {
            Fault::Missing => Reason::NumberMissing { column },
            Fault::Lost => Reason::DigitsLost { column },
            Fault::Short => Reason::MissingDigits { column },
            Fault::Bad => Reason::BadNumber { column },
        }
    }

    fn number(&self, known: Known<'_>) -> Result<Number400, Reason> {
        let meaning = Meaning::Number400;
        let raw = self.cell(meaning).unwrap_or_default();
        let digits = telephone::digits(raw)
            .map_err(|fault| self.fault(meaning, fault))?
            .ok_or_else(|| self.fault(meaning, Fault::Missing))?;
        let number = Number400::parse(&digits).map_err(|_| Reason::NotA400 {
            column: self.head(meaning),
        })?;
        if known(&number) {
            Ok(number)
        } else {
            Err(Reason::UnknownNumber)
        }
    }

    /// The caller; empty where the carrier withholds it, with its stars where
    /// it hides a part.
    fn caller(&self) -> Result<String, Reason> {
        let raw = self.cell(Meaning::Caller).unwrap_or_default();
        if is_blank(raw) {
            return Ok(String::new());
        }
        match telephone::digits(raw) {
            Ok(digits) => Ok(digits.unwrap_or_default()),
            Err(Fault::Short) if is_masked(raw) => Ok(bare(raw).into_owned()),
            Err(fault) => Err(self.fault(Meaning::Caller, fault)),
        }
    }

    /// The telephone that rang; a seat of a call centre stays as it is.
    fn delivered_to(&self) -> Result<Option<String>, Reason> {
        let raw = self.cell(Meaning::AnsweredBy).unwrap_or_default();
        if is_blank(raw) {
            return Ok(None);
        }
        match telephone::digits(raw) {
            Ok(digits) => Ok(digits),
            Err(Fault::Short) if is_masked(raw) || is_seat(raw) => Ok(words(raw)),
            Err(Fault::Bad) if bare(raw).chars().any(char::is_alphabetic) => Ok(words(raw)),
            Err(fault) => Err(self.fault(Meaning::AnsweredBy, fault)),
        }
    }

    /// When it began, and whether to the second.
    fn start(&self) -> Result<(NaiveDateTime, bool), Reason> {
        if self.plan.column(Meaning::Start).is_some() {
            let read = self.moment(Meaning::Start)?;
            let column = self.head(Meaning::Start);
            let at = read.whole().ok_or(Reason::BadTime { column })?;
            return Ok((at, read.exact));
        }
        let (day, time) = (
            self.moment(Meaning::StartDate)?,
            self.moment(Meaning::StartTime)?,
        );
        let bad = |meaning| Reason::BadTime {
            column: self.head(meaning),
        };
        let date = day.date.ok_or_else(|| bad(Meaning::StartDate))?;
        let of_day = time.time.ok_or_else(|| bad(Meaning::StartTime))?;
        Ok((date.and_time(of_day), time.exact))
    }

    fn moment(&self, meaning: Meaning) -> Result<Moment, Reason> {
        let raw = self.cell(meaning).unwrap_or_default();
        let column = || self.head(meaning);
        if is_blank(raw) {
            return Err(Reason::TimeMissing { column: column() });
        }
        moment(raw).ok_or_else(|| Reason::BadTime { column: column() })
    }

    /// Seconds from the start to the end and how far they may be off, where
    /// the row gives an end.
    fn span(&self, started: NaiveDateTime, exact: bool) -> Result<Option<(i64, i64)>, Reason> {
        let raw = self.cell(Meaning::End).unwrap_or_default();
        if is_blank(raw) {
            return Ok(None);
        }
        let read = self.moment(Meaning::End)?;
        let slack = 60 * (i64::from(!exact) + i64::from(!read.exact));
        let column = self.head(Meaning::End);
        let at = read.time.ok_or(Reason::BadTime { column })?;
        let ended = match read.date {
            Some(date) => date.and_time(at),
            None => {
                // A time of day alone; calls go on over midnight.
                let same_day = started.date().and_time(at);
                let over = same_day + TimeDelta::days(1);
                if same_day < started && over - started < TimeDelta::hours(12) {
                    over
                } else {
                    same_day
                }
            }
        };
        let seconds = (ended - started).num_seconds();
        match seconds {
            0.. => Ok(Some((seconds, slack))),
            _ if seconds >= -slack => Ok(Some((0, slack))),
            _ => Err(Reason::EndBeforeStart),
        }
    }

    fn seconds(
        &self,
        started: NaiveDateTime,
        exact: bool,
        answered: Option<bool>,
    ) -> Result<u32, Reason> {
        let span = self.span(started, exact)?;
        let raw = self.cell(Meaning::Duration).unwrap_or_default();
        if is_blank(raw) {
            return match (span, answered) {
                (_, Some(false)) => Ok(0),
                (Some((seconds, _)), _) => bounded(seconds),
                (None, _) => Err(Reason::DurationMissing {
                    column: self.head(Meaning::Duration),
                }),
            };
        }
        let column = self.head(Meaning::Duration);
        let length = duration::length(raw, self.layout.duration_unit)
            .ok_or(Reason::BadDuration { column })?;
        let mut seconds = length.seconds();
        if let Some((span, slack)) = span {
            let off = (length.millis - span * 1000).div_euclid(1000);
            let loose = slack + length.precision / 1000;
            if off > loose || off < -(loose + RINGING) {
                let seconds = bounded(seconds)?;
                return Err(Reason::DurationContradicts {
                    seconds,
                    span: bounded(span)?,
                });
            }
            // Minutes, rounded up or to the nearest, say less than two moments.
            let (off, step) = (off * 1000, length.precision);
            let finer = step > 1000 && slack == 0 && off >= -step / 2 && off < step;
            seconds = if finer { span } else { seconds };
        }
        let seconds = bounded(seconds)?;
        if answered == Some(false) && seconds > 0 {
            return Err(Reason::UnansweredWithDuration { seconds });
        }
        Ok(seconds)
    }

    /// Whether somebody answered; `None` where the row does not say.
    fn outcome(&self) -> Option<bool> {
        match self.cell(Meaning::Outcome)? {
            "" => return None,
            "已接通" => return Some(true),
            "未接通" => return Some(false),
            _ => {}
        }
        let text = bare(self.cell(Meaning::Outcome)?)
            .to_lowercase()
            .replace(' ', "");
        let begins = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
        // 未接通 ends like 接通, so that no comes first.
        if begins(&UNANSWERED) {
            Some(false)
        } else {
            begins(&ANSWERED).then_some(true)
        }
    }

    fn charge(&self) -> Result<Option<desk_domain::Charge>, Reason> {
        let raw = self.cell(Meaning::Fee).unwrap_or_default();
        if is_blank(raw) {
            return Ok(None);
        }
        let column = self.head(Meaning::Fee);
        fee::fee(raw, self.layout.fee_unit)
            .map(Some)
            .ok_or(Reason::BadFee { column })
    }

    /// Leg and class, where the kind of call names them.
    fn kind(&self) -> (Option<Leg>, Option<CallerClass>) {
        let text = self.cell(Meaning::CallType).unwrap_or_default();
        if text.is_empty() {
            return (None, None);
        }
        let names = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let leg = match () {
            () if names(&["国际", "港澳台"]) => Some(Leg::International),
            () if names(&["手机", "移动电话"]) => Some(Leg::Mobile),
            () if names(&["固话", "固定", "座机"]) => Some(Leg::Landline),
            () => None,
        };
        let class = match () {
            () if names(&["长途"]) => Some(CallerClass::LongDistance),
            () if names(&["市话", "本地", "市内"]) => Some(CallerClass::Local),
            () => None,
        };
        (leg, class)
    }
}

fn bounded(seconds: i64) -> Result<u32, Reason> {
    if seconds > LONGEST {
        return Err(Reason::DurationTooLong);
    }
    u32::try_from(seconds).map_err(|_| Reason::DurationTooLong)
}

/// `138****8000`: hidden by the carrier, not damaged.
fn is_masked(raw: &str) -> bool {
    let text = bare(raw);
    let stars = text.bytes().filter(|b| *b == b'*').count();
    stars >= 3 && text.bytes().all(|b| b.is_ascii_digit() || b == b'*')
}

/// `801`: a seat of a call centre.
fn is_seat(raw: &str) -> bool {
    let text = bare(raw);
    (1..=5).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}
