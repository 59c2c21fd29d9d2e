//! What people call the states and kinds that scripts name in English.

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
