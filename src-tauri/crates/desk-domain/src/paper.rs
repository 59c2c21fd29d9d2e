//! Kinds of papers a customer brings, how they came in, and how far they are
//! trusted. Which papers an order needs is told by [`crate::demand`].

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PaperKind {
    /// 营业执照（副本）复印件.
    Licence,
    /// 经办人身份证人像面.
    IdPortrait,
    /// 经办人身份证国徽面.
    IdEmblem,
    /// 法定代表人身份证人像面, where a carrier asks for it.
    LegalIdPortrait,
    /// 法定代表人身份证国徽面.
    LegalIdEmblem,
    /// 授权委托书, when the handler is not the legal representative.
    Authorisation,
    /// 入网承诺书.
    LetterOfCommitment,
    /// Proof that a bound number belongs to the customer (话费单、归属证明).
    BoundNumberProof,
    /// Scan of a signed agreement or form.
    Signed,
    /// Anything else worth keeping.
    Other,
}

/// How a paper came in (协议第二条: 传真、邮寄、扫描传输形式均可).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Arrival {
    /// 扫描: scanned at the desk from the paper in the customer's hand.
    Scan,
    /// 传真.
    Fax,
    /// 邮寄.
    Post,
    /// 上传: a file the customer sent.
    #[default]
    Upload,
}

/// How far a paper has been checked against the world (协议第三条（一）).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Verification {
    /// Nobody has checked it yet.
    #[default]
    Unverified,
    /// A member of staff checked it and found it true.
    Verified,
    /// Found untrue.
    FoundUntrue,
}

/// A turn to the right by quarters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Rotation {
    /// As it came.
    #[default]
    Upright,
    /// 90° clockwise.
    Right,
    /// 180°.
    Upsidedown,
    /// 270° clockwise.
    Left,
}

/// A rectangle on a page in parts of its width and height (0 … 10 000),
/// measured after rotation from the top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Crop {
    /// Left edge.
    pub left: u16,
    /// Top edge.
    pub top: u16,
    /// Right edge, greater than `left`.
    pub right: u16,
    /// Bottom edge, greater than `top`.
    pub bottom: u16,
}

impl PaperKind {
    /// Every kind, in the order in which papers are filed.
    pub const ALL: [Self; 10] = [
        Self::Licence,
        Self::IdPortrait,
        Self::IdEmblem,
        Self::LegalIdPortrait,
        Self::LegalIdEmblem,
        Self::Authorisation,
        Self::LetterOfCommitment,
        Self::BoundNumberProof,
        Self::Signed,
        Self::Other,
    ];

    /// As it is called at the desk and printed on the form.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Licence => "营业执照副本",
            Self::IdPortrait => "经办人身份证人像面",
            Self::IdEmblem => "经办人身份证国徽面",
            Self::LegalIdPortrait => "法定代表人身份证人像面",
            Self::LegalIdEmblem => "法定代表人身份证国徽面",
            Self::Authorisation => "授权委托书",
            Self::LetterOfCommitment => "入网承诺书",
            Self::BoundNumberProof => "绑定号码归属证明",
            Self::Signed => "已签字协议",
            Self::Other => "其他资料",
        }
    }

    /// As it is called in JSON and on the command line: `id-portrait`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Licence => "licence",
            Self::IdPortrait => "id-portrait",
            Self::IdEmblem => "id-emblem",
            Self::LegalIdPortrait => "legal-id-portrait",
            Self::LegalIdEmblem => "legal-id-emblem",
            Self::Authorisation => "authorisation",
            Self::LetterOfCommitment => "letter-of-commitment",
            Self::BoundNumberProof => "bound-number-proof",
            Self::Signed => "signed",
            Self::Other => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kinds_key_is_its_name_in_json() {
        for kind in PaperKind::ALL {
            let json = serde_json::to_value(kind).unwrap();
            assert_eq!(json.as_str(), Some(kind.key()));
        }
    }
}
