//! The pack that goes into the carrier's file for each agreement: which files,
//! in which order, under which names, how large at most. Carriers differ, so
//! the answer is data, `assets/filing-packs.json`; this module owns its schema.
//! Refuses a file that it does not understand whole, and a name that would put
//! an identity number or a path into the name of a file.

use crate::demand::Need;
use crate::file_name::file_name;
use crate::paper::PaperKind;
use crate::refusal::refusal_codes;
use crate::stock::Carrier;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The schema this program reads.
const SCHEMA: u32 = 1;
/// Letters of a file's name without its ending, at most.
const LONGEST_NAME: usize = 80;

/// All carriers' demands, as read from the data file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilingRules {
    /// Version of the schema; this program reads 1.
    pub schema: u32,
    /// What the file is, for whoever opens it.
    #[serde(default)]
    pub about: String,
    /// The packs; the first that names the carrier counts, else the first that
    /// names none.
    pub packs: Vec<PackRule>,
}

/// What one pack consists of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackRule {
    /// Where the demand comes from.
    pub basis: String,
    /// Carriers it is about; empty means all.
    #[serde(default)]
    pub carriers: Vec<Carrier>,
    /// Largest file, in thousands of bytes.
    pub largest_kb: u32,
    /// The files, in the order demanded.
    pub files: Vec<PackFile>,
}

/// One file of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackFile {
    /// What it holds.
    pub part: PackPart,
    /// Its name without ending: `{n}` its place, `{company}`, `{number}` the
    /// 400 number, `{agreement}`.
    pub name: String,
    /// How much it is wanted.
    pub need: Need,
    /// Its own limit, in thousands of bytes.
    #[serde(default)]
    pub largest_kb: Option<u32>,
}

/// What a file of a pack holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PackPart {
    /// The signed agreement with its acceptance form (协议八（一）: 不可分割).
    Agreement,
    /// The signed agreement alone, where the carrier takes the form apart.
    AgreementText,
    /// The signed form of the business alone.
    Form,
    /// 营业执照.
    Licence,
    /// 经办人身份证, both sides on one sheet.
    HandlerId,
    /// 法定代表人身份证, both sides on one sheet.
    LegalId,
    /// 授权委托书.
    Authorisation,
    /// 入网承诺书.
    LetterOfCommitment,
    /// 绑定号码归属证明.
    BoundNumberProof,
    /// 其他资料.
    Other,
}

impl PackPart {
    /// Whether it is what was signed, or a part of that.
    #[must_use]
    pub fn is_signed(self) -> bool {
        self.kinds().is_empty()
    }

    /// The kinds of paper that go into it; none for what was signed.
    #[must_use]
    pub fn kinds(self) -> &'static [PaperKind] {
        match self {
            Self::Agreement | Self::AgreementText | Self::Form => &[],
            Self::Licence => &[PaperKind::Licence],
            Self::HandlerId => &[PaperKind::IdPortrait, PaperKind::IdEmblem],
            Self::LegalId => &[PaperKind::LegalIdPortrait, PaperKind::LegalIdEmblem],
            Self::Authorisation => &[PaperKind::Authorisation],
            Self::LetterOfCommitment => &[PaperKind::LetterOfCommitment],
            Self::BoundNumberProof => &[PaperKind::BoundNumberProof],
            Self::Other => &[PaperKind::Other],
        }
    }

    /// What people call it.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Agreement => "已签署的协议和受理单",
            Self::AgreementText => "已签署的协议",
            Self::Form => "已签署的受理单",
            Self::Licence => "营业执照",
            Self::HandlerId => "经办人身份证",
            Self::LegalId => "法定代表人身份证",
            Self::Authorisation => "授权委托书",
            Self::LetterOfCommitment => "入网承诺书",
            Self::BoundNumberProof => "绑定号码归属证明",
            Self::Other => "其他资料",
        }
    }
}

/// Why a data file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FilingError {
    /// Written for another program.
    #[error("schema {found} instead of {expected}")]
    Schema {
        /// What the file says.
        found: u32,
        /// What this program reads.
        expected: u32,
    },
    /// A pack without files or limit, with a name that cannot be used, or with
    /// only one of agreement and form (协议八（一）: 不可分割).
    #[error("pack {pack} is malformed")]
    Pack {
        /// Which one, from 1.
        pack: usize,
    },
}

refusal_codes!(FilingError {
    Schema { found, expected } => "FilingSchema",
    Pack { pack } => "FilingPackMalformed",
});

/// What stands in for the words in braces.
#[derive(Debug, Clone, Copy)]
pub struct PackNames<'a> {
    /// The company's name.
    pub company: &'a str,
    /// The 400 number.
    pub number: &'a str,
    /// Number of the agreement.
    pub agreement: &'a str,
}

