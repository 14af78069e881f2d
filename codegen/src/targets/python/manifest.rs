//! The fields of the package's manifest.

use semver::Version;

use super::identifier::module;
use crate::registry::Registry;
use crate::text::one_line;

/// The fields as the manifest prints them.
pub(super) struct PackageView {
    pub(super) name: String,
    /// What programs import.
    pub(super) module: String,
    pub(super) version: String,
    pub(super) description: String,
    pub(super) license: Option<String>,
    /// As TOML has the list; empty without authors.
    pub(super) authors: String,
    pub(super) repository: Option<String>,
    pub(super) homepage: Option<String>,
}

impl PackageView {
    pub(super) fn new(registry: &Registry) -> Self {
        let package = &registry.package;
        let description = registry.summary.as_ref().unwrap_or(&registry.title);
        let authors = package.authors.iter();
        let authors: Vec<String> = authors
            .map(|author| format!("{{ name = {} }}", quoted(author)))
            .collect();
        Self {
            name: package.name.to_string(),
            module: module(&package.name),
            version: quoted(&version(&package.version)),
            description: quoted(description),
            license: package.license.as_deref().map(quoted),
            authors: authors.join(", "),
            repository: package.repository.as_deref().map(quoted),
            homepage: package.homepage.as_deref().map(quoted),
        }
    }
}

/// A TOML string, whose escapes are those of JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(one_line(text)).to_string()
}

/// What comes before a release, as Python has it.
const STAGES: &[&str] = &["alpha", "beta", "rc"];

/// A Semantic Version → the version that Python's package managers take for the same. They know three stages before a
/// release; any other is a development version with a local label.
fn version(version: &str) -> String {
    let Ok(Version {
        major,
        minor,
        patch,
        pre,
        build,
    }) = Version::parse(version)
    else {
        return version.to_owned();
    };
    let release = format!("{major}.{minor}.{patch}");
    let (stage, number) = pre.split_once('.').unwrap_or((&pre, "0"));
    let is_known = STAGES.contains(&stage) && number.bytes().all(|byte| byte.is_ascii_digit());
    let (suffix, unknown) = match (pre.is_empty(), is_known) {
        (true, _) => (String::new(), ""),
        (false, true) => (format!("-{pre}"), ""),
        (false, false) => (".dev0".to_owned(), pre.as_str()),
    };
    let label: Vec<&str> = [unknown, &build]
        .iter()
        .flat_map(|text| text.split(['.', '-']))
        .filter(|part| !part.is_empty())
        .collect();
    let label = if label.is_empty() {
        String::new()
    } else {
        format!("+{}", label.join("."))
    };
    release + &suffix + &label
}
