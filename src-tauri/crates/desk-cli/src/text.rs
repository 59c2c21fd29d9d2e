//! `text`: the agreement's texts by edition.

use crate::answer::{Answer, table};
use crate::args::TextCommand;
use crate::file;
use crate::refused::Refused;
use crate::sign_in::sign_in;
use crate::situation::Situation;
use desk_app::flow::text::{self, TextFindingView, TextImport, TextLine, TextRef, TextSave};
use desk_app::{Clock, Desk, Failure, Place};
use desk_domain::edition::EditionState;
use serde_json::json;
use std::path::Path;

/// Does what was asked for.
pub fn obey(place: Place, command: &TextCommand) -> Result<Answer, Refused> {
    match command {
        TextCommand::List => {
            let editions = text::list(&sign_in(place)?, ())?;
            let words = lines(&editions);
            Answer::new(editions, words)
        }
        TextCommand::Show { edition } => show(place, edition),
        TextCommand::Check { file } => check(file),
        TextCommand::Discard { edition, yes } => discard(place, edition, *yes),
        TextCommand::Import {
            file,
            name,
            effective,
        } => import(place, file, name, effective.as_deref()),
    }
}

fn lines(editions: &[TextLine]) -> String {
    table(
        &["版本", "启用日期", "状态", ""],
        editions.iter().map(|line| {
            let state = match line.state {
                EditionState::Draft => "草稿",
                EditionState::Published => "已发布",
                EditionState::Retired => "已停用",
            };
            let mark = if line.in_force { "现行" } else { "" };
            vec![
                line.name.clone(),
                line.effective.clone(),
                state.to_owned(),
                mark.to_owned(),
            ]
        }),
    )
}

fn named(desk: &Desk, edition: &str) -> Result<i64, Refused> {
    let editions = text::list(desk, ())?;
    let found = editions.iter().find(|line| line.name == edition);
    Ok(found.ok_or_else(|| Failure::of_code("EditionUnknown"))?.id)
}

fn discard(place: Place, edition: &str, sure: bool) -> Result<Answer, Refused> {
    if !sure {
        return Err(Situation::DiscardNotConfirmed.into());
    }
    let desk = sign_in(place)?;
    let id = named(&desk, edition)?;
    let editions = text::discard(&desk, TextRef { id })?;
    let words = format!("已放弃草稿“{edition}”。\n{}", lines(&editions));
    Answer::new(editions, words)
}

fn show(place: Place, edition: &str) -> Result<Answer, Refused> {
    let desk = sign_in(place)?;
    let id = named(&desk, edition)?;
    let view = text::show(&desk, TextRef { id })?;
    let words = view.text.clone();
    Answer::new(view, words)
}

fn check(path: &Path) -> Result<Answer, Refused> {
    let today = Clock::Shanghai.now().date();
    let findings = text::check_file(&file::read(path)?, today)?;
    let words = told(&findings);
    Answer::new(json!({ "findings": findings }), words)
}

fn told(findings: &[TextFindingView]) -> String {
    if findings.is_empty() {
        return "没有发现问题。".to_owned();
    }
    let lines = findings
        .iter()
        .map(|finding| format!("第 {} 行：{}", finding.line, finding.message));
    lines.collect::<Vec<_>>().join("\n")
}

fn import(
    place: Place,
    path: &Path,
    name: &str,
    effective: Option<&str>,
) -> Result<Answer, Refused> {
    let desk = sign_in(place)?;
    let today = Clock::Shanghai.now().date().to_string();
    let request = TextImport {
        name: name.to_owned(),
        effective: effective.unwrap_or(&today).to_owned(),
        bytes: file::read(path)?,
    };
    let imported = text::read(&desk, request)?;
    let save = TextSave {
        id: None,
        text: imported.text,
    };
    let view = text::save(&desk, save)?;
    let words = format!(
        "已导入为草稿“{}”，认出 {} 处。\n{}",
        view.line.name,
        imported.found.len(),
        told(&view.checked.findings)
    );
    let document = json!({
        "edition": view.line,
        "found": imported.found,
        "findings": view.checked.findings,
    });
    Answer::new(document, words)
}
