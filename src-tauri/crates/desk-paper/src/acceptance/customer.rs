//! The parts of the form about the customer: business, company, persons.

use super::{labels, ticks, written};
use crate::PaperError;
use crate::bundle::Contents;
use crate::grid::{Field, Grid};
use crate::layout::Piece;
use desk_domain::form::{CompanyPart, PersonPart};

pub(super) fn business(grid: &mut Grid<'_>, contents: &Contents) -> Result<(), PaperError> {
    let form = &contents.form;
    grid.part("业务信息", false);
    grid.pieces(
        "业务类型",
        ticks(&labels::BUSINESS, |kind| kind == form.business),
    )?;
    grid.fields(&[
        Field::new("协议编号", &contents.agreement),
        Field::wide("受理单号", contents.form_number()),
    ])?;
    let cited = if form.cites.trim().is_empty() {
        "无"
    } else {
        form.cites.trim()
    };
    grid.fields(&[
        Field::new("受理日期", written::date(&contents.day.to_string())),
        Field::wide("原协议号", cited),
    ])
}

pub(super) fn company(grid: &mut Grid<'_>, company: &CompanyPart) -> Result<(), PaperError> {
    grid.part("企业信息", false);
    grid.wide("企业名称", company.name.trim())?;
    grid.fields(&[
        Field::new("统一社会信用代码", company.code.trim()),
        Field::wide("企业类型", company.company_type.trim()),
    ])?;
    grid.fields(&[
        Field::wide("住　　所", company.address.trim()),
        Field::new("邮政编码", company.postcode.trim()),
    ])?;
    grid.wide("经营范围", company.scope.trim())?;
    grid.fields(&[
        Field::new("所属行业", company.industry.trim()),
        Field::new("成立日期", written::date(&company.founded)),
        Field::new("营业期限", until(&company.term_until)),
    ])?;
    grid.fields(&[
        Field::new("固定电话", company.phone.trim()),
        Field::wide("电子邮箱", company.email.trim()),
    ])
}

/// 至2036年5月12日; 长期.
fn until(typed: &str) -> String {
    let date = written::date(typed);
    if date.ends_with('日') {
        format!("至{date}")
    } else {
        date
    }
}

pub(super) fn legal(grid: &mut Grid<'_>, person: &PersonPart) -> Result<(), PaperError> {
    grid.part("法定代表人", false);
    self::person(grid, person)
}

pub(super) fn handler(grid: &mut Grid<'_>, contents: &Contents) -> Result<(), PaperError> {
    let form = &contents.form;
    let same = form.handler_is_legal_representative;
    grid.part("经办人", false);
    grid.pieces(
        "办理身份",
        vec![
            Piece::Tick(same),
            Piece::text("法定代表人（负责人）本人"),
            Piece::text("　　"),
            Piece::Tick(!same),
            Piece::text("受托经办人（须附授权委托书）"),
        ],
    )?;
    person(
        grid,
        if same {
            &form.legal_representative
        } else {
            &form.handler
        },
    )
}

fn person(grid: &mut Grid<'_>, person: &PersonPart) -> Result<(), PaperError> {
    grid.fields(&[
        Field::new("姓　　名", person.name.trim()),
        Field::new("证件类型", labels::id_kind(person.id_kind)),
        Field::new("办公电话", person.office_phone.trim()),
    ])?;
    grid.fields(&[
        Field::new("证件号码", person.id_number.trim()),
        Field::new("有效期至", written::date(&person.id_expiry)),
        Field::new("手　　机", person.mobile.trim()),
    ])
}
