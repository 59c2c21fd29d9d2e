//! The blanks an agreement's text may have: a closed list, so that a text never
//! asks for what no order holds.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Data that a text may ask for, written `{company_name}` in the markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Blank {
    /// 协议编号.
    AgreementNumber,
    /// 受理单号.
    FormNumber,
    /// 甲方名称.
    FirmName,
    /// 甲方住所地.
    FirmAddress,
    /// 甲方联系方式.
    FirmPhone,
    /// 甲方代表人.
    FirmRepresentative,
    /// 乙方名称.
    CompanyName,
    /// 乙方统一社会信用代码.
    CompanyCode,
    /// 乙方住所地.
    CompanyAddress,
    /// 乙方联系方式.
    CompanyPhone,
    /// 乙方法定代表人.
    CompanyRepresentative,
    /// 经办人.
    HandlerName,
    /// 400电话号码.
    Number400,
    /// 合同金额，小写.
    ContractAmount,
    /// 合同金额，大写.
    ContractAmountCapitals,
    /// 首次预存，小写.
    FirstPayment,
    /// 每月最低消费.
    MonthlyMinimum,
    /// 套餐名称.
    Package,
    /// 服务起始日期.
    StartDate,
    /// 服务终止日期.
    EndDate,
    /// 原协议编号, for changes and supplements.
    CitedAgreement,
}

/// Name in the markup, label for people, width in characters when empty.
const TABLE: [(Blank, &str, &str, f32); 21] = [
    (Blank::AgreementNumber, "agreement_number", "协议编号", 9.0),
    (Blank::FormNumber, "form_number", "受理单号", 9.0),
    (Blank::FirmName, "firm_name", "甲方名称", 18.0),
    (Blank::FirmAddress, "firm_address", "甲方住所地", 12.0),
    (Blank::FirmPhone, "firm_phone", "甲方联系方式", 10.0),
    (
        Blank::FirmRepresentative,
        "firm_representative",
        "甲方代表人",
        6.0,
    ),
    (Blank::CompanyName, "company_name", "乙方名称", 18.0),
    (
        Blank::CompanyCode,
        "company_code",
        "乙方统一社会信用代码",
        12.0,
    ),
    (Blank::CompanyAddress, "company_address", "乙方住所地", 12.0),
    (Blank::CompanyPhone, "company_phone", "乙方联系方式", 10.0),
    (
        Blank::CompanyRepresentative,
        "company_representative",
        "乙方法定代表人",
        6.0,
    ),
    (Blank::HandlerName, "handler_name", "经办人", 6.0),
    (Blank::Number400, "number400", "400电话号码", 10.0),
    (Blank::ContractAmount, "contract_amount", "合同金额", 6.0),
    (
        Blank::ContractAmountCapitals,
        "contract_amount_capitals",
        "合同金额大写",
        12.0,
    ),
    (Blank::FirstPayment, "first_payment", "首次预存", 6.0),
    (
        Blank::MonthlyMinimum,
        "monthly_minimum",
        "每月最低消费",
        5.0,
    ),
    (Blank::Package, "package", "套餐名称", 10.0),
    (Blank::StartDate, "start_date", "服务起始日期", 8.0),
    (Blank::EndDate, "end_date", "服务终止日期", 8.0),
    (Blank::CitedAgreement, "cited_agreement", "原协议编号", 9.0),
];

impl Blank {
    /// Every blank, in the order of the markup's documentation.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| row.0)
    }

    /// The blank of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.1 == name).map(|row| row.0)
    }

    fn row(self) -> &'static (Self, &'static str, &'static str, f32) {
        // The table has every blank once, in the order of the enum (tested).
        &TABLE[self as usize]
    }

    /// Its name in the markup.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// What people call it.
    #[must_use]
    pub fn label(self) -> &'static str {
        self.row().2
    }

    /// How wide it is when empty, in characters.
    #[must_use]
    pub fn width(self) -> f32 {
        self.row().3
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_blank_is_found_by_its_name() {
        for blank in Blank::all() {
            assert_eq!(Blank::named(blank.name()), Some(blank), "{}", blank.name());
        }
    }
}
