//! The fields of the manifest of a Maven module, as XML has them.

use crate::registry::Registry;
use crate::text::one_line;

/// The fields of the manifest.
pub(super) struct ModuleView {
    pub(super) name: String,
    pub(super) version: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) licenses: Vec<LicenseView>,
    pub(super) authors: Vec<String>,
    pub(super) repository: Option<String>,
    /// The page about the module, which is that of the repository when there is no other.
    pub(super) url: Option<String>,
}

impl ModuleView {
    pub(super) fn new(registry: &Registry) -> Self {
        let description = registry.summary.as_ref().unwrap_or(&registry.title);
        let package = &registry.package;
        Self {
            name: package.name.to_string(),
            version: xml(&package.version),
            title: xml(&registry.title),
            description: xml(description),
            licenses: package.license.as_deref().map(licenses).unwrap_or_default(),
            authors: package.authors.iter().map(|author| xml(author)).collect(),
            repository: package.repository.as_deref().map(xml),
            url: package
                .homepage
                .as_ref()
                .or(package.repository.as_ref())
                .map(|url| xml(url)),
        }
    }
}

/// A licence that one may choose.
pub(super) struct LicenseView {
    pub(super) name: String,
    /// Its page in the list of SPDX, if it is one of that.
    pub(super) url: Option<String>,
}

/// An SPDX expression → the licences of which one may choose any: the parts between `OR`, or the whole.
fn licenses(expression: &str) -> Vec<LicenseView> {
    let ids: Vec<&str> = expression.split(" OR ").map(str::trim).collect();
    if !ids.iter().copied().all(is_listed) {
        let name = xml(expression);
        return vec![LicenseView { name, url: None }];
    }
    let view = |id: &str| LicenseView {
        name: xml(id),
        url: Some(format!("https://spdx.org/licenses/{id}.html")),
    };
    ids.into_iter().map(view).collect()
}

/// Whether a part of a sound expression is nothing but the id of a licence in the list of SPDX.
fn is_listed(part: &str) -> bool {
    let is_id = |byte: u8| byte.is_ascii_alphanumeric() || b"-.".contains(&byte);
    part.bytes().all(is_id) && !part.starts_with("LicenseRef-")
}

/// Text of an element of XML, which cannot have two characters at all.
fn xml(text: &str) -> String {
    let text = one_line(text).replace(['\u{fffe}', '\u{ffff}'], "");
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;")
}
