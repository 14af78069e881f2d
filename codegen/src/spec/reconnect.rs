//! `"never"`, `"immediately"`, `"backoff"` or `{ "backoff": { … } }`: what a spec says of reconnecting.

use std::fmt;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

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
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BackoffSpec {
    /// The shortest first delay.
    pub from_seconds: f64,
    /// The longest first delay.
    pub to_seconds: f64,
    /// The longest delay ever.
    pub cap_seconds: f64,
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
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Bounds {
            backoff: BackoffSpec,
        }

        let bounds = Bounds::deserialize(MapAccessDeserializer::new(map))?;
        Ok(ReconnectSpec::Backoff(Some(bounds.backoff)))
    }
}
