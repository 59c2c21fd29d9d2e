//! Signed pages from the terminal: filing them by their marks, checking an
//! archived file, and the pack for the carrier.

use crate::agreement::named;
use crate::answer::{Answer, pairs, table};
use crate::file;
use crate::refused::Refused;
use desk_app::Desk;
use desk_app::flow::agreement::{self, ArchiveCheck, ArchiveState, FilingPack};
use desk_app::flow::returned::{self, ReturnedAdd, ReturnedDesk, WhyUnplaced};
use desk_domain::paper::Arrival;
use desk_domain::returned::CopyState;
use std::path::{Path, PathBuf};

/// Takes signed pages in and files each by its mark.
pub fn file(desk: &Desk, files: &[PathBuf]) -> Result<Answer, Refused> {
    // All files are read before the first is filed.
    let files: Vec<(String, Vec<u8>)> = files
        .iter()
        .map(|scan| Ok((file::name(scan), file::read(scan)?)))
        .collect::<Result<_, Refused>>()?;
    for (file_name, bytes) in files {
        let arrival = Arrival::Scan;
        returned::add(
            desk,
            ReturnedAdd {
                file_name,
                arrival,
                bytes,
            },
        )?;
    }
    let mut stands = returned::show(desk, ())?;
    while stands.unseen > 0 {
        stands = returned::look(desk, ())?;
    }
    let words = told(&stands);
    Answer::new(stands, words)
}

fn told(stands: &ReturnedDesk) -> String {
    let begun = stands
        .waiting
        .iter()
        .filter(|waiting| waiting.copies.iter().any(CopyState::begun));
    let mut words = table(
        &["编号", "公司", "甲方存", "乙方存", "可以确认"],
        begun.map(|waiting| {
            let copy = |at: usize| waiting.copies.get(at).map(state).unwrap_or_default();
            vec![
                waiting.line.number.clone(),
                waiting.line.company.clone(),
                copy(0),
                copy(1),
                if waiting.enough { "是" } else { "否" }.to_owned(),
            ]
        }),
    );
    for page in &stands.unplaced {
        let why = match page.why {
            Some(WhyUnplaced::NoMark) | None => "没有认出页码二维码",
            Some(WhyUnplaced::UnknownAgreement) => "不是本店的协议",
            Some(WhyUnplaced::VoidAgreement) => "所属协议已作废",
            Some(WhyUnplaced::NoSuchPage) => "协议没有这一页",
            Some(WhyUnplaced::TakenOut) => "已取出，等待重新归档",
        };
        let (name, at) = (&page.paper.file_name, page.paper.page);
        words.push_str(&format!("\n{name} 第 {at} 页没有归档：{why}。"));
    }
    words
}

fn state(copy: &CopyState) -> String {
    if copy.is_complete() {
        return format!("齐（{} 页）", copy.pages);
    }
    if !copy.begun() {
        return "未收到".to_owned();
    }
    let pages: Vec<String> = copy.missing.iter().map(u16::to_string).collect();
    format!("缺第 {} 页", pages.join("、"))
}

/// Checks the archived file of an agreement, or a file that lies somewhere.
pub fn verify(desk: &Desk, what: &str) -> Result<Answer, Refused> {
    let path = Path::new(what);
    let check = if path.is_file() {
        agreement::verify_file(desk, &file::read(path)?)?
    } else {
        agreement::verify(desk, named(what))?
    };
    let words = pairs(&[
        ("结论", verdict(&check).to_owned()),
        ("签名", check.signed_by.clone().unwrap_or_default()),
        ("签名时间", check.signed_at.clone().unwrap_or_default()),
        ("证书指纹", check.fingerprint.clone().unwrap_or_default()),
    ]);
    Answer::new(check, words)
}

fn verdict(check: &ArchiveCheck) -> &'static str {
    match check.state {
        ArchiveState::Intact => "完好：与归档时一字不差",
        ArchiveState::OtherKey => "没有改动，但不是本店的签名",
        ArchiveState::Extended => "归档后又被追加了内容",
        ArchiveState::Altered => "归档后被改动过",
        ArchiveState::Foreign => "由别的程序签名，本程序不能验证",
        ArchiveState::Unsigned => "没有签名：旧版程序归档，或不是本店的文件",
    }
}

/// Says what the pack holds.
pub fn pack(pack: FilingPack) -> Result<Answer, Refused> {
    let mut words = table(
        &["文件", "内容", "页数", "大小"],
        pack.files.iter().map(|file| {
            let over = if file.too_large {
                "，超过上限"
            } else {
                ""
            };
            vec![
                file.name.clone(),
                file.what.clone(),
                file.pages.to_string(),
                format!("{} KB{over}", file.kilobytes),
            ]
        }),
    );
    words.push_str(&format!("\n已写入 {}", pack.folder));
    if !pack.missing.is_empty() {
        words.push_str(&format!("\n还缺：{}。", pack.missing.join("、")));
    }
    Answer::new(pack, words)
}
