//! What the forms are called and what they say beside figures and names: all
//! their wording in one place.

use super::{Disposal, Matter};
use crate::bundle::Contents;
use chrono::NaiveDate;
use desk_domain::form::Business;
use desk_domain::suspension::{SuspensionReason, due_for_termination};

/// What the form of a business is called.
pub(super) fn title(business: Business) -> &'static str {
    match business {
        Business::New => crate::acceptance::NAME,
        Business::Change => "400业务变更单",
        Business::Renewal => "400业务续费单",
        Business::Transfer => "400业务过户单",
        Business::Suspension => "400业务停机单",
        Business::Resumption => "400业务复机单",
        Business::Closing => "400业务销户单",
        Business::Supplement => "补充协议",
    }
}

/// The part of the form that tells what happens.
pub(super) fn part(business: Business) -> &'static str {
    match business {
        Business::New | Business::Supplement => "业务内容",
        Business::Change => "变更内容",
        Business::Renewal => "续费内容",
        Business::Transfer => "过户内容",
        Business::Suspension => "停机内容",
        Business::Resumption => "复机内容",
        Business::Closing => "销户结算",
    }
}

/// What becomes of a balance.
pub(super) const DISPOSALS: [(Disposal, &str); 2] = [
    (Disposal::Moved, "随号码转入新用户账户"),
    (Disposal::Refunded, "退还原用户"),
];

/// Why a number is suspended, with the clause it rests on. Which item of its
/// clause, texts of different editions count differently.
pub(super) fn reason(reason: Option<SuspensionReason>) -> String {
    match reason {
        None => "客户申请停机".to_owned(),
        Some(reason) => {
            let clause = reason
                .clause()
                .trim_end_matches(|c: char| c.is_ascii_digit());
            format!("{}（原协议{clause}）", reason.chinese())
        }
    }
}

/// 2026年11月22日.
pub(super) fn day(day: NaiveDate) -> String {
    day.format("%Y年%-m月%-d日").to_string()
}

const ATTACHED: &str = "本单是原协议的附件，与原协议具有同等法律效力；一式二份，甲方、乙方各存一份，自双方签字并盖章之日起生效。";

/// What is agreed on with the form, without numbers.
pub(super) fn terms(contents: &Contents, matter: &Matter) -> Vec<String> {
    let mut terms = match matter {
        Matter::Change { .. } => texts(&[
            "自本单生效之日起，上列项目按“变更后”一栏执行；没有列入的内容，仍按原协议执行。",
        ]),
        Matter::Supplement { .. } => Vec::new(),
        Matter::Transfer { .. } => return transfer(&contents.agreement),
        Matter::Renewal { amount, floor, .. } => {
            renewal(floor.is_some_and(|floor| *amount < floor))
        }
        Matter::Suspension { reason, from, .. } => suspension(*reason, *from),
        Matter::Resumption { .. } => texts(&[
            "停机事由已经消除，甲方会同电信运营商自复机日期起恢复该号码的服务。",
            "客户应当在复机当日拨打该号码试听，确认绑定号码接听正常；发现异常的，及时通知甲方。",
            "停机期间的费用按照原协议的约定结算。",
        ]),
        Matter::Closing {
            refund, forfeited, ..
        } => closing(!refund.is_zero(), !forfeited.is_zero()),
    };
    terms.push(ATTACHED.to_owned());
    terms
}

fn texts(terms: &[&str]) -> Vec<String> {
    terms.iter().map(|term| (*term).to_owned()).collect()
}

fn transfer(agreement: &str) -> Vec<String> {
    let next = match agreement.trim() {
        "" => String::new(),
        number => format!("（编号：{number}）"),
    };
    vec![
        "自过户生效日期起，上列400号码由新用户使用；此前产生的费用和责任由原用户承担，此后的由新用户承担。".to_owned(),
        format!("原协议自过户生效日期起终止，新用户与甲方另行签订的服务协议{next}自同日起履行。"),
        "原用户、新用户确认上列账户余额和处理方式无误。".to_owned(),
        "本单是上述服务协议的附件；一式二份，甲方、新用户各存一份，原用户可以向甲方索取复印件；自三方签字并盖章之日起生效。".to_owned(),
    ]
}

fn renewal(below: bool) -> Vec<String> {
    let mut terms = texts(&[
        "续费后，服务期限按上列起止日期执行；号码、资费、每月最低消费等其他内容，仍按原协议执行。",
    ]);
    if below {
        terms.push("本次续费金额低于原协议约定的最低续费金额，由甲方特别同意；原协议关于以后续费金额的约定不因此改变。".to_owned());
    }
    terms
}

fn suspension(reason: Option<SuspensionReason>, from: NaiveDate) -> Vec<String> {
    let mut terms = texts(&[
        "停机期间号码予以保留；客户没有办理销户手续的，甲方有权按月收取该400业务产生的全部服务费用。",
    ]);
    let Some(reason) = reason else {
        terms.push("需要恢复服务的，客户应当办理复机手续。".to_owned());
        return terms;
    };
    terms.push(format!(
        "停机事由消除并结清费用的，可以办理复机；停机后三十日内（至{}）仍未续费的，可以终止服务。",
        day(due_for_termination(from))
    ));
    if reason.freezes_balance() {
        terms.push(
            "自停机之日起冻结该号码账户的余额，依照原协议关于违规使用的约定处理。".to_owned(),
        );
    }
    terms
}

fn closing(refunded: bool, forfeited: bool) -> Vec<String> {
    let mut terms = texts(&[
        "服务至终止日期当日止，号码由甲方收回；号码可能另行分配，不能保证恢复。",
        "双方确认上列结算无误，费用已经全部结清；原协议于终止日期终止。",
    ]);
    if refunded {
        terms.push("退还的金额付至上列账户，客户对账户资料的准确性负责。".to_owned());
    }
    if forfeited {
        terms.push("不予退还的金额，依照原协议关于违规使用的约定处理。".to_owned());
    }
    terms.push(
        "客户的登记资料保存至服务终止后二年，期满予以删除，法律、行政法规另有规定的除外。"
            .to_owned(),
    );
    terms
}
