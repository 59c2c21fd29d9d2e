//! Closed lists: peoples, kinds of enterprise, names of provinces, endings of
//! authorities. Refuses to hold anything that grows, such as counties.

/// The fifty-six peoples of GB/T 3304 as cards print them, and the one name
/// printed for those not yet among them.
const PEOPLES: [&str; 57] = [
    "汉",
    "蒙古",
    "回",
    "藏",
    "维吾尔",
    "苗",
    "彝",
    "壮",
    "布依",
    "朝鲜",
    "满",
    "侗",
    "瑶",
    "白",
    "土家",
    "哈尼",
    "哈萨克",
    "傣",
    "黎",
    "傈僳",
    "佤",
    "畲",
    "高山",
    "拉祜",
    "水",
    "东乡",
    "纳西",
    "景颇",
    "柯尔克孜",
    "土",
    "达斡尔",
    "仫佬",
    "羌",
    "布朗",
    "撒拉",
    "毛南",
    "仡佬",
    "锡伯",
    "阿昌",
    "普米",
    "塔吉克",
    "怒",
    "乌孜别克",
    "俄罗斯",
    "鄂温克",
    "德昂",
    "保安",
    "裕固",
    "京",
    "塔塔尔",
    "独龙",
    "鄂伦春",
    "赫哲",
    "门巴",
    "珞巴",
    "基诺",
    "穿青人",
];

/// Names under which addresses begin.
const PROVINCES: [&str; 34] = [
    "北京",
    "天津",
    "河北",
    "山西",
    "内蒙古",
    "辽宁",
    "吉林",
    "黑龙江",
    "上海",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "广西",
    "海南",
    "重庆",
    "四川",
    "贵州",
    "云南",
    "西藏",
    "陕西",
    "甘肃",
    "青海",
    "宁夏",
    "新疆",
    "台湾",
    "香港",
    "澳门",
];

/// Kinds of enterprise without what stands in brackets behind them.
const KINDS: [&str; 40] = [
    "有限责任公司",
    "其他有限责任公司",
    "一人有限责任公司",
    "有限责任公司分公司",
    "其他有限责任公司分公司",
    "一人有限责任公司分公司",
    "股份有限公司",
    "其他股份有限公司",
    "股份有限公司分公司",
    "其他股份有限公司分公司",
    "个体工商户",
    "个体户",
    "个体",
    "个人独资企业",
    "个人独资企业分支机构",
    "有限合伙企业",
    "有限合伙",
    "普通合伙企业",
    "普通合伙",
    "特殊普通合伙企业",
    "特殊的普通合伙企业",
    "有限合伙企业分支机构",
    "普通合伙企业分支机构",
    "特殊普通合伙企业分支机构",
    "合伙企业",
    "全民所有制",
    "全民所有制分支机构",
    "集体所有制",
    "集体所有制分支机构",
    "股份合作制",
    "股份合作制分支机构",
    "联营",
    "农民专业合作社",
    "农民专业合作社分支机构",
    "农民专业合作社联合社",
    "内资企业法人",
    "内资分公司",
    "外国企业常驻代表机构",
    "外商投资企业分公司",
    "国有独资公司",
];

/// What may stand in brackets behind a kind of enterprise.
const NOTES: [&str; 30] = [
    "自然人独资",
    "自然人投资或控股",
    "自然人投资或控股的法人独资",
    "法人独资",
    "国有独资",
    "国有控股",
    "非自然人投资或控股的法人独资",
    "外商投资企业法人独资",
    "台港澳法人独资",
    "台港澳自然人独资",
    "港澳台法人独资",
    "港澳台自然人独资",
    "港澳台投资、非独资",
    "港澳台合资",
    "外国法人独资",
    "外国自然人独资",
    "外商投资、非独资",
    "中外合资",
    "中外合作",
    "外商合资",
    "上市",
    "非上市",
    "非上市、自然人投资或控股",
    "上市、自然人投资或控股",
    "非上市、国有控股",
    "上市、国有控股",
    "台港澳与境内合资",
    "台港澳合资",
    "未上市",
    "外商投资、未上市",
];

/// Endings of registrars' names.
const REGISTRARS: [&str; 9] = [
    "市场监督管理局",
    "市场监督管理分局",
    "工商行政管理局",
    "工商行政管理分局",
    "行政审批局",
    "行政审批服务局",
    "市场监督管理委员会",
    "政务服务管理局",
    "市场和质量监督管理委员会",
];

