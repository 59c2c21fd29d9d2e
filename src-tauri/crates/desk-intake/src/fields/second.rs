//! The second look: where letters were unsure or a date broke off, the sheet
//! is asked to read that place again, another way. Only what several looks
//! agree on loses its doubt. Refuses to exchange a sure reading for another.

use super::date::{self, Found};
use super::draft::{Care, Draft};
use super::label::Label;
use super::lexicon;
use super::piece::Piece;
use super::print;
use crate::reading::{
    Doubt, FieldName, Letter, Look, PrintedDate, Quad, Seal, SecondLook, Sheet, TextLine, Tone,
    Witness,
};
use std::collections::BTreeMap;

/// A date has a form of its own: letters need not be quite sure.
const DAY: Care = Care {
    letter: 0.75,
    han: 0.4,
    rival: 0.3,
};
/// Letters in a ring are bent: only what is quite sure passes.
const IN_SEAL: Care = Care {
    letter: 0.93,
    han: 0.93,
    rival: 0.05,
};
/// No more seals of a sheet than this are read.
const MOST_SEALS: usize = 2;
/// More lines than this are not read again: it would take longer than a glance.
const MOST_PLACES: usize = 3;

/// Looks again at what is unsure.
pub(super) fn look(sheet: &Sheet<'_>, drafts: &mut BTreeMap<FieldName, Draft>) {
    let Some(again) = sheet.again else { return };
    let looks = looks(sheet.tone);
    for draft in drafts.values_mut() {
        let is_unsure = draft.doubts.contains(&Doubt::UnsureLetter);
        if is_unsure && draft.care.is_some() && draft.places.len() <= MOST_PLACES {
            reconsider(draft, again, looks);
        }
    }
    if let Some(issued) = drafts.get_mut(&FieldName::Issued)
        && issued.date.is_none()
    {
        complete_day(issued, again, looks);
    }
}

/// The ways of looking that tell most about a sheet of this tone.
const fn looks(tone: Tone) -> [Look; 2] {
    match tone {
        Tone::Colour => [Look::WithoutRed, Look::Contrast],
        Tone::Grey => [Look::Contrast, Look::Soft],
        Tone::Bilevel => [Look::Soft, Look::Plain],
    }
}

/// Weighs letters by the mean of several looks that read the same.
fn reconsider(draft: &mut Draft, again: &dyn SecondLook, looks: [Look; 2]) {
    let mut readings: Vec<Vec<Letter>> = Vec::new();
    for look in looks {
        let lines: Option<Vec<TextLine>> = draft
            .places
            .iter()
            .map(|place| again.reread(place, look))
            .collect();
        let Some(lines) = lines else { return };
        let letters: Vec<Letter> = lines
            .iter()
            .flat_map(|line| print::tidy(&line.letters))
            .collect();
        if print::text(&letters) != print::text(&draft.letters) {
            return;
        }
        readings.push(letters);
    }
    for (at, letter) in draft.letters.iter_mut().enumerate() {
        for reading in &readings {
            let seen = &reading[at];
            letter.confidence += seen.confidence;
            for (rival, share) in &seen.others {
                match letter.others.iter_mut().find(|(known, _)| known == rival) {
                    Some((_, sum)) => *sum += share,
                    None => letter.others.push((*rival, *share)),
                }
            }
        }
        letter.confidence /= 3.0;
        letter
            .others
            .iter_mut()
            .for_each(|(_, share)| *share /= 3.0);
    }
    if let Some(care) = draft.care {
        draft.weigh(care);
    }
}

/// Searches right of a date that broke off under a seal.
fn complete_day(draft: &mut Draft, again: &dyn SecondLook, looks: [Look; 2]) {
    let Some(area) = draft.places.first().map(row_around) else {
        return;
    };
    let Some((found, lines)) = search_day(&area, again, looks) else {
        return;
    };
    let day = of_day(&found, &lines);
    draft.settle(Doubt::Shape);
    *draft = Draft {
        doubts: draft.doubts.clone(),
        ..day
    };
    draft.doubt_if(found.guessed, Doubt::Shape);
    draft.weigh(DAY);
}

/// The day of signature where nothing of it was seen: below the registrar's
/// label, where the red seal lies on it.
pub(super) fn find_day(sheet: &Sheet<'_>, label: &Label, pieces: &[Piece]) -> Option<Draft> {
    let [a, b, _, d] = label.corners;
    let tall = (d[0] - a[0]).hypot(d[1] - a[1]).max(1.0);
    let (left, right) = (a[0].min(b[0]) - 4.0 * tall, a[0].max(b[0]) + 14.0 * tall);
    let (top, bottom) = (d[1], d[1] + 6.0 * tall);
    let area = [[left, top], [right, top], [right, bottom], [left, bottom]];
    let within = |piece: &&Piece| {
        let [x, y] = piece.corners[0];
        (left..right).contains(&x) && (top - tall..bottom).contains(&y)
    };
    let (again, looks) = (sheet.again?, looks(sheet.tone));
    let begun: Vec<(&Piece, String)> = pieces
        .iter()
        .filter(within)
        .map(|piece| (piece, piece.text()))
        .filter(|(_, text)| lacks_digits_of_year(text))
        .take(MOST_PLACES)
        .collect();
    let earlier = begun
        .iter()
        .find_map(|(piece, rest)| begun_earlier(piece, rest, again, looks));
    let (found, lines) = earlier.or_else(|| search_day(&area, again, looks))?;
    let mut day = of_day(&found, &lines);
    day.doubt_if(found.guessed, Doubt::Shape);
    let denied = |(_, rest): &(&Piece, String)| !found.text.ends_with(rest.as_str());
    day.doubt_if(begun.iter().any(denied), Doubt::Contradicted);
    day.weigh(DAY);
    Some(day)
}

