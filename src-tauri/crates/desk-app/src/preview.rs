//! Drafts set for a look, kept until the order changes or the desk locks, so
//! that turning a page does not set the whole paper again. Owns a few PDFs in
//! memory; refuses to grow beyond them.

use std::collections::VecDeque;
use std::sync::Arc;

/// As many as one person looks at in turn.
const KEPT: usize = 4;

/// A draft set for a look.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) order: i64,
    pub(crate) revision: i64,
    pub(crate) pages: u32,
    pub(crate) pages_per_copy: u32,
    pub(crate) pdf: Arc<Vec<u8>>,
}

/// The drafts looked at last.
#[derive(Debug, Default)]
pub(crate) struct Previews {
    drafts: VecDeque<Draft>,
}

impl Previews {
    /// The draft of an order as it last was looked at.
    pub(crate) fn of(&self, order: i64) -> Option<Draft> {
        self.drafts
            .iter()
            .find(|draft| draft.order == order)
            .cloned()
    }

    /// Keeps a draft instead of the order's earlier one.
    pub(crate) fn keep(&mut self, draft: Draft) {
        self.drafts.retain(|kept| kept.order != draft.order);
        self.drafts.truncate(KEPT - 1);
        self.drafts.push_front(draft);
    }

    /// Drops every draft.
    pub(crate) fn clear(&mut self) {
        self.drafts.clear();
    }
}
