//! What a later business is about: the agreement that it cites, gathered with
//! what happens to it (协议八（二）). Owns how an order becomes the matter of its
//! own form, and what signing that form sets going. Refuses a closing that is
//! not settled (协议五（一）).

use crate::failure::Failure;
use crate::flow::agreement;
use crate::flow::billing::{account, entry};
use chrono::NaiveDate;
use desk_domain::Money;
use desk_domain::Refusal;
use desk_domain::agreement::AgreementState;
use desk_domain::form::{
    Business, CompanyPart, Confirmations, Finding, Form, Gravity, LaterPart, Payment, PersonPart,
    RestOfBalance, differences,
};
use desk_domain::identifier::Number400;
use desk_domain::ledger::{EntryKind, Handover, LedgerError, Settlement};
use desk_domain::ledger::{check_closing, check_handover};
use desk_paper::bundle::{Changed, Disposal, FirstAgreement, FormerOwner, Matter, Occasion};
use desk_store::{AccountId, AccountRow, AgreementRow, Reader};

/// Links of a chain of citations that are followed.
const LONGEST_CHAIN: usize = 50;

/// The first agreement of those that cite each other. A transfer that took
/// effect concludes an agreement of its own, and later ones cite that.
pub(crate) fn first(reader: &Reader<'_>, number: &str) -> Option<AgreementRow> {
    let mut row = reader.agreements().get(number.trim()).ok()?;
    for _ in 0..LONGEST_CHAIN {
        if concludes(&row) {
            break;
        }
        let Some(cited) = row.cites.clone() else {
            break;
        };
        let Ok(before) = reader.agreements().get(&cited) else {
            break;
        };
        row = before;
    }
    Some(row)
}

fn concludes(row: &AgreementRow) -> bool {
    took_effect(row) && agreement::form_of(row).business == Business::Transfer
}

fn took_effect(row: &AgreementRow) -> bool {
    matches!(row.state, AgreementState::InForce | AgreementState::Ended)
}

/// The form of an agreement as it stands now: its own, or that of the last
/// change that took effect.
pub(crate) fn current(reader: &Reader<'_>, first: &AgreementRow) -> Result<Form, Failure> {
    let mut changed = reader
        .agreements()
        .citing(&first.number)?
        .into_iter()
        .filter(took_effect)
        .map(|row| agreement::form_of(&row))
        .filter(|form| form.business == Business::Change);
    Ok(changed
        .next_back()
        .unwrap_or_else(|| agreement::form_of(first)))
}

/// The form of a later business as it begins: what stands in the agreement,
/// without what must be said anew. A transfer asks for another customer.
pub(super) fn begin(current: &Form, business: Business) -> Form {
    let mut form = Form {
        business,
        confirmations: Confirmations::default(),
        later: LaterPart::default(),
        remarks: String::new(),
        ..current.clone()
    };
    if business == Business::Transfer {
        form.company = CompanyPart::default();
        form.legal_representative = PersonPart::default();
        form.handler = PersonPart::default();
        form.handler_is_legal_representative = false;
        form.bound.clear();
        form.payment = Payment::default();
    }
    form
}

/// What an order that is not 新装 is about; nothing as long as its agreement or
/// its days are not named.
pub(super) fn occasion(
    reader: &Reader<'_>,
    form: &Form,
    floor: Option<Money>,
) -> Result<Option<Occasion>, Failure> {
    let Some(row) = first(reader, &form.cites) else {
        return Ok(None);
    };
    let first = FirstAgreement {
        number: row.number.clone(),
        signed_on: row.signed_on,
    };
    let before = current(reader, &row)?.canonical();
    let matter = match form.business {
        Business::New => None,
        Business::Change => Some(change(&before, form)),
        Business::Supplement => Some(Matter::Supplement {
            clauses: form.later.paragraphs(),
        }),
        Business::Transfer => transfer(reader, &before, form)?,
        Business::Renewal => renewal(form, floor),
        Business::Suspension => day(&form.later.day).map(|from| Matter::Suspension {
            reason: form.later.reason,
            from,
            note: form.later.note.trim().to_owned(),
        }),
        Business::Resumption => resumption(reader, form)?,
        Business::Closing => closing(reader, form)?,
    };
    Ok(matter.map(|matter| Occasion { first, matter }))
}

fn change(before: &Form, form: &Form) -> Matter {
    let rows = differences(before, &form.canonical());
    Matter::Change {
        rows: rows
            .into_iter()
            .map(|row| Changed {
                item: row.item,
                before: row.before,
                after: row.after,
            })
            .collect(),
        note: form.later.note.trim().to_owned(),
    }
}

fn transfer(reader: &Reader<'_>, before: &Form, form: &Form) -> Result<Option<Matter>, Failure> {
    let Some(effective) = day(&form.later.day) else {
        return Ok(None);
    };
    let balance = match the_account(reader, form)? {
        Some(row) => reader.ledger().balance(row.id)?,
        None => Money::ZERO,
    };
    Ok(Some(Matter::Transfer {
        from: FormerOwner {
            name: before.company.name.clone(),
            code: before.company.code.clone(),
            handler: before.handler.name.clone(),
        },
        balance,
        disposal: match form.later.rest {
            RestOfBalance::Moved => Disposal::Moved,
            RestOfBalance::Refunded => Disposal::Refunded,
        },
        effective,
    }))
}

