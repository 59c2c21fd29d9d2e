//! The forms of later businesses: set as they were, each citing its agreement,
//! alike in both copies, refused where they contradict themselves.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test may stop where it stands"
)]

mod office;
mod page;
mod sample;
mod tools;

use desk_domain::Refusal;
use desk_domain::form::Business;
use desk_paper::bundle::{Contents, Matter, pages};
use desk_paper::layout::Page;
use desk_paper::{Edition, PaperError, Produced, compose, compose_draft, compose_marked};
use office::golden as held;
use sample::later::{self, about, yuan};
use tools::{sound, text};

fn edition() -> Edition {
    Edition::built_in().expect("reads")
}

fn set(contents: &Contents) -> Vec<Page> {
    pages(sample::shelf(), &edition(), contents).expect("set")
}

/// The first copy's pages from the form on, without what only fills a sheet.
fn form(contents: &Contents) -> Vec<Page> {
    let mut pages = set(contents);
    pages.truncate(pages.len() / 2);
    let count = pages.len();
    let agreement = if contents.form.business == Business::Transfer {
        count.min(5)
    } else {
        0
    };
    pages.split_off(agreement)
}

fn printed(contents: &Contents) -> Produced {
    compose(sample::shelf(), &edition(), contents).expect("composes")
}

#[test]
fn every_form_is_set_as_it_was() {
    for (name, contents) in later::all().into_iter().chain(later::longest()) {
        held::hold(name, &form(&contents));
    }
}

#[test]
fn every_form_has_one_page_as_it_comes() {
    for (name, contents) in later::all() {
        let printed = printed(&contents);
        let agreement = u32::from(contents.form.business == Business::Transfer) * 5;
        assert_eq!(printed.numbered_pages - agreement, 1, "{name}");
        assert_eq!(printed.pages, printed.pages_per_copy * 2, "{name}");
    }
}

#[test]
fn every_form_cites_its_agreement_and_says_who_and_which_number() {
    for (name, contents) in later::all() {
        let printed = printed(&contents);
        sound(&printed.pdf, name);
        let Some(said) = text(&printed.pdf) else {
            return;
        };
        let form = &contents.form;
        for words in [
            "QF-2025-000045",
            "2025年12月1日",
            contents.agreement.as_str(),
            &contents.form_number(),
            &contents.firm.name,
            &form.company.name,
            "400-123-4567",
            "2026年11月22日",
            &contents.staff_name,
            "一式二份",
            "甲方存",
            "乙方存",
        ] {
            assert!(said.contains(words), "{name}: no {words}");
        }
        let title = contents
            .occasion
            .as_ref()
            .expect("an occasion")
            .matter
            .title();
        assert_eq!(said.matches(title).count() % 2, 0, "{name}: in both copies");
    }
}

#[test]
fn an_agreement_is_printed_with_a_transfer_only() {
    for (name, contents) in later::all() {
        let Some(said) = text(&printed(&contents).pdf) else {
            return;
        };
        let transfer = contents.form.business == Business::Transfer;
        assert_eq!(said.contains("第一条400电话服务范围"), transfer, "{name}");
        assert_eq!(said.contains("原用户（盖章）"), transfer, "{name}");
    }
}

#[test]
fn every_page_can_be_told_from_another_print() {
    let (first, again) = (later::all(), later::all());
    let hashes: Vec<_> = first
        .iter()
        .map(|(_, contents)| printed(contents).mark_hash)
        .collect();
    let later: Vec<_> = again
        .iter()
        .map(|(_, contents)| printed(contents).mark_hash)
        .collect();
    assert_eq!(hashes, later);
    let distinct: std::collections::BTreeSet<_> = hashes.iter().collect();
    assert_eq!(distinct.len(), hashes.len());
    assert!(hashes.iter().all(Option::is_some));
    let contents = about(sample::usual(), later::closing());
    let draft = compose_draft(sample::shelf(), &edition(), &contents).expect("composes");
    assert_eq!(draft.mark_hash, None);
}

