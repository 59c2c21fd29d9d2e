//! What a cell says: telephone numbers, moments, lengths of time, amounts.
//! Every reader here takes whatever text a file may hold and either is certain
//! or says no; none ever panics.

pub(crate) mod duration;
pub(crate) mod fee;
pub(crate) mod telephone;
pub(crate) mod time;

/// A plain number without the commas that part thousands; `None` when a comma
/// stands anywhere else.
pub(crate) fn without_thousands(text: &str) -> Option<std::borrow::Cow<'_, str>> {
    if !text.contains(',') {
        return Some(text.into());
    }
    let whole = text.split('.').next().unwrap_or_default();
    let mut groups = whole.trim_start_matches(['-', '+']).split(',');
    let first = groups.next().unwrap_or_default();
    let rest_fit = groups.all(|group| group.len() == 3 && is_digits(group));
    let fits = (1..=3).contains(&first.len()) && is_digits(first) && rest_fit;
    let fraction_fits = !text[whole.len()..].contains(',');
    (fits && fraction_fits).then(|| text.replace(',', "").into())
}

/// Whether a text is digits and nothing else.
pub(crate) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_part_thousands_and_nothing_else() {
        assert_eq!(without_thousands("1,234.50").as_deref(), Some("1234.50"));
        assert_eq!(without_thousands("1234,567"), None);
        assert_eq!(without_thousands("1,23"), None);
        assert_eq!(without_thousands("1.234,5"), None);
        assert_eq!(without_thousands("95").as_deref(), Some("95"));
    }
}
