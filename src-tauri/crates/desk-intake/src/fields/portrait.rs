//! 身份证人像面: 姓名 性别 民族 出生 住址 公民身份号码. The number vouches for
//! sex and birth, or contradicts them.

use super::band::{self, Space};
use super::check::Kind;
use super::date;
use super::draft::{Care, Draft};
use super::halves;
use super::label::{self, Label, Rule};
use super::lexicon;
use super::number;
use super::overlaid;
use super::piece::Piece;
use super::print::{self, is_han};
use crate::reading::{Doubt, FieldName, Letter, PrintedDate, Witness};
use chrono::{Datelike, NaiveDate};
use desk_domain::identifier::CitizenId;
use std::collections::BTreeMap;

const RULES: [Rule; 6] = [
    (FieldName::Name, &["姓名"]),
    (FieldName::Sex, &["性别"]),
    (FieldName::Ethnicity, &["民族"]),
    (FieldName::Birth, &["出生"]),
    (FieldName::Address, &["住址"]),
    (FieldName::CitizenId, &["公民身份号码", "公民身份证号码"]),
];
/// Labels that follow others on one line.
const INNER: [&str; 5] = ["性别", "民族", "出生", "住址", "公民身份号码"];

/// A name is copied letter by letter onto a contract.
const NAME: Care = Care {
    letter: 0.9,
    han: 0.88,
    rival: 0.09,
};
const ADDRESS: Care = Care {
    letter: 0.75,
    han: 0.6,
    rival: 0.35,
};
const CLOSED: Care = Care {
    letter: 0.8,
    han: 0.7,
    rival: 0.3,
};

/// Reads the side with the portrait.
pub(super) fn read(mut pieces: Vec<Piece>) -> BTreeMap<FieldName, Draft> {
    let overlaid = overlaid::are_laid_across(&pieces);
    label::part(&mut pieces, &INNER, false);
    let number = number::take(&mut pieces, Kind::Citizen, &|_| true);
    let mut labels = label::take(&mut pieces, &RULES);
    halves::take(&mut pieces, &RULES, &mut labels);
    let bottom = bottom(&labels, number.as_ref(), &pieces);
    let mut drafts = BTreeMap::new();
    let order = [
        FieldName::Ethnicity,
        FieldName::Sex,
        FieldName::Birth,
        FieldName::Name,
        FieldName::Address,
    ];
    for field in order {
        if let Some(found) = labels.get(&field) {
            let space = Space {
                right: right_of(field, &labels),
                bottom,
                runs_on: field == FieldName::Address,
            };
            let rows = band::take(&mut pieces, found, &space);
            let mut draft = Draft::of_rows(&rows);
            draft.doubt_if(may_go_on(&rows), Doubt::Incomplete);
            let crossed = overlaid && is_free(field) && overlaid::may_stand_in(&rows);
            draft.doubt_if(crossed, Doubt::Overlaid);
            drafts.insert(field, draft);
        }
    }
    drafts.retain(|_, draft| !draft.letters.is_empty());
    shape(&mut drafts);
    if let Some(number) = number {
        drafts.insert(FieldName::CitizenId, number);
    }
    compare_with_number(&mut drafts);
    drafts
}

/// Whether a value is of any letters, so that none of them looks out of place.
fn is_free(field: FieldName) -> bool {
    matches!(field, FieldName::Name | FieldName::Address)
}

/// Whether the last of several rows is as long as any and ends within a place:
/// the row below it, with the house, may not have been found.
fn may_go_on(rows: &band::Rows) -> bool {
    let ends = rows.rows.iter().filter_map(|row| row.last());
    let edge = ends.clone().map(|piece| piece.right).fold(0.0, f32::max);
    let Some(last) = ends.clone().next_back().filter(|_| rows.rows.len() > 1) else {
        return false;
    };
    let is_house = |letter: &Letter| {
        letter.character.is_ascii_alphanumeric() || "号室房组户)".contains(letter.character)
    };
    let ends_at_a_house = last.letters.last().is_some_and(is_house);
    !ends_at_a_house && edge - last.right < 1.2 * last.height
}

/// The number's line ends the address.
fn bottom(labels: &BTreeMap<FieldName, Label>, number: Option<&Draft>, pieces: &[Piece]) -> f32 {
    if let Some(label) = labels.get(&FieldName::CitizenId) {
        return label.middle - 0.7 * label.height;
    }
    let top = number.and_then(|number| {
        number
            .places
            .first()
            .map(|place| f32::midpoint(place[0][1], place[1][1]))
    });
    top.unwrap_or_else(|| pieces.iter().map(|piece| piece.middle).fold(0.0, f32::max) + 1.0)
}

fn right_of(field: FieldName, labels: &BTreeMap<FieldName, Label>) -> f32 {
    let neighbour = labels
        .get(&FieldName::Ethnicity)
        .filter(|_| field == FieldName::Sex);
    neighbour.map_or(f32::INFINITY, |label| label.left - 0.2 * label.height)
}

