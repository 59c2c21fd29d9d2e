//! The office's sheets about accounts: receipts, notices, answers to disputes.
//! Each is set, written into the export folder, and put on record. Refuses a
//! notice that does not fit how the account stands.

use super::{AccountLine, AccountState, DisputeRef, EntryRef, NoticeKind, NoticeSave};
use super::{account_view, arrears, entry};
use crate::desk::Desk;
use crate::export;
use crate::failure::{Failure, Situation};
use crate::flow::agreement::SavedFile;
use crate::flow::customer::{self, Record};
use chrono::{Days, NaiveDate};
use desk_domain::Money;
use desk_domain::form::Means;
use desk_domain::identifier::DisplayForm;
use desk_domain::ledger::{EntryKind, PaymentKind};
use desk_domain::party::Firm;
use desk_domain::staff::Permission;
use desk_domain::suspension::{SuspensionReason, due_for_termination};
use desk_paper::FontShelf;
use desk_paper::sheets::{
    Addressee, DisputeOutcome, DisputeReply, DisputedCall, NoticeKind as Letter, NoticeSheet,
    Paper, ReceiptSheet, SheetError, SuspensionGround,
};
use desk_store::{
    AccountId, AccountRow, CustomerId, DisputeId, DisputeRow, EntryId, EntryRow, Reader, Subject,
};
use serde_json::{Value, json};

/// Days a customer has to pay after a reminder.
const DAYS_TO_PAY: u64 = 10;

/// Writes the receipt of a payment into the export folder.
///
/// # Errors
/// The entry is no payment; a character no font has; an unwritable folder.
pub fn receipt(desk: &Desk, request: EntryRef) -> Result<SavedFile, Failure> {
    let today = desk.now().date();
    let (sheet, account) = desk.read(Permission::KeepAccounts, |reader| {
        let entry = reader.ledger().get(EntryId(request.entry))?;
        // A receipt stays made out to who held the number when the money came.
        let row = reader
            .accounts()
            .get_as_known(entry.account, entry.on, entry.at)?;
        Ok((receipt_of(reader, &row, entry, today)?, row.id))
    })?;
    let name = format!("收据-{}.pdf", sheet.number);
    let detail = json!({ "number": sheet.number, "fen": sheet.amount.fen() });
    let record = (account, "receipt_saved", &detail);
    put_out(desk, &name, record, |fonts| sheet.compose(fonts))
}

fn receipt_of(
    reader: &Reader<'_>,
    row: &AccountRow,
    entry: EntryRow,
    today: NaiveDate,
) -> Result<ReceiptSheet, Failure> {
    let number = entry.receipt.ok_or(Situation::NoReceiptDue)?;
    let names = entry::staff_names(reader)?;
    let means = entry.source.get("means").cloned().unwrap_or_default();
    Ok(ReceiptSheet {
        firm: firm(reader, today)?,
        number,
        day: entry.on,
        from: customer::name_of(reader, row.customer)?,
        amount: entry.amount,
        means: serde_json::from_value::<Means>(means).unwrap_or_default(),
        purpose: purpose(entry.kind).to_owned(),
        number400: entry::number_of(row)?,
        shown: DisplayForm::default(),
        agreement: row.agreement.clone(),
        received_by: names.get(&entry.by).cloned().unwrap_or_default(),
        remark: entry.note,
    })
}

fn purpose(kind: EntryKind) -> &'static str {
    if kind == PaymentKind::First.entry() {
        "首次预存话费"
    } else if kind == PaymentKind::Renewal.entry() {
        "续费预存话费"
    } else {
        "预存话费"
    }
}

/// The firm's profile in force on a day.
pub(super) fn firm(reader: &Reader<'_>, day: NaiveDate) -> Result<Firm, Failure> {
    let row = reader.firm().on(day)?;
    Ok(row.map(|row| row.profile).unwrap_or_default())
}