fn renewal(form: &Form, floor: Option<Money>) -> Option<Matter> {
    Some(Matter::Renewal {
        amount: Money::parse(&form.tariff.contract_amount).ok()?,
        floor,
        from: day(&form.tariff.start)?,
        to: day(&form.tariff.end)?,
    })
}

fn resumption(reader: &Reader<'_>, form: &Form) -> Result<Option<Matter>, Failure> {
    let Some(back) = day(&form.later.day) else {
        return Ok(None);
    };
    let mut out = None;
    if let Some(account) = the_account(reader, form)? {
        let rows = reader.suspensions().of_account(account.id)?;
        out = rows.into_iter().rfind(|row| row.until.is_none());
    }
    Ok(Some(Matter::Resumption {
        since: out.as_ref().map_or(back, |row| row.from),
        reason: out.map(|row| row.reason),
        day: back,
    }))
}

/// The settlement as the ledger has it: what stood there before the last
/// month's charges, those charges, and where the rest went.
fn closing(reader: &Reader<'_>, form: &Form) -> Result<Option<Matter>, Failure> {
    let account = last_account(reader, form)?;
    let closed = account.as_ref().and_then(|row| row.closed);
    let Some(last_day) = closed.or_else(|| day(&form.later.day)) else {
        return Ok(None);
    };
    let mut sums = [Money::ZERO; 4];
    if let Some(row) = &account {
        sums = settled(reader, row.id, last_day)?;
    }
    let [charges, refund, forfeited, balance] = sums;
    let opening = sums.iter().map(|sum| sum.fen()).sum();
    Ok(Some(Matter::Closing {
        last_day,
        opening: Money::from_fen(opening)?,
        charges,
        refund,
        forfeited,
        balance,
        account: form.payment.collection.clone(),
    }))
}

/// Last charges, refunds, forfeitures and the balance of an account.
fn settled(reader: &Reader<'_>, id: AccountId, last_day: NaiveDate) -> Result<[Money; 4], Failure> {
    use EntryKind::{Calls, Forfeiture, FunctionFee, Refund, TopUp};
    let month = desk_domain::period::CalendarMonth::of(last_day);
    let mut fen = [0_i64; 3];
    for entry in reader.ledger().of_account(id)? {
        let place = match entry.kind {
            Calls | TopUp | FunctionFee if entry.month == Some(month) => 0,
            Refund => 1,
            Forfeiture => 2,
            _ => continue,
        };
        fen[place] -= entry.amount.fen();
    }
    let balance = reader.ledger().balance(id)?;
    let [charges, refund, forfeited] = fen;
    Ok([
        Money::from_fen(charges)?,
        Money::from_fen(refund)?,
        Money::from_fen(forfeited)?,
        balance,
    ])
}

/// What stands against a closing or a transfer as the account is.
pub(super) fn findings(
    reader: &Reader<'_>,
    form: &Form,
    today: NaiveDate,
) -> Result<Vec<Finding>, Failure> {
    match form.business {
        Business::Closing => unsettled(reader, form, today),
        Business::Transfer => not_to_hand_over(reader, form),
        _ => Ok(Vec::new()),
    }
}

fn unsettled(reader: &Reader<'_>, form: &Form, today: NaiveDate) -> Result<Vec<Finding>, Failure> {
    let Some(account) = last_account(reader, form)? else {
        return Ok(Vec::new());
    };
    let settlement = Settlement {
        closed: account.closed.unwrap_or(today),
        charged_through: reader.months().last()?.map(|closed| closed.month),
        balance: reader.ledger().balance(account.id)?,
    };
    let Err(open) = check_closing(&settlement) else {
        return Ok(Vec::new());
    };
    Ok(vec![finding("later", &open, Gravity::Wrong)])
}

fn not_to_hand_over(reader: &Reader<'_>, form: &Form) -> Result<Vec<Finding>, Failure> {
    let (Some(account), Some(day)) = (the_account(reader, form)?, day(&form.later.day)) else {
        return Ok(Vec::new());
    };
    let open = check_handover(&Handover {
        day,
        charged_through: reader.months().last()?.map(|closed| closed.month),
        balance: reader.ledger().balance(account.id)?,
        frozen: entry::frozen(reader, account.id)?,
        refunded: form.later.rest == RestOfBalance::Refunded,
    });
    let told = open.iter().map(|open| match open {
        LedgerError::HandoverMonthClosed { .. } => finding("later.day", open, Gravity::Wrong),
        LedgerError::HandoverNotCharged { .. } => finding("later.rest", open, Gravity::Waivable),
        _ => finding("later", open, Gravity::Wrong),
    });
    Ok(told.collect())
}

fn finding(field: &str, open: &LedgerError, gravity: Gravity) -> Finding {
    let details = open.details().into_iter();
    Finding {
        field: field.to_owned(),
        code: open.code().to_owned(),
        details: details
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
        gravity,
    }
}

/// The open account of the number on the form.
fn the_account(reader: &Reader<'_>, form: &Form) -> Result<Option<AccountRow>, Failure> {
    match Number400::parse(&form.number.number) {
        Ok(number) => account::open_account(reader, number.as_str()),
        Err(_) => Ok(None),
    }
}

/// The account of the number, also when it is being closed.
fn last_account(reader: &Reader<'_>, form: &Form) -> Result<Option<AccountRow>, Failure> {
    let Ok(number) = Number400::parse(&form.number.number) else {
        return Ok(None);
    };
    Ok(reader.accounts().of_number(number.as_str())?.pop())
}

fn day(typed: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(typed.trim(), "%Y-%m-%d").ok()
}
