//! Owns the one search box: customers, numbers and agreements by any fragment
//! staff remember. Refuses patterns: `%` and `_` are just characters.

use rusqlite::params;
use serde::Serialize;

use desk_domain::agreement::AgreementState;
use desk_domain::stock::{Carrier, NumberState};

use crate::StoreResult;
use crate::access::Reader;
use crate::column::Word;
use crate::table::customer::CustomerId;

/// Longest text looked for, in characters; the rest is cut off.
const LONGEST: usize = 100;

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Hit {
    /// A customer, by name, pinyin, initials or code.
    Customer {
        /// Number.
        id: CustomerId,
        /// Name.
        name: String,
        /// 统一社会信用代码.
        code: Option<String>,
    },
    /// A 400 number, by a fragment of its digits.
    Number {
        /// Ten digits.
        number400: String,
        /// Whose number it is.
        carrier: Carrier,
        /// Where it stands.
        state: NumberState,
    },
    /// An agreement, by a fragment of its number or by its 400 number.
    Agreement {
        /// Its number.
        number: String,
        /// Where it stands.
        state: AgreementState,
        /// 乙方.
        customer: CustomerId,
        /// Name of 乙方 as it is now.
        customer_name: String,
    },
}

impl Reader<'_> {
    /// Finds customers, numbers and agreements, at most `limit` of each, the
    /// likeliest first. Nothing is found for a text without letters or digits.
    ///
    /// # Errors
    /// Only of the database.
    pub fn search(&self, text: &str, limit: u32) -> StoreResult<Vec<Hit>> {
        let text: String = text.trim().chars().take(LONGEST).collect();
        if !text.chars().any(char::is_alphanumeric) {
            return Ok(Vec::new());
        }
        let mut hits = self.search_customers(&text, limit)?;
        hits.extend(self.search_numbers(&text, limit)?);
        hits.extend(self.search_agreements(&text, limit)?);
        Ok(hits)
    }

    /// Names that begin with the text first, then initials, then the rest.
    fn search_customers(&self, text: &str, limit: u32) -> StoreResult<Vec<Hit>> {
        let letters: String = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect::<String>()
            .to_lowercase();
        let mut statement = self.conn.prepare_cached(
            "SELECT id, name, code FROM customer
             WHERE name LIKE ?1 ESCAPE '\\' OR code LIKE ?2 ESCAPE '\\'
                 OR initials LIKE ?2 ESCAPE '\\' OR pinyin LIKE ?2 ESCAPE '\\'
             ORDER BY name LIKE ?3 ESCAPE '\\' DESC, initials LIKE ?4 ESCAPE '\\' DESC,
                 pinyin LIKE ?4 ESCAPE '\\' DESC, name
             LIMIT ?5",
        )?;
        let rows = statement.query_map(
            params![
                anywhere(text),
                anywhere(&letters),
                begins(text),
                begins(&letters),
                limit
            ],
            |row| {
                Ok(Hit::Customer {
                    id: row.get("id")?,
                    name: row.get("name")?,
                    code: row.get("code")?,
                })
            },
        )?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Numbers that end in the digits first: people remember the last four.
    fn search_numbers(&self, text: &str, limit: u32) -> StoreResult<Vec<Hit>> {
        let Some(digits) = digits_of(text) else {
            return Ok(Vec::new());
        };
        let mut statement = self.conn.prepare_cached(
            "SELECT number400, carrier, state FROM number WHERE instr(number400, ?1) > 0
             ORDER BY substr(number400, -length(?1)) = ?1 DESC, number400 LIMIT ?2",
        )?;
        let rows = statement.query_map(params![digits, limit], |row| {
            Ok(Hit::Number {
                number400: row.get("number400")?,
                carrier: row.get::<_, Word<Carrier>>("carrier")?.0,
                state: row.get::<_, Word<NumberState>>("state")?.0,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn search_agreements(&self, text: &str, limit: u32) -> StoreResult<Vec<Hit>> {
        let digits = digits_of(text).unwrap_or_default();
        let mut statement = self.conn.prepare_cached(
            "SELECT a.number, a.state, a.customer_id, c.name
             FROM agreement a JOIN customer c ON c.id = a.customer_id
             WHERE a.number LIKE ?1 ESCAPE '\\'
                 OR (length(?2) >= 3 AND instr(a.number400, ?2) > 0)
             ORDER BY a.year DESC, a.seq DESC LIMIT ?3",
        )?;
        let rows = statement.query_map(params![anywhere(text), digits, limit], |row| {
            Ok(Hit::Agreement {
                number: row.get(0)?,
                state: row.get::<_, Word<AgreementState>>(1)?.0,
                customer: row.get(2)?,
                customer_name: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// The digits of a text that is nothing but digits and separators, full-width
/// ones included.
fn digits_of(text: &str) -> Option<String> {
    let mut digits = String::new();
    for c in text.chars() {
        match c {
            '0'..='9' => digits.push(c),
            '０'..='９' => digits.extend(char::from_digit(u32::from(c) - u32::from('０'), 10)),
            '-' | '－' | '–' | ' ' | '\u{3000}' => {}
            _ => return None,
        }
    }
    (!digits.is_empty()).then_some(digits)
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}

fn anywhere(text: &str) -> String {
    format!("%{}%", escaped(text))
}

fn begins(text: &str) -> String {
    format!("{}%", escaped(text))
}