/// Whom a letter is addressed to.
pub(super) fn addressee(reader: &Reader<'_>, id: CustomerId) -> Result<Addressee, Failure> {
    let row = reader.customers().get(id)?;
    let record = Record::of_row(&row);
    let contact = format!("{} {}", record.handler.name, record.handler.mobile);
    Ok(Addressee {
        name: row.content.name,
        address: record.company.address,
        contact: contact.trim().to_owned(),
    })
}

/// Writes a notice into the export folder.
///
/// # Errors
/// It does not fit how the account stands; a character no font has; an
/// unwritable folder.
pub fn notice(desk: &Desk, request: NoticeSave) -> Result<SavedFile, Failure> {
    let today = desk.now().date();
    let id = AccountId(request.account);
    let sheet = desk.read(Permission::KeepAccounts, |reader| {
        let row = reader.accounts().get(id)?;
        Ok(NoticeSheet {
            firm: firm(reader, today)?,
            number: String::new(),
            customer: addressee(reader, row.customer)?,
            agreement: row.agreement.clone(),
            number400: entry::number_of(&row)?,
            shown: DisplayForm::default(),
            day: today,
            kind: letter(reader, &row, request.kind, today)?,
        })
    })?;
    let shown = sheet.number400.shown(DisplayForm::default());
    let name = format!("{}-{shown}-{today}.pdf", sheet.kind.title());
    let detail = json!({ "kind": request.kind, "on": today });
    let record = (id, "notice_saved", &detail);
    put_out(desk, &name, record, |fonts| sheet.compose(fonts))
}

fn letter(
    reader: &Reader<'_>,
    row: &AccountRow,
    kind: NoticeKind,
    today: NaiveDate,
) -> Result<Letter, Failure> {
    let line: AccountLine = account_view::lines(reader, vec![row.clone()])?
        .pop()
        .ok_or_else(Failure::internal)?;
    let suspended = reader.suspensions().of_account(row.id)?.pop();
    let unfit = || Failure::from(Situation::NoticeUnfit);
    match kind {
        NoticeKind::Arrears => arrears_letter(reader, row, today),
        NoticeKind::Suspension => {
            let now = suspended
                .filter(|row| row.until.is_none())
                .ok_or_else(unfit)?;
            let ground = ground(now.reason, line.balance);
            let from = now.from;
            Ok(Letter::Suspension { from, ground })
        }
        NoticeKind::Resumption => {
            let over = suspended.and_then(|row| row.until).ok_or_else(unfit)?;
            let from = over.succ_opt().unwrap_or(over);
            Ok(Letter::Resumption { from })
        }
        NoticeKind::Closing => match (line.state, row.closed) {
            (AccountState::Closing | AccountState::Closed, Some(ended)) => {
                closing_letter(reader, row, ended)
            }
            _ => Err(unfit()),
        },
        NoticeKind::Termination => {
            let now = suspended
                .filter(|row| row.until.is_none())
                .ok_or_else(unfit)?;
            let ends = due_for_termination(now.from).max(today);
            let suspended = now.from;
            Ok(Letter::Termination { suspended, ends })
        }
    }
}

fn arrears_letter(
    reader: &Reader<'_>,
    row: &AccountRow,
    today: NaiveDate,
) -> Result<Letter, Failure> {
    let seen = arrears::of_account(reader, row.id, today)?;
    let balance = reader.ledger().balance(row.id)?;
    let due = match balance.is_negative() {
        true => balance.negated().checked_add(seen.monthly)?,
        false => seen.monthly.checked_sub(balance)?.max(seen.monthly),
    };
    if due <= Money::ZERO {
        return Err(Situation::NoticeUnfit.into());
    }
    let pay_by = today
        .checked_add_days(Days::new(DAYS_TO_PAY))
        .unwrap_or(today);
    Ok(Letter::Arrears {
        balance,
        due,
        pay_by,
    })
}

/// What was left after the last part-month, and what of it went back.
fn closing_letter(
    reader: &Reader<'_>,
    row: &AccountRow,
    ended: NaiveDate,
) -> Result<Letter, Failure> {
    let entries = reader.ledger().of_account(row.id)?;
    let sum = |kind: EntryKind| {
        let of_kind = entries
            .iter()
            .filter(|entry| entry.kind == kind && entry.on >= ended);
        Money::sum(of_kind.map(|entry| entry.amount.negated()))
    };
    let refund = sum(EntryKind::Refund)?;
    let left = reader.ledger().balance(row.id)?;
    let balance = Money::sum([left, refund, sum(EntryKind::Forfeiture)?])?;
    Ok(Letter::Closing {
        ended,
        balance,
        refund,
    })
}

