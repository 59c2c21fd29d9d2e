//! Later businesses about an agreement, as they come and at their longest.

use chrono::NaiveDate;
use desk_domain::Money;
use desk_domain::form::{Business, Collection};
use desk_domain::suspension::SuspensionReason;
use desk_paper::bundle::{
    Changed, Contents, Disposal, FirstAgreement, FormerOwner, Matter, Occasion,
};

/// A day of ours.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// An amount in yuan.
pub fn yuan(text: &str) -> Money {
    Money::parse_signed(text).expect("an amount")
}

/// The usual customer with this matter.
pub fn about(contents: Contents, matter: Matter) -> Contents {
    let mut contents = contents;
    contents.form.business = matter.business();
    contents.form.cites = "QF-2025-000045".into();
    contents.agreement = "QF-2026-000131".into();
    contents.occasion = Some(Occasion {
        first: FirstAgreement {
            number: "QF-2025-000045".into(),
            signed_on: Some(day("2025-12-01")),
        },
        matter,
    });
    contents
}

fn changed(item: &str, before: &str, after: &str) -> Changed {
    Changed {
        item: item.into(),
        before: before.into(),
        after: after.into(),
    }
}

/// An account for refunds.
pub fn account() -> Collection {
    Collection {
        bank: "中国工商银行股份有限公司郑州经济技术开发区支行".into(),
        account_name: "郑州星海商贸有限公司".into(),
        account: "1702020209024500123".into(),
    }
}

/// 变更.
pub fn change() -> Matter {
    Matter::Change {
        rows: vec![
            changed("企业名称", "郑州星海贸易有限公司", "郑州星海商贸有限公司"),
            changed(
                "绑定号码2",
                "0371-65551001",
                "13900001111（员工，话费单 2026-11-02）",
            ),
            changed("企业彩铃", "", "开通"),
        ],
        note: String::new(),
    }
}

/// 补充协议.
pub fn supplement() -> Matter {
    Matter::Supplement {
        clauses: vec![
            "原协议约定的每月最低消费由40.00元调整为60.00元，自2027年1月1日起执行。".into(),
            "甲方自2027年1月1日起为客户增加开通“无应答转移”功能，不另行收费。".into(),
            "客户指定李星海为对账联系人，联系电话为13800000000；联系人变更的，客户应当在三日内通知甲方。".into(),
        ],
    }
}

/// 过户.
pub fn transfer() -> Matter {
    Matter::Transfer {
        from: FormerOwner {
            name: "郑州旧主餐饮管理有限公司".into(),
            code: "91350100M000100Y43".into(),
            handler: "赵转让".into(),
        },
        balance: yuan("336.40"),
        disposal: Disposal::Moved,
        effective: day("2026-12-01"),
    }
}

/// 续费.
pub fn renewal() -> Matter {
    Matter::Renewal {
        amount: yuan("12800"),
        floor: Some(yuan("12800")),
        from: day("2026-12-01"),
        to: day("2027-11-30"),
    }
}

/// 停机.
pub fn suspension(reason: Option<SuspensionReason>) -> Matter {
    Matter::Suspension {
        reason,
        from: day("2026-11-25"),
        note: String::new(),
    }
}

/// 复机.
pub fn resumption() -> Matter {
    Matter::Resumption {
        since: day("2026-11-01"),
        reason: Some(SuspensionReason::Arrears),
        day: day("2026-11-23"),
    }
}

/// 销户.
pub fn closing() -> Matter {
    Matter::Closing {
        last_day: day("2026-11-30"),
        opening: yuan("436.40"),
        charges: yuan("52.08"),
        refund: yuan("384.32"),
        forfeited: Money::ZERO,
        balance: Money::ZERO,
        account: account(),
    }
}

/// Every business as it comes, by the name of its golden file.
pub fn all() -> Vec<(&'static str, Contents)> {
    let usual = || super::usual();
    let arrears = Some(SuspensionReason::ForbiddenBusiness);
    vec![
        ("form-change", about(usual(), change())),
        ("form-supplement", about(usual(), supplement())),
        ("form-transfer", about(usual(), transfer())),
        ("form-renewal", about(usual(), renewal())),
        ("form-suspension", about(usual(), suspension(None))),
        ("form-suspension-firm", about(usual(), suspension(arrears))),
        ("form-resumption", about(usual(), resumption())),
        ("form-closing", about(usual(), closing())),
    ]
}

