//! A scan under way: what has been heard of it, and its pages on their way
//! into the tray. Refuses to lose a page: one that comes while the desk is
//! locked waits until somebody is signed in again.

use super::dto::{PhonePage, RefusedFile, ScanAt, ScanView};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::flow::paper::{self, PaperAdd, PaperView};
use crate::flow::returned::{self, ReturnedAdd};
use desk_domain::paper::Arrival;
use desk_intake::source::{Compromise, Event, News, Scan, ScannedPage, SourceKind, UploadPage};
use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// News taken at a time, so that a fast device doesn't hold up the answer.
const AT_ONCE: usize = 8;

/// A scan, running or over.
pub(crate) struct Running {
    scan: Scan,
    kind: SourceKind,
    order: Option<i64>,
    compromises: Vec<Compromise>,
    waiting: VecDeque<ScannedPage>,
    papers: Vec<PaperView>,
    refused: Vec<RefusedFile>,
    upload: Option<(UploadPage, Instant)>,
    at: ScanAt,
    page: u32,
    part: Option<f32>,
    failure: Option<Failure>,
}

impl Running {
    pub(super) fn new(
        scan: Scan,
        kind: SourceKind,
        order: Option<i64>,
        compromises: Vec<Compromise>,
    ) -> Self {
        Self {
            scan,
            kind,
            order,
            compromises,
            waiting: VecDeque::new(),
            papers: Vec::new(),
            refused: Vec::new(),
            upload: None,
            at: ScanAt::Waiting,
            page: 1,
            part: None,
            failure: None,
        }
    }

    /// Whether the device may still be at work.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.at, ScanAt::Stopped | ScanAt::Done)
    }

    /// Asks the device to stop; pages that came stay.
    pub(super) fn cancel(&mut self) {
        if self.is_on() {
            self.scan.cancel();
            self.at = ScanAt::Cancelling;
        }
    }

    /// Hears what happened since last time and files the pages.
    pub(super) fn hear(&mut self, desk: &Desk) {
        for _ in 0..AT_ONCE {
            if !self.is_on() {
                break;
            }
            match self.scan.next(Duration::ZERO) {
                Some(News::Event(event)) => self.note(event),
                Some(News::Ended(outcome)) => self.end(outcome.err()),
                None => break,
            }
        }
        while let Some(page) = self.waiting.pop_front() {
            if let Some(page) = self.file(desk, page) {
                self.waiting.push_front(page);
                break;
            }
        }
    }

    fn note(&mut self, event: Event) {
        if self.at == ScanAt::Waiting && !matches!(event, Event::Waiting) {
            self.at = ScanAt::Scanning;
        }
        match event {
            Event::Waiting => {
                if self.at == ScanAt::Scanning {
                    self.at = ScanAt::Waiting;
                }
            }
            Event::Progress { page, bytes, total } => {
                self.page = page;
                self.part = total
                    .filter(|total| *total > 0)
                    .map(|total| share(bytes, total));
            }
            Event::Page(page) => {
                self.page = page.number + 1;
                self.part = None;
                self.waiting.push_back(page);
            }
            Event::Open(page) => self.upload = Some((page, Instant::now())),
            Event::Refused { name, why } => {
                let why = Failure::because(&why);
                self.refused.push(RefusedFile { name, why });
            }
        }
    }

    fn end(&mut self, trouble: Option<desk_intake::source::ScanError>) {
        let by_hand = self.at == ScanAt::Cancelling;
        self.at = if by_hand || trouble.is_some() {
            ScanAt::Stopped
        } else {
            ScanAt::Done
        };
        // Whoever asked to stop need not be told that it stopped.
        self.failure = trouble
            .filter(|_| !by_hand)
            .map(|why| Failure::because(&why));
        self.upload = None;
    }

    /// Puts a page into the tray; gives it back when nobody is signed in.
    fn file(&mut self, desk: &Desk, page: ScannedPage) -> Option<ScannedPage> {
        let arrival = match self.kind {
            SourceKind::Phone => Arrival::Upload,
            _ => Arrival::Scan,
        };
        match self.put(desk, &page, arrival) {
            Ok(papers) => self.papers.extend(papers),
            Err(failure) if failure.code == "SessionLocked" => return Some(page),
            Err(why) => self.refused.push(RefusedFile {
                name: page.name,
                why,
            }),
        }
        None
    }

    fn put(
        &self,
        desk: &Desk,
        page: &ScannedPage,
        arrival: Arrival,
    ) -> Result<Vec<PaperView>, Failure> {
        let (file_name, bytes) = (page.name.clone(), page.bytes.clone());
        match self.order {
            Some(order) => paper::add(
                desk,
                PaperAdd {
                    order,
                    file_name,
                    arrival,
                    kind: None,
                    bytes,
                },
            ),
            None => {
                let added = ReturnedAdd {
                    file_name,
                    arrival,
                    bytes,
                };
                returned::take(desk, &added)
            }
        }
    }

    pub(super) fn view(&self) -> ScanView {
        let upload = self.upload.as_ref().map(|(page, since)| PhonePage {
            address: page.url.clone(),
            qr: page.svg.clone(),
            encrypted: page.encrypted,
            seconds_left: u32::try_from(page.seconds.saturating_sub(since.elapsed().as_secs()))
                .unwrap_or(u32::MAX),
        });
        ScanView {
            order: self.order,
            at: self.at,
            page: self.page,
            part: self.part,
            papers: self.papers.clone(),
            compromises: self.compromises.iter().map(Failure::because).collect(),
            refused: self.refused.clone(),
            failure: self.failure.clone(),
            upload,
        }
    }
}

#[allow(
    clippy::cast_precision_loss,
    reason = "a bar of a hundred steps needs no more"
)]
fn share(bytes: u64, total: u64) -> f32 {
    (bytes as f32 / total as f32).min(1.0)
}
