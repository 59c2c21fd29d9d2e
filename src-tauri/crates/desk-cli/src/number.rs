//! `number`: the stock of 400 numbers.

use crate::answer::{Answer, table};
use crate::args::NumberCommand;
use crate::file;
use crate::refused::Refused;
use crate::sign_in::sign_in;
use crate::words;
use desk_app::flow::number::{self, NumberAdd, NumberAdded, NumberLine, NumberList};
use desk_app::{Desk, Place};
use std::path::Path;

/// Does what was asked for.
pub fn obey(place: Place, command: &NumberCommand) -> Result<Answer, Refused> {
    match command {
        NumberCommand::Add { file } => {
            let added = add_file(&sign_in(place)?, file)?;
            let words = told(&added);
            Answer::new(added, words)
        }
        NumberCommand::List { state, text, limit } => {
            let wanted = NumberList {
                state: *state,
                text: text.clone(),
                limit: *limit,
                offset: 0,
            };
            let page = number::list(&sign_in(place)?, wanted)?;
            let words = format!("{}\n共 {} 个。", lines(&page.lines), page.total);
            Answer::new(page, words)
        }
    }
}

/// Puts the numbers of a file into stock.
pub fn add_file(desk: &Desk, path: &Path) -> Result<NumberAdded, Refused> {
    Ok(number::add(
        desk,
        NumberAdd {
            text: file::read_text(path)?,
        },
    )?)
}

/// Numbers as a table.
pub fn lines(lines: &[NumberLine]) -> String {
    table(
        &["号码", "运营商", "状态", "起于", "使用单位", "协议"],
        lines.iter().map(|line| {
            vec![
                line.shown.clone(),
                words::carrier(line.carrier).to_owned(),
                words::number_state(line.state).to_owned(),
                line.since.clone(),
                line.holder.clone().unwrap_or_default(),
                line.agreement.clone().unwrap_or_default(),
            ]
        }),
    )
}

fn told(added: &NumberAdded) -> String {
    let mut text = format!("新入库 {} 个，库中已有 {} 个。", added.added, added.known);
    if !added.refused.is_empty() {
        text.push_str(&format!("\n有 {} 行没有入库：", added.refused.len()));
    }
    for refused in &added.refused {
        text.push_str(&format!("\n  第 {} 行：{}", refused.line, refused.message));
    }
    text
}
