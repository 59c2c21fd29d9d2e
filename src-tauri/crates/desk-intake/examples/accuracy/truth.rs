//! What really stands on the papers of a folder: its `truth.json`.

use desk_intake::reading::{DocumentKind, FieldName};
use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

/// One paper.
pub struct Paper {
    pub file: String,
    /// What was done to it.
    pub damage: String,
    pub documents: Vec<Document>,
}

/// One document on it.
pub struct Document {
    pub kind: DocumentKind,
    /// None where the truth counts pixels another way than the page: before
    /// its EXIF turn, or before a fax is squared.
    pub corners: Option<[[f64; 2]; 4]>,
    pub fields: BTreeMap<FieldName, String>,
}

pub fn papers(folder: &Path) -> Result<Vec<Paper>, Box<dyn Error>> {
    let text = std::fs::read_to_string(folder.join("truth.json"))?;
    let truth: BTreeMap<String, Value> = serde_json::from_str(&text)?;
    truth
        .into_iter()
        .map(|(file, value)| {
            let damage = value["degrade"].as_str().unwrap_or("").to_owned();
            let as_seen = !damage.contains("EXIF") && !damage.contains("fax");
            let documents = value["docs"].as_array().into_iter().flatten();
            Ok(Paper {
                file,
                damage,
                documents: documents.filter_map(|d| document(d, as_seen)).collect(),
            })
        })
        .collect()
}

fn document(value: &Value, as_seen: bool) -> Option<Document> {
    let kind = match value["kind"].as_str()? {
        "licence" => DocumentKind::Licence,
        "id_front" => DocumentKind::IdPortrait,
        "id_back" => DocumentKind::IdEmblem,
        _ => DocumentKind::Other,
    };
    let corners: [[f64; 2]; 4] = serde_json::from_value(value["quad"].clone()).ok()?;
    let mut fields = BTreeMap::new();
    for (name, text) in value["fields"].as_object()? {
        let text = text.as_str()?.to_owned();
        if name == "valid" {
            let (from, to) = text.split_once('-')?;
            fields.insert(FieldName::ValidFrom, from.to_owned());
            fields.insert(FieldName::ValidTo, to.to_owned());
        } else if let Some(name) = field(kind, name) {
            fields.insert(name, text);
        }
    }
    Some(Document {
        kind,
        corners: as_seen.then_some(corners),
        fields,
    })
}

fn field(kind: DocumentKind, name: &str) -> Option<FieldName> {
    Some(match name {
        "name" => FieldName::Name,
        "type" => FieldName::Type,
        "rep" => FieldName::LegalRepresentative,
        "capital" => FieldName::Capital,
        "form" => FieldName::Form,
        "date" => FieldName::Founded,
        "term" => FieldName::Term,
        "scope" => FieldName::Scope,
        "addr" => FieldName::Address,
        "code" => FieldName::Uscc,
        "issued" => FieldName::Issued,
        "sex" => FieldName::Sex,
        "ethnic" => FieldName::Ethnicity,
        "birth" => FieldName::Birth,
        "idno" => FieldName::CitizenId,
        "authority" if kind == DocumentKind::Licence => FieldName::Registrar,
        "authority" => FieldName::Authority,
        _ => return None,
    })
}
