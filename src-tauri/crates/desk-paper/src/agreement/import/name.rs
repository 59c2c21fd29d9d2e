//! What fills a blank, from the words around it. Owns the table of labels that
//! Chinese agreements use. Refuses to guess where the label could mean two
//! things: such a blank is left to a person.

use super::Confidence;
use crate::agreement::Blank;

/// Which party a line speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Firm,
    Customer,
}

/// Labels of blanks that are the same wherever they stand, longest first where
/// one ends in another.
const LABELS: [(&str, Blank); 40] = [
    ("原协议编号", Blank::CitedAgreement),
    ("原合同编号", Blank::CitedAgreement),
    ("协议编号", Blank::AgreementNumber),
    ("合同编号", Blank::AgreementNumber),
    ("协议号", Blank::AgreementNumber),
    ("合同号", Blank::AgreementNumber),
    ("受理单编号", Blank::FormNumber),
    ("登记单编号", Blank::FormNumber),
    ("受理单号", Blank::FormNumber),
    ("编号", Blank::AgreementNumber),
    ("400电话号码", Blank::Number400),
    ("400业务号码", Blank::Number400),
    ("400号码", Blank::Number400),
    ("业务号码", Blank::Number400),
    ("合同金额大写", Blank::ContractAmountCapitals),
    ("金额大写", Blank::ContractAmountCapitals),
    ("人民币大写", Blank::ContractAmountCapitals),
    ("大写", Blank::ContractAmountCapitals),
    ("合同总金额", Blank::ContractAmount),
    ("合同总价", Blank::ContractAmount),
    ("合同金额", Blank::ContractAmount),
    ("协议金额", Blank::ContractAmount),
    ("首次预存话费", Blank::FirstPayment),
    ("首次预存", Blank::FirstPayment),
    ("预存话费", Blank::FirstPayment),
    ("首次充值", Blank::FirstPayment),
    ("每月最低消费额", Blank::MonthlyMinimum),
    ("最低消费额", Blank::MonthlyMinimum),
    ("每月最低消费", Blank::MonthlyMinimum),
    ("最低消费", Blank::MonthlyMinimum),
    ("月保底消费", Blank::MonthlyMinimum),
    ("套餐名称", Blank::Package),
    ("套餐", Blank::Package),
    ("经办人", Blank::HandlerName),
    ("统一社会信用代码", Blank::CompanyCode),
    ("甲方名称", Blank::FirmName),
    ("乙方名称", Blank::CompanyName),
    ("甲方", Blank::FirmName),
    ("乙方", Blank::CompanyName),
    ("客户名称", Blank::CompanyName),
];

/// Labels that either party has: what they mean for 甲方 and for 乙方.
const SIDED: [(&str, Blank, Blank); 17] = [
    (
        "法定代表人",
        Blank::FirmRepresentative,
        Blank::CompanyRepresentative,
    ),
    (
        "授权代表人",
        Blank::FirmRepresentative,
        Blank::CompanyRepresentative,
    ),
    (
        "代表人",
        Blank::FirmRepresentative,
        Blank::CompanyRepresentative,
    ),
    (
        "负责人",
        Blank::FirmRepresentative,
        Blank::CompanyRepresentative,
    ),
    ("联系方式", Blank::FirmPhone, Blank::CompanyPhone),
    ("联系电话", Blank::FirmPhone, Blank::CompanyPhone),
    ("固定电话", Blank::FirmPhone, Blank::CompanyPhone),
    ("电话", Blank::FirmPhone, Blank::CompanyPhone),
    ("住所地", Blank::FirmAddress, Blank::CompanyAddress),
    ("联系地址", Blank::FirmAddress, Blank::CompanyAddress),
    ("通讯地址", Blank::FirmAddress, Blank::CompanyAddress),
    ("注册地址", Blank::FirmAddress, Blank::CompanyAddress),
    ("地址", Blank::FirmAddress, Blank::CompanyAddress),
    ("住址", Blank::FirmAddress, Blank::CompanyAddress),
    ("住所", Blank::FirmAddress, Blank::CompanyAddress),
    ("公司名称", Blank::FirmName, Blank::CompanyName),
    ("单位名称", Blank::FirmName, Blank::CompanyName),
];

