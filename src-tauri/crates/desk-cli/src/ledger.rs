//! `payment`, `ledger`, `tariff` and `dispute`: accounts and what is asked of
//! them.

use crate::answer::{Answer, table};
use crate::args::{DisputeCommand, LedgerCommand, PaymentCommand, TariffCommand};
use crate::file;
use crate::refused::Refused;
use crate::sign_in::sign_in;
use desk_app::flow::billing::{AccountLine, AccountList, AccountRef, AccountView};
use desk_app::flow::billing::{DisputeList, DisputeOpen, DisputeSettle, DisputeView};
use desk_app::flow::billing::{PaymentAdd, TariffPlanView, TariffSave};
use desk_app::flow::billing::{account, dispute, entry, plan};
use desk_app::{Desk, Failure, Place};
use desk_domain::identifier::Number400;
use serde_json::json;

/// The account of a number: the open one, or the last.
pub fn account_of(desk: &Desk, number: &str) -> Result<AccountLine, Refused> {
    let number = Number400::parse(number).map_err(|error| Failure::because(&error))?;
    let wanted = AccountList {
        text: number.as_str().to_owned(),
        state: None,
    };
    let mut found = account::list(desk, wanted)?;
    found.sort_by_key(|line| line.closed.is_none());
    found
        .pop()
        .ok_or_else(|| Failure::of_code("AccountUnknown").into())
}

/// Books money received.
pub fn payment(place: Place, command: &PaymentCommand) -> Result<Answer, Refused> {
    let PaymentCommand::Add {
        number,
        amount,
        kind,
        means,
        note,
        override_reason,
    } = command;
    let desk = sign_in(place)?;
    let request = PaymentAdd {
        account: account_of(&desk, number)?.account,
        kind: *kind,
        amount: amount.clone(),
        means: *means,
        note: note.clone(),
        override_reason: override_reason.clone(),
    };
    told(entry::pay(&desk, request)?)
}

/// Entries and running balance.
pub fn ledger(place: Place, command: &LedgerCommand) -> Result<Answer, Refused> {
    let LedgerCommand::Show { number } = command;
    let desk = sign_in(place)?;
    let account = account_of(&desk, number)?.account;
    told(account::show(&desk, AccountRef { account })?)
}

fn told(view: AccountView) -> Result<Answer, Refused> {
    let entries = view.entries.iter().rev();
    let rows = table(
        &["日期", "月份", "项目", "金额", "余额", "备注", "收据"],
        entries.map(|entry| {
            vec![
                entry.on.clone(),
                entry.month.clone().unwrap_or_default(),
                entry.kind.chinese().to_owned(),
                entry.amount.to_string(),
                entry.balance.to_string(),
                entry.note.clone(),
                entry.receipt.clone().unwrap_or_default(),
            ]
        }),
    );
    let line = &view.line;
    let words = format!(
        "{} {}，余额 {} 元\n{rows}",
        line.shown, line.company, line.balance
    );
    Answer::new(view, words)
}

/// Tariffs.
pub fn tariff(place: Place, command: &TariffCommand) -> Result<Answer, Refused> {
    let plans = match command {
        TariffCommand::Set { file: path } => {
            let request: TariffSave = file::read_json(path)?;
            plan::save(&sign_in(place)?, request)?
        }
        TariffCommand::List => plan::list(&sign_in(place)?, ())?,
    };
    let words = priced(&plans);
    Answer::new(plans, words)
}

fn priced(plans: &[TariffPlanView]) -> String {
    let versions = plans.iter().flat_map(|plan| {
        plan.versions.iter().map(|version| {
            let mark = if version.in_force { "现行" } else { "" };
            vec![
                plan.plan.clone(),
                version.effective.clone(),
                mark.to_owned(),
            ]
        })
    });
    table(&["套餐", "生效日期", ""], versions)
}

/// Disputes over calls.
pub fn dispute(place: Place, command: &DisputeCommand) -> Result<Answer, Refused> {
    let desk = sign_in(place)?;
    let settled = |dispute: i64, upheld: bool, credit: &str, reply: &str| DisputeSettle {
        dispute,
        upheld,
        credit: credit.to_owned(),
        reply: reply.to_owned(),
    };
    let view = match command {
        DisputeCommand::Open {
            number,
            call,
            claim,
        } => {
            let request = DisputeOpen {
                account: account_of(&desk, number)?.account,
                calls: call.clone(),
                claim: claim.clone(),
            };
            dispute::open(&desk, request)?
        }
        DisputeCommand::Uphold {
            dispute,
            credit,
            reply,
        } => dispute::settle(&desk, settled(*dispute, true, credit, reply))?,
        DisputeCommand::Reject { dispute, reply } => {
            dispute::settle(&desk, settled(*dispute, false, "", reply))?
        }
        DisputeCommand::List => {
            let found = dispute::list(&desk, DisputeList::default())?;
            let words = disputes(&found);
            return Answer::new(json!(found), words);
        }
    };
    let words = disputes(std::slice::from_ref(&view));
    Answer::new(view, words)
}

fn disputes(found: &[DisputeView]) -> String {
    table(
        &["异议号", "号码", "公司", "状态", "提出", "话单", "金额"],
        found.iter().map(|view| {
            vec![
                view.id.to_string(),
                view.shown.clone(),
                view.company.clone(),
                view.state.chinese().to_owned(),
                view.opened.clone(),
                view.calls.len().to_string(),
                view.amount.to_string(),
            ]
        }),
    )
}
