//! Who signs: the parties at the head of a form, and where they sign at its foot.

use super::{Matter, Occasion, words};
use crate::PaperError;
use crate::acceptance::closing;
use crate::bundle::Contents;
use crate::grid::{Field, Grid};
use desk_domain::form::PersonPart;

/// A date nobody knows yet, to be written by hand.
const UNDATED: &str = "　　　　年　　　月　　　日";

pub(super) fn business(
    grid: &mut Grid<'_>,
    contents: &Contents,
    occasion: &Occasion,
) -> Result<(), PaperError> {
    let first = &occasion.first;
    let number = match occasion.matter {
        // The acceptance form of the new agreement is the first.
        Matter::Transfer { .. } => contents.form_number().replace("-01", "-02"),
        _ => contents.form_number(),
    };
    grid.part("业务信息", false);
    grid.fields(&[
        Field::new("业务类型", occasion.matter.business().chinese()),
        Field::wide("受理单号", number),
    ])?;
    grid.fields(&[
        Field::new("协议编号", contents.agreement.trim()),
        Field::wide("受理日期", words::day(contents.day)),
    ])?;
    let signed = first
        .signed_on
        .map_or_else(|| UNDATED.to_owned(), words::day);
    grid.fields(&[
        Field::new("原协议号", first.number.trim()),
        Field::wide("签订日期", signed),
    ])
}

pub(super) fn parties(
    grid: &mut Grid<'_>,
    contents: &Contents,
    matter: &Matter,
) -> Result<(), PaperError> {
    let form = &contents.form;
    let handler = if form.handler_is_legal_representative {
        &form.legal_representative
    } else {
        &form.handler
    };
    if let Matter::Transfer { from, .. } = matter {
        grid.part("协议三方", false);
        grid.wide("甲　　方", contents.firm.name.trim())?;
        grid.wide("原用户", from.name.trim())?;
        grid.fields(&[
            Field::new("统一社会信用代码", from.code.trim()),
            Field::wide("经办人", from.handler.trim()),
        ])?;
        grid.wide("新用户（乙方）", form.company.name.trim())?;
    } else {
        grid.part("协议双方", false);
        grid.wide("甲　　方", contents.firm.name.trim())?;
        grid.wide("乙　　方", form.company.name.trim())?;
    }
    grid.fields(&[
        Field::new("统一社会信用代码", form.company.code.trim()),
        Field::wide("经办人", called(handler)),
    ])
}

/// Name and telephone.
fn called(person: &PersonPart) -> String {
    let parts = [person.name.trim(), person.mobile.trim()];
    let told: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    told.join("　")
}

pub(super) fn signed(
    grid: &mut Grid<'_>,
    contents: &Contents,
    matter: &Matter,
) -> Result<(), PaperError> {
    let firm = ("甲方（盖章）：", contents.firm.name.as_str());
    let customer = contents.form.company.name.as_str();
    match matter {
        Matter::Transfer { from, .. } => {
            let former = ("原用户（盖章）：", from.name.as_str());
            let sides = [firm, former, ("乙方（盖章）：", customer)];
            closing::seals(grid, "三方签章", &sides)
        }
        _ => closing::seals(grid, "双方签章", &[firm, ("乙方（盖章）：", customer)]),
    }
}
