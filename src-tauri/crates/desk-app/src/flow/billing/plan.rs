//! Tariff plans: reading them from the store, setting versions, trying a call
//! on them. Refuses a version that reaches into a closed month (协议四（二）2).

use super::{FunctionFee, TariffPlanView, TariffRate, TariffSave, TariffTerms, TariffTried};
use super::{TariffTry, TariffVersionView, TriedCall, account, entry, rerate};
use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::show;
use chrono::NaiveDate;
use desk_domain::form::Form;
use desk_domain::money::Rate;
use desk_domain::period::CalendarMonth;
use desk_domain::staff::Permission;
use desk_domain::tariff::{self, CallRates, CallerClass, Leg, LegRates};
use desk_domain::tariff::{PartMonth, TariffPlan, TariffVersion};
use desk_store::{Reader, TariffId, TariffRow, Writer};
use std::collections::BTreeMap;

/// A plan and the store's numbers of its versions.
pub(super) struct StoredPlan {
    pub(super) plan: TariffPlan,
    ids: BTreeMap<NaiveDate, TariffId>,
}

impl StoredPlan {
    /// The store's number of the version that came into force on that day.
    pub(super) fn id_of(&self, effective: NaiveDate) -> Option<TariffId> {
        self.ids.get(&effective).copied()
    }
}

/// Every plan by its name.
pub(super) fn all(reader: &Reader<'_>) -> Result<BTreeMap<String, StoredPlan>, Failure> {
    let mut versions: BTreeMap<String, Vec<TariffRow>> = BTreeMap::new();
    for row in reader.tariffs().all()? {
        versions.entry(row.plan.clone()).or_default().push(row);
    }
    versions
        .into_iter()
        .map(|(name, rows)| {
            let ids = rows.iter().map(|row| (row.effective, row.id)).collect();
            let versions = rows.into_iter().map(version).collect::<Result<_, _>>()?;
            let plan = TariffPlan::new(&name, versions)?;
            Ok((name, StoredPlan { plan, ids }))
        })
        .collect()
}

fn version(row: TariffRow) -> Result<TariffVersion, Failure> {
    serde_json::from_value(row.terms).map_err(|_| Failure::internal())
}

/// Tariff plans with all their versions.
///
/// # Errors
/// Only who keeps accounts may look.
pub fn list(desk: &Desk, (): ()) -> Result<Vec<TariffPlanView>, Failure> {
    let today = desk.now().date();
    desk.read(Permission::KeepAccounts, |reader| views(reader, today))
}

fn views(reader: &Reader<'_>, today: NaiveDate) -> Result<Vec<TariffPlanView>, Failure> {
    let names = entry::staff_names(reader)?;
    let mut used: BTreeMap<String, u32> = BTreeMap::new();
    let terms = reader.accounts().all_terms()?;
    for row in reader.accounts().all()? {
        if let (None, Some(now)) = (row.closed, terms.get(&row.id).and_then(|all| all.last())) {
            *used.entry(now.plan.clone()).or_default() += 1;
        }
    }
    let rows = reader.tariffs().all()?;
    all(reader)?
        .into_iter()
        .map(|(name, stored)| {
            let now = stored
                .plan
                .version_on(today)
                .map(|version| version.effective);
            let versions = rows
                .iter()
                .rev()
                .filter(|row| row.plan == name)
                .map(|row| {
                    Ok(TariffVersionView {
                        id: row.id.0,
                        effective: show::day(row.effective),
                        in_force: now == Some(row.effective),
                        set_at: show::minute(row.at),
                        set_by: names.get(&row.by).cloned().unwrap_or_default(),
                        terms: written(&version(row.clone())?),
                    })
                })
                .collect::<Result<_, Failure>>()?;
            Ok(TariffPlanView {
                accounts: used.get(&name).copied().unwrap_or(0),
                versions,
                plan: name,
            })
        })
        .collect()
}

/// Sets a new version of a plan, or a new plan, and rates the open months anew.
///
/// # Errors
/// Only a manager may; a day inside a closed month, a rate that has no exact
/// increment, two versions on one day.
pub fn save(desk: &Desk, request: TariffSave) -> Result<Vec<TariffPlanView>, Failure> {
    let effective = entry::day(&request.effective, "effective")?;
    let version = read(&request.terms, effective)?;
    let today = desk.now().date();
    desk.write(Permission::KeepPrices, |writer| {
        let closed = writer.months().last()?.map(|closed| closed.month);
        let name = request.plan.trim();
        let plan = match all(writer)?.remove(name) {
            Some(stored) => stored.plan.with_version(version.clone(), closed)?,
            None => {
                let plan = TariffPlan::new(name, vec![version.clone()])?;
                refuse_closed(effective, closed)?;
                plan
            }
        };
        let terms = serde_json::to_value(&version).map_err(|_| Failure::internal())?;
        writer.tariffs_mut().add(plan.name(), effective, &terms)?;
        rerate::open_months(writer)?;
        views(writer, today)
    })
}

/// A plan that is new rates no closed month either.
fn refuse_closed(effective: NaiveDate, closed: Option<CalendarMonth>) -> Result<(), Failure> {
    match closed {
        Some(month) if effective <= month.last_day() => {
            let refused = tariff::TariffError::ClosedMonth { effective, month };
            Err(Failure::because(&refused).at("effective"))
        }
        _ => Ok(()),
    }
}

