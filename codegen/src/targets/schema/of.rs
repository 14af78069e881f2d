//! What a schema describes: the word of a spec.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::spec::choices;
use crate::text::{Word, words};

words! {
    /// What a schema describes.
    #[derive(Default)]
    pub(super) enum Of {
        #[default]
        Spec = "spec": "Specs.",
        Json = "json": "JSON outputs, and with `notice` what templates get.",
    }
}

impl JsonSchema for Of {
    fn schema_name() -> Cow<'static, str> {
        "Of".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": Self::ABOUT, "oneOf": choices::<Self>() })
    }
}
