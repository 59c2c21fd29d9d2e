//! Which papers an order needs. Carriers and provinces ask for different ones
//! and change their minds, so the answer is data, `assets/papers-demanded.json`;
//! this module owns its schema and how its rules add up. Refuses a file that
//! it does not understand whole: a rule skipped in silence is a paper missing.

use crate::form::{Business, Form, Owner};
use crate::identifier::{Number400, RegistrationNumber, Uscc, province};
use crate::paper::PaperKind;
use crate::refusal::refusal_codes;
use crate::stock::{Carrier, CarrierTable};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use thiserror::Error;

/// The schema this program reads.
const SCHEMA: u32 = 1;

/// All rules about papers, as read from the data file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demand {
    /// Version of the schema; this program reads 1.
    pub schema: u32,
    /// What the file is, for whoever opens it.
    #[serde(default)]
    pub about: String,
    /// The rules. All that fit an order add up; the stricter word about a paper wins.
    pub rules: Vec<DemandRule>,
}

/// One rule: whenever an order is like this, these papers are wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemandRule {
    /// Where the demand comes from, for example 协议第二条.
    pub basis: String,
    /// Businesses it is about; empty means all.
    #[serde(default)]
    pub businesses: Vec<Business>,
    /// Carriers it is about; empty means all.
    #[serde(default)]
    pub carriers: Vec<Carrier>,
    /// Provinces (two digits, of the company's registration); empty means all.
    #[serde(default)]
    pub provinces: Vec<String>,
    /// Circumstances that must all be given; empty means always.
    #[serde(default)]
    pub given: Vec<Circumstance>,
    /// The papers wanted.
    pub papers: Vec<DemandedPaper>,
}

/// Something about an order that calls for another paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Circumstance {
    /// The handler is not the legal representative.
    HandlerDiffers,
    /// A bound number belongs to somebody else than the company.
    BoundNumberOfOthers,
}

/// A paper that is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemandedPaper {
    /// Which one.
    pub kind: PaperKind,
    /// Whether the company seal must be on it.
    #[serde(default)]
    pub seal: bool,
    /// How much it is wanted.
    pub need: Need,
}

/// How much a paper is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// Better with it; its absence is told and does not block.
    Advised,
    /// Without it nothing is printed, unless a manager lets it through.
    Required,
}

/// What is asked of the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemandCase {
    /// 业务类型.
    pub business: Business,
    /// The number's carrier, once known.
    pub carrier: Option<Carrier>,
    /// The province of the company's registration, once known.
    pub province: Option<String>,
    /// What else is given.
    pub given: Vec<Circumstance>,
}

/// Why a data file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DemandError {
    /// Written for another program.
    #[error("schema {found} instead of {expected}")]
    Schema {
        /// What the file says.
        found: u32,
        /// What this program reads.
        expected: u32,
    },
    /// A rule without papers, or with a province that does not exist.
    #[error("rule {rule} is malformed")]
    Rule {
        /// Which one, from 1.
        rule: usize,
    },
}

refusal_codes!(DemandError {
    Schema { found, expected } => "DemandSchema",
    Rule { rule } => "DemandRule",
});

impl Demand {
    /// The rules, if the file as a whole makes sense.
    ///
    /// # Errors
    /// [`DemandError`].
    pub fn checked(self) -> Result<Self, DemandError> {
        if self.schema != SCHEMA {
            return Err(DemandError::Schema {
                found: self.schema,
                expected: SCHEMA,
            });
        }
        let malformed = |rule: &DemandRule| {
            rule.papers.is_empty() || rule.provinces.iter().any(|code| province(code).is_none())
        };
        match self.rules.iter().position(malformed) {
            Some(index) => Err(DemandError::Rule { rule: index + 1 }),
            None => Ok(self),
        }
    }

    /// The papers wanted in a case, in the order of [`PaperKind`]. A rule that
    /// names carriers or provinces does not speak while these are unknown.
    #[must_use]
    pub fn papers(&self, case: &DemandCase) -> Vec<DemandedPaper> {
        let mut wanted: BTreeMap<PaperKind, DemandedPaper> = BTreeMap::new();
        for paper in self
            .rules
            .iter()
            .filter(|rule| rule.fits(case))
            .flat_map(|rule| &rule.papers)
        {
            wanted
                .entry(paper.kind)
                .and_modify(|known| {
                    known.need = known.need.max(paper.need);
                    known.seal |= paper.seal;
                })
                .or_insert(*paper);
        }
        wanted.into_values().collect()
    }
}

impl DemandRule {
    fn fits(&self, case: &DemandCase) -> bool {
        let business = self.businesses.is_empty() || self.businesses.contains(&case.business);
        let carrier =
            self.carriers.is_empty() || case.carrier.is_some_and(|c| self.carriers.contains(&c));
        let province = self.provinces.is_empty()
            || case
                .province
                .as_ref()
                .is_some_and(|p| self.provinces.contains(p));
        business && carrier && province && self.given.iter().all(|c| case.given.contains(c))
    }
}

impl DemandCase {
    /// What a form tells: fields that cannot be read yet count as unknown.
    #[must_use]
    pub fn of(form: &Form, carriers: &CarrierTable) -> Self {
        let derived = || carriers.carrier_of(&Number400::parse(&form.number.number).ok()?);
        let mut given = Vec::new();
        if !form.handler_is_legal_representative {
            given.push(Circumstance::HandlerDiffers);
        }
        if form.bound.iter().any(|bound| bound.owner != Owner::Company) {
            given.push(Circumstance::BoundNumberOfOthers);
        }
        Self {
            business: form.business,
            carrier: form.number.carrier.or_else(derived),
            province: registered_province(&form.company.code),
            given,
        }
    }
}

/// The province of a credit code or registration number.
fn registered_province(code: &str) -> Option<String> {
    let region = Uscc::parse(code)
        .map(|code| code.region().to_owned())
        .or_else(|_| RegistrationNumber::parse(code).map(|number| number.region().to_owned()))
        .ok()?;
    province(&region[..2]).map(|_| region[..2].to_owned())
}

#[cfg(test)]
pub(crate) use tests::shipped;

#[cfg(test)]
mod tests;
