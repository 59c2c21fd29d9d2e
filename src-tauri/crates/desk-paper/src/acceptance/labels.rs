//! What the choices on the form are called on paper.

use desk_domain::form::{Business, Feature, IdKind, Means, Owner, Strategy};
use desk_domain::identifier::DisplayForm;
use desk_domain::paper::{Arrival, PaperKind, Verification};

pub(super) const BUSINESS: [(Business, &str); 8] = [
    (Business::New, "新装"),
    (Business::Change, "变更"),
    (Business::Renewal, "续费"),
    (Business::Transfer, "过户"),
    (Business::Suspension, "停机"),
    (Business::Resumption, "复机"),
    (Business::Closing, "销户"),
    (Business::Supplement, "补充协议"),
];

pub(super) const STRATEGIES: [(Strategy, &str); 5] = [
    (Strategy::InOrder, "顺序"),
    (Strategy::Random, "随机"),
    (Strategy::RoundRobin, "循环"),
    (Strategy::ByArea, "按区域"),
    (Strategy::ByTime, "按时间"),
];

pub(super) const FEATURES: [(Feature, &str); 12] = [
    (Feature::ColourRing, "企业彩铃"),
    (Feature::Ivr, "语音导航（IVR）"),
    (Feature::Recording, "通话录音"),
    (Feature::Voicemail, "语音留言"),
    (Feature::BlockList, "黑名单"),
    (Feature::AllowList, "白名单"),
    (Feature::ScreenPop, "来电弹屏"),
    (Feature::Sms, "短信提醒"),
    (Feature::ForwardBusy, "遇忙转移"),
    (Feature::ForwardNoAnswer, "无应答转移"),
    (Feature::AgentNumber, "工号播报"),
    (Feature::Satisfaction, "满意度评价"),
];

pub(crate) const MEANS: [(Means, &str); 5] = [
    (Means::Transfer, "银行转账"),
    (Means::Cash, "现金"),
    (Means::Card, "刷卡"),
    (Means::QrPay, "扫码支付"),
    (Means::Collection, "银行托收"),
];

/// How a payment was made, in words.
pub(crate) fn means(means: Means) -> &'static str {
    let known = MEANS.iter().find(|(kind, _)| *kind == means);
    known.map_or("", |(_, name)| name)
}

pub(super) fn id_kind(kind: IdKind) -> &'static str {
    match kind {
        IdKind::CitizenId => "居民身份证",
        IdKind::ResidentPermit => "港澳台居民居住证",
        IdKind::PermanentResident => "外国人永久居留身份证",
        IdKind::Passport => "护照",
    }
}

pub(super) fn owner(owner: Owner) -> &'static str {
    match owner {
        Owner::Company => "公司",
        Owner::LegalRepresentative => "法人",
        Owner::Employee => "员工",
        Owner::Affiliate => "关联公司",
    }
}

pub(super) fn display(form: DisplayForm) -> &'static str {
    match form {
        DisplayForm::ThreeThreeFour => "3-3-4",
        DisplayForm::ThreeFourThree => "3-4-3",
        DisplayForm::FourThreeThree => "4-3-3",
        DisplayForm::ThreeSeven => "3-7",
        DisplayForm::FiveFive => "5-5",
        DisplayForm::Whole => "不分段",
    }
}

pub(super) fn paper(kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::Licence => "营业执照（副本）复印件",
        PaperKind::IdPortrait => "经办人身份证件复印件（人像面）",
        PaperKind::IdEmblem => "经办人身份证件复印件（国徽面）",
        PaperKind::LegalIdPortrait => "法定代表人身份证件复印件（人像面）",
        PaperKind::LegalIdEmblem => "法定代表人身份证件复印件（国徽面）",
        PaperKind::Authorisation => "授权委托书",
        PaperKind::LetterOfCommitment => "入网承诺书",
        PaperKind::BoundNumberProof => "绑定号码归属证明",
        PaperKind::Signed => "已签署协议",
        PaperKind::Other => "其他资料",
    }
}

pub(super) fn arrival(arrival: Arrival) -> &'static str {
    match arrival {
        Arrival::Scan => "扫描",
        Arrival::Fax => "传真",
        Arrival::Post => "邮寄",
        Arrival::Upload => "上传",
    }
}

pub(super) fn verification(verification: Verification) -> &'static str {
    match verification {
        Verification::Unverified => "未核验",
        Verification::Verified => "已核验",
        Verification::FoundUntrue => "核验不符",
    }
}
