//! What kind of character each is to the line: full-width punctuation and the
//! side on which it has its blank half, Chinese text, western text. After
//! GB/T 15834-2011 and the W3C's *Requirements for Chinese Text Layout*.

/// What a character is to the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A Chinese character, or anything else set in a full square.
    Ideograph,
    /// （《“ … : blank half on the left, never at the end of a line.
    Opening,
    /// ）》” … : blank half on the right, never at the start of a line.
    Closing,
    /// ，、；： : as closing; may give up half of its blank.
    Pause,
    /// 。？！ : as closing; gives up its blank last.
    Stop,
    /// · … ～ : in the middle of its square, never at the start of a line.
    Middle,
    /// — : half of a dash of two; the halves touch and are never parted.
    Dash,
    /// A letter, digit or western sign.
    Western,
    /// A space where the line may break.
    Space,
    /// A space where it may not.
    HardSpace,
    /// The full-width space.
    WideSpace,
    /// End of the line wanted by the text.
    LineEnd,
    /// Something drawn: a tick box, an empty blank, the edge of a fill.
    Drawn,
}

impl Class {
    /// Class of a character that is set as text.
    #[must_use]
    pub fn of(character: char) -> Self {
        match character {
            '（' | '《' | '〈' | '【' | '「' | '『' | '〔' | '〖' | '“' | '‘' | '［' | '｛' => {
                Self::Opening
            }
            '）' | '》' | '〉' | '】' | '」' | '』' | '〕' | '〗' | '”' | '’' | '］' | '｝' => {
                Self::Closing
            }
            '，' | '、' | '；' | '：' | '．' => Self::Pause,
            '。' | '？' | '！' => Self::Stop,
            '·' | '…' | '～' | '‧' | '％' | '‰' | '℃' | '／' => Self::Middle,
            '—' => Self::Dash,
            '\n' => Self::LineEnd,
            ' ' => Self::Space,
            '\u{a0}' => Self::HardSpace,
            '\u{3000}' => Self::WideSpace,
            // Full-width currency signs stand close to their figures.
            '￥' | '＄' | '￡' => Self::Western,
            c if is_square(c) => Self::Ideograph,
            _ => Self::Western,
        }
    }

    /// Whether the blank half is on the right.
    #[must_use]
    pub fn closes(self) -> bool {
        matches!(self, Self::Closing | Self::Pause | Self::Stop)
    }

    /// Whether the line may never start with it.
    #[must_use]
    pub fn never_first(self) -> bool {
        self.closes() || self == Self::Middle
    }

    /// Whether the line may be stretched beside it.
    #[must_use]
    pub fn is_chinese(self) -> bool {
        matches!(
            self,
            Self::Ideograph | Self::Opening | Self::Middle | Self::Dash
        ) || self.closes()
    }
}

/// Whether a character is drawn in a full square: ideographs, kana, bopomofo,
/// enclosed and full-width forms, and general symbols of East Asian use.
fn is_square(character: char) -> bool {
    matches!(u32::from(character),
        0x2460..=0x24FF | 0x2500..=0x25FF | 0x2E80..=0x303F | 0x3040..=0x33FF | 0x3400..=0x9FFF
        | 0xF900..=0xFAFF | 0xFF01..=0xFF60 | 0xFFE0..=0xFFE6 | 0x2_0000..=0x3_FFFF)
}
