//! Protocol buffers as far as an ONNX file uses them: a message is a row of
//! numbered fields, each a short number or bytes of its own.

/// One field of a message.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    pub(super) number: u64,
    /// What a short field says; 0 for one with bytes of its own.
    pub(super) value: u64,
    /// Where its bytes stand; nowhere for a short one.
    pub(super) place: (usize, usize),
}

impl Field {
    pub(super) fn text(&self, bytes: &[u8]) -> String {
        let (from, to) = self.place;
        String::from_utf8_lossy(&bytes[from..to]).into_owned()
    }

    /// The only number of a short field, or those packed into its bytes.
    pub(super) fn numbers(&self, bytes: &[u8]) -> impl Iterator<Item = u64> {
        let (mut at, to) = self.place;
        let mut only = (at == to).then_some(self.value);
        std::iter::from_fn(move || {
            only.take().or_else(|| {
                let (value, next) = varint(&bytes[..to], at)?;
                at = next;
                Some(value)
            })
        })
    }
}

/// The fields of the message at this place, as far as they can be followed.
pub(super) fn fields(bytes: &[u8], (from, to): (usize, usize)) -> impl Iterator<Item = Field> {
    let mut at = from;
    std::iter::from_fn(move || {
        let (field, next) = field(bytes.get(..to)?, at)?;
        at = next;
        Some(field)
    })
}

/// The field at this place, and where the next one begins.
fn field(bytes: &[u8], at: usize) -> Option<(Field, usize)> {
    let (key, at) = varint(bytes, at)?;
    let (value, place, next) = match key & 7 {
        0 => {
            let (value, next) = varint(bytes, at)?;
            (value, (next, next), next)
        }
        1 | 5 => {
            let next = at.checked_add(if key & 7 == 1 { 8 } else { 4 })?;
            (0, (next, next), next)
        }
        2 => {
            let (length, from) = varint(bytes, at)?;
            let to = from.checked_add(usize::try_from(length).ok()?)?;
            (0, (from, to), to)
        }
        _ => return None,
    };
    let number = key >> 3;
    let field = Field {
        number,
        value,
        place,
    };
    (next <= bytes.len()).then_some((field, next))
}

/// A number in groups of seven bits, the lowest first.
fn varint(bytes: &[u8], at: usize) -> Option<(u64, usize)> {
    let mut value = 0;
    for (place, byte) in bytes.get(at..)?.iter().take(10).enumerate() {
        value |= u64::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Some((value, at + place + 1));
        }
    }
    None
}
