//! The office's sheets: what they say, what they refuse, how they are set.
//! `UPDATE_GOLDEN=1 cargo test -p desk-paper --test sheets` writes the golden
//! pages anew.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

mod office;
mod sample;
mod tools;

use desk_domain::{Money, Refusal};
use desk_paper::layout::{Item, Page};
use desk_paper::sheets::{DisputeOutcome, NoticeKind, Paper, SheetError, StatementSheet};
use office::{golden, money};
use tools::{sound, text};

fn pages(sheet: &StatementSheet) -> Vec<Page> {
    sheet.pages(sample::shelf()).expect("set")
}

fn refused(sheet: &StatementSheet) -> &'static str {
    let error = sheet.pages(sample::shelf()).expect_err("refused");
    error.code()
}

/// The lines of words on a page, each from left to right, with their baselines.
fn lines(page: &Page) -> Vec<(f32, String)> {
    let mut runs: Vec<(f32, f32, String)> = page
        .items()
        .filter_map(|item| match item {
            Item::Run(run) => {
                let words = run.glyphs.iter().map(|glyph| glyph.character).collect();
                Some((run.baseline, run.glyphs.first()?.x, words))
            }
            _ => None,
        })
        .collect();
    runs.sort_by(|a, b| (a.0, a.1).partial_cmp(&(b.0, b.1)).expect("numbers"));
    let mut lines: Vec<(f32, String)> = Vec::new();
    for (baseline, _, words) in runs {
        match lines.last_mut() {
            Some((last, line)) if (*last - baseline).abs() < 0.1 => {
                line.push(' ');
                line.push_str(&words);
            }
            _ => lines.push((baseline, words)),
        }
    }
    lines
}

fn has(pages: &[Page], words: &str) -> bool {
    pages
        .iter()
        .flat_map(lines)
        .any(|(_, line)| line.contains(words))
}

fn all() -> Vec<(&'static str, Paper)> {
    let shelf = sample::shelf();
    let mut all = vec![
        ("statement", office::april().compose(shelf)),
        ("statement-silent", office::silent().compose(shelf)),
        ("statement-several", office::several().compose(shelf)),
        ("receipt", office::receipt().compose(shelf)),
        ("dispute-upheld", office::upheld().compose(shelf)),
        ("dispute-rejected", office::rejected().compose(shelf)),
    ];
    let letters = office::notices();
    all.extend(
        letters
            .iter()
            .map(|(name, sheet)| (*name, sheet.compose(shelf))),
    );
    all.into_iter()
        .map(|(name, paper)| (name, paper.expect(name)))
        .collect()
}

#[test]
fn every_sheet_is_a_sound_file_and_the_same_when_printed_again() {
    for ((name, first), (_, second)) in all().iter().zip(all()) {
        assert!(*first == second, "{name} differs");
        sound(&first.pdf, name);
    }
}

#[test]
fn every_sheet_is_set_as_it_was() {
    let shelf = sample::shelf();
    golden::hold("statement", &pages(&office::april()));
    golden::hold("statement-silent", &pages(&office::silent()));
    golden::hold("statement-several", &pages(&office::several()));
    golden::hold("receipt", &office::receipt().pages(shelf).expect("set"));
    golden::hold(
        "dispute-upheld",
        &office::upheld().pages(shelf).expect("set"),
    );
    golden::hold(
        "dispute-rejected",
        &office::rejected().pages(shelf).expect("set"),
    );
    for (name, letter) in office::notices() {
        golden::hold(name, &letter.pages(shelf).expect("set"));
    }
}

#[test]
fn nothing_on_a_sheet_lies_outside_its_paper_or_over_the_foot() {
    let mut all = pages(&office::several());
    all.extend(pages(&office::busy(120)));
    all.extend(office::receipt().pages(sample::shelf()).expect("set"));
    for (_, letter) in office::notices() {
        all.extend(letter.pages(sample::shelf()).expect("set"));
    }
    for page in &all {
        for item in page.items() {
            let (left, top, right, bottom) = item.bounds();
            assert!(left > 60.0 && right < page.width - 60.0, "{item:?}");
            assert!(top > 30.0 && bottom < page.height - 40.0, "{item:?}");
        }
    }
}

/// 协议四（二）9: calls and minimum both stand on the statement, and the top-up.
#[test]
fn statement_shows_the_calls_and_the_minimum_both() {
    let pages = pages(&office::april());
    assert!(has(&pages, "商务一号（年付） 33.60 40.00 40.00 6.40"));
    assert!(has(
        &pages,
        "400-123-4567 476.40 0.00 33.60 6.40 0.00 0.00 436.40"
    ));
    assert!(has(&pages, "本期费用合计：￥40.00（人民币肆拾元整）"));
}

/// 协议四（一）6: the last day of the three months stands on the statement.
#[test]
fn statement_names_the_last_day_to_dispute() {
    assert!(has(&pages(&office::april()), "异议截止：2026年8月1日"));
}

#[test]
fn statement_that_does_not_add_up_is_refused() {
    let wrong = |change: fn(&mut desk_paper::sheets::NumberAccount)| {
        let mut sheet = office::several();
        change(&mut sheet.accounts[0]);
        refused(&sheet)
    };
    let fen = Money::from_fen(1).expect("in bounds");
    let more = move |amount: Money| amount.checked_add(fen).expect("in bounds");
    assert_eq!(
        wrong(|account| account.closing = Money::ZERO),
        "StatementUneven"
    );
    let mut sheet = office::april();
    sheet.accounts[0].calls = more(sheet.accounts[0].calls);
    sheet.accounts[0].closing = sheet.accounts[0]
        .closing
        .checked_sub(fen)
        .expect("in bounds");
    assert_eq!(refused(&sheet), "StatementCallsUneven");
    let mut sheet = office::april();
    sheet.accounts[0].minimum = Money::yuan(50);
    assert_eq!(refused(&sheet), "StatementTopUpWrong");
    let dropped = wrong(|account| {
        account.entries.remove(1);
    });
    assert_eq!(dropped, "StatementEntriesUneven");
    let mut sheet = office::april();
    sheet.accounts.clear();
    assert_eq!(refused(&sheet), "StatementEmpty");
}