/// The same at their longest: long names on every side, many rows, long words.
pub fn longest() -> Vec<(&'static str, Contents)> {
    let long = || super::long_names();
    let name = long().form.company.name;
    let rows = (1..=18).map(|i| {
        let before = "河南省郑州市中原区桐柏路街道建设西路11号院6号楼东2单元".repeat(i % 3 + 1);
        changed(
            &format!("绑定号码{i}接听时段"),
            &before,
            &before.replace("中原", "金水"),
        )
    });
    let change = Matter::Change {
        rows: rows.collect(),
        note: "客户要求在下月首日零时之前全部完成，完成前逐一试拨。".repeat(3),
    };
    let clauses = (0..24).map(|i| {
        let clause =
            "甲方根据客户的书面要求调整呼叫策略，客户应当提前三个工作日提出，".repeat(i % 4 + 1);
        format!("{clause}并指定专人负责（第{i}项）。\n调整期间的费用按照原协议的约定计算。")
    });
    let supplement = Matter::Supplement {
        clauses: clauses.collect(),
    };
    let transfer = Matter::Transfer {
        from: FormerOwner {
            name: name.replace("豫中", "豫南"),
            code: "914403001922038216".into(),
            handler: "阿不都热合曼·买买提（13800000000）".into(),
        },
        balance: yuan("99999999.99"),
        disposal: Disposal::Refunded,
        effective: day("2026-12-01"),
    };
    let renewal = Matter::Renewal {
        amount: yuan("87654321.09"),
        floor: Some(yuan("99999999.99")),
        from: day("2026-12-01"),
        to: day("2029-11-30"),
    };
    let closing = Matter::Closing {
        last_day: day("2026-11-30"),
        opening: yuan("99999999.99"),
        charges: yuan("12345678.90"),
        refund: yuan("87654320.09"),
        forfeited: yuan("1.00"),
        balance: Money::ZERO,
        account: Collection {
            account_name: name.clone(),
            ..account()
        },
    };
    let mut renewing = about(long(), renewal);
    renewing.form.payment.means = desk_domain::form::Means::Collection;
    renewing.form.payment.collection = account();
    let mut undated = about(long(), supplement);
    if let Some(occasion) = &mut undated.occasion {
        occasion.first.signed_on = None;
    }
    vec![
        ("form-change-long", about(long(), change)),
        ("form-supplement-long", undated),
        ("form-transfer-long", about(long(), transfer)),
        ("form-renewal-long", renewing),
        ("form-closing-long", about(long(), closing)),
    ]
}

/// A business by chance about an order by chance.
pub fn random(seed: u64) -> Contents {
    let mut chance = super::random::Chance::new(seed ^ 0x5bd1);
    let mut contents = super::random::order(seed);
    let phrase = |chance: &mut super::random::Chance| {
        const PARTS: [&str; 9] = [
            "调整",
            "（自主申报）",
            "“无应答转移”",
            "40.00元",
            "，",
            "号码400-123-4567",
            "、",
            "2027年1月1日",
            "接听时段09:00–18:00；",
        ];
        format!("按{}", chance.row(&PARTS, 1, 20))
    };
    let fen = |chance: &mut super::random::Chance| {
        Money::from_fen(i64::try_from(chance.below(99_999_999)).expect("small")).expect("small")
    };
    let name = contents.form.company.name.clone();
    let matter = match chance.below(7) {
        0 => Matter::Change {
            rows: (0..1 + chance.below(9))
                .map(|_| {
                    changed(
                        &phrase(&mut chance),
                        &phrase(&mut chance),
                        &phrase(&mut chance),
                    )
                })
                .collect(),
            note: phrase(&mut chance),
        },
        1 => Matter::Supplement {
            clauses: (0..1 + chance.below(12))
                .map(|_| phrase(&mut chance))
                .collect(),
        },
        2 => Matter::Transfer {
            from: FormerOwner {
                name: name
                    .chars()
                    .rev()
                    .filter(|c| !"（）".contains(*c))
                    .collect(),
                code: String::new(),
                handler: "欧阳星".into(),
            },
            balance: fen(&mut chance),
            disposal: Disposal::Refunded,
            effective: day("2026-12-01"),
        },
        3 => Matter::Renewal {
            amount: yuan("12800"),
            floor: Some(fen(&mut chance)),
            from: day("2026-12-01"),
            to: day("2027-11-30"),
        },
        4 => {
            let reason = SuspensionReason::ALL.get(chance.below(7)).copied();
            Matter::Suspension {
                reason,
                from: day("2026-11-25"),
                note: phrase(&mut chance),
            }
        }
        5 => resumption(),
        _ => closing(),
    };
    debug_assert_ne!(matter.business(), Business::New);
    let agreement = contents.agreement.clone();
    contents = about(contents, matter);
    contents.agreement = agreement;
    contents
}
