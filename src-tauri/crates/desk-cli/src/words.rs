//! What people call the states and kinds that scripts name in English.

use desk_app::flow::reading::{DocumentKind, Doubt, FieldName};
use desk_domain::agreement::AgreementState;
use desk_domain::form::Business;
use desk_domain::order::OrderState;
use desk_domain::stock::{Carrier, NumberState};

/// 协议状态.
pub fn agreement_state(state: AgreementState) -> &'static str {
    match state {
        AgreementState::Printed => "待签",
        AgreementState::Signed => "已签",
        AgreementState::InForce => "已生效",
        AgreementState::Void => "已作废",
        AgreementState::Ended => "已终止",
    }
}

/// 受理单状态.
pub fn order_state(state: OrderState) -> &'static str {
    match state {
        OrderState::Draft => "草稿",
        OrderState::Ready => "可打印",
        OrderState::Printed => "待签",
        OrderState::Signed => "已签",
        OrderState::InForce => "已生效",
        OrderState::Void => "已作废",
    }
}

/// 业务类型.
pub fn business(business: Business) -> &'static str {
    match business {
        Business::New => "新装",
        Business::Change => "变更",
        Business::Renewal => "续费",
        Business::Transfer => "过户",
        Business::Suspension => "停机",
        Business::Resumption => "复机",
        Business::Closing => "销户",
        Business::Supplement => "补充协议",
    }
}

/// 号码状态.
pub fn number_state(state: NumberState) -> &'static str {
    match state {
        NumberState::Free => "空闲",
        NumberState::Reserved => "预占",
        NumberState::InUse => "在用",
        NumberState::Suspended => "停机",
        NumberState::Closed => "已销户",
        NumberState::Returned => "已退回",
    }
}

/// 运营商.
pub fn carrier(carrier: Carrier) -> &'static str {
    match carrier {
        Carrier::Unicom => "联通",
        Carrier::Mobile => "移动",
        Carrier::Telecom => "电信",
    }
}

/// 证照种类.
pub fn document_kind(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Licence => "营业执照",
        DocumentKind::IdPortrait => "身份证人像面",
        DocumentKind::IdEmblem => "身份证国徽面",
        DocumentKind::Other => "其他",
    }
}

/// 证照上的项目.
pub fn field(kind: DocumentKind, name: FieldName) -> &'static str {
    match (kind, name) {
        (DocumentKind::Licence, FieldName::Name) => "名称",
        (DocumentKind::Licence, FieldName::Address) => "住所",
        (_, FieldName::Name) => "姓名",
        (_, FieldName::Address) => "住址",
        (_, FieldName::Uscc) => "统一社会信用代码",
        (_, FieldName::Type) => "类型",
        (_, FieldName::LegalRepresentative) => "法定代表人（负责人）",
        (_, FieldName::Scope) => "经营范围",
        (_, FieldName::Capital) => "注册资本",
        (_, FieldName::Form) => "组成形式",
        (_, FieldName::Founded) => "成立日期",
        (_, FieldName::Issued) => "发照日期",
        (_, FieldName::Term) => "营业期限",
        (_, FieldName::Registrar) => "登记机关",
        (_, FieldName::CopyNo) => "副本号",
        (_, FieldName::Sex) => "性别",
        (_, FieldName::Ethnicity) => "民族",
        (_, FieldName::Birth) => "出生",
        (_, FieldName::CitizenId) => "公民身份号码",
        (_, FieldName::Authority) => "签发机关",
        (_, FieldName::ValidFrom) => "有效期自",
        (_, FieldName::ValidTo) => "有效期至",
    }
}

/// Why a value that was read asks for a look.
pub fn doubt(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Contradicted => "与二维码或其他项目不一致",
        Doubt::Unproven => "校验位对不上",
        Doubt::Repaired => "有字按校验位或固定写法改正过",
        Doubt::Incomplete => "可能没有读全",
        Doubt::Overlaid => "压着其他文字",
        Doubt::Shape => "不像通常的写法",
        Doubt::Displaced => "没有读到标题，按位置找到",
        Doubt::UnsureLetter => "有字读得不够清楚",
    }
}
