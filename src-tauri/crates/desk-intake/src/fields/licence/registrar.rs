//! The registrar against the places that the address on the same licence names:
//! 成部市武侯区市场监督管理局 of a company in 四川省成都市武侯区 is 成都市.
//!
//! Refuses to exchange a letter that was read surely, and to go by an address
//! that is doubted itself; whatever it puts right asks for a look.

use crate::fields::draft::Draft;
use crate::fields::lexicon;
use crate::reading::Doubt;

/// An address names so many places at most before its street begins.
const MOST_PLACES: usize = 4;
/// Puts unsure letters of the registrar's place right.
pub(super) fn put_right(registrar: &mut Draft, address: &Draft) {
    if !address.doubts.is_empty() {
        return;
    }
    let Some((read, office)) = lexicon::registrar_parts(&registrar.text) else {
        return;
    };
    let is_near = |place: &String| {
        let different = differing(place, read);
        place.chars().count() == read.chars().count()
            && different.iter().all(|at| registrar.is_unsure_at(*at))
    };
    let places = places(&address.text);
    let stretches = (0..places.len()).flat_map(|first| {
        let ends = first + 1..=places.len();
        ends.map(move |end| (first, end))
    });
    let mut near: Vec<String> = stretches
        .map(|(first, end)| places[first..end].concat())
        .filter(is_near)
        .collect();
    near.dedup();
    if let [place] = near.as_slice()
        && place != read
    {
        registrar.text = format!("{place}{office}");
        registrar.doubt(Doubt::Repaired);
    }
}

/// The places that an address begins with, from the greatest to the smallest.
fn places(address: &str) -> Vec<String> {
    let mut places = vec![String::new()];
    for sign in address.chars() {
        // 沙市区 and 津市市 are one name each.
        let at_an_end = places.last().is_some_and(|place| {
            let goes_on = place.chars().count() == 2 && "区县市".contains(sign);
            ends_a_place(place) && !goes_on
        });
        if at_an_end {
            if places.len() == MOST_PLACES {
                break;
            }
            places.push(String::new());
        }
        if let Some(place) = places.last_mut() {
            place.push(sign);
        }
    }
    places.retain(|place| ends_a_place(place));
    places
}

fn ends_a_place(text: &str) -> bool {
    let ends = text.ends_with(|sign| "省市州盟区县旗".contains(sign));
    ends && (2..=12).contains(&text.chars().count())
}

/// Where two names have different letters.
fn differing(one: &str, other: &str) -> Vec<usize> {
    let pairs = one.chars().zip(other.chars()).enumerate();
    pairs
        .filter_map(|(at, (a, b))| (a != b).then_some(at))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::draft::Care;
    use crate::reading::Letter;

    const ADDRESS: &str = "四川省成都市武侯区样例路805号14幢";

    /// A registrar whose letters in `unsure` were hardly legible.
    fn put_right(read: &str, unsure: &str, address_doubts: &[Doubt]) -> Draft {
        let letter = |character| Letter {
            character,
            confidence: if unsure.contains(character) { 0.4 } else { 1.0 },
            at: 0.5,
            others: Vec::new(),
        };
        let mut registrar = Draft {
            text: read.to_owned(),
            letters: read.chars().map(letter).collect(),
            ..Draft::default()
        };
        registrar.weigh(Care {
            letter: 0.9,
            han: 0.9,
            rival: 0.1,
        });
        let address = Draft {
            text: ADDRESS.to_owned(),
            doubts: address_doubts.to_vec(),
            ..Draft::default()
        };
        super::put_right(&mut registrar, &address);
        registrar
    }

    #[test]
    fn unsure_letters_of_the_registrars_place_are_put_right_by_the_address_and_it_says_so() {
        for place in ["成部市武侯区", "成郡市武民区"] {
            let office = put_right(&format!("{place}市场监督管理局"), "部郡民", &[]);
            assert_eq!(office.text, "成都市武侯区市场监督管理局");
            assert!(office.doubts.contains(&Doubt::Repaired));
        }
    }

    #[test]
    fn a_registrar_of_another_place_stays_as_it_was_read() {
        for (read, unsure) in [
            ("成都市青羊区市场监督管理局", ""),
            ("成都市青羊区市场监督管理局", "羊"),
            ("成都市武侯区行政审批局", "武侯"),
            ("成都高新技术产业开发区市场监督管理局", "高"),
        ] {
            let office = put_right(read, unsure, &[]);
            assert_eq!(office.text, read);
            assert!(!office.doubts.contains(&Doubt::Repaired));
        }
    }

    #[test]
    fn a_doubted_address_puts_nothing_right() {
        let read = "成部市武侯区市场监督管理局";
        let office = put_right(read, "部", &[Doubt::Incomplete]);
        assert_eq!(office.text, read);
    }

    #[test]
    fn an_address_names_its_places_from_the_greatest_down() {
        for (address, named) in [
            (ADDRESS, &["四川省", "成都市", "武侯区"][..]),
            (
                "广西壮族自治区南宁市青秀区样路1号",
                &["广西壮族自治区", "南宁市", "青秀区"],
            ),
            ("北京市海淀区例街", &["北京市", "海淀区"]),
            ("湖北省荆州市沙市区样路", &["湖北省", "荆州市", "沙市区"]),
            ("四川省乐山市市中区例路", &["四川省", "乐山市", "市中区"]),
        ] {
            assert_eq!(places(address), named);
        }
    }
}
