//! Synthetic papers from short to extreme, shared by tests and the proof sheet.
#![allow(dead_code, reason = "each test takes what it needs")]

pub mod later;
pub mod random;

use chrono::NaiveDate;
use desk_domain::form::{
    BoundNumber, Business, Collection, CompanyPart, Confirmations, Feature, Form, Means,
    NumberPart, Owner, PersonPart, Strategy, Tariff, TimeWindow,
};
use desk_domain::paper::{Arrival, PaperKind, Verification};
use desk_domain::party::Firm;
use desk_paper::agreement::import::{ImportOptions, import};
use desk_paper::bundle::{Contents, PaperLine};
use desk_paper::{Edition, FontShelf};
use std::path::Path;
use std::sync::OnceLock;

/// The fonts of the repository, opened once a test program.
pub fn shelf() -> &'static FontShelf {
    static SHELF: OnceLock<FontShelf> = OnceLock::new();
    SHELF.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/fonts");
        FontShelf::open(&folder).expect("`cargo xtask` fetches the fonts")
    })
}

fn person(name: &str, id: &str) -> PersonPart {
    PersonPart {
        name: name.into(),
        id_number: id.into(),
        id_expiry: "2036-05-12".into(),
        mobile: "13800000000".into(),
        office_phone: "0371-65551234".into(),
        ..PersonPart::default()
    }
}

fn paper(kind: PaperKind, arrival: Arrival, sealed: bool) -> PaperLine {
    PaperLine {
        kind,
        arrival,
        sealed,
        verification: Verification::Verified,
    }
}

/// 甲方.
pub fn firm() -> Firm {
    Firm {
        name: "郑州启凡计算机软件有限公司".into(),
        code: "91350100M000100Y43".into(),
        address: "河南省郑州市金水区东风路街道文化路85号电子商务大厦12层1203室".into(),
        phone: "0371-60000000".into(),
        representative: "周启凡".into(),
        number_prefix: "QF".into(),
    }
}

/// An order as it comes every day.
pub fn usual() -> Contents {
    let form = Form {
        company: CompanyPart {
            name: "郑州星海商贸有限公司".into(),
            code: "914403001922038216".into(),
            company_type: "有限责任公司（自然人独资）".into(),
            address: "河南省郑州市中原区桐柏路街道建设西路11号院6号楼东2单元".into(),
            scope: "一般项目：日用百货销售；办公用品销售；家用电器销售；计算机软硬件及辅助设备\
                    零售；信息咨询服务（不含许可类信息咨询服务）；会议及展览服务；技术服务、\
                    技术开发、技术咨询（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
                .into(),
            industry: "批发和零售业".into(),
            founded: "2016-03-15".into(),
            term_until: "long-term".into(),
            phone: "0371-65551234".into(),
            email: "office@xinghai.example".into(),
            postcode: "450000".into(),
        },
        legal_representative: person("李星海", "410101198003071234"),
        handler: person("王晓梅", "410102199210052345"),
        number: NumberPart {
            number: "4001234567".into(),
            purpose: "客户服务热线，接听订购、配送和售后咨询".into(),
            ..NumberPart::default()
        },
        tariff: Tariff {
            package: "商务一号（年付）".into(),
            contract_amount: "12800".into(),
            first_payment: "12800".into(),
            minimum: "40".into(),
            start: "2026-12-01".into(),
            end: "2027-11-30".into(),
            gifts: "企业彩铃一首".into(),
            rates: desk_domain::form::Rates {
                landline: "0.12".into(),
                mobile: "0.15".into(),
                international: String::new(),
            },
        },
        bound: (0..3).map(|i| bound(i, false)).collect(),
        features: vec![Feature::ColourRing, Feature::Ivr, Feature::ForwardBusy],
        confirmations: Confirmations {
            declares_true: true,
            read_and_explained: true,
            explained_by: "张敏".into(),
            lawful_use: true,
        },
        ..Form::default()
    };
    Contents {
        firm: firm(),
        form,
        agreement: "QF-2026-000123".into(),
        day: NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date"),
        staff_number: 3,
        staff_name: "张敏".into(),
        papers: vec![
            paper(PaperKind::Licence, Arrival::Scan, true),
            paper(PaperKind::IdPortrait, Arrival::Scan, false),
            paper(PaperKind::IdEmblem, Arrival::Scan, false),
            paper(PaperKind::Authorisation, Arrival::Post, true),
        ],
        occasion: None,
    }
}