impl FilingRules {
    /// The rules, if they can be used.
    ///
    /// # Errors
    /// [`FilingError`].
    pub fn checked(self) -> Result<Self, FilingError> {
        if self.schema != SCHEMA {
            return Err(FilingError::Schema {
                found: self.schema,
                expected: SCHEMA,
            });
        }
        let bad = |pack: &PackRule| {
            let no_limit = |kb: u32| kb < 50;
            pack.files.is_empty()
                || no_limit(pack.largest_kb)
                || pack
                    .files
                    .iter()
                    .any(|file| file.largest_kb.is_some_and(no_limit) || !is_sound(&file.name))
                || pack.has(PackPart::AgreementText) != pack.has(PackPart::Form)
        };
        match self.packs.iter().position(bad) {
            Some(at) => Err(FilingError::Pack { pack: at + 1 }),
            None => Ok(self),
        }
    }

    /// The pack of a carrier.
    #[must_use]
    pub fn pack(&self, carrier: Option<Carrier>) -> Option<&PackRule> {
        let names = |pack: &&PackRule| carrier.is_some_and(|own| pack.carriers.contains(&own));
        let general = |pack: &&PackRule| pack.carriers.is_empty();
        let packs = &self.packs;
        packs
            .iter()
            .find(names)
            .or_else(|| packs.iter().find(general))
    }
}

impl PackRule {
    fn has(&self, part: PackPart) -> bool {
        self.files.iter().any(|file| file.part == part)
    }

    /// Largest size of a file, in bytes.
    #[must_use]
    pub fn limit(&self, file: &PackFile) -> u64 {
        u64::from(file.largest_kb.unwrap_or(self.largest_kb)) * 1000
    }
}

impl PackFile {
    /// Its name with ending `.pdf`; `n` is its place, from 1.
    #[must_use]
    pub fn file_name(&self, n: usize, names: PackNames<'_>) -> String {
        let filled = self
            .name
            .replace("{n}", &format!("{n:02}"))
            .replace("{company}", names.company)
            .replace("{number}", names.number)
            .replace("{agreement}", names.agreement);
        let short: String = filled.chars().take(LONGEST_NAME).collect();
        file_name(&short, "pdf")
    }
}

/// Whether all braces are known and something is left of the name.
fn is_sound(name: &str) -> bool {
    let rest = ["{n}", "{company}", "{number}", "{agreement}"]
        .iter()
        .fold(name.to_owned(), |name, known| name.replace(known, "x"));
    !rest.trim().is_empty() && !rest.contains(['{', '}', '/', '\\'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> FilingRules {
        let json = include_str!("../../../../assets/filing-packs.json");
        let rules: FilingRules = serde_json::from_str(json).unwrap();
        rules.checked().unwrap()
    }

    #[test]
    fn every_carrier_has_a_pack_that_begins_with_the_agreement() {
        let rules = shipped();
        for carrier in [Carrier::Unicom, Carrier::Mobile, Carrier::Telecom] {
            let pack = rules.pack(Some(carrier)).unwrap();
            assert!(pack.files[0].part.is_signed());
        }
        assert!(rules.pack(None).is_some());
    }

    #[test]
    fn clause_8_1_no_pack_parts_with_the_form_of_its_agreement() {
        let mut rules = shipped();
        let telecom = &mut rules.packs[0];
        assert!(telecom.has(PackPart::AgreementText) && telecom.has(PackPart::Form));
        telecom.files.retain(|file| file.part != PackPart::Form);
        assert_eq!(rules.checked(), Err(FilingError::Pack { pack: 1 }));
    }

    #[test]
    fn a_name_holds_nothing_that_a_file_system_refuses() {
        let file = PackFile {
            part: PackPart::Licence,
            name: "{n}-{company}-{number}-营业执照".to_owned(),
            need: Need::Required,
            largest_kb: None,
        };
        let names = PackNames {
            company: "郑州\"晨光\"/商贸:有限公司*",
            number: "4006001234",
            agreement: "QF-2026-000001",
        };
        assert_eq!(
            file.file_name(2, names),
            "02-郑州晨光商贸有限公司-4006001234-营业执照.pdf"
        );
        let long = PackNames {
            company: &"长".repeat(300),
            ..names
        };
        assert!(file.file_name(1, long).chars().count() <= LONGEST_NAME + 4);
    }

    #[test]
    fn a_file_that_is_not_understood_whole_is_refused() {
        let mut rules = shipped();
        rules.packs[0].files[0].name = "{id}".to_owned();
        assert_eq!(rules.checked(), Err(FilingError::Pack { pack: 1 }));
        let mut rules = shipped();
        rules.schema = 2;
        assert!(matches!(rules.checked(), Err(FilingError::Schema { .. })));
    }
}
