use crate::paper::{Paper, expect, field, line, text};
use desk_intake::reading::{DocumentKind, FieldName, PrintedDate};

pub const COMPANY: [(f32, f32, &str); 24] = [
    (750.0, 200.0, "营业执照"),
    (130.0, 180.0, "统一社会信用代码"),
    (130.0, 230.0, "91350100M000100Y43"),
    (130.0, 290.0, "（副本编号：1-1）"),
    (130.0, 500.0, "名"),
    (290.0, 500.0, "称"),
    (370.0, 500.0, "福州蓝石网络科技有限公司"),
    (130.0, 570.0, "类"),
    (290.0, 570.0, "型"),
    (370.0, 570.0, "有限责任公司（自然人投资或控股）"),
    (130.0, 640.0, "法定代表人"),
    (370.0, 640.0, "林晓舟"),
    (130.0, 710.0, "经营范围"),
    (370.0, 710.0, "一般项目：软件开发；日用百货销售；会议及"),
    (370.0, 755.0, "展览服务（除依法须经批准的项目外，凭营业"),
    (370.0, 800.0, "执照依法自主开展经营活动）。"),
    (1150.0, 500.0, "注册资本"),
    (1380.0, 500.0, "伍佰万元整"),
    (1150.0, 570.0, "成立日期2010年09月13日"),
    (1150.0, 640.0, "住"),
    (1310.0, 640.0, "所"),
    (1380.0, 640.0, "福建省福州市鼓楼区建设路12"),
    (1380.0, 685.0, "号3幢401室"),
    (1250.0, 1000.0, "登记机关"),
];
pub const FOOT: [(f32, f32, &str); 3] = [
    (1300.0, 1100.0, "2015年 "),
    (1440.0, 1100.0, "09月17日"),
    (
        130.0,
        1250.0,
        "国家企业信用信息公示系统网址：http://www.gsxt.gov.cn",
    ),
];

pub fn company() -> Paper {
    Paper::of(36.0, &[&COMPANY[..], &FOOT[..]].concat())
}

const WHOLE: [(FieldName, &str); 10] = [
    (FieldName::Uscc, "91350100M000100Y43"),
    (FieldName::Name, "福州蓝石网络科技有限公司"),
    (FieldName::Type, "有限责任公司（自然人投资或控股）"),
    (FieldName::LegalRepresentative, "林晓舟"),
    (
        FieldName::Scope,
        "一般项目：软件开发；日用百货销售；会议及展览服务（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）。",
    ),
    (FieldName::Capital, "伍佰万元整"),
    (FieldName::Founded, "2010年09月13日"),
    (FieldName::Address, "福建省福州市鼓楼区建设路12号3幢401室"),
    (FieldName::Issued, "2015年09月17日"),
    (FieldName::CopyNo, "1-1"),
];

#[test]
fn a_label_set_wide_may_lose_its_first_letter() {
    let mut lines = [&COMPANY[..], &FOOT[..]].concat();
    lines[10] = (210.0, 640.0, "营");
    lines.push((290.0, 640.0, "者"));
    expect(
        &Paper::of(36.0, &lines).read(),
        &[
            (FieldName::LegalRepresentative, "林晓舟"),
            (FieldName::Type, "有限责任公司（自然人投资或控股）"),
        ],
    );
}

#[test]
fn two_columns_are_kept_apart() {
    let read = company().read();
    assert_eq!(read.kind, DocumentKind::Licence);
    expect(&read, &WHOLE);
    assert_eq!(read.fields.len(), WHOLE.len());
}

