//! What finding lines loses, and what it adds: labels set wide, signs that stand
//! alone, years under a seal, specks and ornaments.

use crate::licence::{COMPANY, FOOT, company};
use crate::paper::{Paper, expect, field, line, text};
use crate::second::Answer;
use desk_intake::read_sheet;
use desk_intake::reading::FieldName;

#[test]
fn an_amount_without_its_label_is_the_capital_and_looked_at() {
    let read = company().without("注册资本").read();
    assert_eq!(text(&read, FieldName::Capital), "伍佰万元整");
    assert!(field(&read, FieldName::Capital).verify);
    assert_eq!(text(&read, FieldName::Name), "福州蓝石网络科技有限公司");
}

#[test]
fn an_address_without_its_label_is_no_line_of_the_term_above_it() {
    let mut lines = COMPANY.to_vec();
    lines.retain(|(_, _, text)| !["住", "所"].contains(text));
    lines.push((1150.0, 600.0, "营业期限"));
    lines.push((1380.0, 600.0, "长期"));
    let read = Paper::of(36.0, &[&lines[..], &FOOT[..]].concat()).read();
    assert_eq!(
        text(&read, FieldName::Address),
        "福建省福州市鼓楼区建设路12号3幢401室"
    );
    assert!(field(&read, FieldName::Address).verify);
    expect(&read, &[(FieldName::Term, "长期")]);
}

#[test]
fn a_name_that_begins_like_an_address_keeps_its_label() {
    let mut lines = COMPANY.to_vec();
    lines.retain(|(_, _, text)| !["住", "所"].contains(text));
    lines[6].2 = "福建省福州市鼓楼区建设路小吃店";
    let read = Paper::of(36.0, &[&lines[..], &FOOT[..]].concat()).read();
    assert_eq!(
        text(&read, FieldName::Name),
        "福建省福州市鼓楼区建设路小吃店"
    );
    assert_eq!(
        text(&read, FieldName::Address),
        "福建省福州市鼓楼区建设路12号3幢401室"
    );
}

#[test]
fn a_bracket_alone_on_the_last_line_of_a_scope_is_found() {
    let mut lines = COMPANY.to_vec();
    lines[15].2 = "执照依法自主开展经营活动";
    let paper = Paper::of(36.0, &[&lines[..], &FOOT[..]].concat());
    assert!(field(&paper.read(), FieldName::Scope).verify);
    for (signs, end) in [("）", "活动）"), ("）。", "活动）。")] {
        let again = Answer(vec![line(370.0, 845.0, 36.0, signs)]);
        let mut sheet = paper.sheet();
        sheet.again = Some(&again);
        let read = read_sheet(&sheet);
        assert!(text(&read, FieldName::Scope).ends_with(end), "{signs}");
        assert!(!field(&read, FieldName::Scope).verify, "{signs}");
    }
    let again = Answer(vec![line(370.0, 845.0, 36.0, "样张")]);
    let mut sheet = paper.sheet();
    sheet.again = Some(&again);
    assert!(text(&read_sheet(&sheet), FieldName::Scope).ends_with("活动"));
}

#[test]
fn a_year_that_begins_under_a_seal_is_read_from_further_left() {
    let broken = [(1336.0, 1100.0, "15年09月17日"), FOOT[2]];
    let paper = Paper::of(36.0, &[&COMPANY[..], &broken[..]].concat());
    assert!(!paper.read().fields.contains_key(&FieldName::Issued));
    for (seen, denied) in [("2015年09月17日", false), ("2015年09月11日", true)] {
        let again = Answer(vec![line(1278.0, 1100.0, 36.0, seen)]);
        let mut sheet = paper.sheet();
        sheet.again = Some(&again);
        let read = read_sheet(&sheet);
        assert_eq!(text(&read, FieldName::Issued), seen);
        assert_eq!(field(&read, FieldName::Issued).verify, denied, "{seen}");
    }
}

