//! Reading pages: what a reader is given, what it answers, and the [`Reader`]
//! that goes from page to fields offline. Owns the order of the work on a page
//! and the answers, which are the terminal's contract for `read`, field for
//! field. Refuses to know where fields go: a form is somebody else's.

mod again;
mod blocks;
mod cards;
mod doubt;
mod frame;
mod lined;
mod notices;
mod reader;
mod ring;
mod seal_hint;
mod sheet;
mod text;

pub use doubt::Doubt;
pub use reader::{ReadDocument, ReadEvent, Reader};
pub use seal_hint::SealHint;
pub use text::{Letter, Look, Quad, Seal, SecondLook, Sheet, SheetReading, TextLine, Tone};

use crate::{IntakeError, Limits, PageImage, View, admit, page_image};
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

/// Four corners on a page in pixels of its full size, clockwise from the
/// document's own top left.
pub type Corners = [[i32; 2]; 4];

/// Reads the fields off pages.
pub trait FieldReader {
    /// Finds the documents on one page and reads their fields.
    ///
    /// The page is upright as far as the file says, at full resolution.
    ///
    /// # Errors
    /// What keeps the page from being read at all; a field that is unsure is
    /// no error but marked `verify`.
    fn read_page(&self, page: &PageImage) -> Result<Vec<DocumentReading>, IntakeError>;
}

/// Reads every page of a file.
///
/// # Errors
/// Every [`IntakeError`] about a file or a page, and the reader's own.
pub fn read(
    reader: &dyn FieldReader,
    name: &str,
    bytes: &[u8],
    limits: &Limits,
) -> Result<Vec<PageReading>, IntakeError> {
    let admitted = admit(name, bytes, limits)?;
    (1..=admitted.page_count())
        .map(|page| {
            let picture = page_image(bytes, page, &View::default(), limits)?;
            let documents = reader.read_page(&picture)?;
            Ok(PageReading {
                file: admitted.name.clone(),
                page,
                documents,
            })
        })
        .collect()
}

/// What was found on one page of a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PageReading {
    /// Name of the file.
    pub file: String,
    /// Page, from 1.
    pub page: u32,
    /// Documents on the page; two sides of an ID card may lie on one.
    pub documents: Vec<DocumentReading>,
}

/// One document on a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentReading {
    /// What it is.
    pub kind: DocumentKind,
    /// Where it lies on the page.
    #[serde(rename = "box")]
    pub corners: Corners,
    /// Degrees clockwise, 0 … 359, by which the document must be turned to stand upright.
    pub rotation: u16,
    /// Its fields.
    pub fields: BTreeMap<FieldName, FieldReading>,
}

/// Kinds of documents that are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    /// 营业执照.
    Licence,
    /// 身份证人像面.
    IdPortrait,
    /// 身份证国徽面.
    IdEmblem,
    /// Anything else.
    Other,
}

/// Fields of all kinds of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldName {
    /// 统一社会信用代码.
    Uscc,
    /// 名称, or 姓名.
    Name,
    /// 类型.
    Type,
    /// 法定代表人, 负责人, 经营者, 投资人 or 执行事务合伙人.
    LegalRepresentative,
    /// 经营范围.
    Scope,
    /// 注册资本.
    Capital,
    /// 组成形式.
    Form,
    /// 成立日期.
    Founded,
    /// Date of the registrar's signature.
    Issued,
    /// 营业期限.
    Term,
    /// 住所, 经营场所 or 营业场所; on an ID card 住址.
    Address,
    /// 登记机关.
    Registrar,
    /// 副本号, `1-1`.
    CopyNo,
    /// 性别.
    Sex,
    /// 民族.
    Ethnicity,
    /// 出生.
    Birth,
    /// 公民身份号码.
    CitizenId,
    /// 签发机关.
    Authority,
    /// First day of 有效期限.
    ValidFrom,
    /// Last day of 有效期限.
    ValidTo,
}

/// One field with its evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FieldReading {
    /// As printed.
    pub text: String,
    /// The day it means, for fields that are dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PrintedDate>,
    /// How sure the reader is, 0 … 1.
    pub confidence: f32,
    /// Who says so.
    pub witnesses: Vec<Witness>,
    /// Where it stands on the page.
    #[serde(rename = "box")]
    pub corners: Corners,
    /// Whether a person must look before it is used.
    pub verify: bool,
    /// Why, the best told first; readings kept by earlier versions do not say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<Doubt>,
}

/// Who vouches for a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Witness {
    /// The print was read.
    Ocr,
    /// The two-dimensional code says it.
    Qr,
    /// The check digit agrees.
    Checksum,
}

/// A date as documents give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PrintedDate {
    /// A day; `YYYY-MM-DD`.
    Day(NaiveDate),
    /// 长期; `long-term`.
    LongTerm,
}

const LONG_TERM: &str = "long-term";
const DAY: &str = "%Y-%m-%d";

impl Serialize for PrintedDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Day(day) => serializer.collect_str(&day.format(DAY)),
            Self::LongTerm => serializer.serialize_str(LONG_TERM),
        }
    }
}

impl<'de> Deserialize<'de> for PrintedDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match String::deserialize(deserializer)?.as_str() {
            LONG_TERM => Ok(Self::LongTerm),
            day => NaiveDate::parse_from_str(day, DAY)
                .map(Self::Day)
                .map_err(serde::de::Error::custom),
        }
    }
}
