//! Orders by chance, the same ones every time: names, addresses and amounts of
//! every length, so that every line of the agreement breaks somewhere else.

use desk_paper::bundle::Contents;

/// Numbers by chance from a seed (Knuth's linear congruence).
pub struct Chance(u64);

impl Chance {
    /// Chance from this seed.
    pub fn new(seed: u64) -> Self {
        let mut chance = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        chance.below(7);
        chance
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }

    fn of<'a>(&mut self, parts: &[&'a str]) -> &'a str {
        parts[self.below(parts.len())]
    }

    /// Between `least` and `most` parts in a row.
    pub fn row(&mut self, parts: &[&str], least: usize, most: usize) -> String {
        let count = least + self.below(most - least + 1);
        (0..count).map(|_| self.of(parts)).collect()
    }
}

const NAMES: [&str; 14] = [
    "星海",
    "豫中",
    "华",
    "瑞",
    "智慧",
    "供应链",
    "文化",
    "（集团）",
    "A",
    "B2B",
    "·",
    "餐饮",
    "嵩",
    "第一",
];
const PLACES: [&str; 12] = [
    "金水区",
    "东风路",
    "85号",
    "航空港",
    "12层",
    "1203室",
    "（自主申报）",
    "A座",
    "3单元",
    "路",
    "建设西路街道",
    "电子商务大厦",
];

/// The usual order with everything the agreement asks for by chance.
pub fn order(seed: u64) -> Contents {
    let mut chance = Chance::new(seed);
    let mut contents = super::usual();
    contents.agreement = format!("QF-2026-{:06}", chance.below(999_999));
    let form = &mut contents.form;
    form.company.name = format!("郑州{}有限公司", chance.row(&NAMES, 1, 14));
    form.company.address = format!("河南省郑州市{}", chance.row(&PLACES, 0, 14));
    form.company.phone = format!("0371-{:08}", chance.below(99_999_999));
    form.legal_representative.name = chance.row(&["李", "星", "海", "欧阳", "𠮷", "·"], 2, 5);
    form.tariff.contract_amount = amount(&mut chance);
    form.tariff.minimum = chance.below(3_000).to_string();
    form.number.number = format!("400{:07}", chance.below(9_999_999));
    form.bound.truncate(chance.below(4));
    contents.firm.name = format!("郑州{}公司", chance.row(&NAMES, 1, 8));
    contents.firm.address = format!("郑州市{}", chance.row(&PLACES, 0, 9));
    contents
}

fn amount(chance: &mut Chance) -> String {
    let yuan = match chance.below(3) {
        0 => chance.below(1_000),
        1 => chance.below(100_000),
        _ => chance.below(99_999_999),
    };
    format!("{yuan}.{:02}", chance.below(100))
}
