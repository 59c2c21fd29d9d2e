//! The sections of the acceptance form, in the order they are printed.

use crate::identifier::DisplayForm;
use crate::stock::Carrier;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// 业务类型.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Business {
    /// 新装.
    #[default]
    New,
    /// 变更.
    Change,
    /// 续费.
    Renewal,
    /// 过户.
    Transfer,
    /// 停机.
    Suspension,
    /// 复机.
    Resumption,
    /// 销户.
    Closing,
    /// 补充协议.
    Supplement,
}

/// 企业信息, as on the licence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct CompanyPart {
    /// 企业名称.
    pub name: String,
    /// 统一社会信用代码 or a legacy 15-digit 注册号.
    pub code: String,
    /// 类型, for example 有限责任公司.
    #[serde(rename = "type")]
    pub company_type: String,
    /// 住所.
    pub address: String,
    /// 经营范围.
    pub scope: String,
    /// 所属行业.
    pub industry: String,
    /// 成立日期, `YYYY-MM-DD`.
    pub founded: String,
    /// 营业期限至: `YYYY-MM-DD`, `long-term`, or empty where the licence has none.
    pub term_until: String,
    /// 企业固定电话 (协议第二条).
    pub phone: String,
    /// 电子邮箱; may be empty.
    pub email: String,
    /// 邮政编码; may be empty.
    pub postcode: String,
}

/// 证件类型.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IdKind {
    /// 居民身份证.
    #[default]
    CitizenId,
    /// 港澳台居民居住证.
    ResidentPermit,
    /// 外国人永久居留身份证.
    PermanentResident,
    /// 护照.
    Passport,
}

/// A natural person on the form.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct PersonPart {
    /// 姓名.
    pub name: String,
    /// 证件类型.
    pub id_kind: IdKind,
    /// 证件号码.
    pub id_number: String,
    /// 证件有效期至: `YYYY-MM-DD` or `long-term`.
    pub id_expiry: String,
    /// 手机.
    pub mobile: String,
    /// 办公电话; may be empty.
    pub office_phone: String,
}

/// 400 号码与用途.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct NumberPart {
    /// The 400 number, as typed or picked from stock.
    pub number: String,
    /// Carrier, when corrected by hand; otherwise derived from the prefix.
    pub carrier: Option<Carrier>,
    /// How the number is grouped when shown.
    pub display: DisplayForm,
    /// 号码用途, which must fit the business scope.
    pub purpose: String,
}

/// Rates by leg in yuan a minute, as typed; empty means as in the package.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Rates {
    /// 固话接听.
    pub landline: String,
    /// 手机接听.
    pub mobile: String,
    /// 国际接听; empty when not allowed.
    pub international: String,
}

/// 套餐与资费.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Tariff {
    /// 套餐名称.
    pub package: String,
    /// 合同金额 (yuan).
    pub contract_amount: String,
    /// 首次预存 (yuan); at least the contract amount is usual, not demanded.
    pub first_payment: String,
    /// 每月最低消费 (yuan).
    pub minimum: String,
    /// 资费.
    pub rates: Rates,
    /// 起始日期, `YYYY-MM-DD`.
    pub start: String,
    /// 终止日期, `YYYY-MM-DD`.
    pub end: String,
    /// 赠送, for example 赠送话费 or 彩铃.
    pub gifts: String,
}

/// 接听策略.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    /// 顺序.
    #[default]
    InOrder,
    /// 随机.
    Random,
    /// 循环.
    RoundRobin,
    /// 按区域.
    ByArea,
    /// 按时间.
    ByTime,
}

/// 绑定号码所有者.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// 公司.
    #[default]
    Company,
    /// 法人.
    LegalRepresentative,
    /// 员工.
    Employee,
    /// 关联公司.
    Affiliate,
}

/// A stretch of the day on some weekdays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct TimeWindow {
    /// Weekdays, 1 = Monday … 7 = Sunday; empty means every day.
    pub weekdays: Vec<u8>,
    /// `HH:MM`.
    pub from: String,
    /// `HH:MM`, later than `from`; `24:00` is the end of the day.
    pub until: String,
}

/// One bound number.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct BoundNumber {
    /// Landline or mobile that rings.
    pub number: String,
    /// Whose number it is.
    pub owner: Owner,
    /// 归属证明, for example 话费单.
    pub proof: String,
    /// Date of the proof, `YYYY-MM-DD`.
    pub proof_date: String,
    /// Area served, for [`Strategy::ByArea`].
    pub area: String,
    /// When it rings, for [`Strategy::ByTime`]; empty means always.
    pub windows: Vec<TimeWindow>,
    /// Concurrent calls it takes, as typed; empty means no limit.
    pub concurrent: String,
}

/// 功能.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Feature {
    /// 企业彩铃.
    ColourRing,
    /// 语音导航 (IVR).
    Ivr,
    /// 通话录音.
    Recording,
    /// 语音留言.
    Voicemail,
    /// 黑名单.
    BlockList,
    /// 白名单.
    AllowList,
    /// 来电弹屏.
    ScreenPop,
    /// 短信提醒.
    Sms,
    /// 遇忙转移.
    ForwardBusy,
    /// 无应答转移.
    ForwardNoAnswer,
    /// 工号播报.
    AgentNumber,
    /// 满意度评价.
    Satisfaction,
}

/// 付款方式.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Means {
    /// 银行转账.
    #[default]
    Transfer,
    /// 现金.
    Cash,
    /// 刷卡.
    Card,
    /// 扫码支付.
    QrPay,
    /// 银行托收.
    Collection,
}

/// 托收账户, filled when the means is [`Means::Collection`].
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Collection {
    /// 开户银行.
    pub bank: String,
    /// 账户名称.
    pub account_name: String,
    /// 银行账号.
    pub account: String,
}

/// 付款与发票.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Payment {
    /// 付款方式.
    pub means: Means,
    /// 托收账户.
    pub collection: Collection,
    /// 发票抬头; empty means the company's name.
    pub invoice_title: String,
    /// 纳税人识别号; empty means the company's code.
    pub tax_number: String,
}

/// 声明与确认, each a required tick.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Confirmations {
    /// 客户声明资料真实、完整 (四（一）1).
    pub declares_true: bool,
    /// 协议与用户须知已详细阅读并已说明解释 (四（一）3).
    pub read_and_explained: bool,
    /// Name of the member of staff who explained them.
    pub explained_by: String,
    /// 承诺不用于禁止用途 (四（一）4、5).
    pub lawful_use: bool,
}
