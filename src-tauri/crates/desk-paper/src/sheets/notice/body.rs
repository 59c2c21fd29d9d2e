//! The longer letters' words, paragraph by paragraph.

use super::SuspensionGround;
use crate::sheets::{in_full, written};
use chrono::NaiveDate;
use desk_domain::Money;

pub(super) fn arrears(
    service: &str,
    day: NaiveDate,
    balance: Money,
    due: Money,
    pay_by: NaiveDate,
) -> Vec<String> {
    let state = if balance.is_negative() {
        format!("已欠费{}", in_full(balance.negated()))
    } else {
        format!("余额为{}，已不足以支付后续费用", in_full(balance))
    };
    vec![
        format!("截至{}，贵单位{service}的预存账户{state}。", written(day)),
        format!(
            "请贵单位在{}（含当日）前缴存不少于{}的费用，缴存时注明400号码。已经缴存的，请忽略本通知。",
            written(pay_by),
            in_full(due)
        ),
        "逾期未缴存的，依照服务协议的约定，我公司有权会同电信运营商暂停向贵单位提供服务（停机）。停机期间未办理销户手续的，仍按月收取该业务产生的费用。".to_owned(),
    ]
}

pub(super) fn suspension(service: &str, from: NaiveDate, ground: &SuspensionGround) -> Vec<String> {
    let why = match ground {
        SuspensionGround::Arrears { balance } if balance.is_negative() => {
            format!("因预存账户欠费{}，逾期未缴存", in_full(balance.negated()))
        }
        SuspensionGround::Arrears { balance } => format!(
            "因预存账户余额{}已不足以支付后续费用，逾期未缴存",
            in_full(*balance)
        ),
        SuspensionGround::UntrueData => {
            "因登记资料被发现不真实，且无法与贵单位取得联系或者贵单位未及时配合更正".to_owned()
        }
        SuspensionGround::Violation => "因存在违反服务协议禁止用途约定的使用行为".to_owned(),
        SuspensionGround::Request => "根据贵单位的申请".to_owned(),
    };
    let then = match ground {
        SuspensionGround::Arrears { .. } => {
            "请贵单位尽快缴存费用，缴存到账后即可办理复机。停机后三十日内仍未续费的，可以终止服务。"
        }
        SuspensionGround::UntrueData => {
            "请贵单位尽快提交真实、有效的登记资料，核实后即可办理复机。"
        }
        SuspensionGround::Violation => {
            "请贵单位立即停止相关行为，并与我公司联系说明情况。停机期间该号码账户的余额暂予冻结，依照服务协议的约定处理。"
        }
        SuspensionGround::Request => "需要恢复使用时，请到我公司办理复机。",
    };
    vec![
        format!(
            "{why}，依照服务协议的约定，我公司会同电信运营商自{}起暂停贵单位{service}的服务（停机）。",
            written(from)
        ),
        then.to_owned(),
        "停机期间未办理销户手续的，仍按月收取该业务产生的费用。".to_owned(),
    ]
}

pub(super) fn closing(
    service: &str,
    ended: NaiveDate,
    balance: Money,
    refund: Money,
) -> Vec<String> {
    let mut body = vec![format!(
        "贵单位{service}的销户手续已经办结，服务至{}终止，全部费用已经结清。双方的服务协议同时终止。",
        written(ended)
    )];
    body.push(if balance.is_zero() {
        "结清后账户没有余额。".to_owned()
    } else if refund.is_zero() {
        format!(
            "结清后账户余额{}，依照服务协议的约定不予退还。",
            in_full(balance)
        )
    } else if refund == balance {
        format!("结清后账户余额{}，全部退还贵单位。", in_full(balance))
    } else {
        format!(
            "结清后账户余额{}，其中退还贵单位{}，其余依照服务协议的约定不予退还。",
            in_full(balance),
            in_full(refund)
        )
    });
    body.push("号码收回后可能另行分配，请贵单位及时更换对外公布的号码。".to_owned());
    body
}
