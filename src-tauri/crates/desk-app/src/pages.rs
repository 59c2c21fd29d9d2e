//! The page looked at last, decoded, so that the places of its fields are cut
//! out without decoding it for each. Owns one page; refuses to keep more, for
//! a page of 300 dpi has tens of megabytes.

use desk_intake::PageImage;
use desk_store::PaperId;
use std::sync::Arc;

/// One decoded page.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    last: Option<(PaperId, Arc<PageImage>)>,
}

impl Pages {
    /// The page of a paper, if it was the one looked at last.
    pub(crate) fn of(&self, paper: PaperId) -> Option<Arc<PageImage>> {
        let (kept, page) = self.last.as_ref()?;
        (*kept == paper).then(|| Arc::clone(page))
    }

    /// Keeps a page instead of the one before.
    pub(crate) fn keep(&mut self, paper: PaperId, page: PageImage) -> Arc<PageImage> {
        let page = Arc::new(page);
        self.last = Some((paper, Arc::clone(&page)));
        page
    }

    /// Forgets it.
    pub(crate) fn clear(&mut self) {
        self.last = None;
    }
}