#[test]
fn a_speck_read_as_a_dot_is_no_part_of_scope_or_address() {
    let mut lines = COMPANY.to_vec();
    lines[14].2 = "·展览服务（除依法须经批准的项目外，凭营业";
    lines[22].2 = "·号3幢401室";
    let read = Paper::of(36.0, &[&lines[..], &FOOT[..]].concat()).read();
    for field in [FieldName::Scope, FieldName::Address] {
        assert_eq!(text(&read, field), text(&company().read(), field));
    }
}

#[test]
fn an_ornament_read_as_hardly_sure_signs_makes_no_paper_doubtful() {
    let mut paper = company();
    let mut ornament = line(60.0, 60.0, 30.0, &"0".repeat(120));
    ornament.confidence = 0.6;
    paper.lines.push(ornament);
    for (field, value) in &paper.read().fields {
        assert!(!value.verify, "{field:?}");
    }
}

#[test]
fn lines_whose_boxes_overlap_are_read_from_top_to_bottom() {
    let mut paper = company();
    for line in &mut paper.lines {
        if line.text.contains("建设路") || line.text.contains("401室") {
            // Thick print is drawn nearly twice as high.
            let [a, b, c, d] = &mut line.corners;
            (a[1], b[1]) = (a[1] - 18.0, b[1] - 18.0);
            (c[1], d[1]) = (c[1] + 18.0, d[1] + 18.0);
            a[0] -= if line.text.contains("401室") {
                2.0
            } else {
                0.0
            };
        }
    }
    assert_eq!(
        text(&paper.read(), FieldName::Address),
        "福建省福州市鼓楼区建设路12号3幢401室"
    );
}

#[test]
fn a_sign_lost_where_a_line_ends_or_begins_is_noticed_by_its_room() {
    for (row, by) in [("会议及", [0.0, 40.0]), ("展览服务", [-40.0, 0.0])] {
        let mut lost = company();
        for line in lost.lines.iter_mut().filter(|line| line.text.contains(row)) {
            let [a, b, c, d] = line.corners;
            let long = b[0] - a[0];
            line.corners = [
                [a[0] + by[0], a[1]],
                [b[0] + by[1], b[1]],
                [c[0] + by[1], c[1]],
                [d[0] + by[0], d[1]],
            ];
            for letter in &mut line.letters {
                letter.at = (letter.at * long - by[0]) / (long + by[1] - by[0]);
            }
        }
        assert!(field(&lost.read(), FieldName::Scope).verify, "{row}");
    }
    assert!(!field(&company().read(), FieldName::Scope).verify);
}

#[test]
fn what_parts_items_behind_a_bracket_at_a_lines_end_is_found() {
    let mut lines = COMPANY.to_vec();
    lines[13].2 = "一般项目：软件开发；百货销售（象牙除外）";
    let paper = Paper::of(36.0, &[&lines[..], &FOOT[..]].concat());
    let again = Answer(vec![line(
        370.0,
        710.0,
        36.0,
        "一般项目：软件开发；百货销售（象牙除外）；",
    )]);
    let mut sheet = paper.sheet();
    sheet.again = Some(&again);
    let scope = text(&read_sheet(&sheet), FieldName::Scope).to_owned();
    assert!(scope.contains("除外）；展览服务"), "{scope}");
}

#[test]
fn a_stroke_of_a_letter_read_as_a_digit_is_noticed() {
    for (wrong, is_wrong) in [
        ("加1；", true),
        ("加T；", true),
        ("加工；", false),
        ("3D；", false),
    ] {
        let mut lines = COMPANY.to_vec();
        let row = format!("一般项目：零件{wrong}日用百货销售；会议及");
        lines[13].2 = Box::leak(row.into_boxed_str());
        let read = Paper::of(36.0, &[&lines[..], &FOOT[..]].concat()).read();
        assert_eq!(field(&read, FieldName::Scope).verify, is_wrong, "{wrong}");
    }
}

#[test]
fn nothing_is_governed_by_a_colour() {
    let mut lines = COMPANY.to_vec();
    lines[21].2 = "广西壮族白治区南宁市建设路12";
    let read = Paper::of(36.0, &[&lines[..], &FOOT[..]].concat()).read();
    let address = field(&read, FieldName::Address);
    assert_eq!(address.text, "广西壮族自治区南宁市建设路12号3幢401室");
    assert!(address.verify);
}
