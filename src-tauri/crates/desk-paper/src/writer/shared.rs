//! What the layers of a document share: pictures, each written once, and the
//! states that let marks shine through.

use super::stream::Identity;
use crate::PaperError;
use crate::picture::{Data, Picture};
use pdf_writer::types::BlendMode;
use pdf_writer::writers::Resources;
use pdf_writer::{Filter, Finish, Name, Pdf, Ref};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const MULTIPLY: &[u8] = b"M";

/// Pictures and states, in the order in which they are first used.
#[derive(Default)]
pub(super) struct Shared {
    pictures: Vec<Arc<Picture>>,
    known: BTreeMap<*const Picture, usize>,
    /// In hundredths.
    alphas: BTreeSet<u8>,
    multiplied: bool,
}

impl Shared {
    /// Name of a picture. Pictures are the same when they are one in memory.
    pub fn picture(&mut self, picture: &Arc<Picture>) -> String {
        let next = self.pictures.len();
        let number = *self.known.entry(Arc::as_ptr(picture)).or_insert(next);
        if number == next {
            self.pictures.push(Arc::clone(picture));
        }
        format!("P{number}")
    }

    /// Name of the state in which marks cover so much of what is beneath.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped"
    )]
    pub fn alpha(&mut self, alpha: f32) -> String {
        let hundredths = (alpha * 100.0).round().clamp(0.0, 100.0) as u8;
        self.alphas.insert(hundredths);
        format!("A{hundredths}")
    }

    /// Name of the state in which a picture darkens what is beneath, as ink does.
    pub fn multiply(&mut self) -> &'static [u8] {
        self.multiplied = true;
        MULTIPLY
    }

    /// Writes everything and names it in the resources.
    ///
    /// # Errors
    /// [`PaperError::Unwritable`].
    pub fn write(
        &self,
        pdf: &mut Pdf,
        resources: Ref,
        fonts: &[(&[u8], Ref)],
        next: &mut Ref,
        identity: &mut Identity,
    ) -> Result<(), PaperError> {
        let mut written = Vec::with_capacity(self.pictures.len());
        for picture in &self.pictures {
            let id = next.bump();
            written.push(id);
            picture_object(pdf, id, picture, next, identity)?;
        }
        let mut object = pdf.indirect(resources).start::<Resources<'_>>();
        let mut named = object.fonts();
        for (name, id) in fonts {
            named.pair(Name(name), *id);
        }
        named.finish();
        if !written.is_empty() {
            let mut named = object.x_objects();
            for (number, id) in written.iter().enumerate() {
                named.pair(Name(format!("P{number}").as_bytes()), *id);
            }
        }
        self.states(&mut object);
        Ok(())
    }

    fn states(&self, object: &mut Resources<'_>) {
        if self.alphas.is_empty() && !self.multiplied {
            return;
        }
        let mut states = object.ext_g_states();
        for hundredths in &self.alphas {
            let name = format!("A{hundredths}");
            let alpha = f32::from(*hundredths) / 100.0;
            let mut state = states.insert(Name(name.as_bytes())).dict();
            state.pair(Name(b"ca"), alpha).pair(Name(b"CA"), alpha);
        }
        if self.multiplied {
            let mut state = states
                .insert(Name(MULTIPLY))
                .start::<pdf_writer::writers::ExtGraphicsState<'_>>();
            state.blend_mode(BlendMode::Multiply);
        }
    }
}

fn picture_object(
    pdf: &mut Pdf,
    id: Ref,
    picture: &Picture,
    next: &mut Ref,
    identity: &mut Identity,
) -> Result<(), PaperError> {
    let (bytes, filter, alpha) = match picture.data() {
        Data::Jpeg(bytes) => (bytes, Filter::DctDecode, None),
        Data::Flate { colour, alpha } => (colour, Filter::FlateDecode, alpha.as_ref()),
    };
    identity.count(bytes);
    let mask = alpha.map(|alpha| (next.bump(), alpha));
    let (width, height) = picture.stored();
    let size = |length: u32| i32::try_from(length).unwrap_or(i32::MAX);
    let mut object = pdf.image_xobject(id, bytes);
    object.width(size(width)).height(size(height));
    object.filter(filter);
    let space: &[u8] = if picture.is_grey() {
        b"DeviceGray"
    } else {
        b"DeviceRGB"
    };
    object.color_space_name(Name(space)).bits_per_component(8);
    if let Some((mask, _)) = mask {
        object.s_mask(mask);
    }
    object.finish();
    if let Some((mask, alpha)) = mask {
        identity.count(alpha);
        let mut object = pdf.image_xobject(mask, alpha);
        object.width(size(width)).height(size(height));
        object.color_space_name(Name(b"DeviceGray"));
        object.bits_per_component(8).filter(Filter::FlateDecode);
    }
    Ok(())
}
