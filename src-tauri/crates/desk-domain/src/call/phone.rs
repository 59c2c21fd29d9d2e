//! What a telephone number in a call record tells. Records hold whatever a
//! switch saw: with and without `+86`, hidden, seats of a call centre, foreign
//! numbers; so nothing is refused here, unlike in [`crate::identifier`], whose
//! rules these are. Clean digits pass without a copy, for there are millions.

use crate::identifier::{Landline, compact};
use crate::tariff::{CallerClass, Leg};
use std::borrow::Cow;

/// One form for one telephone: digits alone, mobiles without and landlines with
/// their zero, foreign numbers with `00`; an extension follows a dash. What is
/// no number stays as it is, without the blanks at its ends.
#[must_use]
pub fn canonical(raw: &str) -> Cow<'_, str> {
    let raw = raw.trim();
    if raw.bytes().all(|b| b.is_ascii_digit()) {
        return domestic(raw);
    }
    if let Ok(landline) = Landline::parse(raw) {
        return Cow::Owned(match landline.extension() {
            Some(extension) => format!("{}-{extension}", landline.digits()),
            None => landline.digits(),
        });
    }
    let Ok(text) = compact(raw) else {
        return Cow::Borrowed(raw);
    };
    let text = match text.strip_prefix('+') {
        Some(rest) => format!("00{rest}"),
        None => text,
    };
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return Cow::Owned(domestic(&text).into_owned());
    }
    Cow::Owned(text)
}

/// Digits without the country's code and without a zero before a mobile.
fn domestic(digits: &str) -> Cow<'_, str> {
    let mobile = |rest: &str| rest.len() == 11 && rest.starts_with('1');
    match digits.strip_prefix("0086") {
        Some(rest) if rest.starts_with('0') => return domestic(rest),
        Some(rest) if mobile(rest) || rest.starts_with("400") => return Cow::Borrowed(rest),
        Some(rest) => return Cow::Owned(format!("0{rest}")),
        None => {}
    }
    match digits.strip_prefix("86").or(digits.strip_prefix('0')) {
        Some(rest) if mobile(rest) => Cow::Borrowed(rest),
        _ => Cow::Borrowed(digits),
    }
}

/// Where a call to that telephone was delivered; `None` where its form does not
/// say: a seat, a short number, nothing.
#[must_use]
pub fn leg_of(delivered_to: &str) -> Option<Leg> {
    let text = canonical(delivered_to);
    let digits = digits_of(&text);
    if digits.starts_with("00") && digits.len() > 6 {
        Some(Leg::International)
    } else if digits.len() == 11 && digits.starts_with('1') {
        Some(Leg::Mobile)
    } else if area_of(digits).is_some() || is_local_number(digits) {
        Some(Leg::Landline)
    } else {
        None
    }
}

/// 长途 when the caller is abroad or both are landlines of different areas,
/// 市话 when they are of one; `None` where the numbers do not say, as with
/// every mobile, whose digits do not tell where it was.
#[must_use]
pub fn class_of(caller: &str, delivered_to: &str) -> Option<CallerClass> {
    let (caller, delivered) = (canonical(caller), canonical(delivered_to));
    if leg_of(&caller) == Some(Leg::International) {
        return Some(CallerClass::LongDistance);
    }
    let from = area_of(digits_of(&caller))?;
    let to = area_of(digits_of(&delivered))?;
    Some(if from == to {
        CallerClass::Local
    } else {
        CallerClass::LongDistance
    })
}

/// The digits in front; what follows them is an extension.
fn digits_of(canonical: &str) -> &str {
    let end = canonical
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(canonical.len());
    &canonical[..end]
}

/// The area code of a landline with its zero; `None` for everything else.
fn area_of(digits: &str) -> Option<&str> {
    let area = match digits.as_bytes() {
        [b'0', b'1', b'0', ..] | [b'0', b'2', ..] => 3,
        [b'0', b'3'..=b'9', ..] => 4,
        _ => return None,
    };
    let local = digits.get(area..)?;
    // A local number begins with 2 to 9, or is a short one such as 12345.
    (matches!(local.len(), 7 | 8) && !local.starts_with(['0', '1'])).then(|| &digits[..area])
}

/// Seven or eight digits without an area code: a line in the same town.
fn is_local_number(digits: &str) -> bool {
    matches!(digits.len(), 7 | 8) && !digits.starts_with(['0', '1'])
}
