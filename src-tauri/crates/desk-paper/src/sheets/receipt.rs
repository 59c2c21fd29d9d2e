//! 收款收据: two parts on one A4 sheet, the upper to keep, the lower for the
//! customer, with a line to cut along. Refuses an amount of nothing or less.

use super::slip::cut_line;
use super::stack::{Heading, write};
use super::{Paper, SheetError, written};
use crate::PaperError;
use crate::font::FontShelf;
use crate::layout::{
    A4, Align, Cell, HAIRLINE, Item, Padding, Page, Piece, Style, Type, paragraph, row,
};
use crate::sheet::{self, LEFT, WIDTH};
use chrono::NaiveDate;
use desk_domain::Money;
use desk_domain::capitals::to_capitals_with_prefix;
use desk_domain::form::Means;
use desk_domain::identifier::{DisplayForm, Number400};
use desk_domain::party::Firm;
use std::sync::Arc;

/// A receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptSheet {
    /// 甲方, who received.
    pub firm: Firm,
    /// Number of the receipt.
    pub number: String,
    /// The day of the payment, also the date of the file.
    pub day: NaiveDate,
    /// 交款单位.
    pub from: String,
    /// What was paid.
    pub amount: Money,
    /// How it was paid.
    pub means: Means,
    /// What for, for example 续费预存款.
    pub purpose: String,
    /// The 400 number it is booked to.
    pub number400: Number400,
    /// How it is shown.
    pub shown: DisplayForm,
    /// The agreement; may be empty.
    pub agreement: String,
    /// 收款人: the member of staff.
    pub received_by: String,
    /// May be empty.
    pub remark: String,
}

const NAME: &str = "收款收据";
/// Half of the sheet.
const HALF: f32 = A4.1 / 2.0;
/// Top of a part's words below the top of its half.
const TOP: f32 = 58.0;

const LABEL: f32 = 74.0;
const SIZE: f32 = 10.5;
const LEADING: f32 = 15.0;
const PADDING: Padding = Padding {
    side: 6.0,
    edge: 5.0,
    least: 30.0,
};
const VALUE: Style = Style::plain(SIZE, LEADING, Align::Left);
const NAMES: Style = Style::plain(SIZE, LEADING, Align::Centre);

impl ReceiptSheet {
    /// Sets the receipt.
    ///
    /// # Errors
    /// [`SheetError::SheetAmountNotPositive`] or [`SheetError::Paper`].
    pub fn compose(&self, shelf: &FontShelf) -> Result<Paper, SheetError> {
        let heading = Heading {
            firm: &self.firm.name,
            number: &self.number,
            title: NAME.to_owned(),
            subject: &self.from,
            day: self.day,
        };
        write(shelf, &heading, &self.pages(shelf)?)
    }

    /// The pages of [`Self::compose`] as marks, before they become a PDF.
    ///
    /// # Errors
    /// As [`Self::compose`].
    pub fn pages(&self, shelf: &FontShelf) -> Result<Vec<Page>, SheetError> {
        if self.amount <= Money::ZERO {
            return Err(SheetError::SheetAmountNotPositive);
        }
        self.check(shelf)?;
        let mut items = self.part(shelf, "存根联", 0.0)?;
        items.extend(cut_line(shelf, HALF)?);
        items.extend(self.part(shelf, "收据联", HALF)?);
        Ok(vec![Page::a4(vec![Arc::new(items)], "1".to_owned())])
    }

    fn check(&self, shelf: &FontShelf) -> Result<(), PaperError> {
        for (field, value) in [
            ("公司名称", &self.firm.name),
            ("收据编号", &self.number),
            ("交款单位", &self.from),
            ("收款事由", &self.purpose),
            ("协议编号", &self.agreement),
            ("收款人", &self.received_by),
            ("备注", &self.remark),
        ] {
            shelf.check(value, field)?;
        }
        Ok(())
    }

