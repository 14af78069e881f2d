//! Who may use a Swift declaration: the word of a spec → the modifier.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::spec::choices;
use crate::text::{Word, words};

words! {
    /// Who may use a Swift declaration.
    #[derive(Default)]
    pub(super) enum Access {
        #[default]
        Public = "public": "Other modules.",
        Package = "package": "Other modules of the same package.",
        Internal = "internal": "The file's own module.",
    }
}

impl Access {
    /// Who else may use a declaration.
    pub(super) fn offers(self) -> &'static [&'static str] {
        let all = &[
            "its declarations to the same package",
            "its declarations to other modules",
        ];
        match self {
            Self::Public => all,
            Self::Package => &all[..1],
            Self::Internal => &[],
        }
    }

    /// The modifier before a declaration.
    pub(super) fn modifier(self) -> &'static str {
        match self {
            Self::Public => "public ",
            Self::Package => "package ",
            Self::Internal => "",
        }
    }
}

impl JsonSchema for Access {
    fn schema_name() -> Cow<'static, str> {
        "Access".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": Self::ABOUT, "oneOf": choices::<Self>() })
    }
}
