//! Rules for documents and references: each id once, each reference to a document, each document cited.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;

use super::Check;
use super::forms::is_address;
use super::text::too_long;
use crate::diagnostics::{At, Problem, nearest};
use crate::registry::{Document, Reference};
use crate::spec::{DocumentSpec, MAX_LINE, MAX_REFERENCES, MAX_TITLE, MAX_URL};
use crate::text::excerpt;

/// Among how many documents the one that was meant is looked for.
const MAX_CANDIDATES: usize = 100;

/// The documents of a spec, and which of them were cited.
pub(super) struct References {
    /// The spec's own, by id: their places.
    own: BTreeMap<String, usize>,
    /// All by id, so that their order in the spec does not matter; the spec's own win.
    documents: BTreeMap<String, Arc<Document>>,
    cited: BTreeSet<String>,
}

impl References {
    pub(super) fn new(
        specs: Vec<DocumentSpec>,
        inherited: &[Arc<Document>],
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut own = BTreeMap::new();
        let inherited = inherited.iter().cloned();
        let mut documents: BTreeMap<String, Arc<Document>> = inherited
            .map(|document| (document.id.clone(), document))
            .collect();
        let list = At::Root.key("documents");
        for (index, spec) in specs.into_iter().enumerate() {
            let at = list.index(index);
            let fields = [
                ("id", spec.id.as_deref(), MAX_TITLE),
                ("title", spec.title.as_deref(), MAX_TITLE),
                ("url", spec.url.as_deref(), MAX_URL),
            ];
            for (field, text, max) in fields {
                problems.extend(text.and_then(|text| too_long(&at.key(field), text, max)));
                if text.is_none_or(|text| text.trim().is_empty()) {
                    let message = format!("a document needs its `{field}`");
                    let help = format!("add `{field}`");
                    problems.push(Problem::at(&at.key(field), "missing-field", message, help));
                }
            }
            // What is empty is missing, not wrong.
            let url = spec.url.as_deref().filter(|url| !url.trim().is_empty());
            if let Some(url) = url.filter(|url| !is_address(url)) {
                let message = format!("`{}` is not an http(s) URL", excerpt(url));
                let help = "write `https://` or `http://`, and a host";
                problems.push(Problem::at(&at.key("url"), "document-url", message, help));
            }
            let (Some(id), Some(title), Some(url)) = (spec.id, spec.title, spec.url) else {
                continue;
            };
            if own.contains_key(&id) {
                let message = format!("the id `{}` is taken by another document", excerpt(&id));
                let help = "give each document an id of its own";
                problems.push(Problem::at(
                    &at.key("id"),
                    "duplicate-document",
                    message,
                    help,
                ));
                continue;
            }
            own.insert(id.clone(), index);
            let document = Document {
                id: id.clone(),
                title,
                url,
            };
            documents.insert(id, Arc::new(document));
        }
        Self {
            own,
            documents,
            cited: BTreeSet::new(),
        }
    }

    /// All documents, by id.
    pub(super) fn documents(&self) -> Vec<Arc<Document>> {
        self.documents.values().cloned().collect()
    }

    pub(super) fn report_uncited(&self, problems: &mut Vec<Problem>) {
        let list = At::Root.key("documents");
        for (id, index) in &self.own {
            if !self.cited.contains(id) {
                let at = list.index(*index);
                let message = format!("the document `{}` is not cited", excerpt(id));
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

impl Check {
    /// The references at `at`.
    pub(super) fn references(&mut self, at: &At<'_>, ids: &[String]) -> Vec<Reference> {
        if ids.len() > MAX_REFERENCES {
            let message = format!("`{}` has {} references", at.last(), ids.len());
            let help = format!("keep at most {MAX_REFERENCES}");
            self.problems
                .push(Problem::at(at, "list-too-long", message, help));
        }
        ids.iter()
            .take(MAX_REFERENCES)
            .enumerate()
            .filter_map(|(index, id)| self.reference(&at.index(index), id))
            .collect()
    }

    /// The reference `id`: that of a document, and after a `#` the anchor of a place in it.
    pub(super) fn reference(&mut self, at: &At<'_>, id: &str) -> Option<Reference> {
        if let Some(problem) = too_long(at, id, MAX_LINE) {
            self.problems.push(problem);
            return None;
        }
        let (document_id, anchor) = match id.split_once('#') {
            Some((document, anchor)) => (document, Some(anchor)),
            None => (id, None),
        };
        let documents = &self.references.documents;
        let Some(document) = documents.get(document_id) else {
            let message = format!("there is no document `{}`", excerpt(document_id));
            let ids = documents.keys().map(String::as_str);
            let meant = nearest(document_id, ids.take(MAX_CANDIDATES));
            let help = match meant {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "add it to `documents`".to_owned(),
            };
            let problem = Problem::at(at, "unknown-document", message, help);
            self.problems.push(Problem {
                suggestion: meant
                    .map(|meant| Value::from(id.replacen(document_id, meant, 1)).to_string()),
                ..problem
            });
            return None;
        };
        if !self.references.cited.contains(document_id) {
            self.references.cited.insert(document_id.to_owned());
        }
        if anchor.is_some() && document.url.contains('#') {
            let message = format!("the URL of `{document_id}` has an anchor already");
            let help = format!("write `{document_id}`");
            self.problems
                .push(Problem::at(at, "two-anchors", message, help));
        }
        Some(Reference {
            document: Arc::clone(document),
            anchor: anchor.map(str::to_owned),
        })
    }
}
