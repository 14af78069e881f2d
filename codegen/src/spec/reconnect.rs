//! `"never"`, `"immediately"`, `"backoff"` or `{ "backoff": { … } }`: what a spec says of reconnecting.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

/// The longest bound of a delay: a year, in seconds.
pub(crate) const MAX_SECONDS: u32 = 365 * 24 * 60 * 60;

const WORDS: &[&str] = &["never", "immediately", "backoff"];

/// What a spec says of reconnecting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ReconnectSpec {
    /// Do not.
    Never,
    /// At once, and with growing delays if that fails.
    Immediately,
    /// With growing delays; `None` leaves the bounds to the default.
    Backoff(Option<BackoffSpec>),
}

/// The bounds of growing delays, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BackoffSpec {
    /// The shortest first delay.
    #[schemars(range(min = 0))]
    pub from_seconds: f64,
    /// The longest first delay.
    #[schemars(extend("exclusiveMinimum" = 0))]
    pub to_seconds: f64,
    /// The longest delay ever.
    #[schemars(range(max = MAX_SECONDS), extend("exclusiveMinimum" = 0))]
    pub cap_seconds: f64,
}

/// With growing delays within bounds of the spec's own.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
struct Bounds {
    /// The bounds of the delays.
    backoff: BackoffSpec,
}

impl JsonSchema for ReconnectSpec {
    fn schema_name() -> Cow<'static, str> {
        "ReconnectSpec".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "What a spec says of reconnecting.",
            "oneOf": [
                { "const": "never", "description": "Do not." },
                { "const": "immediately", "description": "At once, and with growing delays if that fails." },
                { "const": "backoff", "description": "With growing delays." },
                generator.subschema_for::<Bounds>(),
            ],
        })
    }
}

impl<'de> Deserialize<'de> for ReconnectSpec {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ReconnectVisitor)
    }
}

struct ReconnectVisitor;

impl<'de> Visitor<'de> for ReconnectVisitor {
    type Value = ReconnectSpec;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`never`, `immediately`, `backoff`, or an object with the bounds of `backoff`")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Self::Value, E> {
        match word {
            "never" => Ok(ReconnectSpec::Never),
            "immediately" => Ok(ReconnectSpec::Immediately),
            "backoff" => Ok(ReconnectSpec::Backoff(None)),
            _ => Err(E::unknown_variant(word, WORDS)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        let bounds = Bounds::deserialize(MapAccessDeserializer::new(map))?;
        Ok(ReconnectSpec::Backoff(Some(bounds.backoff)))
    }
}
