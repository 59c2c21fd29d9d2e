//! Check digits as a witness: whether a number read off paper is right, and
//! the one exchange of look-alike characters that would make it so. Refuses
//! to choose between two exchanges.

use super::date::digit;
use crate::reading::Letter;
use desk_domain::identifier::{CitizenId, RegistrationNumber, Uscc};

/// Numbers that carry check digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// 统一社会信用代码, GB 32100 with the inner check of GB 11714.
    Uscc,
    /// 公民身份号码, GB 11643.
    Citizen,
    /// 十五位注册号, GS 15-2006.
    Registration,
}

/// What check digits say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    /// As read, every check agrees.
    Passed,
    /// As read, the last digit agrees, but something else is unusual.
    Unusual,
    /// After the only exchange that makes every check agree.
    Repaired,
    /// No, and no exchange is the only one.
    Failed,
}

/// A number and what its check digits say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Settled {
    pub(super) text: String,
    pub(super) verdict: Verdict,
}

/// What one place may hold, with the cost of believing it.
type Choices = Vec<(char, f32)>;

/// Exchanging for a look-alike that the reader did not think of.
const LOOK_ALIKE: f32 = 3.0;
/// A second way this much dearer than the best one is no rival to it.
const CLEARLY: f32 = 2.0;
/// Exchanges of two characters are tried up to this cost.
const MOST: f32 = 6.5;

impl Kind {
    pub(super) const fn length(self) -> usize {
        match self {
            Self::Uscc | Self::Citizen => 18,
            Self::Registration => 15,
        }
    }

    fn allows(self, at: usize, sign: char) -> bool {
        match self {
            Self::Uscc if (2..8).contains(&at) => sign.is_ascii_digit(),
            Self::Uscc => "0123456789ABCDEFGHJKLMNPQRTUWXY".contains(sign),
            Self::Citizen => sign.is_ascii_digit() || (at == 17 && sign == 'X'),
            Self::Registration => sign.is_ascii_digit(),
        }
    }

    /// `Passed`, `Unusual` or `Failed`.
    pub(super) fn judge(self, text: &str) -> Verdict {
        let unusual = match self {
            Self::Uscc => Uscc::parse(text)
                .map(|code| !code.warnings().is_empty())
                .ok(),
            Self::Citizen => CitizenId::parse(text)
                .map(|id| !id.warnings().is_empty())
                .ok(),
            Self::Registration => RegistrationNumber::parse(text)
                .map(|number| !number.warnings().is_empty())
                .ok(),
        };
        match unusual {
            None => Verdict::Failed,
            Some(true) => Verdict::Unusual,
            Some(false) => Verdict::Passed,
        }
    }
}

/// Settles letters that should be such a number; `agrees` is what the rest of
/// the paper demands of a repaired one. `None` where the length is wrong.
pub(super) fn settle(
    letters: &[Letter],
    kind: Kind,
    agrees: &dyn Fn(&str) -> bool,
) -> Option<Settled> {
    let surplus = letters.len().checked_sub(kind.length())?;
    if surplus > 2 {
        return None;
    }
    if surplus == 0 {
        return Some(exact(letters, kind, agrees));
    }
    // A speck at either end, or one sign read twice: only if one way passes.
    let windows = letters.windows(kind.length()).map(<[Letter]>::to_vec);
    let without = (0..letters.len())
        .filter(|_| surplus == 1)
        .map(|at| [&letters[..at], &letters[at + 1..]].concat());
    let mut passing: Vec<String> = windows
        .chain(without)
        .map(|letters| plain(&letters, kind))
        .filter(|text| kind.judge(text) == Verdict::Passed && agrees(text))
        .collect();
    passing.sort();
    passing.dedup();
    Some(match passing.as_slice() {
        [one] => Settled {
            text: one.clone(),
            verdict: Verdict::Repaired,
        },
        _ => Settled {
            text: letters.iter().map(|letter| letter.character).collect(),
            verdict: Verdict::Failed,
        },
    })
}

fn plain(letters: &[Letter], kind: Kind) -> String {
    let choices = letters
        .iter()
        .enumerate()
        .map(|(at, letter)| choices(letter, at, kind));
    choices
        .filter_map(|choices| choices.first().map(|(sign, _)| *sign))
        .collect()
}

