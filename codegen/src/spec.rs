//! What a spec's JSON literally says. Every field may be missing here: what must be there is [`crate::registry`]'s to say.

mod outputs;
mod reconnect;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::name::{MAX_NAME_BYTES, NAME_PATTERN};
use crate::wire::MAX_REASON_BYTES;
pub use outputs::{Access, FileSpec, OutputsSpec, RustSpec, SwiftSpec, TypeScriptSpec};
pub(crate) use reconnect::MAX_SECONDS;
pub use reconnect::{BackoffSpec, ReconnectSpec};

/// A whole spec file.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Spec of WebSocket close codes")]
// Only an entry that adjusts an inherited code can do without a name and a summary.
#[schemars(extend(
    "if" = { "not": { "required": ["extends"] } },
    "then" = { "properties": { "codes": {
        "type": "array",
        "items": { "type": "object", "required": ["name", "summary"] },
    } } },
))]
pub struct Spec {
    /// Where editors find the schema of this file; nothing here reads it.
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// The name of the registry, in kebab-case.
    #[schemars(required, regex(pattern = NAME_PATTERN), length(max = MAX_NAME_BYTES))]
    pub name: Option<String>,
    /// The heading of the documentation.
    pub title: Option<String>,
    /// One sentence on what the registry is.
    pub summary: Option<String>,
    /// The command that remakes the outputs, as their first line tells it; `close-codes generate` when left out.
    pub command: Option<String>,
    /// What the manifests of generated packages say.
    pub package: Option<PackageSpec>,
    /// The public registry that the file follows, and as of when.
    pub registry: Option<SnapshotSpec>,
    /// What the file builds on; `standard` is the registry of the protocol's own codes.
    pub extends: Option<Extends>,
    /// The close codes.
    #[serde(default)]
    pub codes: Vec<CodeSpec>,
    /// Meanings of whole ranges of numbers.
    #[serde(default)]
    pub ranges: Vec<RangeSpec>,
    /// The advice for every other number.
    pub otherwise: Option<AdviceSpec>,
    /// Codes that are used no more, and never again.
    #[serde(default)]
    pub retired: Vec<RetiredSpec>,
    /// The measured implementations that the application's peers use, for lint.
    #[serde(default)]
    pub endpoints: Vec<String>,
    /// The documents that references name.
    #[serde(default)]
    pub documents: Vec<DocumentSpec>,
    /// Where the outputs go.
    #[serde(default)]
    pub outputs: OutputsSpec,
}

/// What the manifests of generated packages say.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PackageSpec {
    /// The name of the packages, in kebab-case; the registry's name and `-close-codes` when left out.
    #[schemars(regex(pattern = NAME_PATTERN), length(max = MAX_NAME_BYTES))]
    pub name: Option<String>,
    /// The version of the packages, as Semantic Versioning writes it.
    pub version: Option<String>,
    /// The licence, as an SPDX expression.
    pub license: Option<String>,
}

/// A dated look at a public registry.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SnapshotSpec {
    /// The id of the registry's document.
    #[schemars(required)]
    pub document: Option<String>,
    /// The date of the look, as `YYYY-MM-DD`.
    #[schemars(required)]
    pub snapshot: Option<String>,
    /// What is not certain about it.
    pub doubt: Option<String>,
}

/// One close code.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("required" = ["code"]))]
pub struct CodeSpec {
    /// The number, 0 to 65535.
    #[serde(default, deserialize_with = "number")]
    pub code: Option<u16>,
    /// The name, in kebab-case.
    #[schemars(regex(pattern = NAME_PATTERN), length(max = MAX_NAME_BYTES))]
    pub name: Option<String>,
    /// One sentence for logs and documentation.
    pub summary: Option<String>,
    /// Markdown for documentation.
    pub details: Option<String>,
    /// Whether the code may be used, is only reported locally, or is reserved; `usable` when left out.
    pub kind: Option<Kind>,
    /// Who sends it.
    pub sent_by: Option<SentBy>,
    /// What a client that received the code should do about the connection.
    pub reconnect: Option<ReconnectSpec>,
    /// What must happen before it reconnects.
    pub after: Option<After>,
    /// Why this advice.
    pub because: Option<String>,
    /// References to what gives the advice; without any it is the spec author's own.
    #[serde(default)]
    pub advised_by: Vec<String>,
    /// The default reason text of a Close frame with this code, at most 123 bytes of UTF-8.
    #[schemars(length(max = MAX_REASON_BYTES))]
    pub reason: Option<String>,
    /// What to use instead of the code.
    pub deprecated: Option<String>,
    /// Identifiers that languages use instead of the one that follows from the name.
    #[serde(default)]
    pub names: NamesSpec,
    /// Lint rules that the code may break, each with the reason why.
    #[serde(default)]
    pub allow: BTreeMap<String, String>,
    /// What is not certain about this entry.
    pub doubt: Option<String>,
    /// References to what defines the code.
    #[serde(default)]
    pub reference: Vec<String>,
}

