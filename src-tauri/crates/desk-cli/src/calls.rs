//! `calls`: carriers' files of call records.

use crate::answer::{Answer, table};
use crate::args::CallsCommand;
use crate::file;
use crate::refused::Refused;
use crate::sign_in::sign_in;
use desk_app::Place;
use desk_app::flow::billing::CallFileLine;
use desk_app::flow::billing::import;
use desk_app::flow::billing::take::{CallsTake, CallsTaken, take};
use serde_json::json;
use std::time::Instant;

/// Does what was asked for.
pub fn obey(place: Place, command: &CallsCommand) -> Result<Answer, Refused> {
    match command {
        CallsCommand::Import {
            file: path,
            carrier,
            dry_run,
        } => {
            let desk = sign_in(place)?;
            let since = Instant::now();
            let request = CallsTake {
                file_name: file::name(path),
                file: file::open(path)?,
                carrier: carrier.clone(),
                dry_run: *dry_run,
            };
            let taken = take(&desk, request)?;
            told(&taken, since.elapsed().as_secs_f64())
        }
        CallsCommand::List => {
            let files = import::files(&sign_in(place)?, ())?;
            let words = lines(&files);
            Answer::new(files, words)
        }
    }
}

fn told(taken: &CallsTaken, seconds: f64) -> Result<Answer, Refused> {
    let line = &taken.line;
    let aside = taken.quarantined.iter().map(|row| {
        json!({ "row": row.row, "reason": row.message, "code": row.reason })
    });
    let document = json!({
        "file": line.name,
        "encoding": taken.encoding,
        "format": taken.format,
        "rows": line.rows,
        "imported": line.imported,
        "duplicate": line.duplicate,
        "quarantined": aside.collect::<Vec<_>>(),
        "skipped_totals": line.skipped_totals,
        "sums_differ": line.sums_differ,
        "not_rated": line.not_rated,
        "doubts": taken.doubts,
        "from": line.from,
        "to": line.to,
        "seconds": seconds,
    });
    let mut words = format!(
        "{}：共 {} 行，新导入 {}，已有 {}，待处理 {}。",
        line.name, line.rows, line.imported, line.duplicate, line.quarantined
    );
    for row in &taken.quarantined {
        words.push_str(&format!("\n  第 {} 行：{}", row.row, row.message));
    }
    for doubt in taken.doubts.iter().chain(&line.sums_differ) {
        words.push_str(&format!("\n  请留意：{doubt}"));
    }
    Answer::new(document, words)
}

fn lines(files: &[CallFileLine]) -> String {
    table(
        &["文件", "运营商", "导入时间", "行数", "新导入", "已有", "待处理"],
        files.iter().map(|file| {
            vec![
                file.name.clone(),
                file.carrier.clone(),
                file.at.clone(),
                file.rows.to_string(),
                file.imported.to_string(),
                file.duplicate.to_string(),
                file.waiting.to_string(),
            ]
        }),
    )
}
