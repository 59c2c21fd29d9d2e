//! One acceptance from the first field to the printed copies. Refuses to leave
//! half an order behind unless told to.

use crate::file;
use crate::refused::Refused;
use desk_app::Desk;
use desk_app::flow::agreement::AgreementView;
use desk_app::flow::order::{self, OrderNew, OrderPrint, OrderRef, OrderSave};
use desk_app::flow::paper::{self, PaperAdd, PaperUpdate};
use desk_app::flow::reading::{self, PaperRead};
use desk_domain::form::Form;
use desk_domain::paper::{Arrival, PaperKind};
use std::path::Path;

/// Refusals that are explained by the findings of the review.
const EXPLAINED: [&str; 2] = ["NotPrintable", "OverrideNeeded"];

/// Papers whose fields the form asks for.
const IS_READ: [PaperKind; 5] = [
    PaperKind::Licence,
    PaperKind::IdPortrait,
    PaperKind::IdEmblem,
    PaperKind::LegalIdPortrait,
    PaperKind::LegalIdEmblem,
];

/// A paper to be attached.
#[derive(Debug)]
pub struct Attachment {
    kind: PaperKind,
    file_name: String,
    sealed: bool,
    bytes: Vec<u8>,
}

impl Attachment {
    /// Reads the file of a paper.
    pub fn read(kind: PaperKind, path: &Path, sealed: bool) -> Result<Self, Refused> {
        Ok(Self {
            kind,
            file_name: file::name(path),
            sealed,
            bytes: file::read(path)?,
        })
    }
}

/// An order that was begun and is not printed yet.
pub struct Draft<'a> {
    desk: &'a Desk,
    id: i64,
}

impl<'a> Draft<'a> {
    /// Begins an order with everything the form says.
    pub fn begin(desk: &'a Desk, form: Form) -> Result<Self, Refused> {
        let cites = Some(form.cites.clone()).filter(|cites| !cites.is_empty());
        let begun = order::begin(
            desk,
            OrderNew {
                customer: None,
                business: form.business,
                cites,
            },
        )?;
        let draft = Self { desk, id: begun.id };
        let save = OrderSave {
            id: begun.id,
            revision: begun.revision,
            form,
        };
        order::save(desk, save).inspect_err(|_| draft.give_up())?;
        Ok(draft)
    }

    /// Attaches a paper, all its pages of one kind.
    pub fn attach(&self, paper: Attachment, arrival: Arrival) -> Result<(), Refused> {
        let (kind, sealed) = (paper.kind, paper.sealed);
        let add = PaperAdd {
            order: self.id,
            file_name: paper.file_name,
            arrival,
            kind: Some(kind),
            bytes: paper.bytes,
        };
        for page in paper::add(self.desk, add)? {
            if sealed {
                let (rotation, crop) = (page.rotation, page.crop);
                let seen = PaperUpdate {
                    id: page.id,
                    kind,
                    arrival,
                    sealed,
                    rotation,
                    crop,
                };
                paper::update(self.desk, seen)?;
            }
        }
        Ok(())
    }

    /// Has the licence and the cards read, fills the blanks of the form from
    /// them, and leaves what they contradict for the review to refuse.
    pub fn read(&self) -> Result<(), Refused> {
        let order = OrderRef { id: self.id };
        for paper in order::show(self.desk, order)?.papers {
            if IS_READ.contains(&paper.kind) {
                let (id, corners) = (paper.id, None);
                reading::read(
                    self.desk,
                    PaperRead {
                        id,
                        corners,
                        document: None,
                    },
                )?;
            }
        }
        Ok(reading::fill_order(self.desk, order)?)
    }

    /// Prints; a refusal lists what stands against it.
    pub fn print(&self, override_reason: Option<String>) -> Result<AgreementView, Refused> {
        let shown = order::show(self.desk, OrderRef { id: self.id })?;
        let request = OrderPrint {
            id: self.id,
            revision: shown.revision,
            override_reason,
        };
        order::print(self.desk, request).map_err(|failure| {
            let explained = EXPLAINED.contains(&failure.code.as_str());
            let refused = Refused::from(failure);
            if explained {
                refused.with_findings(&shown.review.findings)
            } else {
                refused
            }
        })
    }

    /// Gives the draft up; its number goes back to stock. What stood against
    /// printing is told already, so a failure here adds nothing to it.
    pub fn give_up(&self) {
        let _ = order::discard(self.desk, OrderRef { id: self.id });
    }
}
