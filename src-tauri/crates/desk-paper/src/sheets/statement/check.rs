//! Counts everything again that a statement says, and looks at every word for
//! a glyph, before a line is set.

use super::{EntryKind, NumberAccount, StatementSheet};
use crate::font::FontShelf;
use crate::sheets::SheetError;
use desk_domain::{Charge, Money};

/// # Errors
/// [`SheetError`] with the first number whose figures contradict each other.
pub(super) fn check(shelf: &FontShelf, sheet: &StatementSheet) -> Result<(), SheetError> {
    if sheet.accounts.is_empty() {
        return Err(SheetError::StatementEmpty);
    }
    for account in &sheet.accounts {
        balance(account)?;
        calls(account)?;
        top_up(account)?;
        entries(account)?;
    }
    words(shelf, sheet)
}

/// 期初 + 缴存 − 通话费 − 补足 − 功能费 ± 调整 = 期末.
fn balance(account: &NumberAccount) -> Result<(), SheetError> {
    let found = Money::sum([
        account.opening,
        account.payments,
        account.calls.negated(),
        account.top_up.negated(),
        account.fees.negated(),
        account.corrections,
    ])?;
    if found == account.closing {
        return Ok(());
    }
    Err(SheetError::StatementUneven {
        number: account.written(),
        stated: account.closing,
        found,
    })
}

fn calls(account: &NumberAccount) -> Result<(), SheetError> {
    let mut calls = account.lines.iter().map(|line| line.charge);
    let found = calls
        .try_fold(Charge::ZERO, Charge::checked_add)?
        .round_half_up();
    if found == account.calls {
        return Ok(());
    }
    Err(SheetError::StatementCallsUneven {
        number: account.written(),
        stated: account.calls,
        found,
    })
}

/// 协议四（二）9: the calls or the minimum, whichever is more.
fn top_up(account: &NumberAccount) -> Result<(), SheetError> {
    let lacking = account.minimum.checked_sub(account.calls)?;
    let found = lacking.max(Money::ZERO);
    if found == account.top_up {
        return Ok(());
    }
    Err(SheetError::StatementTopUpWrong {
        number: account.written(),
        stated: account.top_up,
        found,
    })
}

fn entries(account: &NumberAccount) -> Result<(), SheetError> {
    let stated = [
        (EntryKind::Payment, account.payments),
        (EntryKind::Fee, account.fees),
        (EntryKind::Correction, account.corrections),
    ];
    for (kind, stated) in stated {
        let mut of_kind = account.entries.iter().filter(|entry| entry.kind == kind);
        let Some(first) = of_kind.next() else {
            continue;
        };
        let found = Money::sum(
            std::iter::once(first)
                .chain(of_kind)
                .map(|entry| entry.amount),
        )?;
        if found != stated {
            return Err(SheetError::StatementEntriesUneven {
                number: account.written(),
                stated,
                found,
            });
        }
    }
    Ok(())
}

fn words(shelf: &FontShelf, sheet: &StatementSheet) -> Result<(), SheetError> {
    for (field, value) in [
        ("公司名称", &sheet.firm.name),
        ("公司电话", &sheet.firm.phone),
        ("账单编号", &sheet.number),
        ("客户名称", &sheet.customer.name),
        ("客户地址", &sheet.customer.address),
        ("客户联系方式", &sheet.customer.contact),
    ] {
        shelf.check(value, field)?;
    }
    for account in &sheet.accounts {
        shelf.check(&account.package, "套餐名称")?;
        for entry in &account.entries {
            shelf.check(&entry.what, "摘要")?;
        }
        for line in &account.lines {
            shelf.check(&line.caller, "主叫号码")?;
            shelf.check(&line.answered, "接听号码")?;
            shelf.check(&line.class, "话单类型")?;
        }
    }
    Ok(())
}
