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
    (Strategy::InOrder, Strategy::InOrder.chinese()),
    (Strategy::Random, Strategy::Random.chinese()),
    (Strategy::RoundRobin, Strategy::RoundRobin.chinese()),
    (Strategy::ByArea, Strategy::ByArea.chinese()),
    (Strategy::ByTime, Strategy::ByTime.chinese()),
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
    (Means::Transfer, Means::Transfer.chinese()),
    (Means::Cash, Means::Cash.chinese()),
    (Means::Card, Means::Card.chinese()),
    (Means::QrPay, Means::QrPay.chinese()),
    (Means::Collection, Means::Collection.chinese()),
];

/// How a payment was made, in words.
pub(crate) fn means(means: Means) -> &'static str {
    means.chinese()
}

pub(super) fn id_kind(kind: IdKind) -> &'static str {
    kind.chinese()
}

pub(super) fn owner(owner: Owner) -> &'static str {
    owner.chinese()
}

pub(super) fn display(form: DisplayForm) -> &'static str {
    form.chinese()
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
