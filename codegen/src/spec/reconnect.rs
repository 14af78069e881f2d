//! `"never"`, `"immediately"`, `"backoff"` or `{ "backoff": { … } }`: the advice on reconnecting in a spec.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json_borrow::Value;

use super::read::{Object, Read, expect, fields};
use super::words::{Reconnect, choices};
use crate::diagnostics::{At, Problems};
use crate::text::Word;

/// The longest bound of a delay: 24 days, in seconds. A timer of JavaScript has at most 2³¹ − 1 ms, which is less than 25 days: the
/// HTML Standard makes the delay a `long`, and [Node](https://nodejs.org/api/timers.html#settimeoutcallback-delay-args) waits 1 ms
/// instead of more.
pub(crate) const MAX_SECONDS: u32 = 24 * 24 * 60 * 60;

/// A word of advice, and the bounds of the delays where the spec states them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReconnectSpec {
    /// The word.
    pub word: Reconnect,
    /// The bounds, which only `backoff` has.
    pub bounds: Option<BackoffSpec>,
}

/// The bounds of growing delays, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct BackoffSpec {
    /// The shortest first delay.
    #[schemars(required, rename = "from_seconds", range(min = 0))]
    pub from: Option<f64>,
    /// The longest first delay.
    #[schemars(required, rename = "to_seconds", extend("exclusiveMinimum" = 0))]
    pub to: Option<f64>,
    /// The longest delay ever.
    #[schemars(required, rename = "cap_seconds", range(max = MAX_SECONDS), extend("exclusiveMinimum" = 0))]
    pub cap: Option<f64>,
}

fields!(BackoffSpec { from = "from_seconds", to = "to_seconds", cap = "cap_seconds" });

/// A delay that grows with every attempt, within bounds of the spec's own.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, inline)]
#[expect(dead_code, reason = "only its schema is used")]
struct Bounds {
    /// The bounds of the delays.
    backoff: BackoffSpec,
}

impl Read for ReconnectSpec {
    fn read(value: &Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        if value.is_object() {
            let object = Object::read(value, at, &["backoff"], problems)?;
            let bounds: Option<BackoffSpec> = object.field("backoff", problems);
            return Some(Self {
                word: Reconnect::Backoff,
                bounds: Some(bounds.unwrap_or_default()),
            });
        }
        let expected =
            "`never`, `immediately`, `backoff`, or an object with the bounds of `backoff`";
        expect(value.as_str(), expected, value, at, problems)?;
        let word = Reconnect::read(value, at, problems)?;
        Some(Self { word, bounds: None })
    }
}

impl JsonSchema for ReconnectSpec {
    fn schema_name() -> Cow<'static, str> {
        "ReconnectSpec".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut choices = choices::<Reconnect>();
        choices.push(generator.subschema_for::<Bounds>().to_value());
        json_schema!({ "description": Reconnect::ABOUT, "oneOf": choices })
    }
}
