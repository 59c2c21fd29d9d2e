//! 话单异议答复函: what became of a customer's doubts about named calls
//! (协议四（一）6). Refuses a reply that names no call, a rejection without a
//! reason, and a credit of nothing.

use super::columns::{Column, Columns, column};
use super::letter::{Letter, SPACE};
use super::stack::{BODY, Stack, write};
use super::{Addressee, Paper, SheetError, in_full, written};
use crate::font::FontShelf;
use crate::layout::{Align, Page};
use chrono::{NaiveDate, NaiveDateTime};
use desk_domain::identifier::{DisplayForm, Number400};
use desk_domain::party::Firm;
use desk_domain::{Charge, Money};

/// A reply to a dispute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisputeReply {
    /// 甲方.
    pub firm: Firm,
    /// Number of the dispute; may be empty.
    pub number: String,
    /// The customer.
    pub customer: Addressee,
    /// The agreement; may be empty.
    pub agreement: String,
    /// The 400 number.
    pub number400: Number400,
    /// How it is shown.
    pub shown: DisplayForm,
    /// The day on which the dispute came in.
    pub raised: NaiveDate,
    /// Day of the reply, also the date of the file.
    pub day: NaiveDate,
    /// The calls that were disputed, at least one.
    pub calls: Vec<DisputedCall>,
    /// What became of it.
    pub outcome: DisputeOutcome,
}

/// A call that was disputed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisputedCall {
    /// When it began.
    pub start: NaiveDateTime,
    /// Who called, printed as given.
    pub caller: String,
    /// The number that answered.
    pub answered: String,
    /// How long it was, in seconds.
    pub seconds: u32,
    /// What it was charged.
    pub charge: Charge,
}

/// What became of a dispute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DisputeOutcome {
    /// The customer is right: money goes back to the number's balance.
    Upheld {
        /// How much.
        credit: Money,
        /// The day on which it was booked.
        booked: NaiveDate,
        /// What was found.
        finding: String,
    },
    /// The calls stand as they were charged.
    Rejected {
        /// Why.
        reason: String,
    },
}

const NAME: &str = "话单异议答复函";

const CALLS: [Column; 6] = [
    column("序号", 36.0, Align::Centre),
    column("通话时间", 122.0, Align::Left),
    column("主叫号码", 92.0, Align::Left),
    column("接听号码", 92.0, Align::Left),
    column("时长（秒）", 50.0, Align::Right),
    column("通话费（元）", 59.5, Align::Right),
];

impl DisputeReply {
    /// Sets the reply.
    ///
    /// # Errors
    /// [`SheetError::DisputeReplyEmpty`], [`SheetError::SheetAmountNotPositive`],
    /// or [`SheetError::Paper`].
    pub fn compose(&self, shelf: &FontShelf) -> Result<Paper, SheetError> {
        write(shelf, &self.letter().heading(), &self.pages(shelf)?)
    }

    /// The pages of [`Self::compose`] as marks, before they become a PDF.
    ///
    /// # Errors
    /// As [`Self::compose`].
    pub fn pages(&self, shelf: &FontShelf) -> Result<Vec<Page>, SheetError> {
        self.check(shelf)?;
        let letter = self.letter();
        let mut stack = letter.begin(shelf)?;
        stack.words(&self.opening(), &BODY, SPACE, false)?;
        self.calls(&mut stack)?;
        for words in self.answer() {
            stack.words(&words, &BODY, SPACE, false)?;
        }
        letter.end(stack, "特此函复。", None)
    }

    fn letter(&self) -> Letter<'_> {
        Letter {
            firm: &self.firm,
            number: &self.number,
            customer: &self.customer,
            agreement: &self.agreement,
            title: NAME,
            day: self.day,
        }
    }

    fn check(&self, shelf: &FontShelf) -> Result<(), SheetError> {
        let said = match &self.outcome {
            DisputeOutcome::Upheld {
                credit, finding, ..
            } => {
                if *credit <= Money::ZERO {
                    return Err(SheetError::SheetAmountNotPositive);
                }
                finding
            }
            DisputeOutcome::Rejected { reason } => reason,
        };
        if self.calls.is_empty() || said.trim().is_empty() {
            return Err(SheetError::DisputeReplyEmpty);
        }
        self.letter().check(shelf)?;
        shelf.check(said, "答复理由")?;
        for call in &self.calls {
            shelf.check(&call.caller, "主叫号码")?;
            shelf.check(&call.answered, "接听号码")?;
        }
        Ok(())
    }

    fn opening(&self) -> String {
        let agreement = match self.agreement.trim() {
            "" => String::new(),
            number => format!("（协议编号：{number}）"),
        };
        format!(
            "贵单位于{}就400号码{}{agreement}的下列话单提出异议，共{}条。我公司已会同电信运营商复核，现将结果答复如下。",
            written(self.raised),
            self.number400.shown(self.shown),
            self.calls.len()
        )
    }

    fn calls(&self, stack: &mut Stack<'_>) -> Result<(), SheetError> {
        let mut table = Columns::new(stack.shelf, &CALLS, 9.0, stack.next_table());
        table.head(None)?;
        let mut sum = Charge::ZERO;
        for (i, call) in self.calls.iter().enumerate() {
            sum = sum.checked_add(call.charge)?;
            let values = [
                (i + 1).to_string(),
                call.start.format("%Y-%m-%d %H:%M:%S").to_string(),
                call.caller.trim().to_owned(),
                call.answered.trim().to_owned(),
                call.seconds.to_string(),
                call.charge.to_string(),
            ];
            table.row(&values, false)?;
        }
        if self.calls.len() > 1 {
            let seconds: u64 = self.calls.iter().map(|call| u64::from(call.seconds)).sum();
            let values = ["", "合计", "", "", &seconds.to_string(), &sum.to_string()];
            table.sum(&values)?;
        }
        stack.table(table, 8.0);
        Ok(())
    }

    fn answer(&self) -> Vec<String> {
        let phone = match self.firm.phone.trim() {
            "" => String::new(),
            phone => format!("（电话：{phone}）"),
        };
        match &self.outcome {
            DisputeOutcome::Upheld {
                credit,
                booked,
                finding,
            } => vec![
                format!("经复核，异议成立。{}", sentence(finding)),
                format!(
                    "我公司已于{}将{}退回该号码的预存账户，在下一期账单的“调整”栏中列示。",
                    written(*booked),
                    in_full(*credit)
                ),
            ],
            DisputeOutcome::Rejected { reason } => vec![
                format!(
                    "经复核，异议不成立，上述话单的计费维持不变。理由如下：{}",
                    sentence(reason)
                ),
                format!(
                    "贵单位对本答复仍有意见的，请与我公司联系{phone}协商解决；协商不成的，可以依服务协议关于争议解决的约定处理。"
                ),
            ],
        }
    }
}

/// The words with a full stop at their end.
fn sentence(words: &str) -> String {
    let words = words.trim();
    if words.ends_with(['。', '！', '？', '；']) {
        words.to_owned()
    } else {
        format!("{words}。")
    }
}