fn shape(drafts: &mut BTreeMap<FieldName, Draft>) {
    if let Some(name) = drafts.get_mut(&FieldName::Name) {
        shape_name(name);
    }
    if let Some(sex) = drafts.get_mut(&FieldName::Sex) {
        let read = ['男', '女'].into_iter().find(|one| sex.text.contains(*one));
        sex.doubt_if(
            read.is_none() || sex.text.chars().count() != 1,
            Doubt::Shape,
        );
        sex.text = read.map_or_else(|| sex.text.clone(), String::from);
        sex.weigh(CLOSED);
    }
    if let Some(people) = drafts.get_mut(&FieldName::Ethnicity) {
        match lexicon::people(people.text.trim_matches(print::is_speck)) {
            Some((name, exact)) => {
                name.clone_into(&mut people.text);
                people.doubt_if(!exact, Doubt::Repaired);
            }
            None => people.doubt(Doubt::Shape),
        }
        people.weigh(CLOSED);
    }
    if let Some(birth) = drafts.get_mut(&FieldName::Birth) {
        shape_birth(birth);
    }
    if let Some(address) = drafts.get_mut(&FieldName::Address) {
        let text = print::chinese_punctuation(&address.text);
        let fits = lexicon::begins_like_an_address(&text)
            && lexicon::ends_like_an_address(&text)
            && print::brackets_match(&text);
        address.doubt_if(!fits, Doubt::Shape);
        address.text = text;
        address.weigh(ADDRESS);
    }
}

fn shape_name(name: &mut Draft) {
    name.text = name.text.trim_matches(print::is_speck).replace('.', "·");
    let count = name.text.chars().count();
    let fits = name.text.chars().all(|sign| is_han(sign) || sign == '·');
    name.doubt_if(!fits || !(2..=25).contains(&count), Doubt::Shape);
    // Longer names without dots are rare enough to look at.
    name.doubt_if(count > 4 && !name.text.contains('·'), Doubt::Shape);
    name.weigh(NAME);
}

fn shape_birth(birth: &mut Draft) {
    match date::find(&birth.text).as_slice() {
        [found] => {
            birth.text = printed_day(found.day);
            birth.date = Some(PrintedDate::Day(found.day));
            birth.doubt_if(found.guessed, Doubt::Shape);
        }
        _ => birth.doubt(Doubt::Shape),
    }
    birth.weigh(CLOSED);
}

/// As cards print it, without zeros in front.
fn printed_day(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// The number tells birth and sex; where they agree both are right.
fn compare_with_number(drafts: &mut BTreeMap<FieldName, Draft>) {
    let Some(number) = drafts.get(&FieldName::CitizenId) else {
        return;
    };
    let Ok(id) = CitizenId::parse(&number.text) else {
        return;
    };
    let proven = number.doubts.is_empty();
    let day = PrintedDate::Day(id.birth());
    let sex = id.sex().chinese();
    // A birth without a day is as good as none.
    let birth_agrees = drafts
        .get(&FieldName::Birth)
        .filter(|birth| birth.date.is_some())
        .map(|birth| birth.date == Some(day));
    let sex_agrees = drafts.get(&FieldName::Sex).map(|read| read.text == sex);
    let agreed = birth_agrees == Some(true) && sex_agrees != Some(false);
    if let Some(number) = drafts.get_mut(&FieldName::CitizenId) {
        if agreed {
            number.settle(Doubt::UnsureLetter);
        }
        let denied = birth_agrees == Some(false) || sex_agrees == Some(false);
        number.doubt_if(denied, Doubt::Contradicted);
    }
    let text = printed_day(id.birth());
    settle(
        drafts,
        FieldName::Birth,
        birth_agrees,
        (&text, Some(day)),
        proven,
    );
    settle(drafts, FieldName::Sex, sex_agrees, (sex, None), proven);
}

fn settle(
    drafts: &mut BTreeMap<FieldName, Draft>,
    field: FieldName,
    agrees: Option<bool>,
    (said, date): (&str, Option<PrintedDate>),
    proven: bool,
) {
    match (agrees, drafts.get_mut(&field)) {
        (Some(true), Some(draft)) if proven => draft.confirm(Witness::Checksum),
        (Some(false), Some(draft)) => draft.doubt(Doubt::Contradicted),
        (Some(true), Some(_)) => {}
        _ => {
            // Not legible on the card: the number tells it, and a person looks.
            drafts.insert(
                field,
                Draft {
                    text: said.to_owned(),
                    date,
                    witnesses: vec![Witness::Checksum],
                    doubts: vec![Doubt::Displaced],
                    places: drafts
                        .get(&FieldName::CitizenId)
                        .map(|number| number.places.clone())
                        .unwrap_or_default(),
                    ..Draft::default()
                },
            );
        }
    }
}
