//! `demo`: the main job on the sample papers, from an empty folder to a PDF.
//! Uses nothing but the use cases that staff use; the store is thrown away at
//! the end, the PDF stays.

use crate::answer::{Answer, say};
use crate::file;
use crate::number;
use crate::order::{Attachment, Draft};
use crate::refused::Refused;
use crate::situation::Situation;
use crate::verify;
use desk_app::flow::agreement::{self, AgreementView};
use desk_app::flow::backup;
use desk_app::flow::session::{self, FirstRun};
use desk_app::{Clock, Desk, Place};
use desk_domain::form::Form;
use desk_domain::paper::{Arrival, PaperKind};
use desk_domain::period::last_day_of_term;
use serde_json::json;
use std::path::{Path, PathBuf};

const MANAGER: &str = "演示经理";
const PASSWORD: &str = "sample-desk-400";

/// The sample papers; the second column says whether the seal is on them.
const PAPERS: [(PaperKind, bool, &str); 5] = [
    (PaperKind::Licence, true, "licence.jpg"),
    (PaperKind::IdPortrait, false, "id-portrait.jpg"),
    (PaperKind::IdEmblem, false, "id-emblem.jpg"),
    (PaperKind::Authorisation, true, "authorisation.jpg"),
    (
        PaperKind::LetterOfCommitment,
        true,
        "letter-of-commitment.jpg",
    ),
];

/// Does the job and tells how it goes.
pub fn demo(place: &Place, out: &Path, json: bool) -> Result<Answer, Refused> {
    let tell = |line: &str| {
        if !json {
            say(line);
        }
    };
    std::fs::create_dir_all(out).map_err(|_| unwritable(out))?;
    let store = tempfile::Builder::new()
        .prefix("store-")
        .tempdir_in(out)
        .map_err(|_| unwritable(out))?;
    let samples = place.assets.join("samples");
    let here = Place {
        data: store.path().to_owned(),
        assets: place.assets.clone(),
    };
    let desk = Desk::new(here, Clock::Shanghai);

    let firm = file::read_json(&samples.join("firm.json"))?;
    let first = FirstRun {
        firm,
        manager: MANAGER.to_owned(),
        password: PASSWORD.to_owned(),
    };
    session::found(&desk, first)?;
    tell("1. 新建了加密的资料库，登记了公司资料和经理。");
    let added = number::add_file(&desk, &samples.join("numbers.txt"))?;
    tell(&format!("2. {} 个 400 号码入库。", added.added));
    let view = take_in(&desk, &samples, &tell)?;
    let pdf = export(&desk, &view, out)?;
    let report = backup::verify(&desk, ())?;
    if !report.faults.is_empty() {
        return Err(Situation::VerifyFoundFaults {
            count: report.faults.len(),
        }
        .into());
    }
    tell(&format!("6. {}", verify::told(&report)));
    let text = format!("\nPDF 在这里：{}", pdf.display());
    let document = json!({
        "agreement": view.line.number,
        "pages": view.pages,
        "copies": crate::order::COPIES,
        "sha256": view.sha256,
        "pdf": pdf,
        "verify": report,
    });
    Answer::new(document, text)
}

/// From the customer's papers to the printed copies.
fn take_in(desk: &Desk, samples: &Path, tell: &dyn Fn(&str)) -> Result<AgreementView, Refused> {
    let form = as_of(desk, file::read_json(&samples.join("ORDER.json"))?);
    let company = form.company.name.clone();
    let draft = Draft::begin(desk, form)?;
    tell(&format!("3. 开了一张受理单：{company}。"));
    for (kind, sealed, name) in PAPERS {
        draft.attach(
            Attachment::read(kind, &samples.join(name), sealed)?,
            Arrival::Scan,
        )?;
    }
    draft.read()?;
    tell(&format!(
        "4. 收下 {} 份资料，读出证照内容，与受理单逐项核对。",
        PAPERS.len()
    ));
    let view = draft.print(None)?;
    tell(&format!(
        "5. 协议 {} 已打印：甲方存、乙方存各一份，连同受理单共 {} 页。",
        view.line.number, view.pages
    ));
    Ok(view)
}

/// The sample order, begun today: its dates were written long ago.
fn as_of(desk: &Desk, mut form: Form) -> Form {
    let today = desk.now().date();
    form.tariff.start = today.to_string();
    form.tariff.end = last_day_of_term(today, 12).to_string();
    for bound in &mut form.bound {
        bound.proof_date = today.to_string();
    }
    MANAGER.clone_into(&mut form.confirmations.explained_by);
    form
}

fn export(desk: &Desk, view: &AgreementView, out: &Path) -> Result<PathBuf, Refused> {
    let path = out.join(format!("{}.pdf", view.line.number));
    let destination = file::Destination::prepare(&path)?;
    destination.write(&agreement::pdf(desk, &view.line.number)?)?;
    Ok(path)
}

fn unwritable(out: &Path) -> Situation {
    Situation::OutputFileUnwritable {
        file: out.display().to_string(),
    }
}
