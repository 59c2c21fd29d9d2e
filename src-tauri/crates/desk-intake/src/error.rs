//! Why a file cannot be taken in as a paper.

use desk_domain::Refusal;

/// A reason for refusing a file, or a page of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IntakeError {
    /// The file could not be read from the disk.
    #[error("the file cannot be read: {0:?}")]
    FileUnreadable(std::io::ErrorKind),
    /// Nothing in it.
    #[error("the file is empty")]
    FileEmpty,
    /// More bytes than one paper needs.
    #[error("the file has {bytes} bytes, {limit} are allowed")]
    FileTooLarge {
        /// Size of the file in bytes.
        bytes: u64,
        /// Largest size allowed, in bytes.
        limit: u64,
    },
    /// Neither a picture nor a PDF.
    #[error("the file is no picture and no PDF")]
    FileNotAPaper,
    /// A kind of file that is recognised, but no paper comes in; carries its name.
    #[error("{0} is not taken in")]
    FileKindRefused(&'static str),
    /// The file ends before its contents do.
    #[error("the file breaks off")]
    FileTruncated,
    /// The file contradicts itself.
    #[error("the file is damaged: {0}")]
    FileDamaged(String),
    /// A sound file written in a rare way that no decoder here reads.
    #[error("a variant that is not read: {0}")]
    VariantUnsupported(String),
    /// More pixels than a paper can have, or than memory may be spent on.
    #[error("the picture has {width} x {height} pixels, {limit} a side are allowed")]
    PictureTooLarge {
        /// Width in pixels.
        width: u64,
        /// Height in pixels.
        height: u64,
        /// Largest side allowed, in pixels.
        limit: u32,
    },
    /// A HEIC file whose picture is not coded as telephones code it.
    #[error("a HEIC picture that is not read: {0}")]
    HeicUnsupported(String),
    /// Nothing stands on what should be a seal or a signature.
    #[error("nothing stands on the picture")]
    MarkEmpty,
    /// The PDF opens only with a password.
    #[error("the PDF needs a password")]
    PdfNeedsPassword,
    /// The PDF (or TIFF) has no page.
    #[error("the file has no page")]
    FileWithoutPages,
    /// More pages than an order's papers can have.
    #[error("the file has {pages} pages, {limit} are allowed")]
    TooManyPages {
        /// Pages found; when counting stopped early, the count so far.
        pages: u32,
        /// Most pages allowed.
        limit: u32,
    },
    /// The file unpacks to far more than a paper needs.
    #[error("the file unpacks beyond {limit} bytes")]
    FileTooHeavy {
        /// Most bytes one part of the file may unpack to.
        limit: u64,
    },
    /// There is no such page.
    #[error("there is no page {page} of {pages}")]
    PageUnknown {
        /// Page asked for, from 1.
        page: u32,
        /// Pages there are.
        pages: u32,
    },
    /// Decoding took longer than anyone waits.
    #[error("decoding took longer than {seconds} s")]
    PageTooSlow {
        /// Seconds allowed.
        seconds: u64,
    },
    /// The cut-out has no area or lies outside the page.
    #[error("the cut-out is empty")]
    CropEmpty,
    /// The picture could not be written as PNG or JPEG.
    #[error("the picture cannot be written")]
    PictureUnwritable,
    /// A network that reading needs did not come with the program.
    #[error("the model {file} is not there")]
    ModelMissing {
        /// Name of the file.
        file: &'static str,
    },
    /// A network's file is not what it should be.
    #[error("the model {file} cannot be opened")]
    ModelDamaged {
        /// Name of the file.
        file: &'static str,
    },
    /// Whoever waited asked the reading to stop.
    #[error("the reading was stopped")]
    ReadingCancelled,
    /// A network gave up.
    #[error("the networks could not read the page")]
    ReadingFailed,
}

impl IntakeError {
    pub(crate) fn damaged(cause: impl std::fmt::Display) -> Self {
        Self::FileDamaged(cause.to_string())
    }
}

impl From<std::io::Error> for IntakeError {
    fn from(error: std::io::Error) -> Self {
        Self::FileUnreadable(error.kind())
    }
}

impl Refusal for IntakeError {
    fn code(&self) -> &'static str {
        match self {
            Self::FileUnreadable(_) => "FileUnreadable",
            Self::FileEmpty => "FileEmpty",
            Self::FileTooLarge { .. } => "FileTooLarge",
            Self::FileNotAPaper => "FileNotAPaper",
            Self::FileKindRefused(_) => "FileKindRefused",
            Self::FileTruncated => "FileTruncated",
            Self::FileDamaged(_) => "FileDamaged",
            Self::VariantUnsupported(_) => "VariantUnsupported",
            Self::PictureTooLarge { .. } => "PictureTooLarge",
            Self::HeicUnsupported(_) => "HeicUnsupported",
            Self::MarkEmpty => "MarkEmpty",
            Self::PdfNeedsPassword => "PdfNeedsPassword",
            Self::FileWithoutPages => "FileWithoutPages",
            Self::TooManyPages { .. } => "TooManyPages",
            Self::FileTooHeavy { .. } => "FileTooHeavy",
            Self::PageUnknown { .. } => "PageUnknown",
            Self::PageTooSlow { .. } => "PageTooSlow",
            Self::CropEmpty => "CropEmpty",
            Self::PictureUnwritable => "PictureUnwritable",
            Self::ModelMissing { .. } => "ModelMissing",
            Self::ModelDamaged { .. } => "ModelDamaged",
            Self::ReadingCancelled => "ReadingCancelled",
            Self::ReadingFailed => "ReadingFailed",
        }
    }

    fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::FileTooLarge { bytes, limit } => {
                vec![("size", megabytes(*bytes)), ("limit", megabytes(*limit))]
            }
            Self::FileKindRefused(kind) => vec![("kind", (*kind).to_owned())],
            Self::PictureTooLarge {
                width,
                height,
                limit,
            } => vec![
                ("width", width.to_string()),
                ("height", height.to_string()),
                ("limit", limit.to_string()),
            ],
            Self::TooManyPages { pages, limit } => {
                vec![("pages", pages.to_string()), ("limit", limit.to_string())]
            }
            Self::PageUnknown { page, pages } => {
                vec![("page", page.to_string()), ("pages", pages.to_string())]
            }
            Self::PageTooSlow { seconds } => vec![("seconds", seconds.to_string())],
            Self::ModelMissing { file } | Self::ModelDamaged { file } => {
                vec![("file", (*file).to_owned())]
            }
            _ => Vec::new(),
        }
    }
}

/// Whole mebibytes, rounded up, so that a file just over the limit does not
/// read as if it were just under.
fn megabytes(bytes: u64) -> String {
    bytes.div_ceil(1024 * 1024).to_string()
}
