//! How much closer (or farther) two western signs stand than their widths say:
//! the font's own pairs, feature `kern` of its GPOS table. Chinese characters
//! are left alone, for layout gives and takes the room between them.

use skrifa::raw::tables::gpos::{PairPos, PositionSubtables};
use skrifa::raw::tables::layout::FeatureList;
use skrifa::raw::{ReadError, TableProvider};
use skrifa::{FontRef, GlyphId, MetadataProvider, Tag};

/// First and last sign of the table.
const SIGNS: std::ops::RangeInclusive<char> = '!'..='~';
const COUNT: usize = '~' as usize - '!' as usize + 1;

/// The pairs of one face.
pub(super) struct Kerning {
    /// In the font's units, row by row of the first sign.
    pairs: Vec<i16>,
}

impl Kerning {
    /// Reads the pairs; a font without any kerns nothing.
    pub fn of(data: &[u8]) -> Self {
        let Ok(font) = FontRef::new(data) else {
            return Self {
                pairs: vec![0; COUNT * COUNT],
            };
        };
        let tables = tables(&font).unwrap_or_default();
        let charmap = font.charmap();
        let glyphs: Vec<_> = SIGNS
            .map(|sign| charmap.map(sign).unwrap_or_default())
            .collect();
        let pair = |first, second| {
            // The first table that knows the pair decides.
            let known = tables
                .iter()
                .find_map(|table| adjustment(table, first, second).unwrap_or_default());
            known.unwrap_or(0)
        };
        let pairs = glyphs
            .iter()
            .flat_map(|first| glyphs.iter().map(move |second| (*first, *second)))
            .map(|(first, second)| pair(first, second))
            .collect();
        Self { pairs }
    }

    /// What is added between two signs, in the font's units.
    pub fn between(&self, first: char, second: char) -> i16 {
        let at = |sign: char| {
            let known = SIGNS.contains(&sign);
            known.then(|| sign as usize - *SIGNS.start() as usize)
        };
        match (at(first), at(second)) {
            (Some(row), Some(column)) => self.pairs[row * COUNT + column],
            _ => 0,
        }
    }
}

/// The tables of pairs that a Latin text uses, in the order of their lookups.
fn tables<'a>(font: &FontRef<'a>) -> Result<Vec<PairPos<'a>>, ReadError> {
    let gpos = font.gpos()?;
    let (scripts, features) = (gpos.script_list()?, gpos.feature_list()?);
    let wanted = [Tag::new(b"latn"), Tag::new(b"DFLT")];
    let records = scripts.script_records();
    let script = wanted
        .iter()
        .find_map(|tag| records.iter().find(|record| record.script_tag() == *tag))
        .ok_or(ReadError::NullOffset)?
        .script(scripts.offset_data())?;
    let language = script.default_lang_sys().ok_or(ReadError::NullOffset)??;
    let mut lookups = Vec::new();
    for index in language.feature_indices() {
        lookups.extend(lookups_of(&features, index.get())?);
    }
    lookups.sort_unstable();
    let list = gpos.lookup_list()?;
    let mut tables = Vec::new();
    for index in lookups {
        if let PositionSubtables::Pair(pairs) = list.lookups().get(index.into())?.subtables()? {
            tables.extend(pairs.iter().flatten());
        }
    }
    Ok(tables)
}

fn lookups_of(features: &FeatureList<'_>, index: u16) -> Result<Vec<u16>, ReadError> {
    let records = features.feature_records();
    match records.get(usize::from(index)) {
        Some(record) if record.feature_tag() == Tag::new(b"kern") => {
            let feature = record.feature(features.offset_data())?;
            let indices = feature.lookup_list_indices();
            Ok(indices.iter().map(|index| index.get()).collect())
        }
        _ => Ok(Vec::new()),
    }
}

/// What a table says of a pair: nothing, or how much the first glyph's width changes.
fn adjustment(
    table: &PairPos<'_>,
    first: GlyphId,
    second: GlyphId,
) -> Result<Option<i16>, ReadError> {
    match table {
        PairPos::Format1(table) => {
            let Some(index) = table.coverage()?.get(first) else {
                return Ok(None);
            };
            let set = table.pair_sets().get(index as usize)?;
            for record in set.pair_value_records().iter() {
                let record = record?;
                if GlyphId::from(record.second_glyph()) == second {
                    return Ok(Some(record.value_record1().x_advance().unwrap_or(0)));
                }
            }
            Ok(None)
        }
        PairPos::Format2(table) => {
            if table.coverage()?.get(first).is_none() {
                return Ok(None);
            }
            let row = table.class_def1()?.get(first) as usize;
            let column = table.class_def2()?.get(second) as usize;
            let row = table.class1_records().get(row)?;
            let record = row.class2_records().get(column)?;
            Ok(Some(record.value_record1().x_advance().unwrap_or(0)))
        }
        _ => Ok(None),
    }
}