#[test]
fn statement_refuses_a_name_that_no_font_has_before_it_is_set() {
    let mut sheet = office::april();
    sheet.customer.name = "郑州\u{30EDE}商贸".into();
    let error = sheet.pages(sample::shelf()).expect_err("refused");
    assert_eq!(error.code(), "GlyphMissing");
    assert!(error.details().contains(&("field", "客户名称".to_owned())));
}

#[test]
fn statement_without_calls_has_no_pages_of_calls() {
    let pages = pages(&office::silent());
    assert_eq!(pages.len(), 1);
    assert!(has(&pages, "本期无通话记录"));
    assert!(has(&pages, "账单回执"));
}

#[test]
fn statement_repeats_the_heads_and_tears_no_row_over_many_pages() {
    let count = 5_000;
    let pages = pages(&office::busy(count));
    assert!(
        has(&pages[..1], "账单回执"),
        "the slip ends the first pages"
    );
    let mut seen = 0;
    for page in &pages[1..] {
        let lines = lines(page);
        let heads = lines.iter().filter(|(_, line)| line.contains("主叫号码"));
        assert_eq!(heads.count(), 1, "page {}", page.label);
        let calls = lines.iter().filter(|(_, line)| line.contains("138****"));
        for (_, line) in calls {
            seen += 1;
            assert_eq!(line.split(' ').count(), 10, "a row is on one line: {line}");
            assert!(line.starts_with(&format!("{seen} ")), "in order: {line}");
        }
    }
    assert_eq!(seen, count);
    assert!(has(&pages[pages.len() - 1..], &format!("合计 {count} 次")));
}

#[test]
fn figures_of_a_column_end_under_each_other() {
    let pages = pages(&office::busy(60));
    let mut ends: Vec<i32> = pages[1]
        .items()
        .filter_map(|item| match item {
            Item::Run(run) if run.size < 8.1 => run.glyphs.last(),
            _ => None,
        })
        .filter(|glyph| glyph.character.is_ascii_digit())
        .map(|glyph| (glyph.x / 10.0).round() as i32)
        .collect();
    ends.sort_unstable();
    ends.dedup();
    // Nine columns of figures at the most, each with one right edge.
    assert!(ends.len() <= 18, "{ends:?}");
}

#[test]
fn receipt_is_two_parts_alike_and_refuses_nothing_paid() {
    let mut sheet = office::receipt();
    let paper = sheet.compose(sample::shelf()).expect("set");
    if let Some(text) = text(&paper.pdf) {
        assert_eq!(text.matches("人民币壹万贰仟捌佰元整").count(), 2);
        assert_eq!(text.matches("SJ-2026-000087").count(), 2);
        for once in ["存根联", "收据联"] {
            assert_eq!(text.matches(once).count(), 1, "{once}");
        }
    }
    sheet.amount = Money::ZERO;
    let error = sheet.compose(sample::shelf()).expect_err("refused");
    assert_eq!(error, SheetError::SheetAmountNotPositive);
}

#[test]
fn every_letter_fits_its_page_and_carries_its_slip() {
    for (name, letter) in office::notices() {
        let pages = letter.pages(sample::shelf()).expect(name);
        assert_eq!(pages.len(), 1, "{name}");
        assert!(has(&pages, "送达回执"), "{name}");
    }
}

/// 协议五（一）: nothing closes with a debt, and no more goes back than is left.
#[test]
fn closing_with_a_debt_or_a_refund_beyond_the_balance_is_refused() {
    for (balance, refund) in [("-1", "0"), ("10", "10.01"), ("10", "-1")] {
        let letter = office::notice(NoticeKind::Closing {
            ended: office::day(2026, 11, 30),
            balance: money(balance),
            refund: money(refund),
        });
        let error = letter.compose(sample::shelf()).expect_err("refused");
        assert_eq!(error, SheetError::SheetAmountNotPositive);
    }
}

/// 协议四（一）6.
#[test]
fn a_reply_gives_its_credit_or_its_reason() {
    let shelf = sample::shelf();
    let upheld = office::upheld().pages(shelf).expect("set");
    assert!(has(&upheld, "￥1.44（人民币壹元肆角肆分）"));
    let mut empty = office::rejected();
    empty.outcome = DisputeOutcome::Rejected { reason: " ".into() };
    let error = empty.pages(shelf).expect_err("refused");
    assert_eq!(error, SheetError::DisputeReplyEmpty);
    let mut none = office::upheld();
    none.calls.clear();
    let error = none.pages(shelf).expect_err("refused");
    assert_eq!(error, SheetError::DisputeReplyEmpty);
}

#[test]
fn hundreds_of_millions_stand_unbroken_beside_each_other() {
    let mut sheet = office::several();
    for account in &mut sheet.accounts {
        let more = money("90000000");
        account.opening = account.opening.checked_add(more).expect("in bounds");
        account.closing = account.closing.checked_add(more).expect("in bounds");
    }
    let pages = pages(&sheet);
    for account in &sheet.accounts {
        assert!(has(&pages, &account.opening.to_string()));
        assert!(has(&pages, &account.closing.to_string()));
    }
    assert!(has(&pages, "271,235,016.29"), "the sum of the openings");
}
