//! What the layers of a document share: pictures, each written once, and the
//! states that let marks shine through.

use crate::picture::{Data, Picture};
use printpdf::{
    BlendMode, DictItem, ExtendedGraphicsState, ExtendedGraphicsStateId, ExternalStream,
    ExternalXObject, PdfResources, XObject, XObjectId,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

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
    pub fn picture(&mut self, picture: &Arc<Picture>) -> XObjectId {
        let next = self.pictures.len();
        let number = *self.known.entry(Arc::as_ptr(picture)).or_insert(next);
        if number == next {
            self.pictures.push(Arc::clone(picture));
        }
        picture_name(number)
    }

    /// Name of the state in which marks cover so much of what is beneath.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped"
    )]
    pub fn alpha(&mut self, alpha: f32) -> ExtendedGraphicsStateId {
        let hundredths = (alpha * 100.0).round().clamp(0.0, 100.0) as u8;
        self.alphas.insert(hundredths);
        alpha_name(hundredths)
    }

    /// Name of the state in which a picture darkens what is beneath, as ink does.
    pub fn multiply(&mut self) -> ExtendedGraphicsStateId {
        self.multiplied = true;
        multiply_name()
    }

    /// Names everything in the document's resources.
    pub fn name(&self, resources: &mut PdfResources) {
        let pictures = self.pictures.iter().enumerate();
        resources.xobjects.map.extend(
            pictures.map(|(number, picture)| (picture_name(number), picture_object(picture))),
        );
        let states = &mut resources.extgstates.map;
        for hundredths in &self.alphas {
            let alpha = f32::from(*hundredths) / 100.0;
            let state = ExtendedGraphicsState::default()
                .with_current_fill_alpha(alpha)
                .with_current_stroke_alpha(alpha);
            states.insert(alpha_name(*hundredths), state);
        }
        if self.multiplied {
            let state = ExtendedGraphicsState::default().with_blend_mode(BlendMode::multiply());
            states.insert(multiply_name(), state);
        }
    }
}

fn picture_name(number: usize) -> XObjectId {
    XObjectId(format!("P{number}"))
}

fn alpha_name(hundredths: u8) -> ExtendedGraphicsStateId {
    ExtendedGraphicsStateId(format!("A{hundredths}"))
}

fn multiply_name() -> ExtendedGraphicsStateId {
    ExtendedGraphicsStateId("M".to_owned())
}

/// A picture as printpdf passes it on untouched: its own way with pictures would
/// decode a JPEG and compress it again. Without a width and height it also leaves
/// the placing to us.
fn picture_object(picture: &Picture) -> XObject {
    let space = if picture.is_grey() {
        "DeviceGray"
    } else {
        "DeviceRGB"
    };
    let stream = match picture.data() {
        Data::Jpeg(bytes) => samples(picture, space, "DCTDecode", bytes),
        Data::Flate { colour, alpha } => {
            let mut stream = samples(picture, space, "FlateDecode", colour);
            if let Some(alpha) = alpha {
                let stream_of_alpha = samples(picture, "DeviceGray", "FlateDecode", alpha);
                let mask = DictItem::Stream {
                    stream: stream_of_alpha,
                };
                stream.dict.insert("SMask".to_owned(), mask);
            }
            stream
        }
    };
    XObject::External(ExternalXObject {
        stream,
        width: None,
        height: None,
        dpi: None,
    })
}

fn samples(picture: &Picture, space: &str, filter: &str, bytes: &[u8]) -> ExternalStream {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let (width, height) = picture.stored();
    let dict = [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(width.into())),
        ("Height", DictItem::Int(height.into())),
        ("ColorSpace", name(space)),
        ("BitsPerComponent", DictItem::Int(8)),
        ("Filter", name(filter)),
    ];
    ExternalStream {
        dict: dict.map(|(key, item)| (key.to_owned(), item)).into(),
        content: bytes.to_vec(),
        compress: false,
    }
}