fn ground(reason: SuspensionReason, balance: Money) -> SuspensionGround {
    match reason {
        SuspensionReason::Arrears => SuspensionGround::Arrears { balance },
        SuspensionReason::FilingUntrue | SuspensionReason::UntrueUncorrected => {
            SuspensionGround::UntrueData
        }
        SuspensionReason::UnlawfulConduct
        | SuspensionReason::ForbiddenBusiness
        | SuspensionReason::ForbiddenContent => SuspensionGround::Violation,
    }
}

/// Writes the printed answer to a dispute into the export folder.
///
/// # Errors
/// It is not answered yet; a character no font has; an unwritable folder.
pub fn reply(desk: &Desk, request: DisputeRef) -> Result<SavedFile, Failure> {
    let id = DisputeId(request.dispute);
    let (sheet, account) = desk.read(Permission::KeepAccounts, |reader| {
        let found = reader.disputes().get(id)?;
        let row = raised_by(reader, &found)?;
        let outcome = found.outcome.ok_or(Situation::DisputeOpenStill)?;
        let ids = reader.disputes().calls(id)?;
        let calls = ids
            .into_iter()
            .map(|id| disputed(reader, id))
            .collect::<Result<_, _>>()?;
        let day = outcome.at.date();
        let credit = match outcome.entry {
            Some(entry) => Some(reader.ledger().get(entry)?),
            None => None,
        };
        let sheet = DisputeReply {
            firm: firm(reader, day)?,
            number: format!("YY-{:06}", id.0),
            customer: addressee(reader, row.customer)?,
            agreement: row.agreement.clone(),
            number400: entry::number_of(&row)?,
            shown: DisplayForm::default(),
            raised: found.at.date(),
            day,
            calls,
            outcome: match credit {
                Some(entry) => DisputeOutcome::Upheld {
                    credit: entry.amount,
                    booked: entry.on,
                    finding: outcome.reply,
                },
                None => DisputeOutcome::Rejected {
                    reason: outcome.reply,
                },
            },
        };
        Ok((sheet, row.id))
    })?;
    let name = format!("话单异议答复-{}.pdf", sheet.number);
    let detail = json!({ "dispute": id.0 });
    let record = (account, "reply_saved", &detail);
    put_out(desk, &name, record, |fonts| sheet.compose(fonts))
}

/// The account as it stood when the dispute was raised.
pub(super) fn raised_by(reader: &Reader<'_>, found: &DisputeRow) -> Result<AccountRow, Failure> {
    let day = found.at.date();
    let row = reader.accounts().get_as_known(found.account, day, found.at);
    Ok(row?)
}

fn disputed(reader: &Reader<'_>, id: desk_store::CallId) -> Result<DisputedCall, Failure> {
    let call = reader.calls().get(id)?;
    Ok(DisputedCall {
        start: call.started,
        caller: call.caller,
        answered: call.delivered_to,
        seconds: call.seconds,
        charge: call.rating.map(|rating| rating.charge).unwrap_or_default(),
    })
}

/// Sets a sheet, writes it into the export folder under this name, and records
/// with its account what was done.
fn put_out(
    desk: &Desk,
    name: &str,
    (account, action, detail): (AccountId, &str, &Value),
    compose: impl FnOnce(&FontShelf) -> Result<Paper, SheetError>,
) -> Result<SavedFile, Failure> {
    let paper = compose(desk.fonts()?.as_ref())?;
    let path = export::write(desk, name, &paper.pdf)?;
    desk.write(Permission::KeepAccounts, |writer| {
        let subject = Subject::Account(account);
        Ok(writer.audit_mut().record(action, &subject, detail)?)
    })?;
    Ok(SavedFile { path })
}
