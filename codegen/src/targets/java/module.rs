//! The fields of the manifest of a Maven module, as XML has them.

use crate::registry::Registry;
use crate::text::one_line;

/// The fields of the manifest.
pub(super) struct ModuleView {
    pub(super) name: String,
    pub(super) version: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) license: Option<String>,
}

impl ModuleView {
    pub(super) fn new(registry: &Registry) -> Self {
        let description = registry.summary.as_ref().unwrap_or(&registry.title);
        Self {
            name: registry.package.name.to_string(),
            version: xml(&registry.package.version),
            title: xml(&registry.title),
            description: xml(description),
            license: registry.package.license.as_deref().map(xml),
        }
    }
}

/// Text of an element of XML, which cannot have two characters at all.
fn xml(text: &str) -> String {
    let text = one_line(text).replace(['\u{fffe}', '\u{ffff}'], "");
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;")
}
