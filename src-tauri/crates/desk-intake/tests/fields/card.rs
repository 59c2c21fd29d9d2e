use crate::paper::{Paper, expect, field, text};
use desk_intake::reading::{DocumentKind, FieldName, PrintedDate, Witness};

pub const PORTRAIT: [(f32, f32, &str); 10] = [
    (60.0, 60.0, "姓名林晓舟"),
    (60.0, 130.0, "性别男"),
    (260.0, 130.0, "民族汉"),
    (60.0, 200.0, "出生1979 年 2 月 7 日"),
    (60.0, 270.0, "住"),
    (110.0, 270.0, "址"),
    (160.0, 270.0, "福建省福州市鼓楼区建设"),
    (160.0, 318.0, "路12号3幢401室"),
    (60.0, 520.0, "公民身份号码"),
    (300.0, 520.0, "440000197902077474"),
];

fn portrait() -> Paper {
    Paper::of(34.0, &PORTRAIT)
}

fn with(at: usize, text: &'static str) -> Paper {
    let mut lines = PORTRAIT.to_vec();
    lines[at].2 = text;
    Paper::of(34.0, &lines)
}

#[test]
fn the_portrait_side_is_read_and_the_number_vouches_for_birth_and_sex() {
    let read = portrait().read();
    assert_eq!(read.kind, DocumentKind::IdPortrait);
    expect(
        &read,
        &[
            (FieldName::Name, "林晓舟"),
            (FieldName::Sex, "男"),
            (FieldName::Ethnicity, "汉"),
            (FieldName::Birth, "1979年2月7日"),
            (FieldName::Address, "福建省福州市鼓楼区建设路12号3幢401室"),
            (FieldName::CitizenId, "440000197902077474"),
        ],
    );
    for name in [FieldName::Birth, FieldName::Sex, FieldName::CitizenId] {
        assert!(
            field(&read, name).witnesses.contains(&Witness::Checksum),
            "{name:?}"
        );
    }
}

#[test]
fn labels_glued_to_their_neighbours_are_parted() {
    let mut lines = PORTRAIT.to_vec();
    lines[1].2 = "性别男民族汉";
    lines.remove(2);
    let read = Paper::of(34.0, &lines).read();
    assert_eq!(text(&read, FieldName::Sex), "男");
    assert_eq!(text(&read, FieldName::Ethnicity), "汉");
}

#[test]
fn a_number_set_in_parts_is_one_number() {
    let mut lines = PORTRAIT.to_vec();
    lines[9].2 = "440000";
    lines.extend([(425.0, 520.0, "19790207"), (585.0, 520.0, "7474")]);
    let read = Paper::of(34.0, &lines).read();
    expect(&read, &[(FieldName::CitizenId, "440000197902077474")]);
}

#[test]
fn sex_or_birth_against_the_number_is_marked_on_both() {
    for (at, wrong, name) in [
        (1, "性别女", FieldName::Sex),
        (3, "出生1979 年 2 月 1 日", FieldName::Birth),
    ] {
        let read = with(at, wrong).read();
        assert!(field(&read, name).verify, "{name:?}");
        assert!(field(&read, FieldName::CitizenId).verify, "{name:?}");
    }
}

#[test]
fn a_letter_of_a_watermark_before_the_column_is_no_address() {
    let mut lines = PORTRAIT.to_vec();
    lines[7] = (126.0, 318.0, "仅路12号3幢401室");
    let read = Paper::of(34.0, &lines).read();
    let address = "福建省福州市鼓楼区建设路12号3幢401室";
    assert_eq!(text(&read, FieldName::Address), address);
}

#[test]
fn a_birth_that_cannot_be_read_is_told_by_the_number_and_looked_at() {
    let read = with(3, "出生1979年2使用").read();
    assert_eq!(text(&read, FieldName::Birth), "1979年2月7日");
    assert!(field(&read, FieldName::Birth).verify);
    assert!(!field(&read, FieldName::Sex).verify);
}

#[test]
fn on_a_card_hardly_legible_only_what_is_proven_goes_unmarked() {
    let mut paper = portrait();
    for line in &mut paper.lines {
        line.confidence = 0.9;
    }
    let read = paper.read();
    assert!(field(&read, FieldName::Name).verify && field(&read, FieldName::Address).verify);
    assert!(!field(&read, FieldName::CitizenId).verify && !field(&read, FieldName::Birth).verify);
}

