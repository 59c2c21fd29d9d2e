//! What the later businesses say beyond the form: when, why, in which words,
//! and what becomes of the money. Owns how two forms differ, line by line, in
//! the words of the paper. Refuses nothing; the review does.

use super::{BoundNumber, Business, Form, PersonPart, TimeWindow};
use crate::suspension::SuspensionReason;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What becomes of the money when a number changes hands or is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RestOfBalance {
    /// It goes with the number.
    #[default]
    Moved,
    /// It goes back to the former owner.
    Refunded,
}

/// What a later business is about, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct LaterPart {
    /// The day on which it takes effect: first day without service, first day
    /// with service again, last day of service, first day of the new owner's.
    pub day: String,
    /// Why the firm suspends; none when the customer asks for it.
    pub reason: Option<SuspensionReason>,
    /// 补充条款, one a paragraph.
    pub clauses: String,
    /// A remark on the form.
    pub note: String,
    /// What becomes of the balance of a number that changes hands.
    pub rest: RestOfBalance,
}

impl LaterPart {
    /// The clauses of a supplement: paragraphs, without empty ones.
    #[must_use]
    pub fn paragraphs(&self) -> Vec<String> {
        let lines = self.clauses.lines().map(str::trim);
        lines
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    }
}

/// A line in which two forms differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What differs, as people call it.
    pub item: String,
    /// What stood there; empty for nothing.
    pub before: String,
    /// What stands there now; empty for nothing.
    pub after: String,
}

/// A value on the form: what people call it and what stands there.
type Line = (String, String);

