//! Which layers a document has and which pages show them. A layer that several
//! pages share (those of the two copies do) is counted, converted, written and
//! compressed once.

use crate::layout::{Item, Page};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A layer with the size of the sheet it lies on.
pub(super) struct Layer<'a> {
    pub items: &'a [Item],
    pub width: f32,
    pub height: f32,
}

/// The layers of a document, each once.
#[derive(Default)]
pub(super) struct Layers<'a> {
    /// In the order in which they first appear.
    pub all: Vec<Layer<'a>>,
    /// For each page, its layers from the lowest to the highest.
    pub of_page: Vec<Vec<usize>>,
}

impl<'a> Layers<'a> {
    /// Walks the pages once. Layers are the same when they are one in memory.
    pub fn of(pages: &'a [Page]) -> Self {
        let mut layers = Self::default();
        let mut known = BTreeMap::new();
        for page in pages {
            let size = (page.width.to_bits(), page.height.to_bits());
            let numbers = page.layers.iter().map(|layer| {
                let next = known.len();
                let number = *known.entry((Arc::as_ptr(layer), size)).or_insert(next);
                if number == next {
                    layers.all.push(Layer {
                        items: layer,
                        width: page.width,
                        height: page.height,
                    });
                }
                number
            });
            let numbers = numbers.collect();
            layers.of_page.push(numbers);
        }
        layers
    }

    /// Every mark of every layer.
    pub fn items(&self) -> impl Iterator<Item = &'a Item> {
        self.all.iter().flat_map(|layer| layer.items)
    }
}
