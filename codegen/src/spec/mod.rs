//! The fields of a spec file, as its JSON has them. Every field may be missing here: [`crate::registry`] checks what must be
//! there.

mod cause;
mod code;
mod conditions;
mod limits;
mod parse;
mod read;
mod reconnect;
mod words;

use schemars::JsonSchema;
use serde_json::{Map, Value};

use crate::name::{MAX_NAME_BYTES, NAME_PATTERN};
pub(crate) use cause::CauseSpec;
pub(crate) use code::{AdviceSpec, CodeSpec, RangeSpec};
pub(crate) use limits::{
    MAX_AUTHORS, MAX_CAUSES, MAX_DETAILS, MAX_LINE, MAX_NOTE, MAX_REFERENCES, MAX_TITLE, MAX_URL,
};
pub(crate) use parse::{json, parse};
pub(crate) use read::{Fields, Object, Over, Read, expect, fields};
pub(crate) use reconnect::{BackoffSpec, MAX_SECONDS, ReconnectSpec};
pub use words::{After, Kind, Reconnect, SentBy};
pub(crate) use words::{Extends, choices};

/// A Semantic Version, as <https://semver.org> defines it.
const VERSION_PATTERN: &str =
    r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$";

/// A date; how many days a month has is for the parser to check, as is what makes a host.
const DATE_PATTERN: &str = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$";

/// An http(s) URL with a host.
const URL_PATTERN: &str = r"^https?://[^/?#]";

/// The same with TLS, which registries want of the links in a manifest.
const HTTPS_PATTERN: &str = r"^https://[^/?#]";

/// A whole spec file.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(title = "Spec of WebSocket close codes")]
// Only an entry that adjusts an inherited code can do without a name and a summary.
#[schemars(extend(
    "if" = { "properties": { "extends": true }, "required": ["extends"] },
    "else" = { "properties": { "codes": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": { "name": true, "summary": true },
            "required": ["name", "summary"],
        },
    } } },
))]
pub struct Spec {
    /// Where editors find the schema of this file; nothing here reads it.
    #[schemars(rename = "$schema")]
    pub schema: Option<String>,
    /// The name of the registry, in kebab-case.
    #[schemars(required, regex(pattern = NAME_PATTERN), length(max = MAX_NAME_BYTES))]
    pub name: Option<String>,
    /// The heading of the documentation.
    #[schemars(length(max = MAX_LINE))]
    pub title: Option<String>,
    /// One sentence on what the registry is.
    #[schemars(length(max = MAX_LINE))]
    pub summary: Option<String>,
    /// The command that regenerates the outputs, for their first comment; `close-codes generate` by default.
    #[schemars(length(max = MAX_LINE))]
    pub command: Option<String>,
    /// The fields of the manifests of generated packages.
    pub package: Option<PackageSpec>,
    /// The public registry that the file follows, and as of when.
    pub registry: Option<SnapshotSpec>,
    /// What the file builds on; `standard` is the registry of the protocol's own codes.
    pub extends: Option<Extends>,
    /// The close codes.
    #[schemars(default)]
    pub codes: Vec<CodeSpec>,
    /// Meanings of whole ranges of numbers.
    #[schemars(default)]
    pub ranges: Vec<RangeSpec>,
    /// The advice for every other number.
    pub otherwise: Option<AdviceSpec>,
    /// Codes that are no longer used, and must not be reused.
    #[schemars(default)]
    pub retired: Vec<RetiredSpec>,
    /// The measured implementations that the application's peers use, for lint.
    #[schemars(default)]
    pub endpoints: Vec<String>,
    /// The measured client libraries that connect to the application, for lint.
    #[schemars(default)]
    pub clients: Vec<String>,
    /// The documents that references point to.
    #[schemars(default)]
    pub documents: Vec<DocumentSpec>,
    /// Where the outputs go: a path that ends in `/` is a whole package, any other one file.
    #[schemars(default)]
    pub outputs: Map<String, Value>,
}

/// The fields of the manifests of generated packages.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PackageSpec {
    /// The name of the packages, in kebab-case; the registry's name and `-close-codes` by default.
    #[schemars(regex(pattern = NAME_PATTERN), length(max = MAX_NAME_BYTES))]
    pub name: Option<String>,
    /// The version of the packages, in the form of Semantic Versioning.
    #[schemars(regex(pattern = VERSION_PATTERN), length(max = MAX_LINE))]
    pub version: Option<String>,
    /// The licence, as an SPDX expression.
    #[schemars(length(max = MAX_LINE))]
    pub license: Option<String>,
    /// The URL of the repository, which `git clone` takes.
    #[schemars(regex(pattern = HTTPS_PATTERN), length(max = MAX_URL))]
    pub repository: Option<String>,
    /// The URL of the page about the packages.
    #[schemars(regex(pattern = HTTPS_PATTERN), length(max = MAX_URL))]
    pub homepage: Option<String>,
    /// The names of the people or groups that publish the packages.
    #[schemars(default, length(max = MAX_AUTHORS), inner(length(max = MAX_TITLE)))]
    pub authors: Vec<String>,
}

/// A dated look at a public registry.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SnapshotSpec {
    /// The id of the registry's document.
    #[schemars(required, length(max = MAX_LINE))]
    pub document: Option<String>,
    /// The date of the look, as `YYYY-MM-DD`.
    #[schemars(required, regex(pattern = DATE_PATTERN))]
    pub snapshot: Option<String>,
    /// What is not certain about it.
    #[schemars(length(max = MAX_NOTE))]
    pub doubt: Option<String>,
}

/// A document that references point to.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct DocumentSpec {
    /// Its name in references.
    #[schemars(required, length(max = MAX_TITLE))]
    pub id: Option<String>,
    /// Its title.
    #[schemars(required, length(max = MAX_TITLE))]
    pub title: Option<String>,
    /// Its URL.
    #[schemars(required, regex(pattern = URL_PATTERN), length(max = MAX_URL))]
    pub url: Option<String>,
}

/// A code that is no longer used.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["code", "name"]))]
pub struct RetiredSpec {
    /// The number that it had.
    pub code: Option<u16>,
    /// The name that it had.
    #[schemars(regex(pattern = NAME_PATTERN), length(max = MAX_NAME_BYTES))]
    pub name: Option<String>,
}

fields!(Spec {
    schema = "$schema", name, title, summary, command, package, registry, extends, codes, ranges, otherwise, retired,
    endpoints, clients, documents, outputs,
});
fields!(PackageSpec {
    name,
    version,
    license,
    repository,
    homepage,
    authors,
});
fields!(SnapshotSpec {
    document,
    snapshot,
    doubt
});
fields!(DocumentSpec { id, title, url });
fields!(RetiredSpec { code, name });
