//! Statements as workbooks, opened by another program: LibreOffice calculates
//! their formulas itself, and what it shows is held against the statement as
//! text. It must be there; `cargo xtask setup --test` installs it.

use crate::billing::{calls_file, close, import, pay, worked};
use desk_app::Desk;
use desk_app::flow::billing::{StatementExport, StatementFormat, export};
use desk_domain::ledger::PaymentKind;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const MONTH: &str = "2026-03";
/// Comma, quotation mark, UTF-8, from the first row; cells as they are shown,
/// no formulas; every sheet into a file of its own.
const FILTER: &str =
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
/// LibreOffice believes the results that stand in a workbook unless it is told
/// to calculate them: always.
const CALCULATES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;

type Table = Vec<Vec<String>>;

fn table(path: &Path) -> Table {
    let bytes = fs::read(path).unwrap();
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    let mut rows = csv::ReaderBuilder::new();
    let rows = rows.has_headers(false).flexible(true).from_reader(text);
    rows.into_records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

/// Every sheet of a workbook as LibreOffice shows it, by its name.
fn opened(workbook: &Path, folder: &Path) -> BTreeMap<String, Table> {
    let profile = folder.join("profile");
    fs::create_dir_all(profile.join("user")).unwrap();
    fs::write(profile.join("user/registrymodifications.xcu"), CALCULATES).unwrap();
    let sheets = folder.join("sheets");
    let done = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--convert-to", FILTER, "--outdir"])
        .arg(&sheets)
        .arg(workbook)
        .output()
        .expect("LibreOffice (soffice) is missing; `cargo xtask setup --test` installs it");
    assert!(done.status.success(), "{done:?}");
    let named = |path: PathBuf| {
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (stem.rsplit('-').next().unwrap().to_owned(), table(&path))
    };
    let files = fs::read_dir(&sheets).expect("LibreOffice wrote the sheets");
    files.map(|file| named(file.unwrap().path())).collect()
}

/// The statement of March in both forms.
fn written(desk: &Desk, into: &Path) -> (PathBuf, Table) {
    let wanted = StatementExport {
        month: MONTH.to_owned(),
        customer: None,
        formats: vec![StatementFormat::Xlsx, StatementFormat::Csv],
    };
    export::write_all(desk, wanted, into).unwrap();
    let of = |ending: &str| {
        let mut files = fs::read_dir(into).unwrap().map(|file| file.unwrap().path());
        files.find(|path| path.extension().is_some_and(|known| known == ending))
    };
    (of("xlsx").unwrap(), table(&of("csv").unwrap()))
}

/// Without the signs that only people need: `1,024.50` and `-0.12`.
fn amount(shown: &str) -> Decimal {
    let amount: Decimal = shown.replace(',', "").parse().unwrap();
    amount.normalize()
}

#[test]
fn another_program_reads_the_same_statement_out_of_the_workbook() {
    let (office, line) = worked();
    let desk = office.accounts();
    let calls: Vec<(u32, u32)> = (0..40).map(|at| (12 + at % 15, 7 * at)).collect();
    let text = calls_file(&line.number, MONTH, &calls);
    import(&desk, "三月.csv", &text).unwrap();
    pay(&desk, line.account, PaymentKind::First, "1480").unwrap();
    close(&desk, MONTH).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (workbook, plain) = written(&desk, &folder.path().join("out"));
    let sheets = opened(&workbook, folder.path());
    let names: Vec<&str> = sheets.keys().map(String::as_str).collect();
    assert_eq!(names, ["分类汇总", "收支明细", "话单", "账单"]);

    let (called, moved): (Table, Table) =
        plain[1..].iter().cloned().partition(|row| row[1] == "通话");
    let details = &sheets["话单"];
    let (sum, details) = details[3..].split_last().unwrap();
    assert_eq!((details.len(), called.len()), (40, 40));
    for (shown, row) in details.iter().zip(&called) {
        let texts = [0, 3, 4, 5, 2, 6, 7, 8, 9, 10].map(|at| row[at].as_str());
        assert_eq!(shown[0].replace('-', ""), texts[0]);
        assert_eq!(
            shown[1..10].iter().collect::<Vec<_>>(),
            texts[1..].iter().collect::<Vec<_>>()
        );
        assert_eq!(amount(&shown[10]), amount(&row[11]));
        assert_eq!(amount(&shown[11]), -amount(&row[12]));
    }
    let charged: Decimal = called.iter().map(|row| -amount(&row[12])).sum();
    assert_eq!(amount(&sum[11]), charged, "a sum LibreOffice made");

    let overview = &sheets["账单"][3];
    let of = |item: &str| amount(&moved.iter().find(|row| row[1] == item).unwrap()[12]);
    let equation = [(3, "期初余额"), (9, "期末余额")];
    for (at, item) in equation {
        assert_eq!(amount(&overview[at]), of(item), "{item}");
    }
    assert_eq!(amount(&overview[5]), charged);
}
