//! Spreadsheets read back by other hands: cells have the right types, sums are
//! formulas with the right results, and nothing from outside is a formula.

use super::*;
use crate::sample::{month, statement_input};
use crate::statement::{Addressee, Statement};
use calamine::{Data, Range, Reader, Xlsx};
use rust_decimal::Decimal;
use std::io::Cursor;

fn statement() -> Statement {
    let customer = Addressee {
        name: "郑州示例商贸有限公司".to_owned(),
        code: "91350100M000100Y43".to_owned(),
    };
    Statement::build(customer, month("2026-04"), vec![statement_input()]).unwrap()
}

fn opened(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

fn sheet(name: &str) -> Range<Data> {
    opened(xlsx(&statement()).unwrap())
        .worksheet_range(name)
        .unwrap()
}

fn formula(name: &str, at: (u32, u32)) -> String {
    opened(xlsx(&statement()).unwrap())
        .worksheet_formula(name)
        .unwrap()
        .get_value(at)
        .unwrap()
        .clone()
}

fn text_at(range: &Range<Data>, at: (u32, u32)) -> String {
    match range.get_value(at) {
        Some(Data::String(text)) => text.clone(),
        other => panic!("no text at {at:?}: {other:?}"),
    }
}

fn number_at(range: &Range<Data>, at: (u32, u32)) -> Decimal {
    match range.get_value(at) {
        Some(Data::Float(number)) => Decimal::from_f64_retain(*number).unwrap().round_dp(4),
        other => panic!("no number at {at:?}: {other:?}"),
    }
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn the_overview_states_the_equation_with_the_closing_balance_as_a_formula() {
    let range = sheet("账单");
    assert_eq!(text_at(&range, (0, 0)), "400电话服务账单 2026-04");
    assert!(text_at(&range, (1, 0)).contains("郑州示例商贸有限公司"));
    assert_eq!(text_at(&range, (3, 0)), "400-123-4567");
    for (column, yuan) in (2..).zip(["40", "476.40", "500", "0.36", "39.64", "10", "5", "931.40"]) {
        assert_eq!(number_at(&range, (3, column)), decimal(yuan), "{column}");
    }
    assert_eq!(formula("账单", (3, 9)), "D4+E4-F4-G4-H4+I4");
    assert_eq!(formula("账单", (4, 9)), "SUM(J4:J4)");
    assert_eq!(number_at(&range, (4, 9)), decimal("931.40"));
}

#[test]
fn telephones_are_texts_times_are_times_and_charges_are_numbers() {
    let range = sheet("话单");
    assert_eq!(text_at(&range, (3, 1)), "13800138000");
    assert_eq!(text_at(&range, (3, 3)), "037165650000", "the zero stays");
    match range.get_value((3, 4)) {
        Some(Data::DateTime(time)) => {
            // Days since 1899-12-30, so 3 April 2026 at eight is this third part.
            let day = Decimal::from_f64_retain(time.as_f64()).unwrap();
            assert_eq!(day.round_dp(6), decimal("46115.333333"));
        }
        other => panic!("no time: {other:?}"),
    }
    assert_eq!(number_at(&range, (3, 9)), decimal("2"));
    assert_eq!(number_at(&range, (3, 11)), decimal("0.24"));
    assert_eq!(text_at(&range, (3, 12)), "2026-01-01");
}

#[test]
fn sums_are_formulas_with_their_results() {
    let range = sheet("话单");
    assert_eq!(formula("话单", (6, 11)), "SUM(L4:L6)");
    assert_eq!(number_at(&range, (6, 11)), decimal("0.36"));
    assert_eq!(formula("分类汇总", (5, 5)), "SUM(F4:F5)");
    let range = sheet("收支明细");
    assert_eq!(number_at(&range, (6, 3)), decimal("495"));
}

#[test]
fn no_text_from_outside_is_a_formula() {
    let range = sheet("话单");
    assert_eq!(text_at(&range, (5, 1)), "=1+1", "a caller of that name");
    assert_eq!(text_at(&sheet("收支明细"), (4, 4)), "=异议成立");
    let mut book = opened(xlsx(&statement()).unwrap());
    let formulas = book.worksheet_formula("话单").unwrap();
    let outside = formulas
        .used_cells()
        .filter(|(_, _, formula)| !formula.is_empty() && !formula.starts_with("SUM("));
    assert_eq!(outside.count(), 0);
}

#[test]
fn heads_stay_when_the_rest_is_scrolled() {
    let bytes = xlsx(&statement()).unwrap();
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for sheet in 1..=4 {
        let mut part = parts
            .by_name(&format!("xl/worksheets/sheet{sheet}.xml"))
            .unwrap();
        let xml = std::io::read_to_string(&mut part).unwrap();
        assert!(xml.contains(r#"ySplit="3""#) && xml.contains(r#"state="frozen""#));
    }
}

#[test]
fn the_same_statement_gives_the_same_bytes() {
    assert_eq!(xlsx(&statement()).unwrap(), xlsx(&statement()).unwrap());
    assert_eq!(csv(&statement()).unwrap(), csv(&statement()).unwrap());
}

fn rows() -> Vec<Vec<String>> {
    let bytes = csv(&statement()).unwrap();
    let text = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap();
    ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text)
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn csv_has_a_mark_and_one_head_and_its_amounts_lead_to_the_closing_balance() {
    let rows = rows();
    assert_eq!(rows[0][..2], ["400号码", "项目"]);
    let (closing, lines) = rows[1..].split_last().unwrap();
    assert_eq!(closing[1..2], ["期末余额"]);
    assert_eq!(closing[12], "931.40");
    let sum: Decimal = lines.iter().map(|row| decimal(&row[12])).sum();
    assert_eq!(sum, decimal(&closing[12]));
}

#[test]
fn csv_keeps_outside_text_from_becoming_a_formula() {
    let rows = rows();
    let cells = rows[1..].iter().flat_map(|row| {
        let amount = 12;
        row.iter().enumerate().filter(move |(at, _)| *at != amount)
    });
    for (at, cell) in cells {
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{at}: {cell}");
    }
    assert!(rows.iter().any(|row| row[3] == "'=1+1"));
    assert!(rows.iter().any(|row| row[13] == "'=异议成立"));
    for (raw, shown) in [
        ("\t=1+1", "'=1+1"),
        ("＝1", "'＝1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("一\r\n二", "一  二"),
        ("郑州", "郑州"),
    ] {
        assert_eq!(cell::inert(raw), shown);
    }
}
