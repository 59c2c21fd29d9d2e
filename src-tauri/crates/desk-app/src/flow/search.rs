//! One box that finds customers, numbers, orders and agreements. Refuses
//! nothing; an empty text shows who came last.

use super::agreement::{self, AgreementLine};
use super::number::{self, NumberLine};
use super::order::{self, OrderLine};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::pinyin::Spelling;
use desk_domain::staff::Permission;
use desk_store::{CustomerId, Hit, Reader};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to look for: a name, pinyin initials, a fragment of a number or code.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SearchRequest {
    /// The text typed.
    pub text: String,
}

/// A customer that fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CustomerHit {
    /// Customer's number in the store.
    pub id: i64,
    /// Company's name.
    pub name: String,
    /// Company's code.
    pub code: String,
    /// 400 numbers it holds.
    pub numbers: Vec<String>,
}

/// Everything that fits, best first, at most 20 of each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SearchHits {
    /// Customers.
    pub customers: Vec<CustomerHit>,
    /// Numbers in stock or in use.
    pub numbers: Vec<NumberLine>,
    /// Orders that are still open.
    pub orders: Vec<OrderLine>,
    /// Agreements.
    pub agreements: Vec<AgreementLine>,
}

/// How many of each kind are shown.
const MOST: u32 = 20;
/// How many open orders are looked through, the last touched first.
const RECENT: u32 = 500;

/// Everything that fits the text, best first.
///
/// # Errors
/// Only who takes orders may look.
pub fn search(desk: &Desk, request: SearchRequest) -> Result<SearchHits, Failure> {
    let text = request.text.trim();
    desk.read(Permission::TakeOrders, |reader| {
        let mut hits = SearchHits {
            customers: Vec::new(),
            numbers: Vec::new(),
            orders: orders(reader, text)?,
            agreements: Vec::new(),
        };
        for hit in reader.search(text, MOST)? {
            match hit {
                Hit::Customer { id, name, code } => {
                    let numbers = numbers_of(reader, id)?;
                    let code = code.unwrap_or_default();
                    hits.customers.push(CustomerHit {
                        id: id.0,
                        name,
                        code,
                        numbers,
                    });
                }
                Hit::Number { number400, .. } => {
                    hits.numbers
                        .push(number::line(reader, reader.numbers().get(&number400)?)?);
                }
                Hit::Agreement { number, .. } => {
                    let row = reader.agreements().get(&number)?;
                    hits.agreements.extend(agreement::lines(reader, vec![row])?);
                }
            }
        }
        Ok(hits)
    })
}

/// Open orders whose company or number contains the text, by name or pinyin.
fn orders(reader: &Reader<'_>, text: &str) -> Result<Vec<OrderLine>, Failure> {
    let wanted = text.to_lowercase();
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let fits = |line: &OrderLine| {
        let spelling = Spelling::of(&line.company);
        line.company.to_lowercase().contains(&wanted)
            || line.number.contains(&wanted)
            || spelling.initials.contains(&wanted)
            || spelling.full.contains(&wanted)
    };
    let mut lines = order::lines(reader, reader.orders().list(&order::OPEN, RECENT)?)?;
    lines.retain(fits);
    lines.truncate(MOST as usize);
    Ok(lines)
}

fn numbers_of(reader: &Reader<'_>, customer: CustomerId) -> Result<Vec<String>, Failure> {
    let mut numbers: Vec<String> =
        agreement::lines(reader, reader.agreements().of_customer(customer)?)?
            .into_iter()
            .map(|line| line.number_400)
            .collect();
    numbers.sort();
    numbers.dedup();
    Ok(numbers)
}