/// The meaning of a range of numbers.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("required" = ["from", "to", "name", "summary"]))]
pub struct RangeSpec {
    /// The first number.
    #[serde(default, deserialize_with = "number")]
    pub from: Option<u16>,
    /// The last number.
    #[serde(default, deserialize_with = "number")]
    pub to: Option<u16>,
    /// The name, in kebab-case; the label of every number here that has no name.
    #[schemars(regex(pattern = NAME_PATTERN), length(max = MAX_NAME_BYTES))]
    pub name: Option<String>,
    /// One sentence for documentation.
    pub summary: Option<String>,
    /// Markdown for documentation.
    pub details: Option<String>,
    /// Who sends these numbers.
    pub sent_by: Option<SentBy>,
    /// What a client that received one of them should do about the connection.
    pub reconnect: Option<ReconnectSpec>,
    /// What must happen before it reconnects.
    pub after: Option<After>,
    /// Why this advice.
    pub because: Option<String>,
    /// References to what gives the advice.
    #[serde(default)]
    pub advised_by: Vec<String>,
    /// What is not certain about this entry.
    pub doubt: Option<String>,
    /// References to what defines the range.
    #[serde(default)]
    pub reference: Vec<String>,
}

/// Advice for numbers that nothing else speaks of.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AdviceSpec {
    /// What a client that received such a number should do about the connection.
    pub reconnect: Option<ReconnectSpec>,
    /// What must happen before it reconnects.
    pub after: Option<After>,
    /// Why this advice.
    pub because: Option<String>,
}

/// A document that references name.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentSpec {
    /// What references call it.
    #[schemars(required)]
    pub id: Option<String>,
    /// What readers call it.
    #[schemars(required)]
    pub title: Option<String>,
    /// Where it is.
    #[schemars(required, regex(pattern = r"^https?://"))]
    pub url: Option<String>,
}

/// Identifiers that a code has in a language.
#[derive(Debug, Default, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NamesSpec {
    /// The variant in Rust.
    pub rust: Option<String>,
    /// The static member in Swift.
    pub swift: Option<String>,
    /// The key in TypeScript.
    pub typescript: Option<String>,
}

/// A code that is used no more.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("required" = ["code", "name"]))]
pub struct RetiredSpec {
    /// The number that it had.
    #[serde(default, deserialize_with = "number")]
    pub code: Option<u16>,
    /// The name that it had.
    #[schemars(regex(pattern = NAME_PATTERN), length(max = MAX_NAME_BYTES))]
    pub name: Option<String>,
}

/// What a file builds on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Extends {
    /// The registry of the protocol's own codes, which is built in.
    Standard,
}

/// Whether a code is offered as a constant, and may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Offered, and may be sent.
    #[default]
    Usable,
    /// Offered: reported to the application, never sent.
    Local,
    /// Documented and classified, but not offered.
    Reserved,
}

/// Who sends a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SentBy {
    /// The client or the server.
    Either,
    /// Only the client.
    Client,
    /// Only the server.
    Server,
    /// No endpoint may.
    Nobody,
}

/// What must happen before a client reconnects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum After {
    /// The client gets itself new credentials.
    NewCredentials,
    /// The client starts a new session instead of resuming the old one.
    NewSession,
    /// The client chooses another server.
    OtherServer,
    /// A person asks for it.
    UserAction,
    /// The client changes what it sends.
    ChangedRequest,
}

impl Kind {
    /// The word as the spec writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Usable => "usable",
            Self::Local => "local",
            Self::Reserved => "reserved",
        }
    }
}

impl SentBy {
    /// The word as the spec writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Either => "either",
            Self::Client => "client",
            Self::Server => "server",
            Self::Nobody => "nobody",
        }
    }
}

impl After {
    /// The word as the spec writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NewCredentials => "new-credentials",
            Self::NewSession => "new-session",
            Self::OtherServer => "other-server",
            Self::UserAction => "user-action",
            Self::ChangedRequest => "changed-request",
        }
    }
}

/// Reads a close code's number, and says in an error what one is.
fn number<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<u16>, D::Error> {
    struct Number;

    impl serde::de::Visitor<'_> for Number {
        type Value = Option<u16>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a whole number from 0 to 65535")
        }

        fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Self::Value, E> {
            let unexpected = serde::de::Unexpected::Unsigned(number);
            u16::try_from(number)
                .map(Some)
                .map_err(|_| E::invalid_value(unexpected, &self))
        }

        fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Self::Value, E> {
            Err(E::invalid_value(
                serde::de::Unexpected::Signed(number),
                &self,
            ))
        }
    }

    deserializer.deserialize_u64(Number)
}