fn bound(i: usize, hours: bool) -> BoundNumber {
    let window = |weekdays: &[u8], from: &str, until: &str| TimeWindow {
        weekdays: weekdays.to_vec(),
        from: from.into(),
        until: until.into(),
    };
    BoundNumber {
        number: if i.is_multiple_of(2) {
            format!("0371-6555{:04}", 1000 + i)
        } else {
            format!("138{i:08}")
        },
        owner: [
            Owner::Company,
            Owner::LegalRepresentative,
            Owner::Employee,
            Owner::Affiliate,
        ][i % 4],
        proof: if i.is_multiple_of(3) {
            "话费单".into()
        } else {
            "运营商归属证明".into()
        },
        proof_date: "2026-10-08".into(),
        windows: if hours {
            vec![
                window(&[1, 2, 3, 4, 5], "09:00", "18:00"),
                window(&[6, 7], "10:00", "16:00"),
            ]
        } else {
            Vec::new()
        },
        concurrent: if i == 0 { "10".into() } else { String::new() },
        ..BoundNumber::default()
    }
}

/// Long names, a scope of 2,000 characters, 30 bound numbers, every function.
pub fn extreme() -> Contents {
    let mut contents = usual();
    let form = &mut contents.form;
    form.company.name = "河南省豫中星海智慧供应链管理与冷链物流信息技术服务（集团）股份有限公司\
                         郑州航空港经济综合实验区国际物流园区第一分公司"
        .into();
    form.company.address = format!(
        "{}（自主申报，与实际经营地址一致）",
        form.company.address.repeat(2)
    );
    form.company.scope = form.company.scope.repeat(17).chars().take(2000).collect();
    form.company.email = "purchasing.department.head-office@supply-chain.xinghai.example".into();
    form.handler_is_legal_representative = true;
    form.strategy = Strategy::ByTime;
    form.bound = (0..30).map(|i| bound(i, true)).collect();
    form.features = vec![
        Feature::ColourRing,
        Feature::Ivr,
        Feature::Recording,
        Feature::Voicemail,
        Feature::BlockList,
        Feature::AllowList,
        Feature::ScreenPop,
        Feature::Sms,
        Feature::ForwardBusy,
        Feature::ForwardNoAnswer,
        Feature::AgentNumber,
        Feature::Satisfaction,
    ];
    form.payment.means = Means::Collection;
    form.payment.collection = Collection {
        bank: "中国工商银行股份有限公司郑州经济技术开发区支行".into(),
        account_name: form.company.name.clone(),
        account: "1702020209024500123".into(),
    };
    form.remarks = "客户要求开通前试听彩铃，试听通过后再上线；节假日的接听时段另行通知。".repeat(4);
    contents
}

/// Names that only the fallback font can write.
pub fn rare() -> Contents {
    let mut contents = usual();
    let form = &mut contents.form;
    form.legal_representative.name = "𬱖㛃堃".into();
    form.handler.name = "𠮷野𪚥".into();
    form.company.name = "郑州市𤭢𫖯斋文化传播有限公司".into();
    contents
}

/// Nothing filled in at all.
pub fn empty() -> Contents {
    Contents {
        firm: Firm::default(),
        form: Form::default(),
        agreement: String::new(),
        staff_name: String::new(),
        papers: Vec::new(),
        ..usual()
    }
}

/// The firm's own text, imported.
pub fn own() -> Edition {
    let text = include_bytes!("../../../../../tests/fixtures/texts/400-agreement.txt");
    let options = ImportOptions {
        name: "own-1".into(),
        effective: usual().day,
    };
    let imported = import(text, &options).expect("imports");
    Edition::parse(&imported.markup).expect("follows the markup")
}

/// The least that an order can say.
pub fn shortest() -> Contents {
    let mut contents = usual();
    let form = &mut contents.form;
    form.company.name = "星海店".into();
    form.company.address = "郑州".into();
    form.company.scope = "餐饮".into();
    form.legal_representative.name = "李海".into();
    form.tariff.contract_amount = "1".into();
    form.tariff.minimum = "0".into();
    form.bound.clear();
    form.features.clear();
    contents.papers.clear();
    contents.firm.address = "郑州".into();
    contents
}

/// Long names and addresses on either side, the rest as usual.
pub fn long_names() -> Contents {
    let mut contents = usual();
    let long = extreme();
    contents.form.company.name = long.form.company.name;
    contents.form.company.address = long.form.company.address;
    contents.firm.name = "郑州启凡计算机软件与通信技术服务（集团）有限责任公司".into();
    contents.firm.representative = "阿不都热合曼·买买提".into();
    contents
}

/// A renewal that cites the first agreement, paid from the customer's account.
pub fn renewal() -> Contents {
    let mut contents = usual();
    contents.form.business = Business::Renewal;
    contents.form.cites = "QF-2025-000045".into();
    contents.form.payment = extreme().form.payment;
    contents
}

/// A sole trader with a handler of one's own and many bound numbers.
pub fn many_numbers() -> Contents {
    let mut contents = usual();
    let form = &mut contents.form;
    form.company.name = "郑州市金水区星海小吃店".into();
    form.company.company_type = "个体工商户".into();
    form.handler_is_legal_representative = true;
    form.bound = (0..14).map(|i| bound(i, i % 3 == 0)).collect();
    contents
}
