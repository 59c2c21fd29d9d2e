//! `order`: an acceptance in one go, for scripts.

mod take_in;
mod template;

pub use take_in::{Attachment, Draft};

use crate::answer::Answer;
use crate::args::{OrderCommand, PrintArgs};
use crate::file::{self, Destination};
use crate::refused::Refused;
use crate::sign_in::sign_in;
use desk_app::Place;
use desk_app::flow::agreement::{self, AgreementView};
use desk_domain::form::Form;
use serde_json::json;
use std::path::Path;

/// Copies that each printing makes: 一式二份 (协议八（三）).
pub const COPIES: u32 = 2;

/// Does what was asked for.
pub fn obey(place: Place, command: &OrderCommand) -> Result<Answer, Refused> {
    match command {
        OrderCommand::Template => Ok(template::answer()),
        OrderCommand::Print(args) => print(place, args),
    }
}

fn print(place: Place, args: &PrintArgs) -> Result<Answer, Refused> {
    let form: Form = file::read_json(&args.order)?;
    let papers = args
        .attach
        .iter()
        .map(|(kind, path)| Attachment::read(*kind, path, args.sealed.contains(kind)))
        .collect::<Result<Vec<_>, _>>()?;
    let destination = Destination::prepare(&args.out)?;
    let desk = sign_in(place)?;

    let draft = Draft::begin(&desk, form)?;
    let printed = papers
        .into_iter()
        .try_for_each(|paper| draft.attach(paper, args.arrival))
        .and_then(|()| draft.read())
        .and_then(|()| draft.print(args.override_reason.clone()));
    let view = printed.inspect_err(|_| {
        if !args.keep_draft {
            draft.give_up();
        }
    })?;
    destination.write(&agreement::pdf(&desk, &view.line.number)?)?;
    answer(&view, &args.out)
}

/// What a printing answers.
pub fn answer(view: &AgreementView, out: &Path) -> Result<Answer, Refused> {
    let document = json!({
        "agreement": view.line.number,
        "pages": view.pages,
        "copies": COPIES,
        "sha256": view.sha256,
    });
    let text = format!(
        "协议 {} 已打印：一式二份连同受理单，共 {} 页。\n{}",
        view.line.number,
        view.pages,
        out.display()
    );
    Answer::new(document, text)
}
