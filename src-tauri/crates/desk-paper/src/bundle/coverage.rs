//! Looks at every word that came in before anything is set, so that a character
//! no font has is refused with the name of its field.

use super::Contents;
use crate::PaperError;
use crate::font::FontShelf;
use desk_domain::form::PersonPart;

/// # Errors
/// [`PaperError::GlyphMissing`] with the first such character.
pub(super) fn check(shelf: &FontShelf, contents: &Contents) -> Result<(), PaperError> {
    for (field, value) in fields(contents) {
        shelf.check(value, field)?;
    }
    for (i, number) in contents.form.bound.iter().enumerate() {
        let row = format!("绑定号码第{}行", i + 1);
        let own = [
            &number.number,
            &number.proof,
            &number.proof_date,
            &number.area,
        ];
        let hours = number
            .windows
            .iter()
            .flat_map(|window| [&window.from, &window.until]);
        for value in own.into_iter().chain([&number.concurrent]).chain(hours) {
            shelf.check(value, &row)?;
        }
    }
    Ok(())
}

fn fields(contents: &Contents) -> Vec<(&'static str, &str)> {
    let (firm, form) = (&contents.firm, &contents.form);
    let mut fields: Vec<(&'static str, &str)> = vec![
        ("协议编号", &contents.agreement),
        ("甲方名称", &firm.name),
        ("甲方住所地", &firm.address),
        ("甲方联系方式", &firm.phone),
        ("甲方代表人", &firm.representative),
        ("受理人", &contents.staff_name),
        ("原协议编号", &form.cites),
        ("企业名称", &form.company.name),
        ("统一社会信用代码", &form.company.code),
        ("企业类型", &form.company.company_type),
        ("住所", &form.company.address),
        ("经营范围", &form.company.scope),
        ("所属行业", &form.company.industry),
        ("成立日期", &form.company.founded),
        ("营业期限", &form.company.term_until),
        ("固定电话", &form.company.phone),
        ("电子邮箱", &form.company.email),
        ("邮政编码", &form.company.postcode),
    ];
    person(
        &mut fields,
        ["法定代表人姓名", "法定代表人资料"],
        &form.legal_representative,
    );
    person(&mut fields, ["经办人姓名", "经办人资料"], &form.handler);
    service(&mut fields, contents);
    fields
}

fn person<'a>(
    fields: &mut Vec<(&'static str, &'a str)>,
    [name, rest]: [&'static str; 2],
    person: &'a PersonPart,
) {
    fields.push((name, &person.name));
    for value in [
        &person.id_number,
        &person.id_expiry,
        &person.mobile,
        &person.office_phone,
    ] {
        fields.push((rest, value));
    }
}

fn service<'a>(fields: &mut Vec<(&'static str, &'a str)>, contents: &'a Contents) {
    let form = &contents.form;
    let (tariff, payment) = (&form.tariff, &form.payment);
    fields.extend([
        ("400号码", form.number.number.as_str()),
        ("号码用途", &form.number.purpose),
        ("套餐名称", &tariff.package),
        ("合同金额", &tariff.contract_amount),
        ("首次预存", &tariff.first_payment),
        ("每月最低消费", &tariff.minimum),
        ("通话资费", &tariff.rates.landline),
        ("通话资费", &tariff.rates.mobile),
        ("通话资费", &tariff.rates.international),
        ("服务期限", &tariff.start),
        ("服务期限", &tariff.end),
        ("赠送", &tariff.gifts),
        ("开户银行", &payment.collection.bank),
        ("账户名称", &payment.collection.account_name),
        ("银行账号", &payment.collection.account),
        ("发票抬头", &payment.invoice_title),
        ("纳税人识别号", &payment.tax_number),
        ("说明人", &form.confirmations.explained_by),
        ("备注", &form.remarks),
    ]);
}
