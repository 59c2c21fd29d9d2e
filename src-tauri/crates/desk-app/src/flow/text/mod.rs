//! The agreement's text by edition: drafts, the check before publishing, which
//! one is printed. Refuses to print a draft, and to change what was published.

mod dto;

pub use dto::*;

use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::show as shown;
use chrono::NaiveDate;
use desk_domain::edition::{EditionId, EditionState, TextEdition, edition_at};
use desk_domain::staff::Permission;
use desk_paper::agreement::import::{ImportOptions, import};
use desk_paper::agreement::{
    ArticleChange, BUILT_IN, Fills, check, compare as held_against, draft, preview,
    publish as publishable,
};

use desk_paper::{Edition, agreement};
use desk_store::Reader;

/// The number of the edition that comes with the program.
const OWN: EditionId = EditionId(0);

/// Every edition, newest first.
///
/// # Errors
/// Only who takes orders may look.
pub fn list(desk: &Desk, (): ()) -> Result<Vec<TextLine>, Failure> {
    let today = desk.now().date();
    desk.read(Permission::TakeOrders, |reader| lines(reader, today))
}

fn lines(reader: &Reader<'_>, today: NaiveDate) -> Result<Vec<TextLine>, Failure> {
    let editions = all(reader)?;
    let now = edition_at(&editions, today).map(|edition| edition.id);
    let mut lines: Vec<TextLine> = editions.iter().map(|edition| line(edition, now)).collect();
    lines.reverse();
    Ok(lines)
}

fn line(edition: &TextEdition, now: Option<EditionId>) -> TextLine {
    TextLine {
        id: edition.id.0,
        name: edition.name.clone(),
        effective: shown::day(edition.effective),
        state: edition.state,
        in_force: now == Some(edition.id),
    }
}

/// The program's own edition, then those of the office, by their first day.
fn all(reader: &Reader<'_>) -> Result<Vec<TextEdition>, Failure> {
    let own = Edition::built_in()?;
    let mut editions = vec![TextEdition {
        id: OWN,
        name: own.name,
        text: BUILT_IN.to_owned(),
        effective: own.effective,
        state: EditionState::Published,
    }];
    editions.extend(reader.editions().all()?);
    editions.sort_by_key(|edition| (edition.effective, edition.id));
    Ok(editions)
}

/// The edition that is printed on a day.
pub(crate) fn in_force(reader: &Reader<'_>, day: NaiveDate) -> Result<Edition, Failure> {
    let editions = all(reader)?;
    match edition_at(&editions, day) {
        Some(edition) => Ok(Edition::parse(&edition.text)?),
        None => Ok(Edition::built_in()?),
    }
}

/// The edition of this name, whatever became of it since.
///
/// # Errors
/// There is no such edition any more.
pub(crate) fn named(reader: &Reader<'_>, name: &str) -> Result<Edition, Failure> {
    let kept = all(reader)?
        .into_iter()
        .find(|edition| edition.name == name);
    match kept {
        Some(edition) => Ok(Edition::parse(&edition.text)?),
        None => {
            let own = Edition::built_in()?;
            if own.name == name {
                Ok(own)
            } else {
                Err(Situation::EditionUnknown.into())
            }
        }
    }
}

fn get(reader: &Reader<'_>, id: i64) -> Result<TextEdition, Failure> {
    let editions = all(reader)?;
    let mut found = editions.into_iter().filter(|edition| edition.id.0 == id);
    found.next().ok_or_else(|| Situation::EditionUnknown.into())
}

/// One edition with what looking at it says.
///
/// # Errors
/// There is no such edition.
pub fn show(desk: &Desk, request: TextRef) -> Result<TextView, Failure> {
    let today = desk.now().date();
    desk.read(Permission::TakeOrders, |reader| {
        view(reader, request.id, today)
    })
}

fn view(reader: &Reader<'_>, id: i64, today: NaiveDate) -> Result<TextView, Failure> {
    let edition = get(reader, id)?;
    let now = edition_at(&all(reader)?, today).map(|edition| edition.id);
    Ok(TextView {
        line: line(&edition, now),
        checked: looked_at(&edition.text),
        text: edition.text,
    })
}

fn looked_at(text: &str) -> TextChecked {
    let findings = check(text).into_iter().map(|finding| TextFindingView {
        message: Failure::because(&finding).message,
        rule: finding.rule,
        line: finding.line,
        severity: finding.severity,
    });
    TextChecked {
        preview: preview(text),
        findings: findings.collect(),
    }
}

/// Looks at a text while it is typed.
///
/// # Errors
/// Only a manager may.
pub fn look(desk: &Desk, request: TextCheck) -> Result<TextChecked, Failure> {
    desk.read(Permission::KeepFirm, |_| Ok(looked_at(&request.text)))
}

