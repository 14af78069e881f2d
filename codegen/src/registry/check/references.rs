//! Rules for documents and references: each id once, each reference to a document, each document cited.

use std::collections::{BTreeMap, BTreeSet};

use super::Check;
use crate::diagnostics::{Pointer, Problem, nearest};
use crate::registry::{Document, Reference};
use crate::spec::DocumentSpec;

/// The documents of a spec, and which of them were cited.
pub(super) struct References<'a> {
    /// The spec's own, by id: their places.
    own: BTreeMap<&'a str, usize>,
    /// All by id, so that their order in the spec does not matter; the spec's own win.
    documents: BTreeMap<String, Document>,
    cited: BTreeSet<String>,
}

impl<'a> References<'a> {
    pub(super) fn new(
        specs: &'a [DocumentSpec],
        inherited: &[Document],
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut own: BTreeMap<&str, usize> = BTreeMap::new();
        let inherited = inherited.iter().cloned();
        let mut documents: BTreeMap<String, Document> = inherited
            .map(|document| (document.id.clone(), document))
            .collect();
        for (index, spec) in specs.iter().enumerate() {
            let at = Pointer::root().key("documents").index(index);
            let fields = [
                ("id", spec.id.as_deref()),
                ("title", spec.title.as_deref()),
                ("url", spec.url.as_deref()),
            ];
            for (field, text) in fields {
                if text.is_none_or(|text| text.trim().is_empty()) {
                    let message = format!("a document needs its `{field}`");
                    let help = format!("add `{field}`");
                    problems.push(Problem::at(&at.key(field), "missing-field", message, help));
                }
            }
            if let Some(url) = spec.url.as_deref().filter(|url| !is_address(url)) {
                let message = format!("`{url}` is not an http(s) URL");
                let help = "write a URL that begins with `https://` or `http://`";
                problems.push(Problem::at(&at.key("url"), "document-url", message, help));
            }
            let (Some(id), Some(title), Some(url)) = (spec.id.as_deref(), &spec.title, &spec.url)
            else {
                continue;
            };
            if own.contains_key(id) {
                let message = format!("the id `{id}` is taken by another document");
                let help = "give each document an id of its own";
                problems.push(Problem::at(
                    &at.key("id"),
                    "duplicate-document",
                    message,
                    help,
                ));
                continue;
            }
            let document = Document {
                id: id.to_owned(),
                title: title.clone(),
                url: url.clone(),
            };
            own.insert(id, index);
            documents.insert(id.to_owned(), document);
        }
        Self {
            own,
            documents,
            cited: BTreeSet::new(),
        }
    }

    /// All documents, by id.
    pub(super) fn documents(&self) -> Vec<Document> {
        self.documents.values().cloned().collect()
    }

    pub(super) fn report_uncited(&self, problems: &mut Vec<Problem>) {
        for (id, index) in &self.own {
            if !self.cited.contains(*id) {
                let at = Pointer::root().key("documents").index(*index);
                let message = format!("the document `{id}` is not cited");
                let help = "cite it in a `reference` or `advised_by`, or remove it";
                problems.push(Problem::at(
                    &at.key("id"),
                    "uncited-document",
                    message,
                    help,
                ));
            }
        }
    }
}

/// Whether a page may link to `url`: another scheme could run a script. What is empty is missing, not wrong.
fn is_address(url: &str) -> bool {
    let schemes = ["https://", "http://"];
    url.trim().is_empty() || schemes.iter().any(|scheme| url.starts_with(scheme))
}

impl Check<'_> {
    /// The references at `pointer`.
    pub(super) fn references(&mut self, pointer: &Pointer, ids: &[String]) -> Vec<Reference> {
        ids.iter()
            .enumerate()
            .filter_map(|(index, id)| self.reference(&pointer.index(index), id))
            .collect()
    }

    /// The reference `id`: that of a document, and after a `#` the anchor of a place in it.
    pub(super) fn reference(&mut self, pointer: &Pointer, id: &str) -> Option<Reference> {
        let (document_id, anchor) = match id.split_once('#') {
            Some((document, anchor)) => (document, Some(anchor)),
            None => (id, None),
        };
        let documents = &self.references.documents;
        let Some(document) = documents.get(document_id).cloned() else {
            let message = format!("there is no document `{document_id}`");
            let meant = nearest(document_id, documents.keys().map(String::as_str));
            let help = match meant {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "add it to `documents`".to_owned(),
            };
            let problem = Problem::at(pointer, "unknown-document", message, help);
            self.problems.push(Problem {
                suggestion: meant
                    .map(|meant| format!("\"{}\"", id.replacen(document_id, meant, 1))),
                ..problem
            });
            return None;
        };
        self.references.cited.insert(document.id.clone());
        let title = match anchor.map(|anchor| anchor.strip_prefix("section-")) {
            Some(Some(section)) => format!("{}, section {section}", document.title),
            _ => document.title.clone(),
        };
        if anchor.is_some() && document.url.contains('#') {
            let message = format!("the URL of `{document_id}` has an anchor already");
            let help = format!("write `{document_id}`");
            self.problems
                .push(Problem::at(pointer, "two-anchors", message, help));
        }
        let url = match anchor {
            Some(anchor) => format!("{}#{anchor}", document.url),
            None => document.url.clone(),
        };
        Some(Reference {
            id: id.to_owned(),
            title,
            url,
        })
    }
}