#[test]
fn a_people_is_repaired_only_to_the_one_name_it_can_be() {
    let read = with(2, "民族维晋尔").read();
    assert_eq!(text(&read, FieldName::Ethnicity), "维吾尔");
    assert!(field(&read, FieldName::Ethnicity).verify);
    assert!(field(&with(2, "民族仅").read(), FieldName::Ethnicity).verify);
    expect(
        &with(2, "民族土家").read(),
        &[(FieldName::Ethnicity, "土家")],
    );
}

#[test]
fn a_name_of_a_minority_keeps_its_dot() {
    expect(
        &with(0, "姓名阿依古丽•吐尔逊").read(),
        &[(FieldName::Name, "阿依古丽·吐尔逊")],
    );
}

#[test]
fn what_stands_in_the_picture_is_no_address() {
    let mut lines = PORTRAIT.to_vec();
    lines.push((720.0, 300.0, "样本照片"));
    expect(
        &Paper::of(34.0, &lines).read(),
        &[(FieldName::Address, "福建省福州市鼓楼区建设路12号3幢401室")],
    );
}

fn emblem(term: &'static str) -> Paper {
    Paper::of(
        32.0,
        &[
            (280.0, 70.0, "中华人民共和国"),
            (270.0, 150.0, "居民身份证"),
            (230.0, 440.0, "签发机关"),
            (400.0, 440.0, "福州市公安局鼓楼分局"),
            (230.0, 520.0, "有效期限"),
            (400.0, 520.0, term),
        ],
    )
}

#[test]
fn the_emblem_side_gives_authority_and_both_days() {
    let read = emblem("2017.09.21-2037.09.21").read();
    assert_eq!(read.kind, DocumentKind::IdEmblem);
    expect(
        &read,
        &[
            (FieldName::Authority, "福州市公安局鼓楼分局"),
            (FieldName::ValidFrom, "2017.09.21"),
            (FieldName::ValidTo, "2037.09.21"),
        ],
    );
}

#[test]
fn a_card_for_life_has_no_last_day() {
    let read = emblem("2011.12.01-长期").read();
    expect(&read, &[(FieldName::ValidTo, "长期")]);
    assert_eq!(
        field(&read, FieldName::ValidTo).date,
        Some(PrintedDate::LongTerm)
    );
}

#[test]
fn a_term_that_no_card_has_is_marked() {
    let read = emblem("2017.09.21-2031.09.21").read();
    assert!(field(&read, FieldName::ValidFrom).verify && field(&read, FieldName::ValidTo).verify);
    expect(
        &emblem("2016.02.29-2036.02.29").read(),
        &[(FieldName::ValidTo, "2036.02.29")],
    );
}

#[test]
fn an_authority_that_is_no_police_is_marked() {
    let mut paper = emblem("2017.09.21-2037.09.21").without("鼓楼");
    paper
        .lines
        .push(crate::paper::line(400.0, 440.0, 32.0, "福州市公安后"));
    assert!(field(&paper.read(), FieldName::Authority).verify);
}

#[test]
fn a_speck_behind_a_people_is_no_part_of_its_name() {
    let read = with(4, "汉·").read();
    assert!(!field(&read, FieldName::Ethnicity).verify);
    assert_eq!(text(&read, FieldName::Ethnicity), "汉");
}

#[test]
fn a_letter_of_words_laid_across_the_card_is_not_taken_for_an_address_unlooked_at() {
    let mut lines = PORTRAIT.to_vec();
    lines[6].2 = "福建省福州市鼓楼区建设他";
    let read = Paper::of(34.0, &lines).read();
    assert!(!field(&read, FieldName::Address).verify, "no such words");
    lines.push((560.0, 400.0, "用无效"));
    lines.push((60.0, 440.0, "仅供办理400业务使用"));
    let read = Paper::of(34.0, &lines).read();
    assert!(field(&read, FieldName::Address).verify);
    assert!(!field(&read, FieldName::Name).verify);
}

#[test]
fn an_address_whose_last_row_is_full_and_names_no_house_is_looked_at() {
    for (row, is_marked) in [
        ("样板街道样张行政村第三", true),
        ("样板街道样张行政村", false),
        ("样板街道样张村第三小组", false),
    ] {
        let read = with(7, row).read();
        assert_eq!(field(&read, FieldName::Address).verify, is_marked, "{row}");
    }
}
