//! Files nobody wants to receive, each with what must come of it. Built here
//! and not kept, so that what is nasty about each can be read.

use super::{Biff, Call, Cell, Kind, Letters, Style, biff, file, table, write};
use std::error::Error;
use std::io::Write;

/// One nasty file.
pub struct Nasty {
    /// What is nasty about it.
    pub name: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
    /// The code of its refusal; `None` when it is read after all, perhaps with
    /// rows set aside.
    pub refused: Option<&'static str>,
}

/// All of them.
///
/// # Errors
/// When one cannot be built.
pub fn nasty(calls: &[Call]) -> Result<Vec<Nasty>, Box<dyn Error>> {
    let mut files = texts(calls);
    files.extend(pages());
    files.extend(archives(calls)?);
    files.extend(containers(calls)?);
    Ok(files)
}

fn nasty_file(
    name: &'static str,
    bytes: impl Into<Vec<u8>>,
    refused: Option<&'static str>,
) -> Nasty {
    Nasty {
        name,
        bytes: bytes.into(),
        refused,
    }
}

const HEADS: &str = "400号码,来电号码,开始时间,通话时长(秒)\n";

fn texts(calls: &[Call]) -> Vec<Nasty> {
    let whole = file(Kind::Lines(Letters::Gb18030, ','), &Style::PLAIN, calls).unwrap_or_default();
    let good = "4000000001,13800001234,2026-03-01 09:05:07,95\n";
    let with = |text: String| format!("{HEADS}{good}{text}");
    vec![
        nasty_file("empty", "", Some("CallsFileEmpty")),
        nasty_file("blank lines only", "\n\n \n\t\n", Some("CallsNoTable")),
        nasty_file(
            "a letter",
            "尊敬的客户：您好！\n附件为三月话单。\n",
            Some("CallsNoTable"),
        ),
        nasty_file("a PDF", "%PDF-1.7\n", Some("CallsFileKindRefused")),
        nasty_file(
            "a program",
            b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8\0\0\0".repeat(9),
            Some("CallsFileNotATable"),
        ),
        nasty_file(
            "an endless line",
            with("9".repeat(2_000_000)),
            Some("CallsRowTooLong"),
        ),
        nasty_file(
            "an endless cell",
            with(format!("{},", "9".repeat(20_000))),
            Some("CallsCellTooLong"),
        ),
        nasty_file(
            "endless columns",
            with(",".repeat(5000)),
            Some("CallsTooManyColumns"),
        ),
        nasty_file(
            "a quote never closed",
            with(format!("\"4000000001,1\n{}", good.repeat(500))),
            None,
        ),
        nasty_file(
            "quotes in quotes",
            with("\"\"\"\"\"\",\"\",\"\"\"\n".to_owned()),
            None,
        ),
        nasty_file(
            "zero bytes in a row",
            with("4000000001,138\0\0,2026-03-01 09:05:07,95\n".to_owned()),
            None,
        ),
        nasty_file(
            "bytes that are no letters",
            [with(String::new()).as_bytes(), b"\xff\xfe\xfd\x80,\x81\n"].concat(),
            None,
        ),
        nasty_file(
            "cut in the middle of a letter",
            whole[..whole.len() - 6].to_vec(),
            None,
        ),
        nasty_file("a mark alone", b"\xff\xfe".to_vec(), Some("CallsNoTable")),
        nasty_file(
            "half a letter of UTF-16",
            [b"\xff\xfe".as_slice(), &wide(&with(String::new())), b"\x41"].concat(),
            None,
        ),
        nasty_file("heads alone", HEADS, None),
        nasty_file("heads a hundred times", HEADS.repeat(100), None),
        nasty_file("sums alone", "合计,1,2,3\n总计,1,2,3\n", None),
        nasty_file(
            "carriage returns only",
            with(good.repeat(3)).replace('\n', "\r"),
            None,
        ),
    ]
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn pages() -> Vec<Nasty> {
    let head = "<table><tr><td>400号码<td>来电号码<td>开始时间<td>时长(秒)";
    let row = "<tr><td>4000000001<td>13800001234<td>2026-03-01 09:05:07<td>95";
    vec![
        nasty_file(
            "tables without end in tables",
            "<table><tr><td>".repeat(5000),
            Some("CallsTooDeep"),
        ),
        nasty_file(
            "tables without end",
            "<table><tr><td>x</table>".repeat(5000),
            Some("CallsTooManySheets"),
        ),
        nasty_file(
            "a cell across a million columns",
            format!("{head}{row}{}", "<td colspan=1000000>x".repeat(9)),
            Some("CallsTooManyColumns"),
        ),
        nasty_file(
            "a cell down a billion rows",
            format!("{head}<tr><td rowspan=4000000000>4000000001<td>1{row}"),
            None,
        ),
        nasty_file(
            "a page that never closes a thing",
            format!("{head}{}", row.repeat(50)),
            None,
        ),
        nasty_file(
            "a page that ends in a tag",
            format!("{head}{row}<td colspan="),
            None,
        ),
        nasty_file(
            "a page of entities",
            format!("{head}<tr><td>&#52;000000001<td>{}", "&amp;".repeat(99)),
            None,
        ),
        nasty_file(
            "a page without a table",
            "<html><body>话单</body></html>",
            Some("CallsNoTable"),
        ),
        nasty_file(
            "a drawing",
            "<svg xmlns='http://www.w3.org/2000/svg'></svg>",
            Some("CallsFileNotATable"),
        ),
        nasty_file(
            "text without a tag for ever",
            format!("{head}<tr><td>{}", "字".repeat(700_000)),
            Some("CallsRowTooLong"),
        ),
    ]
}

fn archives(calls: &[Call]) -> Result<Vec<Nasty>, Box<dyn Error>> {
    let book = file(Kind::Xlsx, &Style::PLAIN, calls)?;
    let mut broken = book.clone();
    let middle = broken.len() / 3;
    broken[middle..middle + 40].fill(0x55);
    let zeros = b"<c/>".repeat(16 * 1024 * 1024);
    let bomb = zip(&[
        ("xl/workbook.xml", b"<x/>"),
        ("xl/worksheets/sheet1.xml", &zeros),
    ])?;
    let many = format!("<sst uniqueCount=\"{}\"></sst>", u64::MAX / 64);
    let liar = zip(&[
        ("xl/workbook.xml", b"<x/>"),
        ("xl/sharedStrings.xml", many.as_bytes()),
    ])?;
    let far = vec![vec![Cell::text("")]; 2];
    let mut wide = table(&Style::PLAIN, calls);
    wide[1].resize(500, Cell::text("x"));
    Ok(vec![
        nasty_file(
            "half a workbook",
            book[..book.len() / 2].to_vec(),
            Some("CallsFileDamaged"),
        ),
        nasty_file("a workbook with a hole", broken, Some("CallsFileDamaged")),
        nasty_file("a bomb", bomb, Some("CallsFileTooHeavy")),
        nasty_file(
            "a workbook that promises endless texts",
            liar,
            Some("CallsFileDamaged"),
        ),
        nasty_file(
            "an archive of lists",
            zip(&[("话单.csv", b"a,b")])?,
            Some("CallsFileKindRefused"),
        ),
        nasty_file(
            "a workbook of nothing",
            zip(&[("xl/workbook.xml", b"")])?,
            Some("CallsFileDamaged"),
        ),
        nasty_file(
            "an empty sheet",
            write(Kind::Xlsx, &[("空", far)])?,
            Some("CallsNoTable"),
        ),
        nasty_file(
            "a sheet of five hundred columns",
            write(Kind::Xlsx, &[("宽", wide)])?,
            Some("CallsTooManyColumns"),
        ),
    ])
}

/// An archive of parts.
pub fn zip(parts: &[(&str, &[u8])]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, zip::write::SimpleFileOptions::default())?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

fn containers(calls: &[Call]) -> Result<Vec<Nasty>, Box<dyn Error>> {
    let book = file(Kind::Xls, &Style::PLAIN, calls)?;
    let mut broken = book.clone();
    broken[512..700].fill(0xFF);
    Ok(vec![
        nasty_file(
            "half an old workbook",
            book[..book.len() / 2].to_vec(),
            Some("CallsFileDamaged"),
        ),
        nasty_file(
            "an old workbook without its directory",
            broken,
            Some("CallsFileDamaged"),
        ),
        nasty_file(
            "an old letter",
            biff::container("WordDocument", &[0; 5000])?,
            Some("CallsFileKindRefused"),
        ),
        nasty_file(
            "a locked workbook",
            biff::container("EncryptedPackage", &[0; 5000])?,
            Some("CallsFileNeedsPassword"),
        ),
        nasty_file(
            "a sheet beyond the end",
            one_sheet(u32::MAX, &[])?,
            Some("CallsFileDamaged"),
        ),
        nasty_file(
            "two cells that span everything",
            spanning()?,
            Some("CallsFileTooHeavy"),
        ),
        nasty_file(
            "a sheet that says it is endless",
            stating(0, u32::MAX)?,
            Some("CallsFileTooHeavy"),
        ),
        nasty_file(
            "a sheet upside down",
            stating(9, 2)?,
            Some("CallsFileTooHeavy"),
        ),
        nasty_file("a thousand sheets", sheets()?, Some("CallsTooManySheets")),
    ])
}

fn bound_sheet(start: u32) -> Vec<u8> {
    [&start.to_le_bytes()[..], &[0, 0, 1, 0, b'S']].concat()
}

/// An old workbook with one sheet, said to begin at `start` or where it does.
fn one_sheet(start: u32, sheet: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut globals = Biff::default();
    globals.begin(5).record(0x0085, &bound_sheet(0)).end();
    let at = if start == 0 {
        u32::try_from(globals.0.len())?
    } else {
        start
    };
    let mut biff = Biff::default();
    biff.begin(5).record(0x0085, &bound_sheet(at)).end();
    let mut stream = [biff.0, sheet.to_vec()].concat();
    stream.resize(8192, 0);
    biff::container("Workbook", &stream)
}

fn spanning() -> Result<Vec<u8>, Box<dyn Error>> {
    let mut sheet = Biff::default();
    sheet
        .begin(16)
        .label(0, 0, "a")
        .label(u16::MAX, u16::MAX, "b")
        .end();
    one_sheet(0, &sheet.0)
}

fn stating(top: u32, bottom: u32) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut bounds = [top.to_le_bytes(), bottom.to_le_bytes()].concat();
    bounds.extend([0, 0, 10, 0, 0, 0]);
    let mut sheet = Biff::default();
    sheet
        .begin(16)
        .record(0x0200, &bounds)
        .label(0, 0, "a")
        .end();
    one_sheet(0, &sheet.0)
}

fn sheets() -> Result<Vec<u8>, Box<dyn Error>> {
    let mut biff = Biff::default();
    biff.begin(5);
    (0..1000).for_each(|_| {
        biff.record(0x0085, &bound_sheet(0));
    });
    biff.end();
    biff::container("Workbook", &biff.0)
}
