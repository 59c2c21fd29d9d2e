//! `agreement`: what was printed, and what became of it.

use crate::answer::{Answer, pairs, table};
use crate::args::AgreementCommand;
use crate::file::{self, Destination};
use crate::refused::Refused;
use crate::returned;
use crate::sign_in::sign_in;
use crate::words;
use desk_app::flow::agreement::{
    self, AgreementLine, AgreementList, AgreementRef, AgreementSign, AgreementView, AgreementVoid,
};
use desk_app::flow::paper::{self, PaperAdd};
use desk_app::{Clock, Desk, Place};
use desk_domain::agreement::AgreementState;
use desk_domain::paper::{Arrival, PaperKind};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Does what was asked for.
pub fn obey(place: Place, command: &AgreementCommand) -> Result<Answer, Refused> {
    match command {
        AgreementCommand::List { state, text, limit } => {
            let wanted = AgreementList {
                state: *state,
                text: text.clone(),
                limit: *limit,
            };
            let found = agreement::list(&sign_in(place)?, wanted)?;
            let words = if found.is_empty() {
                "没有协议。".to_owned()
            } else {
                lines(&found)
            };
            Answer::new(found, words)
        }
        AgreementCommand::Show { number } => {
            shown(agreement::show(&sign_in(place)?, named(number))?)
        }
        AgreementCommand::Export { number, out } => export(&sign_in(place)?, number, out),
        AgreementCommand::Sign {
            number,
            scan,
            on,
            despite,
        } => {
            let request = AgreementSign {
                number: number.clone(),
                signed_on: day(on.as_deref()),
                despite: despite.clone(),
            };
            sign(&sign_in(place)?, scan, request)
        }
        AgreementCommand::Return { files } => returned::file(&sign_in(place)?, files),
        AgreementCommand::Verify { what } => returned::verify(&sign_in(place)?, what),
        AgreementCommand::Pack { number } => {
            returned::pack(agreement::save_pack(&sign_in(place)?, named(number))?)
        }
        AgreementCommand::Void { number, reason } => {
            let request = AgreementVoid {
                number: number.clone(),
                reason: reason.clone(),
            };
            shown(agreement::void(&sign_in(place)?, request)?)
        }
    }
}

/// Agreements as a table.
pub fn lines(lines: &[AgreementLine]) -> String {
    table(
        &[
            "编号",
            "公司",
            "400 号码",
            "业务",
            "状态",
            "打印时间",
            "打印人",
        ],
        lines.iter().map(|line| {
            vec![
                line.number.clone(),
                line.company.clone(),
                line.number_400.clone(),
                words::business(line.business).to_owned(),
                words::agreement_state(line.state).to_owned(),
                line.printed_at.clone(),
                line.printed_by.clone(),
            ]
        }),
    )
}

pub fn named(number: &str) -> AgreementRef {
    AgreementRef {
        number: number.to_owned(),
    }
}

/// Writes the archived PDF, byte for byte as it was printed.
pub fn export(desk: &Desk, number: &str, out: &Path) -> Result<Answer, Refused> {
    let destination = Destination::prepare(out)?;
    let view = agreement::show(desk, named(number))?;
    destination.write(&agreement::pdf(desk, number)?)?;
    let path = out.display().to_string();
    let document = json!({
        "agreement": number,
        "file": path,
        "pages": view.pages,
        "sha256": view.sha256,
    });
    Answer::new(
        document,
        format!("协议 {number} 已导出到 {path}，共 {} 页。", view.pages),
    )
}

fn sign(desk: &Desk, scans: &[PathBuf], request: AgreementSign) -> Result<Answer, Refused> {
    // All files are read before the first is filed, so that a wrong name among
    // them leaves nothing behind.
    let files: Vec<(String, Vec<u8>)> = scans
        .iter()
        .map(|scan| Ok((file::name(scan), file::read(scan)?)))
        .collect::<Result<_, Refused>>()?;
    let view = agreement::show(desk, named(&request.number))?;
    // Asked before the scans are filed; `sign` itself asks again.
    if view.line.state != AgreementState::Printed {
        return shown(agreement::sign(desk, request)?);
    }
    for (file_name, bytes) in files {
        let kind = Some(PaperKind::Signed);
        let scan = PaperAdd {
            order: view.order,
            file_name,
            arrival: Arrival::Scan,
            kind,
            bytes,
        };
        paper::add(desk, scan)?;
    }
    shown(agreement::sign(desk, request)?)
}

fn day(on: Option<&str>) -> String {
    on.map_or_else(|| Clock::Shanghai.now().date().to_string(), str::to_owned)
}

fn shown(view: AgreementView) -> Result<Answer, Refused> {
    let line = &view.line;
    let text = pairs(&[
        ("编号", line.number.clone()),
        ("公司", line.company.clone()),
        ("400 号码", line.number_400.clone()),
        ("业务", words::business(line.business).to_owned()),
        ("状态", words::agreement_state(line.state).to_owned()),
        (
            "打印",
            format!("{}（{}）", line.printed_at, line.printed_by),
        ),
        ("签署日期", line.signed_on.clone().unwrap_or_default()),
        (
            "页数",
            format!("{} 页，每份 {} 页", view.pages, view.pages_per_copy),
        ),
        ("文本", view.edition.clone()),
        ("校验值", view.sha256.clone()),
        ("放行理由", view.override_reason.clone().unwrap_or_default()),
        ("作废理由", view.void_reason.clone().unwrap_or_default()),
        ("所依据的协议", view.cites.clone().unwrap_or_default()),
        (
            "变更与补充",
            view.cited_by
                .iter()
                .map(|a| a.number.as_str())
                .collect::<Vec<_>>()
                .join("、"),
        ),
        ("签字件", signed_scans(&view)),
    ]);
    Answer::new(view, text)
}

fn signed_scans(view: &AgreementView) -> String {
    match view.signed_papers.len() {
        0 => String::new(),
        pages => format!("{pages} 页"),
    }
}
