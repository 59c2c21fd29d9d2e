//! The stock of 400 numbers. Refuses to set by hand a state that follows from
//! an order or an agreement.

mod hold;

pub(crate) use hold::{hold, release};

use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::{show, wording};
use desk_domain::identifier::{DisplayForm, Number400};
use desk_domain::staff::Permission;
use desk_domain::stock::{Carrier, CarrierTable, NumberState};
use desk_store::{Holder, NewNumber, NumberRow};
use desk_store::{Reader, StoreError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which numbers to list.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct NumberList {
    /// Only this state.
    pub state: Option<NumberState>,
    /// Only numbers that contain these digits.
    pub text: String,
    /// How many to pass over.
    pub offset: u32,
    /// How many at most; 0 means 100.
    pub limit: u32,
}

/// Some numbers, and how many there are in each state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NumberPage {
    /// The numbers asked for.
    pub lines: Vec<NumberLine>,
    /// How many fit in all.
    pub total: u32,
    /// Counts by state over the whole stock.
    pub counts: Vec<NumberCount>,
}

/// How many numbers are in a state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NumberCount {
    /// The state.
    pub state: NumberState,
    /// How many.
    pub count: u32,
}

/// One number in stock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NumberLine {
    /// Ten digits.
    pub number: String,
    /// As shown, 400-xxx-xxxx.
    pub shown: String,
    /// Carrier.
    pub carrier: Carrier,
    /// State.
    pub state: NumberState,
    /// Since when, `YYYY-MM-DD HH:MM`.
    pub since: String,
    /// Company that holds it, if any.
    pub holder: Option<String>,
    /// Order that holds it, if any.
    pub order: Option<i64>,
    /// Agreement that holds it, if any.
    pub agreement: Option<String>,
    /// Note.
    pub note: String,
}

/// A list of numbers for the stock, one a line; a carrier may follow a comma or tab.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NumberAdd {
    /// The list as pasted or read from a file.
    pub text: String,
}

/// What became of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NumberAdded {
    /// New in stock.
    pub added: u32,
    /// Were there already.
    pub known: u32,
    /// Lines not taken, with the reason.
    pub refused: Vec<RefusedLine>,
}

/// A line that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RefusedLine {
    /// Line in the list, from 1.
    pub line: u32,
    /// The line's text, cut at 40 characters.
    pub text: String,
    /// Why, as a Chinese sentence.
    pub message: String,
}

/// A change of state by hand.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NumberSetState {
    /// Ten digits.
    pub number: String,
    /// The new state.
    pub state: NumberState,
    /// Why.
    pub reason: String,
}

/// Longest list taken at once, in lines.
const LONGEST_LIST: usize = 20_000;
/// How much of a refused line is shown again.
const SHOWN: usize = 40;

/// Numbers in stock.
///
/// # Errors
/// Only who takes orders or keeps the stock may look.
pub fn list(desk: &Desk, request: NumberList) -> Result<NumberPage, Failure> {
    let digits: String = request.text.chars().filter(char::is_ascii_digit).collect();
    let limit = if request.limit == 0 {
        100
    } else {
        request.limit.min(1000)
    };
    desk.read(Permission::TakeOrders, |reader| {
        let states: Vec<NumberState> = request.state.into_iter().collect();
        let rows = reader
            .numbers()
            .list(&states, &digits, request.offset + limit)?;
        let lines = rows
            .into_iter()
            .skip(request.offset as usize)
            .map(|row| line(reader, row))
            .collect::<Result<_, Failure>>()?;
        let fitting = reader.numbers().counts(&digits)?;
        let total = fitting
            .iter()
            .filter(|(state, _)| request.state.is_none_or(|wanted| wanted == *state))
            .map(|(_, count)| count)
            .sum();
        let counts = reader
            .numbers()
            .counts("")?
            .into_iter()
            .map(|(state, count)| NumberCount { state, count })
            .collect();
        Ok(NumberPage {
            lines,
            total,
            counts,
        })
    })
}

