//! The part of the fonts that every paper of one text uses, cut out and
//! compressed once: the words of the text and of the form, figures, letters.
//! What a customer's names add to it goes into each file in fonts of its own.
//!
//! A stock follows from the text alone, never from what was printed before, so
//! that a reprint is the same file.

use super::embed::{Embedded, Program, embed};
use super::glyphs::{Known, UsedGlyphs};
use super::programs::Beginning;
use super::stream::Deflater;
use crate::PaperError;
use crate::font::{FaceId, FontShelf};
use crate::layout::{Item, PlacedGlyph};
use printpdf::ParsedFont;
use std::sync::{Arc, Mutex, PoisonError};

/// Characters that stand in most papers beside the words of their text.
const FREQUENT: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,:-/()@%￥\
    零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整人民币一二三四五六七八九十年月日至长期\
    省市区县镇乡村街道路号院楼栋单元层室有限责任公司股份集团分店商贸科技文化传播餐饮管理信息咨询服务";
/// How many texts are kept: the one in force, drafts, and one looked up.
const TEXTS: usize = 4;

/// The fonts of a text, ready to be put into files.
pub(crate) struct Stock {
    faces: [Option<Kept>; 2],
    beginning: Beginning,
}

struct Kept {
    glyphs: UsedGlyphs,
    embedded: Embedded,
}

/// The stocks of the last texts, by their words.
#[derive(Default)]
pub(crate) struct Stocks(Mutex<Vec<(String, Arc<Stock>)>>);

impl Stocks {
    /// The stock of a text, made from `items` when it is asked for first.
    ///
    /// # Errors
    /// Those of `items`; [`PaperError::FontUnusable`].
    pub fn of(
        &self,
        text: &str,
        shelf: &FontShelf,
        items: impl FnOnce() -> Result<Vec<Item>, PaperError>,
    ) -> Result<Arc<Stock>, PaperError> {
        let find = |kept: &[(String, Arc<Stock>)]| {
            let known = kept.iter().find(|(words, _)| words == text);
            known.map(|(_, stock)| Arc::clone(stock))
        };
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(stock) = find(&lock()) {
            return Ok(stock);
        }
        let stock = Arc::new(Stock::of(shelf, &items()?)?);
        let mut kept = lock();
        if kept.len() >= TEXTS {
            kept.remove(0);
        }
        kept.push((text.to_owned(), Arc::clone(&stock)));
        Ok(stock)
    }
}

impl Stock {
    fn of(shelf: &FontShelf, items: &[Item]) -> Result<Self, PaperError> {
        let mut faces = [UsedGlyphs::default(), UsedGlyphs::default()];
        for item in items {
            if let Item::Run(run) = item
                && let Some(face) = faces.get_mut(run.face as usize)
            {
                run.glyphs
                    .iter()
                    .for_each(|glyph| face.note(glyph, run.size));
            }
        }
        let [regular, bold] = faces;
        let faces = [(FaceId::Regular, regular), (FaceId::Bold, bold)];
        let mut deflater = Deflater::thorough();
        let [regular, bold] = faces.map(|(id, glyphs)| Kept::of(shelf, id, glyphs, &mut deflater));
        let faces = [regular?, bold?];
        let programs = faces.iter().flatten().map(|kept| &kept.embedded.program);
        let beginning = Beginning::of(programs)?;
        Ok(Self { faces, beginning })
    }

    fn kept(&self, id: FaceId) -> Option<&Kept> {
        self.faces.get(id as usize)?.as_ref()
    }

    /// What the stock's font of this face knows of a glyph; `None` for a glyph
    /// it has not.
    pub(super) fn known(&self, id: FaceId, glyph: &PlacedGlyph) -> Option<Known> {
        let known = self.kept(id)?.glyphs.known(glyph);
        (known.number != 0).then_some(known)
    }

    /// The stock's font of this face.
    pub fn font(&self, id: FaceId) -> Option<&ParsedFont> {
        self.kept(id).map(|kept| &kept.embedded.font)
    }

    /// The program of that font.
    pub(super) fn program(&self, id: FaceId) -> Option<&Program> {
        self.kept(id).map(|kept| &kept.embedded.program)
    }

    /// How files that use all its fonts begin.
    pub(super) fn beginning(&self) -> &Beginning {
        &self.beginning
    }
}

impl Kept {
    fn of(
        shelf: &FontShelf,
        id: FaceId,
        mut glyphs: UsedGlyphs,
        deflater: &mut Deflater,
    ) -> Result<Option<Self>, PaperError> {
        let (false, Some(face)) = (glyphs.is_empty(), shelf.face(id)) else {
            return Ok(None);
        };
        for character in FREQUENT.chars() {
            if let Some(glyph) = face.glyph(character) {
                let placed = PlacedGlyph {
                    character,
                    gid: glyph.gid,
                    x: 0.0,
                    advance: glyph.advance,
                };
                glyphs.note(&placed, 1.0);
            }
        }
        let embedded = embed(face, &glyphs, deflater)?;
        Ok(Some(Self { glyphs, embedded }))
    }
}
