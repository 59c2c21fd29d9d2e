//! Rules that ask for a second look.

use crate::licence::{COMPANY, FOOT, company};
use crate::paper::{Paper, field, line, text};
use desk_intake::read_sheet;
use desk_intake::reading::{FieldName, Look, Quad, SecondLook, TextLine};

/// Answers every second look with the same lines.
#[derive(Debug)]
pub struct Answer(pub Vec<TextLine>);

impl SecondLook for Answer {
    fn reread(&self, corners: &Quad, _: Look) -> Option<TextLine> {
        let near = |line: &&TextLine| (line.corners[0][1] - corners[0][1]).abs() < 8.0;
        let beside = |line: &&TextLine| (line.corners[0][0] - corners[0][0]).abs() < 8.0;
        self.0.iter().filter(near).find(beside).cloned()
    }

    fn search(&self, area: &Quad, _: Look) -> Vec<TextLine> {
        let within = |line: &&TextLine| {
            let [start, .., bottom] = line.corners;
            (area[0][1]..area[3][1]).contains(&f32::midpoint(start[1], bottom[1]))
                && (area[0][0]..area[1][0]).contains(&start[0])
        };
        self.0.iter().filter(within).cloned().collect()
    }
}

fn unsure() -> Paper {
    company().doubt("林晓舟", '舟', 0.8, ('丹', 0.1))
}

#[test]
fn a_letter_that_further_looks_are_sure_of_loses_its_doubt() {
    let paper = unsure();
    assert!(field(&paper.read(), FieldName::LegalRepresentative).verify);
    let again = Answer(company().lines);
    let mut sheet = paper.sheet();
    sheet.again = Some(&again);
    assert!(!field(&read_sheet(&sheet), FieldName::LegalRepresentative).verify);
}

#[test]
fn looks_that_differ_leave_the_doubt_and_the_first_reading() {
    let mut lines = COMPANY.to_vec();
    lines[11].2 = "林晓丹";
    let again = Answer(Paper::of(36.0, &lines).lines);
    let paper = unsure();
    let mut sheet = paper.sheet();
    sheet.again = Some(&again);
    let read = read_sheet(&sheet);
    assert_eq!(text(&read, FieldName::LegalRepresentative), "林晓舟");
    assert!(field(&read, FieldName::LegalRepresentative).verify);
}

#[test]
fn a_representative_whose_label_was_lost_is_looked_for_where_it_should_stand() {
    let paper = company().without("法定代表人").without("林晓舟");
    let lost = paper.read();
    assert!(!lost.fields.contains_key(&FieldName::LegalRepresentative));
    let again = Answer(company().lines);
    let mut sheet = paper.sheet();
    sheet.again = Some(&again);
    let read = read_sheet(&sheet);
    assert_eq!(text(&read, FieldName::LegalRepresentative), "林晓舟");
    for field in [FieldName::Type, FieldName::Scope, FieldName::Address] {
        assert_eq!(text(&read, field), text(&company().read(), field));
    }
}

#[test]
fn a_full_stop_lost_at_a_lines_end_is_found_again() {
    let again = Answer(company().lines);
    let mut lines = COMPANY.to_vec();
    lines[15].2 = "执照依法自主开展经营活动）";
    let paper = Paper::of(36.0, &[&lines[..], &FOOT[..]].concat());
    assert!(text(&paper.read(), FieldName::Scope).ends_with('）'));
    let mut sheet = paper.sheet();
    sheet.again = Some(&again);
    assert!(text(&read_sheet(&sheet), FieldName::Scope).ends_with("）。"));
}

#[test]
fn a_day_broken_off_under_a_seal_is_completed() {
    let mut foot = FOOT.to_vec();
    foot.remove(1);
    let paper = Paper::of(36.0, &[&COMPANY[..], &foot[..]].concat());
    assert!(field(&paper.read(), FieldName::Issued).verify);
    let again = Answer(vec![line(1300.0, 1100.0, 36.0, "2015年09月17日")]);
    let mut sheet = paper.sheet();
    sheet.again = Some(&again);
    let read = read_sheet(&sheet);
    assert_eq!(text(&read, FieldName::Issued), "2015年09月17日");
    assert!(!field(&read, FieldName::Issued).verify);
}

#[test]
fn what_stands_under_notices_left_unread_belongs_to_nobody() {
    let beneath = [(370.0, 1290.0, "仅作样张")];
    let paper = Paper::of(36.0, &[&COMPANY[..], &FOOT[..2], &beneath[..]].concat());
    let mut sheet = paper.sheet();
    sheet.foot = Some(1240.0);
    let read = read_sheet(&sheet);
    for (field, value) in &company().read().fields {
        assert_eq!(text(&read, *field), value.text, "{field:?}");
    }
}