/// Puts a list of numbers into stock. Lines that hold no number are named and
/// left out; the others are taken all at once.
///
/// # Errors
/// Only a manager may; the list must hold something.
pub fn add(desk: &Desk, request: NumberAdd) -> Result<NumberAdded, Failure> {
    let carriers = CarrierTable::default();
    let mut fresh = Vec::new();
    let mut refused = Vec::new();
    for (index, text) in request.text.lines().enumerate().take(LONGEST_LIST) {
        if text.trim().is_empty() {
            continue;
        }
        match read_line(text, &carriers) {
            Ok(number) => fresh.push(number),
            Err(message) => refused.push(RefusedLine {
                line: u32::try_from(index + 1).unwrap_or(u32::MAX),
                text: text
                    .trim()
                    .chars()
                    .filter(|c| !c.is_control())
                    .take(SHOWN)
                    .collect(),
                message,
            }),
        }
    }
    if fresh.is_empty() && refused.is_empty() {
        return Err(Situation::StockListEmpty.into());
    }
    desk.write(Permission::KeepStock, |writer| {
        let report = writer.numbers_mut().add(&fresh)?;
        let known = u32::try_from(report.known.len()).unwrap_or(u32::MAX);
        Ok(NumberAdded {
            added: report.added,
            known,
            refused,
        })
    })
}

/// Changes a number's state by hand: between free, closed and returned.
///
/// # Errors
/// Only a manager may, with a reason; states that follow an order or an
/// agreement are not set by hand.
pub fn set_state(desk: &Desk, request: NumberSetState) -> Result<NumberLine, Failure> {
    let number = Number400::parse(&request.number).map_err(|error| Failure::because(&error))?;
    let reason = reason(&request.reason)?;
    desk.write(Permission::KeepStock, |writer| {
        let row = known(writer, &number)?;
        if !by_hand(row.state) || !by_hand(request.state) {
            return Err(Situation::NumberStateFollowsAgreement.into());
        }
        let holder = Holder::default();
        writer.numbers_mut().move_to(
            number.as_str(),
            row.state,
            request.state,
            &holder,
            &reason,
        )?;
        line(writer, known(writer, &number)?)
    })
}

fn by_hand(state: NumberState) -> bool {
    matches!(
        state,
        NumberState::Free | NumberState::Closed | NumberState::Returned
    )
}

/// A reason long enough to mean something.
pub(crate) fn reason(text: &str) -> Result<String, Failure> {
    let text = text.trim();
    if text.chars().count() < 4 {
        return Err(Failure::because(&Situation::ReasonMissing).at("reason"));
    }
    Ok(text.chars().take(500).collect())
}

/// One line of a stock list: a number, then perhaps a carrier.
fn read_line(text: &str, carriers: &CarrierTable) -> Result<NewNumber, String> {
    let mut parts = text.splitn(2, [',', '，', '\t', ';']);
    let number = Number400::parse(parts.next().unwrap_or_default())
        .map_err(|error| Failure::because(&error).message)?;
    let named = parts.next().and_then(carrier_named);
    let carrier = named
        .or_else(|| carriers.carrier_of(&number))
        .ok_or_else(|| wording::sentence("CarrierUnknown", &std::collections::BTreeMap::new()))?;
    Ok(NewNumber {
        number400: number.as_str().to_owned(),
        carrier,
        note: String::new(),
    })
}

fn carrier_named(text: &str) -> Option<Carrier> {
    let named = |name: &str| text.contains(name);
    if named("联通") {
        Some(Carrier::Unicom)
    } else if named("移动") {
        Some(Carrier::Mobile)
    } else if named("电信") {
        Some(Carrier::Telecom)
    } else {
        None
    }
}

/// A number of the stock, or the refusal that says it is not there.
pub(crate) fn known(reader: &Reader<'_>, number: &Number400) -> Result<NumberRow, Failure> {
    reader
        .numbers()
        .get(number.as_str())
        .map_err(|error| match error {
            StoreError::NotFound { .. } => {
                Situation::NumberNotInStock(number.shown(DisplayForm::default())).into()
            }
            other => Failure::because(&other),
        })
}

/// A row as lists show it.
pub(crate) fn line(reader: &Reader<'_>, row: NumberRow) -> Result<NumberLine, Failure> {
    let shown = Number400::parse(&row.number400).map_or_else(
        |_| row.number400.clone(),
        |number| number.shown(DisplayForm::default()),
    );
    let company = match row.holder.order {
        Some(order) => super::order::company_of(&reader.orders().get(order)?),
        None => None,
    };
    Ok(NumberLine {
        number: row.number400,
        shown,
        carrier: row.carrier,
        state: row.state,
        since: show::minute(row.state_since),
        holder: company,
        order: row.holder.order.map(|order| order.0),
        agreement: row.holder.agreement,
        note: row.note,
    })
}
