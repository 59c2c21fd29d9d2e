//! What must agree before a form is set: its business, its days, its figures,
//! and that every character of it can be printed.

use super::{Matter, Occasion};
use crate::PaperError;
use crate::bundle::Contents;
use crate::font::FontShelf;
use desk_domain::Money;

/// # Errors
/// [`PaperError::Contradiction`] with the field;
/// [`PaperError::GlyphMissing`] with the field.
pub(crate) fn check(
    shelf: &FontShelf,
    contents: &Contents,
    occasion: &Occasion,
) -> Result<(), PaperError> {
    let agree = |agrees: bool, field: &str| {
        if agrees {
            Ok(())
        } else {
            let field = field.to_owned();
            Err(PaperError::Contradiction { field })
        }
    };
    let matter = &occasion.matter;
    agree(matter.business() == contents.form.business, "业务类型")?;
    match matter {
        Matter::Transfer { balance, .. } => agree(*balance >= Money::ZERO, "账户余额")?,
        Matter::Renewal {
            amount, from, to, ..
        } => {
            agree(*amount > Money::ZERO, "续费金额")?;
            agree(from <= to, "服务期限")?;
        }
        Matter::Resumption { since, day, .. } => agree(since <= day, "复机日期")?,
        Matter::Closing { .. } => agree(adds_up(matter), "销户结算")?,
        _ => {}
    }
    for (field, value) in fields(occasion) {
        shelf.check(value, field)?;
    }
    Ok(())
}

/// Whether a settlement leads from its first to its last balance and nobody
/// leaves with a debt (协议五（一）).
fn adds_up(matter: &Matter) -> bool {
    let Matter::Closing {
        opening,
        charges,
        refund,
        forfeited,
        balance,
        ..
    } = matter
    else {
        return true;
    };
    let parts = [charges, refund, forfeited, balance].map(|amount| amount.fen());
    parts.iter().all(|fen| *fen >= 0) && opening.fen() == parts.iter().sum::<i64>()
}

fn fields(occasion: &Occasion) -> Vec<(&'static str, &str)> {
    let mut fields = vec![("原协议编号", occasion.first.number.as_str())];
    match &occasion.matter {
        Matter::Change { rows, note } => {
            for row in rows {
                let values = [&row.item, &row.before, &row.after];
                fields.extend(values.map(|value| ("变更内容", value.as_str())));
            }
            fields.push(("备注", note));
        }
        Matter::Supplement { clauses } => {
            fields.extend(clauses.iter().map(|clause| ("补充条款", clause.as_str())));
        }
        Matter::Transfer { from, .. } => fields.extend([
            ("原用户名称", from.name.as_str()),
            ("原用户统一社会信用代码", &from.code),
            ("原用户经办人", &from.handler),
        ]),
        Matter::Suspension { note, .. } => fields.push(("备注", note)),
        Matter::Closing { account, .. } => fields.extend([
            ("账户名称", account.account_name.as_str()),
            ("银行账号", &account.account),
            ("开户银行", &account.bank),
        ]),
        Matter::Renewal { .. } | Matter::Resumption { .. } => {}
    }
    fields
}
