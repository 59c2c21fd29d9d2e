//! Which account pays for a call, in which month, at what price. The same for
//! a call that comes in and for one that is rated anew because a price changed
//! while its month was open.

use super::account;
use super::plan::{self, StoredPlan};
use crate::failure::Failure;
use chrono::NaiveDate;
use desk_billing::{RatedCall, quote};
use desk_domain::call::CallRecord;
use desk_domain::period::CalendarMonth;
use desk_domain::tariff::{CallerClass, Leg};
use desk_store::{AccountId, AccountTerms, CallRating, CallRow, Reader, Writer};
use std::collections::{BTreeMap, HashMap};

/// Everything that is asked of each of a million calls, read once.
pub(super) struct PriceBook {
    plans: BTreeMap<String, StoredPlan>,
    accounts: HashMap<String, Vec<Served>>,
    closed: Option<CalendarMonth>,
}

/// A stretch in which an account paid for its number.
struct Served {
    account: AccountId,
    opened: NaiveDate,
    closed: Option<NaiveDate>,
    terms: Vec<AccountTerms>,
}

/// Who pays for a call, in which month, and what.
pub(super) struct Priced {
    pub(super) account: Option<AccountId>,
    pub(super) month: CalendarMonth,
    pub(super) leg: Leg,
    pub(super) class: CallerClass,
    pub(super) rating: Option<CallRating>,
}

impl PriceBook {
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self, Failure> {
        let mut accounts: HashMap<String, Vec<Served>> = HashMap::new();
        let mut terms = reader.accounts().all_terms()?;
        for row in reader.accounts().all()? {
            let terms = terms.remove(&row.id).unwrap_or_default();
            accounts.entry(row.number400).or_default().push(Served {
                account: row.id,
                opened: row.opened,
                closed: row.closed,
                terms,
            });
        }
        Ok(Self {
            plans: plan::all(reader)?,
            accounts,
            closed: reader.months().last()?.map(|closed| closed.month),
        })
    }

    /// Whether the office knows this 400 number at all.
    pub(super) fn knows(&self, number400: &str) -> bool {
        self.accounts.contains_key(number400)
    }

    /// Prices a call from a carrier's file. One that comes after its month was
    /// closed is charged in the first month that is open (协议四（二）2: a
    /// closed month never changes).
    pub(super) fn price(&self, call: &CallRecord) -> Priced {
        let (leg, _) = call.settled_leg();
        let (class, _) = call.settled_class();
        let own = CalendarMonth::of(call.started.date());
        let month = match self.closed {
            Some(closed) if own <= closed => closed.next(),
            _ => own,
        };
        let seconds = if call.answered { call.seconds } else { 0 };
        let day = call.started.date();
        let served = self.serving(call.number.as_str(), day);
        Priced {
            account: served.map(|served| served.account),
            rating: served.and_then(|served| self.rating(served, day, leg, class, seconds)),
            month,
            leg,
            class,
        }
    }

    /// The account that pays for a number on a day. Calls before its first day
    /// or after its last one belong to nobody.
    fn serving(&self, number400: &str, day: NaiveDate) -> Option<&Served> {
        self.accounts
            .get(number400)?
            .iter()
            .find(|served| served.opened <= day && served.closed.is_none_or(|closed| day <= closed))
    }

    fn rating(
        &self,
        served: &Served,
        day: NaiveDate,
        leg: Leg,
        class: CallerClass,
        seconds: u32,
    ) -> Option<CallRating> {
        let terms = terms_on(&served.terms, day)?;
        let stored = self.plans.get(&terms.plan)?;
        let version = stored.plan.version_on(day)?;
        let rated: RatedCall = quote(version, leg, class, seconds).ok()?;
        Some(CallRating {
            tariff: stored.id_of(rated.version)?,
            increments: rated.increments,
            rate: rated.rate,
            charge: rated.charge,
        })
    }

    fn again(&self, row: &CallRow) -> (Option<AccountId>, Option<CallRating>) {
        let day = row.started.date();
        let seconds = if row.answered { row.seconds } else { 0 };
        let served = self.serving(&row.number400, day);
        let rating =
            served.and_then(|served| self.rating(served, day, row.leg, row.class, seconds));
        (served.map(|served| served.account), rating)
    }
}

/// The terms in force on a day; the first ones before their own first day.
pub(super) fn terms_on(terms: &[AccountTerms], day: NaiveDate) -> Option<&AccountTerms> {
    let now = terms.iter().rev().find(|terms| terms.from <= day);
    now.or_else(|| terms.first())
}

/// Rates every call of the open months anew. Those of closed months never
/// change.
pub(super) fn open_months(writer: &mut Writer<'_>) -> Result<(), Failure> {
    let book = PriceBook::read(writer)?;
    let first = account::first_open_day(writer)?;
    let mut changed = Vec::new();
    writer
        .calls()
        .of_open_months(CalendarMonth::of(first), |row| {
            let (account, rating) = book.again(&row);
            if account != row.account || rating != row.rating {
                changed.push((row.id, account, rating));
            }
            Ok::<_, Failure>(())
        })?;
    let mut calls = writer.calls_mut();
    for (id, account, rating) in changed {
        calls.rate(id, account, rating)?;
    }
    Ok(())
}
