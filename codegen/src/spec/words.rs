//! The words of a spec. Schema, outputs and documentation take spelling and meaning from these tables.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use crate::protocol::CodeRange;
use crate::text::{Word, words};

words! {
    /// The registry that a spec builds on.
    pub enum Extends {
        Standard = "standard": "The registry of the protocol's own codes, which is built in.",
    }
}

words! {
    /// Whether a code has a constant, and may be sent.
    #[derive(Default)]
    pub enum Kind {
        #[default]
        Usable = "usable": "Has a constant, and may be sent.",
        Local = "local": "Reported to the application, never sent.",
        Reserved = "reserved": "Not to be used, and without a constant.",
    }
}

words! {
    /// Who sends a close code.
    pub enum SentBy {
        Either = "either": "The client or the server.",
        Client = "client": "Only the client.",
        Server = "server": "Only the server.",
        Nobody = "nobody": "No endpoint may send it.",
    }
}

words! {
    /// Whether a client should reconnect.
    pub enum Reconnect {
        Never = "never": "Do not reconnect: it would end the same way, or there is nothing left to do.",
        Immediately = "immediately": "Reconnect at once; after a failed attempt, with growing delays.",
        Backoff = "backoff": "Reconnect after a random delay that grows with every attempt.",
    }
}

words! {
    /// What must happen before a client reconnects.
    pub enum After {
        NewCredentials = "new-credentials": "Get new credentials first.",
        NewSession = "new-session": "Start a new session instead of resuming the old one.",
        OtherServer = "other-server": "Choose another server first.",
        UserAction = "user-action": "Wait until the user asks for it.",
        ChangedRequest = "changed-request": "Change the request first: the same one would be refused again.",
    }
}

/// A schema that offers each word with its meaning.
macro_rules! word_schemas {
    ($($name:ident),*) => {
        $(impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "description": Self::ABOUT, "oneOf": choices::<Self>() })
            }
        })*
    };
}

word_schemas!(Extends, Kind, SentBy, Reconnect, After, CodeRange);

/// Each word of a set, as a schema has it.
pub(crate) fn choices<W: Word>() -> Vec<Value> {
    let words = W::ALL.iter();
    words
        .map(|word| json!({ "const": word.as_str(), "description": word.meaning() }))
        .collect()
}