    /// One of the two parts, alike but for the mark.
    fn part(&self, shelf: &FontShelf, mark: &str, top: f32) -> Result<Vec<Item>, PaperError> {
        let edges = (LEFT, LEFT + WIDTH);
        let y = top + TOP;
        let small = Type::regular(9.5);
        let mut items = sheet::label(shelf, NAME, Type::bold(18.0), Align::Centre, edges, y)?;
        let number = format!("No. {}", self.number);
        items.extend(sheet::label(
            shelf,
            mark,
            Type::bold(9.5),
            Align::Left,
            edges,
            y,
        )?);
        items.extend(sheet::label(shelf, &number, small, Align::Right, edges, y)?);
        let day = written(self.day);
        items.extend(sheet::label(
            shelf,
            &day,
            small,
            Align::Centre,
            edges,
            y + 22.0,
        )?);
        let top = y + 32.0;
        let (table, bottom) = self.table(shelf, top)?;
        items.extend(table);
        items.extend(self.foot(shelf, bottom)?);
        Ok(items)
    }

    fn lines(&self) -> Vec<[(&'static str, String); 2]> {
        let none = |text: &str| match text.trim() {
            "" => "—".to_owned(),
            text => text.to_owned(),
        };
        vec![
            [
                ("交款单位", self.from.trim().to_owned()),
                ("", String::new()),
            ],
            [
                ("400号码", self.number400.shown(self.shown)),
                ("协议编号", none(&self.agreement)),
            ],
            [
                ("收款事由", none(&self.purpose)),
                ("收款方式", means(self.means).to_owned()),
            ],
            [
                ("金额大写", to_capitals_with_prefix(self.amount)),
                ("金额小写", format!("￥{}", self.amount)),
            ],
            [("备　　注", none(&self.remark)), ("", String::new())],
        ]
    }

    fn table(&self, shelf: &FontShelf, top: f32) -> Result<(Vec<Item>, f32), PaperError> {
        let (mut items, mut y) = (Vec::new(), top);
        for [first, second] in self.lines() {
            let cells = if second.0.is_empty() {
                vec![
                    cell(LABEL, first.0, NAMES),
                    cell(WIDTH - LABEL, &first.1, VALUE),
                ]
            } else {
                let other = 112.0;
                let rest = WIDTH - 2.0 * LABEL - other;
                let bold = if first.0.starts_with("金额") {
                    VALUE.bold()
                } else {
                    VALUE
                };
                vec![
                    cell(LABEL, first.0, NAMES),
                    cell(rest, &first.1, bold),
                    cell(LABEL, second.0, NAMES),
                    cell(other, &second.1, bold),
                ]
            };
            if y > top {
                items.push(Item::rule((LEFT, y), (LEFT + WIDTH, y), HAIRLINE));
            }
            for set in row(shelf, &cells, LEFT, PADDING)? {
                let down = y;
                items.extend(set.items.into_iter().map(|item| item.shifted(0.0, down)));
                y += set.height;
            }
        }
        items.push(Item::Frame {
            x: LEFT,
            y: top,
            w: WIDTH,
            h: y - top,
            width: 0.9,
        });
        Ok((items, y))
    }

    /// Who received it, and the place for the firm's seal.
    fn foot(&self, shelf: &FontShelf, top: f32) -> Result<Vec<Item>, PaperError> {
        let width = WIDTH / 2.0;
        let place = format!("收款单位（盖章）：{}", self.firm.name.trim());
        let hang = Style { hang: 9.0, ..VALUE };
        let mut items = Vec::new();
        let received = format!("收款人：{}", self.received_by.trim());
        let columns = [
            (place, hang, LEFT, width + 40.0),
            (received, VALUE, LEFT + width + 60.0, width - 60.0),
        ];
        for (words, style, x, room) in columns {
            let lines = paragraph(shelf, &[Piece::text(words)], &style, room)?;
            for (i, line) in lines.into_iter().enumerate() {
                let baseline = top + 14.0 + i as f32 * LEADING + style.baseline();
                items.extend(line.lay(x, baseline));
            }
        }
        Ok(items)
    }
}

fn cell(width: f32, words: &str, style: Style) -> Cell {
    Cell {
        width,
        pieces: vec![Piece::text(words)],
        style,
    }
}

fn means(means: Means) -> &'static str {
    crate::acceptance::means(means)
}