#[test]
fn seal_and_hands_stand_in_every_form() {
    let marks = office::pictures::signatures();
    for (name, contents) in later::all() {
        let signed = compose_marked(sample::shelf(), &edition(), &contents, &marks);
        let signed = signed.expect("composes");
        sound(&signed.pdf, name);
        let Some(said) = text(&signed.pdf) else {
            return;
        };
        let transfer = contents.form.business == Business::Transfer;
        let notes = said.matches("可靠的电子签名").count();
        assert_eq!(notes, if transfer { 6 } else { 2 }, "{name}");
        if let Some(list) = tools::tool("pdfimages", &["-list", "PDF"], &signed.pdf) {
            let images = list
                .lines()
                .filter(|line| line.split_whitespace().nth(2) == Some("image"));
            let count = images.count();
            // A seal and a hand on either copy of a single page, no strip of a seal.
            assert!(count >= 4, "{name}: {list}");
            assert!(transfer || count == 4, "{name}: {list}");
        }
        assert_eq!(signed.mark_hash, printed(&contents).mark_hash, "{name}");
    }
}

#[test]
fn nothing_dangles_or_overprints_in_two_hundred_forms_by_chance() {
    for seed in 0..200 {
        let contents = later::random(seed);
        let all = form(&contents);
        page::hold_lines(seed, &all);
        for page in &all {
            page::hold_apart(&format!("{seed} {:?}", contents.form.business), page);
            page::hold_clear(&format!("{seed} {:?}", contents.form.business), page);
        }
    }
    for (name, contents) in later::longest() {
        let all = form(&contents);
        page::hold_lines(0, &all);
        for page in &all {
            page::hold_apart(name, page);
            page::hold_clear(name, page);
        }
    }
}

fn refusal(matter: Matter, business: Business) -> PaperError {
    let mut contents = about(sample::usual(), matter);
    contents.form.business = business;
    compose(sample::shelf(), &edition(), &contents).expect_err("contradicts itself")
}

#[test]
fn what_contradicts_itself_is_not_printed() {
    let mut short = later::closing();
    if let Matter::Closing { refund, .. } = &mut short {
        *refund = yuan("384.31");
    }
    let mut owing = later::closing();
    if let Matter::Closing {
        refund, balance, ..
    } = &mut owing
    {
        (*refund, *balance) = (yuan("400"), yuan("-15.68"));
    }
    let mut backwards = later::resumption();
    if let Matter::Resumption { day, .. } = &mut backwards {
        *day = later::day("2026-10-31");
    }
    for (matter, business, field) in [
        (short, Business::Closing, "销户结算"),
        (owing, Business::Closing, "销户结算"),
        (backwards, Business::Resumption, "复机日期"),
        (later::renewal(), Business::Change, "业务类型"),
    ] {
        let refused = refusal(matter, business);
        assert_eq!(refused.code(), "PaperContradiction");
        assert_eq!(refused.details(), [("field", field.to_owned())]);
    }
}

#[test]
fn a_character_without_a_glyph_is_refused_with_its_field() {
    let matter = Matter::Supplement {
        clauses: vec!["\u{1F600}".into()],
    };
    let refused = refusal(matter, Business::Supplement);
    assert_eq!(refused.code(), "GlyphMissing");
    assert_eq!(refused.details()[1].1, "补充条款");
}

#[test]
fn a_renewal_below_the_floor_says_that_it_was_let_through() {
    let matter = |amount| {
        let mut matter = later::renewal();
        if let Matter::Renewal { amount: paid, .. } = &mut matter {
            *paid = yuan(amount);
        }
        printed(&about(sample::usual(), matter))
    };
    let (Some(low), Some(enough)) = (text(&matter("9000").pdf), text(&matter("12800").pdf)) else {
        return;
    };
    assert!(low.contains("由甲方特别同意"));
    assert!(low.contains("人民币玖仟元整"));
    assert!(!enough.contains("由甲方特别同意"));
}

#[test]
fn the_longest_closing_stands_on_one_page() {
    let longest = later::longest();
    let (_, closing) = longest
        .iter()
        .find(|(name, _)| *name == "form-closing-long")
        .expect("among them");
    assert_eq!(printed(closing).numbered_pages, 1);
}