#[test]
fn a_long_value_that_runs_into_the_next_column_is_parted_from_it() {
    let mut lines = [&COMPANY[..], &FOOT[..]].concat();
    for one in &mut lines {
        match one.2 {
            "有限责任公司（自然人投资或控股）" => {
                one.2 = "股份有限公司（非上市、自然人投资或控股）成立日期2010年09月13日";
            }
            "成立日期2010年09月13日" => one.2 = "—",
            _ => {}
        }
    }
    let read = Paper::of(36.0, &lines).read();
    assert_eq!(
        text(&read, FieldName::Type),
        "股份有限公司（非上市、自然人投资或控股）"
    );
    assert_eq!(text(&read, FieldName::Founded), "2010年09月13日");
}

#[test]
fn the_order_of_lines_does_not_matter_nor_a_sheet_laid_askew() {
    let mut paper = company().askew(3.0);
    paper.lines.reverse();
    expect(&paper.read(), &WHOLE);
}

#[test]
fn watermarks_and_stamps_between_the_lines_are_no_values() {
    let mut paper = company();
    for (x, y, text) in [
        (400.0, 840.0, "仅供办理400业务使用，他用无效"),
        (1380.0, 730.0, "与原件一致"),
    ] {
        paper.lines.push(line(x, y, 40.0, text));
    }
    let mut slanted = Paper::of(36.0, &[(0.0, 0.0, "仅限入网再次复印无效作废")]).askew(30.0);
    slanted.lines[0].corners = slanted.lines[0]
        .corners
        .map(|[x, y]| [x + 380.0, y + 560.0]);
    paper.lines.append(&mut slanted.lines);
    expect(&paper.read(), &WHOLE);
}

#[test]
fn a_long_label_with_a_letter_misread_is_still_the_label() {
    let mut lines = COMPANY.to_vec();
    lines[10].2 = "法定代衰人";
    lines[12].2 = "经营范园";
    lines[16].2 = "注册资木";
    let read = Paper::of(36.0, &[&lines[..], &FOOT[..]].concat()).read();
    assert_eq!(text(&read, FieldName::LegalRepresentative), "林晓舟");
    assert_eq!(text(&read, FieldName::Capital), "伍佰万元整");
    assert!(text(&read, FieldName::Scope).ends_with("活动）。"));
}

#[test]
fn a_portrait_sheet_of_a_partnership_is_one_column() {
    let read = Paper::of(
        38.0,
        &[
            (600.0, 300.0, "营业执照"),
            (700.0, 640.0, "统一社会信用代码91350100M000100Y43"),
            (1200.0, 690.0, "（1-1）"),
            (200.0, 790.0, "名称"),
            (520.0, 790.0, "福州青禾投资合伙企业（有限合伙）"),
            (200.0, 870.0, "类型"),
            (520.0, 870.0, "有限合伙企业"),
            (200.0, 950.0, "主要经营场所"),
            (520.0, 950.0, "福州市鼓楼区解放大道7号"),
            (200.0, 1030.0, "执行事务合伙人"),
            (520.0, 1030.0, "福州青禾资本有限公司（委派代表：林晓舟）"),
            (200.0, 1110.0, "成立日期"),
            (520.0, 1110.0, "2012年12月24日"),
            (200.0, 1190.0, "合伙期限"),
            (520.0, 1190.0, "自2012年12月24日至2042年12月23日"),
            (200.0, 1270.0, "经营范围"),
            (520.0, 1270.0, "以自有资金对外投资。（依法须经批准的项目，"),
            (520.0, 1320.0, "经相关部门批准后方可开展经营活动）"),
            (800.0, 1850.0, "登记机关"),
            (900.0, 2000.0, "二〇一三年一月五日"),
            (
                140.0,
                2150.0,
                "提示：每年1月1日至6月30日报送上一年度年度报告",
            ),
        ],
    )
    .read();
    expect(
        &read,
        &[
            (FieldName::Name, "福州青禾投资合伙企业（有限合伙）"),
            (FieldName::Type, "有限合伙企业"),
            (
                FieldName::LegalRepresentative,
                "福州青禾资本有限公司（委派代表：林晓舟）",
            ),
            (FieldName::Address, "福州市鼓楼区解放大道7号"),
            (FieldName::Term, "自2012年12月24日至2042年12月23日"),
            (FieldName::Issued, "二〇一三年一月五日"),
        ],
    );
    let day = |name| field(&read, name).date.unwrap();
    assert_eq!(
        day(FieldName::Term),
        PrintedDate::Day("2042-12-23".parse().unwrap())
    );
    assert_eq!(
        day(FieldName::Issued),
        PrintedDate::Day("2013-01-05".parse().unwrap())
    );
}

