//! From a document with a page for each layer, as printpdf wrote it, to one
//! whose pages lay the layers over each other: a page of a PDF may have several
//! streams of content, and pages may share them (ISO 32000-1, 7.7.3.3).

use super::layers::Layers;
use lopdf::{Dictionary, Document, Error, Object, ObjectId, Result};

/// Replaces the pages of the layers by the pages of the document.
///
/// # Errors
/// When the document is not built as printpdf builds it.
pub(super) fn assemble(document: &mut Document, layers: &Layers<'_>) -> Result<()> {
    let tree = document.catalog()?.get(b"Pages")?.as_reference()?;
    let drafts = drafts(document, tree)?;
    let mut pages = Vec::with_capacity(layers.of_page.len());
    for numbers in &layers.of_page {
        let shown: Vec<&Dictionary> = numbers.iter().map(|number| &drafts[*number]).collect();
        let Some(&lowest) = shown.first() else {
            return Err(Error::DictKey("Contents".to_owned()));
        };
        let mut page = lowest.clone();
        let contents = shown
            .iter()
            .map(|draft| draft.get(b"Contents").cloned())
            .collect::<Result<Vec<_>>>()?;
        page.set("Contents", contents);
        page.remove(b"Annots");
        pages.push(Object::Reference(document.add_object(page)));
    }
    let tree = document.get_object_mut(tree)?.as_dict_mut()?;
    tree.set("Count", i64::try_from(pages.len()).unwrap_or(i64::MAX));
    tree.set("Kids", pages);
    Ok(())
}

/// Takes the layers' pages out of the document; all share one set of resources,
/// that of the first.
fn drafts(document: &mut Document, tree: ObjectId) -> Result<Vec<Dictionary>> {
    let kids = document.get_dictionary(tree)?.get(b"Kids")?.as_array()?;
    let kids: Vec<ObjectId> = kids
        .iter()
        .map(Object::as_reference)
        .collect::<Result<_>>()?;
    let mut drafts: Vec<Dictionary> = Vec::with_capacity(kids.len());
    for id in kids {
        let mut draft = document.get_dictionary(id)?.clone();
        document.objects.remove(&id);
        if let Some(first) = drafts.first() {
            let own = draft.get(b"Resources")?.as_reference()?;
            document.objects.remove(&own);
            draft.set("Resources", first.get(b"Resources")?.clone());
        }
        drafts.push(draft);
    }
    Ok(drafts)
}