/// The plan that rates an agreement which takes effect. What its form says is
/// what was signed: where the package of that name has other prices, or none,
/// the agreement gets a plan with the form's own.
pub(super) fn for_contract(
    writer: &mut Writer<'_>,
    form: &Form,
    agreement: &str,
    opened: NaiveDate,
) -> Result<String, Failure> {
    let package = form.tariff.package.trim();
    let Some(rates) = rates_of(form) else {
        return Ok(package.to_owned());
    };
    let plans = all(writer)?;
    let stored = plans.get(package);
    let then = stored.and_then(|stored| stored.plan.version_on(opened));
    if then.is_some_and(|version| version.rates == rates) {
        return Ok(package.to_owned());
    }
    let name = match stored {
        None if !package.is_empty() => package.to_owned(),
        _ => format!("{package}（{agreement}）"),
    };
    let effective = CalendarMonth::of(opened).first_day();
    let version = TariffVersion {
        effective: effective.max(account::first_open_day(writer)?),
        rates,
        increment: tariff::Increment::default(),
        function_fees: Vec::new(),
        first_month: PartMonth::default(),
        last_month: PartMonth::default(),
    };
    let plan = TariffPlan::new(&name, vec![version.clone()])?;
    let terms = serde_json::to_value(&version).map_err(|_| Failure::internal())?;
    writer
        .tariffs_mut()
        .add(plan.name(), version.effective, &terms)?;
    Ok(plan.name().to_owned())
}

/// The prices a minute that a form agrees on; `None` when it names none.
fn rates_of(form: &Form) -> Option<CallRates> {
    let flat = |text: &str| Rate::parse(text).ok().map(LegRates::flat);
    let rates = &form.tariff.rates;
    let landline = flat(&rates.landline).or_else(|| flat(&rates.mobile))?;
    Some(CallRates {
        landline,
        mobile: flat(&rates.mobile).unwrap_or(landline),
        international: flat(&rates.international),
    })
}

/// What a sample call would cost under the version in force and the one typed.
///
/// # Errors
/// A rate or fee that cannot be read, or has no exact increment.
pub fn try_call(desk: &Desk, request: TariffTry) -> Result<TariffTried, Failure> {
    let today = desk.now().date();
    let new = read(&request.terms, today)?;
    new.check()?;
    desk.read(Permission::KeepAccounts, |reader| {
        let plans = all(reader)?;
        let old = plans
            .get(request.plan.trim())
            .and_then(|stored| stored.plan.version_on(today));
        let old = match old {
            Some(version) => tried(version, &request)?,
            None => None,
        };
        let new = tried(&new, &request)?.ok_or(Situation::NotDeliveredThere)?;
        Ok(TariffTried { old, new })
    })
}

/// `None` where the version does not deliver calls there.
fn tried(version: &TariffVersion, call: &TariffTry) -> Result<Option<TriedCall>, Failure> {
    let Some(rate) = version.rates.of(call.leg, call.caller_class) else {
        return Ok(None);
    };
    let Some(charge) = version.increment.charge(rate, call.seconds)? else {
        return Ok(None);
    };
    Ok(Some(TriedCall {
        increments: version.increment.begun(call.seconds),
        rate: rate.to_string(),
        charge: charge.to_string(),
        rounded: charge.round_half_up(),
    }))
}

/// Terms as typed, made a version.
fn read(terms: &TariffTerms, effective: NaiveDate) -> Result<TariffVersion, Failure> {
    let fees = terms.function_fees.iter().map(|fee| {
        Ok(tariff::FunctionFee {
            feature: fee.feature,
            monthly: entry::amount(&fee.fee, "function_fees")?,
        })
    });
    Ok(TariffVersion {
        effective,
        rates: CallRates {
            landline: leg(terms, Leg::Landline)?.ok_or_else(|| missing(Leg::Landline))?,
            mobile: leg(terms, Leg::Mobile)?.ok_or_else(|| missing(Leg::Mobile))?,
            international: leg(terms, Leg::International)?,
        },
        increment: terms.increment,
        function_fees: fees.collect::<Result<_, Failure>>()?,
        first_month: terms.first_month,
        last_month: terms.last_month,
    })
}

fn missing(leg: Leg) -> Failure {
    Failure::because(&Situation::RateMissing(leg.chinese().to_owned())).at("rates")
}

/// The rates of a leg; `None` where neither is typed. One alone holds for both.
fn leg(terms: &TariffTerms, leg: Leg) -> Result<Option<LegRates>, Failure> {
    let typed = |class: CallerClass| {
        let line = terms
            .rates
            .iter()
            .find(|line| line.leg == leg && line.caller_class == class);
        match line
            .map(|line| line.rate.trim())
            .filter(|rate| !rate.is_empty())
        {
            Some(text) => Rate::parse(text)
                .map(Some)
                .map_err(|error| Failure::because(&error).at("rates")),
            None => Ok(None),
        }
    };
    let (local, far) = (
        typed(CallerClass::Local)?,
        typed(CallerClass::LongDistance)?,
    );
    Ok(local.or(far).map(|either| LegRates {
        local: local.unwrap_or(either),
        long_distance: far.unwrap_or(either),
    }))
}

/// A version as it is typed.
fn written(version: &TariffVersion) -> TariffTerms {
    let rates = Leg::ALL
        .into_iter()
        .flat_map(|leg| CallerClass::ALL.map(|class| (leg, class)))
        .filter_map(|(leg, caller_class)| {
            let rate = version.rates.of(leg, caller_class)?.to_string();
            Some(TariffRate {
                leg,
                caller_class,
                rate,
            })
        });
    let fees = version.function_fees.iter().map(|fee| FunctionFee {
        feature: fee.feature,
        fee: fee.monthly.to_string(),
    });
    TariffTerms {
        rates: rates.collect(),
        increment: version.increment,
        function_fees: fees.collect(),
        first_month: version.first_month,
        last_month: version.last_month,
    }
}