/// The label before a blank without its sign and remarks: 住所地（住址）： is
/// 住所地, 合同金额为人民币 is 合同金额.
pub(super) fn label(before: &str) -> String {
    let mut text: String = before.chars().filter(|c| !c.is_whitespace()).collect();
    loop {
        let length = text.len();
        for tail in ["：", ":", "为", "是", "人民币", "￥", "¥", "RMB", "（", "("] {
            if let Some(rest) = text.strip_suffix(tail) {
                text.truncate(rest.len());
            }
        }
        if text.ends_with(['）', ')'])
            && let Some(open) = text.rfind(['（', '('])
            && open > 0
            && !text[open..].contains("大写")
        {
            text.truncate(open);
        }
        if text.len() == length {
            break;
        }
    }
    let text = text.trim_end_matches(['）', ')']);
    let start = text
        .rfind([
            '。', '，', '；', '、', ',', ';', '（', '(', '）', ')', '：', ':',
        ])
        .map_or(0, |at| {
            at + text[at..].chars().next().map_or(0, char::len_utf8)
        });
    text[start..].to_owned()
}

/// What fills the blank behind `before`. `side` is whose line it is, where
/// that is known.
pub(super) fn blank(before: &str, side: Option<Side>) -> Option<(Blank, Confidence)> {
    let label = label(before);
    let sided = |side| {
        let pick = |entry: &(&str, Blank, Blank)| match side {
            Side::Firm => entry.1,
            Side::Customer => entry.2,
        };
        SIDED
            .iter()
            .find(|entry| label.ends_with(entry.0))
            .map(|entry| (entry.0, pick(entry)))
    };
    let plain = || {
        LABELS
            .iter()
            .find(|(known, _)| label.ends_with(known))
            .copied()
    };
    let (known, blank) = match side {
        Some(side) => sided(side).or_else(plain)?,
        None => plain().or_else(|| sided(named_side(&label)?))?,
    };
    let confidence = if known == label {
        Confidence::Certain
    } else {
        Confidence::Likely
    };
    Some((blank, confidence))
}

/// 乙方联系电话 names its side in the label.
fn named_side(label: &str) -> Option<Side> {
    if label.contains("甲方") {
        Some(Side::Firm)
    } else if label.contains("乙方") || label.contains("客户") {
        Some(Side::Customer)
    } else {
        None
    }
}

/// Whether the words before a colon are a label that something is filled in
/// behind, even where no room is left.
pub(super) fn is_label(text: &str) -> bool {
    const MORE: [&str; 12] = [
        "日期",
        "签字",
        "签名",
        "盖章",
        "签章",
        "开户行",
        "开户银行",
        "账号",
        "税号",
        "邮编",
        "传真",
        "邮箱",
    ];
    let label = label(text);
    !label.is_empty()
        && label.chars().count() <= 12
        && (LABELS.iter().any(|(known, _)| label.ends_with(known))
            || SIDED.iter().any(|(known, ..)| label.ends_with(known))
            || MORE.iter().any(|known| label.ends_with(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_with_their_remarks_left_out() {
        assert_eq!(label("住所地（住址）："), "住所地");
        assert_eq!(
            label("7、甲方为客户提供的400电话号码为"),
            "甲方为客户提供的400电话号码"
        );
        assert_eq!(label("合同金额为人民币￥"), "合同金额");
        assert_eq!(label("元（大写："), "大写");
        assert_eq!(label("编 号："), "编号");
    }

    #[test]
    fn blanks_are_named_by_label_and_side() {
        let name = |before, side| blank(before, side).map(|(blank, _)| blank);
        assert_eq!(name("编号：", None), Some(Blank::AgreementNumber));
        assert_eq!(
            name("住所地（住址）：", Some(Side::Customer)),
            Some(Blank::CompanyAddress)
        );
        assert_eq!(name("联系方式：", Some(Side::Firm)), Some(Blank::FirmPhone));
        assert_eq!(name("每月最低消费", None), Some(Blank::MonthlyMinimum));
        assert_eq!(name("乙方联系电话：", None), Some(Blank::CompanyPhone));
        assert_eq!(name("联系电话：", None), None);
        assert_eq!(name("服务期限", None), None);
    }
}
