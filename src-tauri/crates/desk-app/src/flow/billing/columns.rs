//! Columns of carriers' files as a person sees and confirms them.

use super::{CallsColumn, CallsMeaning};
use crate::failure::{Failure, Situation};
use desk_billing::calls::{
    DurationUnit, Encoding, FeeUnit, Format, Layout, Meaning, Proposal, Separator,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A word of the crate as JSON has it.
pub(super) fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => word,
        _ => String::new(),
    }
}

fn of_word<T: DeserializeOwned>(word: &str) -> Result<T, Failure> {
    serde_json::from_value(Value::String(word.to_owned()))
        .map_err(|_| Failure::because(&Situation::ColumnMeaningUnknown))
}

/// Kind of file, as people and scripts know it: `csv`, `tsv`, `xlsx`, `xls`,
/// `html`.
pub(super) fn format(layout: &Layout) -> String {
    match (layout.source.format, layout.source.separator) {
        (Format::Text, Some(Separator::Tab)) => "tsv".to_owned(),
        (Format::Text, _) => "csv".to_owned(),
        (other, _) => word(&other),
    }
}

/// Every meaning a column may have.
pub(super) fn meanings() -> Vec<CallsMeaning> {
    let unit = |word: String, shown: &str| (word, shown.to_owned());
    Meaning::ALL
        .into_iter()
        .map(|meaning| CallsMeaning {
            meaning: word(&meaning),
            shown: meaning.name().to_owned(),
            units: match meaning {
                Meaning::Duration => vec![
                    unit(word(&DurationUnit::Second), "秒"),
                    unit(word(&DurationUnit::Minute), "分钟"),
                ],
                Meaning::Fee => vec![
                    unit(word(&FeeUnit::Yuan), "元"),
                    unit(word(&FeeUnit::Fen), "分"),
                    unit(word(&FeeUnit::Li), "厘"),
                ],
                _ => Vec::new(),
            },
        })
        .collect()
}

/// How the text of a file is written; empty for workbooks, which say it.
pub(super) fn encoding(layout: &Layout) -> String {
    match layout.source.format {
        Format::Xls | Format::Xlsx => String::new(),
        Format::Text | Format::Html => match layout.source.encoding {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf8Bom => "UTF-8（带标记）",
            Encoding::Gb18030 => "GB18030",
            Encoding::Utf16Le => "UTF-16 LE",
            Encoding::Utf16Be => "UTF-16 BE",
        }
        .to_owned(),
    }
}

/// The columns under a layout; unsure ones are marked unless a person has
/// confirmed it before.
pub(super) fn shown(layout: &Layout, proposal: &Proposal, known: bool) -> Vec<CallsColumn> {
    let sure = |at: usize| proposal.columns.get(at).is_some_and(|column| column.sure);
    layout
        .columns
        .iter()
        .enumerate()
        .map(|(at, meaning)| CallsColumn {
            head: layout.heads.get(at).cloned().unwrap_or_default(),
            meaning: word(meaning),
            unit: match meaning {
                Meaning::Duration => word(&layout.duration_unit),
                Meaning::Fee => word(&layout.fee_unit),
                _ => String::new(),
            },
            unsure: !known && *meaning != Meaning::Ignored && !sure(at),
        })
        .collect()
}

/// The layout with the meanings a person confirmed.
pub(super) fn confirmed(layout: Layout, columns: &[CallsColumn]) -> Result<Layout, Failure> {
    let mut confirmed = Layout {
        columns: Vec::with_capacity(columns.len()),
        ..layout
    };
    for column in columns {
        let meaning: Meaning = match column.meaning.as_str() {
            "" => Meaning::Ignored,
            word => of_word(word)?,
        };
        match meaning {
            Meaning::Duration if !column.unit.is_empty() => {
                confirmed.duration_unit = of_word(&column.unit)?;
            }
            Meaning::Fee if !column.unit.is_empty() => confirmed.fee_unit = of_word(&column.unit)?,
            _ => {}
        }
        confirmed.columns.push(meaning);
    }
    confirmed.check()?;
    Ok(confirmed)
}
