//! The papers behind a form (协议第二条、第三条（一）): what is demanded is there,
//! sealed where it must be, and nothing there was found untrue.

use super::Scene;
use super::fault::Fault;
use super::notes::Notes;
use crate::demand::{DemandCase, DemandedPaper, Need};
use crate::paper::{PaperKind, Verification};
use std::collections::BTreeSet;

pub(super) fn review(notes: &mut Notes, scene: &Scene<'_>) {
    let case = DemandCase::of(scene.form, &scene.context.carriers);
    let demanded = scene.context.demand.papers(&case);
    for wanted in &demanded {
        one(notes, scene, *wanted);
    }
    untrue(notes, scene);
    let kinds: BTreeSet<PaperKind> = demanded.iter().map(|wanted| wanted.kind).collect();
    let unverified = |kind: &&PaperKind| {
        let mut papers = scene
            .context
            .papers
            .iter()
            .filter(|paper| paper.kind == **kind)
            .peekable();
        papers.peek().is_some() && papers.all(|p| p.verification == Verification::Unverified)
    };
    let count = kinds.iter().filter(unverified).count();
    if count > 0 {
        notes.warn("papers", &Fault::PapersUnverified { count });
    }
}

fn field(kind: PaperKind) -> String {
    format!("papers.{}", kind.key())
}

fn one(notes: &mut Notes, scene: &Scene<'_>, wanted: DemandedPaper) {
    let paper = wanted.kind.chinese();
    let mut there = scene
        .context
        .papers
        .iter()
        .filter(|paper| paper.kind == wanted.kind)
        .peekable();
    let fault = if there.peek().is_none() {
        match wanted.need {
            Need::Required => Fault::PaperMissing { paper },
            Need::Advised => Fault::PaperAdvised { paper },
        }
    } else if wanted.seal && !there.any(|paper| paper.sealed) {
        Fault::PaperNotSealed { paper }
    } else {
        return;
    };
    match wanted.need {
        Need::Required => notes.waivable(&field(wanted.kind), &fault),
        Need::Advised => notes.warn(&field(wanted.kind), &fault),
    }
}

/// A paper found untrue blocks, whether it was demanded or not; another one of
/// its kind that was verified takes its place.
fn untrue(notes: &mut Notes, scene: &Scene<'_>) {
    let papers = &scene.context.papers;
    for paper in papers
        .iter()
        .filter(|p| p.verification == Verification::FoundUntrue)
    {
        let replaced = papers
            .iter()
            .any(|other| other.kind == paper.kind && other.verification == Verification::Verified);
        if !replaced {
            let fault = Fault::PaperFoundUntrue {
                paper: paper.kind.chinese(),
            };
            notes.wrong(&field(paper.kind), &fault);
        }
    }
}