/// Whether a text is a day whose year begins under a seal: 10年05月22日.
fn lacks_digits_of_year(text: &str) -> bool {
    let are_digits = |part: &str| part.chars().all(|sign| sign.is_ascii_digit());
    let is_day = |rest: &str| {
        rest.split_once('月').is_some_and(|(month, day)| {
            are_digits(month) && day.strip_suffix('日').is_some_and(are_digits)
        })
    };
    text.split_once('年')
        .is_some_and(|(year, rest)| year.len() < 4 && are_digits(year) && is_day(rest))
}

/// Such a day read from further left.
fn begun_earlier(
    piece: &Piece,
    rest: &str,
    again: &dyn SecondLook,
    looks: [Look; 2],
) -> Option<(Found, Vec<TextLine>)> {
    let lost = 4_usize.saturating_sub(rest.find('年')?);
    #[allow(clippy::cast_precision_loss, reason = "four digits at most")]
    let place = lengthened(&piece.corners, 0.6 * lost as f32 + 0.5, 0.0);
    looks.into_iter().find_map(|look| {
        let line = again.reread(&place, look)?;
        let read = print::text(&print::tidy(&line.letters));
        match date::find(&read).as_slice() {
            [one] if one.text.ends_with(rest) => Some((one.clone(), vec![line])),
            _ => None,
        }
    })
}

/// A line with so many of its heights before it and behind it.
pub(super) fn lengthened([a, b, c, d]: &Quad, before: f32, behind: f32) -> Quad {
    let tall = (d[0] - a[0]).hypot(d[1] - a[1]).max(1.0);
    let long = (b[0] - a[0]).hypot(b[1] - a[1]).max(1.0);
    let beyond = |from: &[f32; 2], to: &[f32; 2], heights: f32| {
        [0, 1].map(|axis| to[axis] + (to[axis] - from[axis]) * heights * tall / long)
    };
    [
        beyond(b, a, before),
        beyond(a, b, behind),
        beyond(d, c, behind),
        beyond(c, d, before),
    ]
}

/// The registrar where it stands in its seal alone: around the red seal near
/// its label, or in the lower half of the sheet.
pub(super) fn find_registrar(sheet: &Sheet<'_>, label: Option<&Label>) -> Option<Draft> {
    let again = sheet.again?;
    #[allow(clippy::cast_precision_loss, reason = "pixels of a sheet")]
    let half = sheet.height as f32 / 2.0;
    let may_be = |seal: &&Seal| match label {
        Some(label) => (seal.centre[1] - label.middle).abs() < seal.diameter,
        None => seal.centre[1] > half,
    };
    let seals = sheet.seals.iter().filter(may_be).take(MOST_SEALS);
    seals
        .filter_map(|seal| again.around(seal))
        .find_map(|ring| {
            let letters = print::tidy(&ring.letters);
            let text = print::text(&letters);
            // A star or the ring's end before and behind is read as some sign.
            let runs = text.split(|sign| !print::is_han(sign));
            let name = runs.max_by_key(|run| run.chars().count())?;
            let start = text[..text.find(name)?].chars().count();
            let end = start + name.chars().count();
            if !lexicon::is_registrar(name) {
                return None;
            }
            let mut draft = Draft {
                text: name.to_owned(),
                letters: letters[start..end].to_vec(),
                places: vec![ring.corners],
                witnesses: vec![Witness::Ocr],
                ..Draft::default()
            };
            draft.weigh(IN_SEAL);
            Some(draft)
        })
}

/// The only date in an area, and the lines it was read from.
fn search_day(
    area: &Quad,
    again: &dyn SecondLook,
    looks: [Look; 2],
) -> Option<(Found, Vec<TextLine>)> {
    looks.into_iter().find_map(|look| {
        let mut lines = again.search(area, look);
        lines.retain(|line| line.text.chars().any(|sign| date::digit(sign).is_some()));
        lines.sort_by(|a, b| a.corners[0][0].total_cmp(&b.corners[0][0]));
        let letters = lines.iter().flat_map(|line| print::tidy(&line.letters));
        let text = print::text(&letters.collect::<Vec<_>>());
        match date::find(&text).as_slice() {
            [one] => Some((one.clone(), lines)),
            _ => None,
        }
    })
}

fn of_day(found: &Found, lines: &[TextLine]) -> Draft {
    let letters: Vec<Letter> = lines
        .iter()
        .flat_map(|line| print::tidy(&line.letters))
        .collect();
    Draft {
        text: found.text.clone(),
        date: Some(PrintedDate::Day(found.day)),
        letters: letters[found.span.0..found.span.1].to_vec(),
        places: lines.iter().map(|line| line.corners).collect(),
        witnesses: vec![Witness::Ocr],
        ..Draft::default()
    }
}

/// The row a line stands in, from a little before it to ten letters behind.
fn row_around([a, b, c, d]: &Quad) -> Quad {
    let tall = (d[0] - a[0]).hypot(d[1] - a[1]).max(1.0);
    let long = (b[0] - a[0]).hypot(b[1] - a[1]).max(1.0);
    let along = [(b[0] - a[0]) / long, (b[1] - a[1]) / long];
    let down = [-along[1], along[0]];
    let moved = |[x, y]: [f32; 2], by: f32, fall: f32| {
        [
            x + along[0] * by + down[0] * fall,
            y + along[1] * by + down[1] * fall,
        ]
    };
    let (before, behind, rise) = (-tall, 10.0 * tall, 0.35 * tall);
    [
        moved(*a, before, -rise),
        moved(*b, behind, -rise),
        moved(*c, behind, rise),
        moved(*d, before, rise),
    ]
}
