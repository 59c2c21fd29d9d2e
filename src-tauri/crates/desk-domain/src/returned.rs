//! What came back signed of the two originals of an agreement: which pages are
//! there, which are missing, doubled or of another print, and whether that is
//! enough for the agreement to take effect (协议第八条（三）).
//!
//! Knows pages only by their marks; refuses to count a page of another print.

use crate::page_mark::Original;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Where a page that came back belongs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Place {
    /// Number of the agreement.
    pub agreement: String,
    /// Which of the two originals.
    pub original: Original,
    /// Page of it, from 1.
    pub page: u16,
}

/// A page that came back and was filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Returned {
    /// Which of the two originals.
    pub original: Original,
    /// Page of it, from 1.
    pub page: u16,
    /// Whether it was printed together with the pages in the archive.
    pub same_print: bool,
    /// Whether a red seal was seen on it.
    pub red_seal: bool,
}

/// How much of one original is back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopyState {
    /// Which of the two.
    pub original: Original,
    /// Pages it has.
    pub pages: u16,
    /// Pages that are back.
    pub back: u16,
    /// Pages that are not.
    pub missing: Vec<u16>,
    /// Pages that came more than once.
    pub twice: Vec<u16>,
    /// Pages that came, but of another print.
    pub other_print: Vec<u16>,
    /// Whether a red seal was seen on any page: a hint for a person.
    pub red_seal: bool,
}

impl CopyState {
    /// Whether anything of it is back.
    #[must_use]
    pub fn begun(&self) -> bool {
        self.back > 0 || !self.other_print.is_empty()
    }

    /// Whether each of its pages is back, of the right print.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.pages > 0 && self.missing.is_empty() && self.other_print.is_empty()
    }
}

/// Sorts what came back by original. `pages` is how many numbered pages each
/// original has.
#[must_use]
pub fn copies(pages: u16, returned: &[Returned]) -> [CopyState; 2] {
    Original::ALL.map(|original| copy(original, pages, returned))
}

fn copy(original: Original, pages: u16, returned: &[Returned]) -> CopyState {
    let own = || returned.iter().filter(|page| page.original == original);
    let mut times: BTreeMap<u16, u32> = BTreeMap::new();
    for page in own().filter(|page| page.same_print && page.page <= pages) {
        *times.entry(page.page).or_default() += 1;
    }
    let mut other_print: Vec<u16> = own()
        .filter(|page| !page.same_print || page.page > pages)
        .map(|page| page.page)
        .collect();
    other_print.sort_unstable();
    other_print.dedup();
    CopyState {
        original,
        pages,
        back: u16::try_from(times.len()).unwrap_or(u16::MAX),
        missing: (1..=pages)
            .filter(|page| !times.contains_key(page))
            .collect(),
        twice: times
            .iter()
            .filter(|(_, count)| **count > 1)
            .map(|(page, _)| *page)
            .collect(),
        other_print,
        red_seal: own().any(|page| page.red_seal),
    }
}

/// Whether what is back carries the agreement: at least one original, and no
/// original in part. The other one is the customer's to keep.
#[must_use]
pub fn is_enough(copies: &[CopyState]) -> bool {
    copies.iter().any(CopyState::is_complete)
        && copies
            .iter()
            .all(|copy| !copy.begun() || copy.is_complete())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn page(original: Original, page: u16) -> Returned {
        Returned {
            original,
            page,
            same_print: true,
            red_seal: false,
        }
    }

    #[test]
    fn the_firms_own_original_is_enough() {
        let back: Vec<_> = (1..=4).map(|n| page(Original::Firm, n)).collect();
        let [firm, customer] = copies(4, &back);
        assert!(firm.is_complete() && !customer.begun());
        assert!(is_enough(&[firm, customer]));
    }

    #[test]
    fn a_page_missing_of_either_copy_is_named() {
        let mut back: Vec<_> = (1..=4).map(|n| page(Original::Firm, n)).collect();
        back.extend([1, 2, 4].map(|n| page(Original::Customer, n)));
        let copies = copies(4, &back);
        assert_eq!(copies[1].missing, [3]);
        assert!(!is_enough(&copies));
    }

    #[test]
    fn a_page_of_another_print_never_counts() {
        let mut back: Vec<_> = (1..=4).map(|n| page(Original::Firm, n)).collect();
        back[2].same_print = false;
        let copies = copies(4, &back);
        assert_eq!(copies[0].missing, [3]);
        assert_eq!(copies[0].other_print, [3]);
        assert!(!is_enough(&copies));
    }

    #[test]
    fn a_page_that_came_twice_is_named_and_does_no_harm() {
        let back = [1, 2, 2].map(|n| page(Original::Customer, n));
        let copies = copies(2, &back);
        assert_eq!(copies[1].twice, [2]);
        assert!(is_enough(&copies));
    }

    proptest! {
        #[test]
        fn the_order_in_which_pages_come_makes_no_difference(
            mut back in proptest::collection::vec((any::<bool>(), 1_u16..9, any::<bool>()), 0..40),
            seed in any::<u64>(),
        ) {
            let of = |back: &[(bool, u16, bool)]| {
                let pages: Vec<_> = back.iter().map(|(firm, n, same_print)| Returned {
                    original: if *firm { Original::Firm } else { Original::Customer },
                    page: *n,
                    same_print: *same_print,
                    red_seal: false,
                }).collect();
                copies(6, &pages)
            };
            let before = of(&back);
            let shift = usize::try_from(seed % 41).unwrap_or(0) % back.len().max(1);
            back.rotate_left(shift);
            back.reverse();
            prop_assert_eq!(of(&back), before);
        }
    }
}