/// What a people's name is likeliest to be, and whether it stands there so.
pub(super) fn people(read: &str) -> Option<(&'static str, bool)> {
    let bare = read.strip_suffix('族').unwrap_or(read);
    if let Some(people) = PEOPLES.iter().find(|people| **people == bare) {
        return Some((people, true));
    }
    // Longer names allow one strange letter, if that leaves one name only.
    let count = bare.chars().count();
    let near: Vec<&&str> = PEOPLES
        .iter()
        .filter(|people| {
            let differing = people
                .chars()
                .zip(bare.chars())
                .filter(|(a, b)| a != b)
                .count();
            count >= 2 && people.chars().count() == count && differing == 1
        })
        .collect();
    match near.as_slice() {
        [one] => Some((one, false)),
        _ => None,
    }
}

/// A text with the 自 of 自治区, 自治州, 自治县 and 自治旗 put right, where its
/// stroke was lost: nothing is governed by 白.
pub(super) fn self_governed(text: &str) -> Option<String> {
    let mut whole = text.to_owned();
    for place in ["区", "州", "县", "旗"] {
        whole = whole.replace(&format!("白治{place}"), &format!("自治{place}"));
    }
    (whole != text).then_some(whole)
}

/// Whether an address begins with a province, or with a city or county.
pub(super) fn begins_like_an_address(text: &str) -> bool {
    let head: Vec<char> = text.chars().take(12).collect();
    // A district alone begins addresses on older licences.
    PROVINCES.iter().any(|province| text.starts_with(province))
        || head
            .iter()
            .skip(2)
            .any(|sign| "省市州盟区县旗".contains(*sign))
}

/// Whether a line is the beginning of an address and of nothing else: a
/// province, then a street or a village, and no house's name.
pub(super) fn is_surely_an_address(text: &str) -> bool {
    const STREETS: &str = "路街道巷弄村镇乡号";
    const OTHERS: [&str; 6] = ["公司", "中心", "合作社", "局", "；", ";"];
    PROVINCES.iter().any(|province| text.starts_with(province))
        && text.contains(|sign| STREETS.contains(sign))
        && text.contains(|sign: char| "省市州盟区县旗".contains(sign))
        && !OTHERS.iter().any(|other| text.contains(other))
}

/// Whether an address ends as addresses do: with a number of a house, a flat,
/// a village, or a note in brackets.
pub(super) fn ends_like_an_address(text: &str) -> bool {
    const ENDS: &str = "号室楼层栋幢座元门户房院弄巷里村屯队组社寨铺区城园厦场店侧间位内边旁口角段中心处村庄湾沟坡街路镇乡道东南西北面侧排甲乙丙";
    text.chars().last().is_some_and(|last| {
        ENDS.contains(last) || last.is_ascii_alphanumeric() || matches!(last, ')' | '）')
    })
}

/// Whether a text is a kind of enterprise as licences print it.
pub(super) fn is_enterprise_kind(text: &str) -> bool {
    let plain: String = text
        .chars()
        .map(|sign| match sign {
            '（' => '(',
            '）' => ')',
            ',' | '，' => '、',
            other => other,
        })
        .collect();
    let (kind, note) = plain.split_once('(').unwrap_or((&plain, ")"));
    let Some(note) = note.strip_suffix(')') else {
        return false;
    };
    KINDS.contains(&kind) && (note.is_empty() || NOTES.contains(&note))
}

/// Whether a text names an authority that registers enterprises.
pub(super) fn is_registrar(text: &str) -> bool {
    registrar_parts(text).is_some()
}

/// The place and the office that name an authority that registers enterprises.
pub(super) fn registrar_parts(text: &str) -> Option<(&str, &'static str)> {
    REGISTRARS.iter().find_map(|office| {
        let place = text.strip_suffix(office)?;
        let length = place.chars().count();
        let is_place = (2..=20).contains(&length) && place.chars().all(super::print::is_han);
        is_place.then_some((place, *office))
    })
}

/// Whether a text names an authority that issues identity cards.
pub(super) fn is_police(text: &str) -> bool {
    let place = text
        .strip_suffix("公安局")
        .or_else(|| text.strip_suffix("公安分局"))
        .or_else(|| {
            text.strip_suffix("分局")
                .filter(|text| text.contains("公安局"))
        });
    place.is_some_and(|place| place.chars().count() >= 2 && place.chars().all(super::print::is_han))
}