/// Keeps a draft.
///
/// # Errors
/// Only a manager may; what is published no longer changes; another edition
/// has the name.
pub fn save(desk: &Desk, request: TextSave) -> Result<TextView, Failure> {
    let today = desk.now().date();
    desk.write(Permission::KeepFirm, |writer| {
        let id = EditionId(request.id.unwrap_or(-1));
        let fresh = draft(id, &request.text, &format!("草稿{today}"), today);
        let taken = |other: &TextEdition| other.name == fresh.name && other.id != fresh.id;
        if all(writer)?.iter().any(taken) {
            let name = fresh.name;
            return Err(desk_domain::edition::EditionError::NameTaken { name }.into());
        }
        let id = match request.id {
            Some(id) => {
                get(writer, id)?.edited(request.text)?;
                writer.editions_mut().save(&fresh)?;
                fresh.id
            }
            None => writer.editions_mut().add(&fresh)?,
        };
        view(writer, id.0, today)
    })
}

/// Publishes a draft: it is printed from its first day on.
///
/// # Errors
/// Only a manager may; the checker finds errors; a character no font has;
/// another edition has the name or the day.
pub fn publish(desk: &Desk, request: TextRef) -> Result<TextView, Failure> {
    let today = desk.now().date();
    let fonts = desk.fonts()?;
    desk.write(Permission::KeepFirm, |writer| {
        let edition = get(writer, request.id)?;
        let (published, _) = publishable(&edition, &all(writer)?)?;
        // Set once without fills, so that a character no font has is found now.
        agreement::set(&fonts, &Edition::parse(&published.text)?, &Fills::new())?;
        writer.editions_mut().save(&published)?;
        view(writer, request.id, today)
    })
}

/// Retires an edition; agreements printed with it keep it.
///
/// # Errors
/// Only a manager may; the program's own stays; it is the only one.
pub fn retire(desk: &Desk, request: TextRef) -> Result<TextView, Failure> {
    let today = desk.now().date();
    desk.write(Permission::KeepFirm, |writer| {
        let edition = get(writer, request.id)?;
        if edition.id == OWN {
            return Err(Situation::EditionOwn.into());
        }
        let retired = edition.retire(&all(writer)?)?;
        writer.editions_mut().save(&retired)?;
        view(writer, request.id, today)
    })
}

/// Throws a draft away. That there was one stays in the log.
///
/// # Errors
/// Only a manager may; it was published.
pub fn discard(desk: &Desk, request: TextRef) -> Result<Vec<TextLine>, Failure> {
    let today = desk.now().date();
    desk.write(Permission::KeepFirm, |writer| {
        let draft = get(writer, request.id)?.discarded()?;
        writer.editions_mut().discard(&draft)?;
        lines(writer, today)
    })
}

/// Reads a firm's own text, plain or .docx, word for word.
///
/// # Errors
/// Only a manager may; it is neither, broken, empty or too large.
pub fn read(desk: &Desk, request: TextImport) -> Result<TextImported, Failure> {
    let effective = NaiveDate::parse_from_str(request.effective.trim(), "%Y-%m-%d")
        .map_err(|_| Failure::because(&Situation::DayImpossible).at("effective"))?;
    desk.read(Permission::KeepFirm, |_| {
        let options = ImportOptions {
            name: request.name.trim().to_owned(),
            effective,
        };
        let imported = import(&request.bytes, &options)?;
        Ok(TextImported {
            checked: looked_at(&imported.markup),
            text: imported.markup,
            found: imported.found,
        })
    })
}

/// Looks at a file without a store: one in the markup as it stands, any other
/// as it would be imported; lines are those of the file.
///
/// # Errors
/// It is neither text nor .docx, broken, empty or too large.
pub fn check_file(bytes: &[u8], today: NaiveDate) -> Result<Vec<TextFindingView>, Failure> {
    if let Ok(text) = std::str::from_utf8(bytes)
        && Edition::parse(text).is_ok()
    {
        return Ok(looked_at(text).findings);
    }
    let options = ImportOptions {
        name: today.format("%Y-%m").to_string(),
        effective: today,
    };
    let imported = import(bytes, &options)?;
    let mut findings = looked_at(&imported.markup).findings;
    for finding in &mut findings {
        let before = imported
            .found
            .iter()
            .filter(|found| found.line <= finding.line);
        let nearest = before.max_by_key(|found| (found.line, found.source_line));
        if let Some(found) = nearest {
            let (markup, file) = (finding.line, found.source_line);
            finding.line = file;
            let said = [format!("第 {markup} 行"), format!("第 {file} 行")];
            finding.message = finding.message.replace(&said[0], &said[1]);
        }
    }
    Ok(findings)
}

/// Two editions side by side, article by article.
///
/// # Errors
/// One of them cannot be read yet.
pub fn compare(desk: &Desk, request: TextCompare) -> Result<Vec<ArticleChange>, Failure> {
    desk.read(Permission::TakeOrders, |reader| {
        let old = Edition::parse(&get(reader, request.old)?.text)?;
        let new = Edition::parse(&get(reader, request.new)?.text)?;
        Ok(held_against(&old, &new))
    })
}