/// How a changed form differs from the one before, in the order of the form.
#[must_use]
pub fn differences(before: &Form, after: &Form) -> Vec<Difference> {
    let (old, new) = (lines(before), lines(after));
    let mut items: Vec<&String> = new.iter().map(|(item, _)| item).collect();
    let gone = |item: &&String| !new.iter().any(|(there, _)| there == *item);
    items.extend(old.iter().map(|(item, _)| item).filter(gone));
    let value = |lines: &[Line], item: &str| {
        let found = lines.iter().find(|(there, _)| there == item);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    items
        .into_iter()
        .map(|item| Difference {
            item: item.clone(),
            before: value(&old, item),
            after: value(&new, item),
        })
        .filter(|difference| difference.before != difference.after)
        .collect()
}

fn lines(form: &Form) -> Vec<Line> {
    let mut lines = company(form);
    lines.extend(person("法定代表人", &form.legal_representative));
    lines.extend(person("经办人", &form.handler));
    lines.extend(service(form));
    lines.push(line("接听策略", form.strategy.chinese()));
    for (at, bound) in form.bound.iter().enumerate() {
        lines.push((format!("绑定号码{}", at + 1), told(bound)));
    }
    let features: Vec<&str> = form.features.iter().map(|one| one.chinese()).collect();
    lines.push(("开通功能".to_owned(), features.join("、")));
    let payment = &form.payment;
    let account = &payment.collection;
    lines.push(line("付款方式", payment.means.chinese()));
    lines.push(line("开户银行", &account.bank));
    lines.push(line("账户名称", &account.account_name));
    lines.push(line("银行账号", &account.account));
    lines.push(line("发票抬头", &payment.invoice_title));
    lines.push(line("税号", &payment.tax_number));
    lines
}

fn company(form: &Form) -> Vec<Line> {
    let company = &form.company;
    [
        ("公司名称", &company.name),
        ("统一社会信用代码", &company.code),
        ("类型", &company.company_type),
        ("住所", &company.address),
        ("经营范围", &company.scope),
        ("所属行业", &company.industry),
        ("成立日期", &company.founded),
        ("营业期限至", &company.term_until),
        ("公司固定电话", &company.phone),
        ("电子邮箱", &company.email),
        ("邮政编码", &company.postcode),
    ]
    .into_iter()
    .map(|(item, value)| line(item, value))
    .collect()
}

fn person(who: &str, person: &PersonPart) -> Vec<Line> {
    let kind = if person.id_number.trim().is_empty() {
        ""
    } else {
        person.id_kind.chinese()
    };
    [
        ("姓名", person.name.as_str()),
        ("证件类型", kind),
        ("证件号码", &person.id_number),
        ("证件有效期至", &person.id_expiry),
        ("手机", &person.mobile),
        ("办公电话", &person.office_phone),
    ]
    .into_iter()
    .map(|(item, value)| line(&format!("{who}{item}"), value))
    .collect()
}

fn service(form: &Form) -> Vec<Line> {
    let (tariff, number) = (&form.tariff, &form.number);
    [
        ("号码显示方式", number.display.chinese()),
        ("号码用途", &number.purpose),
        ("资费套餐", &tariff.package),
        ("月最低消费（元）", &tariff.minimum),
        ("固话资费（元/分钟）", &tariff.rates.landline),
        ("手机资费（元/分钟）", &tariff.rates.mobile),
        ("国际资费（元/分钟）", &tariff.rates.international),
        ("赠送", &tariff.gifts),
        ("协议截止日期", &tariff.end),
    ]
    .into_iter()
    .map(|(item, value)| line(item, value))
    .collect()
}

fn line(item: &str, value: &str) -> Line {
    let value = match value.trim() {
        super::LONG_TERM => "长期",
        value => value,
    };
    (item.to_owned(), value.to_owned())
}

/// Everything about a bound number in one line: what is not said is left out.
fn told(bound: &BoundNumber) -> String {
    let mut words = vec![
        bound.number.trim().to_owned(),
        bound.owner.chinese().to_owned(),
    ];
    let proof = [bound.proof.trim(), bound.proof_date.trim()].concat();
    words.extend([bound.area.trim().to_owned(), proof]);
    if !bound.concurrent.trim().is_empty() {
        words.push(format!("并发{}", bound.concurrent.trim()));
    }
    words.extend(bound.windows.iter().map(shown));
    words.retain(|word| !word.is_empty());
    words.join("，")
}

/// 周一二三四五09:00至18:00.
fn shown(window: &TimeWindow) -> String {
    const DAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
    let days = window.weekdays.iter().filter_map(|day| {
        let at = usize::from(*day).checked_sub(1)?;
        DAYS.get(at).copied()
    });
    let days: String = days.collect();
    let (from, until) = (window.from.trim(), window.until.trim());
    format!("周{days}{from}至{until}")
}

impl Business {
    /// Whether a day on which it takes effect must be named.
    #[must_use]
    pub fn names_a_day(self) -> bool {
        matches!(
            self,
            Self::Transfer | Self::Suspension | Self::Resumption | Self::Closing
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_lists_what_differs_and_nothing_else() {
        let mut before = Form::default();
        before.company.address = "郑州市金水区花园路1号".to_owned();
        before.bound = vec![BoundNumber {
            number: "0371-60000001".to_owned(),
            ..BoundNumber::default()
        }];
        let mut after = before.clone();
        after.company.address = "郑州市中原区建设路2号".to_owned();
        after.bound.push(BoundNumber {
            number: "0371-60000002".to_owned(),
            ..BoundNumber::default()
        });
        let found = differences(&before, &after);
        let items: Vec<&str> = found.iter().map(|line| line.item.as_str()).collect();
        assert_eq!(items, ["住所", "绑定号码2"]);
        assert_eq!(found[1].before, "");
        assert!(differences(&after, &after).is_empty());
        let back = differences(&after, &before);
        assert_eq!(back[1].after, "");
    }

    #[test]
    fn a_supplement_has_a_clause_a_paragraph() {
        let part = LaterPart {
            clauses: "第一点。\n\n  第二点。  \n".to_owned(),
            ..LaterPart::default()
        };
        assert_eq!(part.paragraphs(), ["第一点。", "第二点。"]);
    }
}