fn exact(letters: &[Letter], kind: Kind, agrees: &dyn Fn(&str) -> bool) -> Settled {
    let printed: String = letters
        .iter()
        .map(|letter| upper(letter.character))
        .collect();
    let verdict = kind.judge(&printed);
    if verdict != Verdict::Failed {
        return Settled {
            text: printed,
            verdict,
        };
    }
    let places: Vec<Choices> = letters
        .iter()
        .enumerate()
        .map(|(at, letter)| choices(letter, at, kind))
        .collect();
    let failed = Settled {
        text: plain(letters, kind),
        verdict: Verdict::Failed,
    };
    if places.iter().any(Vec::is_empty) {
        return Settled {
            text: printed,
            verdict: Verdict::Failed,
        };
    }
    let mut ways = ways(&places);
    ways.retain(|(_, text)| kind.judge(text) == Verdict::Passed && agrees(text));
    ways.sort_by(|a, b| a.0.total_cmp(&b.0));
    match ways.as_slice() {
        [(_, text)] => repaired(text),
        [(best, text), (second, _), ..] if second - best >= CLEARLY => repaired(text),
        _ => failed,
    }
}

fn repaired(text: &str) -> Settled {
    Settled {
        text: text.to_owned(),
        verdict: Verdict::Repaired,
    }
}

/// Every text that differs from the likeliest one in two places at most.
fn ways(places: &[Choices]) -> Vec<(f32, String)> {
    let base: Vec<char> = places.iter().map(|choices| choices[0].0).collect();
    let cost: f32 = places.iter().map(|choices| choices[0].1).sum();
    let exchange = |signs: &[char], at: usize, sign: char| {
        let mut signs = signs.to_vec();
        signs[at] = sign;
        signs
    };
    let mut ways = vec![(cost, base.iter().collect())];
    for (first, choices) in places.iter().enumerate() {
        for (sign, more) in &choices[1..] {
            let once = exchange(&base, first, *sign);
            ways.push((cost + more, once.iter().collect()));
            for (second, choices) in places.iter().enumerate().skip(first + 1) {
                for (sign, other) in &choices[1..] {
                    if more + other <= MOST {
                        let twice = exchange(&once, second, *sign);
                        ways.push((cost + more + other, twice.iter().collect()));
                    }
                }
            }
        }
    }
    ways
}

/// What a place may hold, likeliest first.
fn choices(letter: &Letter, at: usize, kind: Kind) -> Choices {
    let mut choices: Choices = Vec::new();
    let mut add = |sign: char, cost: f32| {
        if kind.allows(at, sign) && choices.iter().all(|(known, _)| *known != sign) {
            choices.push((sign, cost));
        }
    };
    let read = upper(letter.character);
    add(read, 0.0);
    if let Some((value, true)) = digit(letter.character) {
        char::from_digit(value, 10)
            .into_iter()
            .for_each(|sign| add(sign, 0.5));
    }
    for (rival, share) in &letter.others {
        let odds = (letter.confidence.max(0.01) / share.max(0.0001)).ln();
        add(upper(*rival), 0.5 + odds.max(0.0) / 2.0);
    }
    for sign in look_alikes(read).chars() {
        add(sign, LOOK_ALIKE);
    }
    choices.sort_by(|a, b| a.1.total_cmp(&b.1));
    choices
}

fn upper(sign: char) -> char {
    match sign {
        '×' | '✕' | 'х' | 'Х' | '乂' | 'メ' => 'X',
        '〇' | '○' | '口' => '0',
        other => other.to_ascii_uppercase(),
    }
}

/// Signs that worn or faxed print turns into one another.
fn look_alikes(sign: char) -> &'static str {
    match sign {
        '0' => "QD8695",
        '1' => "7TL4",
        '2' => "7",
        '3' => "859",
        '4' => "A19",
        '5' => "63S8",
        '6' => "58G0",
        '7' => "12T",
        '8' => "B3609",
        '9' => "8305",
        'A' => "4R",
        'B' => "83RE",
        'C' => "GQ0",
        'D' => "0Q",
        'E' => "FB",
        'F' => "EP",
        'G' => "6CQ",
        'H' => "NMW",
        'J' => "U1",
        'K' => "XHR",
        'L' => "1E",
        'M' => "NWH",
        'N' => "MHW",
        'P' => "RF",
        'Q' => "0DG",
        'R' => "PBKA",
        'T' => "71Y",
        'U' => "JD0",
        'V' => "YU",
        'W' => "MHN",
        'X' => "KY",
        'Y' => "XT",
        'S' => "58",
        _ => "",
    }
}