#[test]
fn a_sole_trader_has_a_form_and_an_operator() {
    let mut lines = COMPANY.to_vec();
    lines[2].2 = "92350100M000100Y4B";
    lines[6].2 = "福州蓝石便利店";
    lines[9].2 = "个体工商户";
    lines[10].2 = "经营者";
    lines[16].2 = "组成形式";
    lines[17].2 = "个人经营";
    lines[18].2 = "注册日期2010年09月13日";
    let read = Paper::of(36.0, &[&lines[..], &FOOT[..]].concat()).read();
    assert_eq!(text(&read, FieldName::Form), "个人经营");
    assert_eq!(text(&read, FieldName::LegalRepresentative), "林晓舟");
    assert_eq!(text(&read, FieldName::Founded), "2010年09月13日");
    assert!(!read.fields.contains_key(&FieldName::Capital));
}

#[test]
fn a_kind_that_the_code_contradicts_is_marked() {
    let mut lines = COMPANY.to_vec();
    lines[9].2 = "个体工商户";
    let read = Paper::of(36.0, &[&lines[..], &FOOT[..]].concat()).read();
    assert!(field(&read, FieldName::Type).verify);
}

#[test]
fn a_lost_line_in_the_scope_is_noticed() {
    let read = company().without("展览服务").read();
    assert!(field(&read, FieldName::Scope).verify);
}

#[test]
fn room_for_a_letter_that_was_not_read_is_noticed() {
    let mut paper = company();
    let name = paper
        .lines
        .iter_mut()
        .find(|line| line.text.starts_with("福州蓝石"))
        .unwrap();
    name.letters.remove(5);
    name.text = name.letters.iter().map(|letter| letter.character).collect();
    assert!(field(&paper.read(), FieldName::Name).verify);
}

#[test]
fn a_name_with_a_close_rival_is_marked() {
    let read = company().doubt("林晓舟", '舟', 0.7, ('丹', 0.25)).read();
    assert!(field(&read, FieldName::LegalRepresentative).verify);
    assert!(!field(&read, FieldName::Name).verify);
}

#[test]
fn a_licence_issued_before_the_founding_is_marked() {
    let mut lines = COMPANY.to_vec();
    lines[18].2 = "成立日期2016年09月13日";
    let read = Paper::of(36.0, &[&lines[..], &FOOT[..]].concat()).read();
    assert!(field(&read, FieldName::Founded).verify && field(&read, FieldName::Issued).verify);
}

#[test]
fn traditional_letters_are_read_as_the_simplified_ones_that_are_printed() {
    let mut lines = COMPANY.to_vec();
    lines[21].2 = "福建省福州市鼓樓區建設路12";
    lines[22].2 = "號3幢401室";
    let read = Paper::of(36.0, &[&lines[..], &FOOT[..]].concat()).read();
    assert_eq!(
        text(&read, FieldName::Address),
        "福建省福州市鼓楼区建设路12号3幢401室"
    );
}

#[test]
fn a_contract_that_speaks_of_licences_is_none() {
    let prose =
        "乙方应提供营业执照、统一社会信用代码及法定代表人身份证明，并在经营范围内使用号码。";
    let lines: Vec<_> = (0_u8..70)
        .map(|at| (100.0, 60.0 * f32::from(at), prose))
        .collect();
    assert_eq!(Paper::of(30.0, &lines).read().kind, DocumentKind::Other);
}
