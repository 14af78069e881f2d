//! The lines between the harness and an endpoint: commands that it reads and events that it prints, as JSON.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The side of a connection that an endpoint takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// It connects.
    Client,
    /// It is connected to.
    Server,
}

impl Role {
    /// The argument that asks an endpoint for this role.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Server => "server",
        }
    }
}

/// What the harness asks for.
#[derive(Debug, Serialize)]
#[serde(tag = "do", rename_all = "lowercase")]
pub enum Command {
    /// Connect to `ws://127.0.0.1:PORT/`.
    Connect {
        /// The port.
        port: u16,
    },
    /// Close the connection in the ordinary way.
    Close {
        /// The code to pass, if any.
        #[serde(skip_serializing_if = "Option::is_none")]
        code: Option<u16>,
        /// The reason to pass, if any.
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<&'static str>,
    },
    /// Drop the connection hard.
    Abandon,
}

/// What an endpoint says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "event", rename_all = "lowercase")]
pub enum Event {
    /// It has started.
    Ready(Ready),
    /// A connection is open.
    Open,
    /// A connection could not be made.
    Failed {
        /// Why.
        error: String,
    },
    /// The API took the close.
    Accepted,
    /// The API refused the close.
    Refused {
        /// The class of the error.
        error: String,
    },
    /// The connection has ended, and this is what the application is told.
    Closed(Closed),
}

/// How an endpoint introduces itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Ready {
    /// The name of the implementation, as in the list of endpoints.
    pub implementation: String,
    /// The version that is really in use.
    pub version: String,
    /// Where a server listens.
    pub port: Option<u16>,
    /// The implementation's own names for codes, where it can be asked for them: they must be those of the
    /// endpoint's `identifiers.json`.
    pub identifiers: Option<BTreeMap<String, String>>,
}

/// What the application is told when a connection has ended.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Closed {
    /// The code, if any. Some implementations tell numbers that no Close frame can hold.
    pub code: Option<i32>,
    /// The reason, if any.
    pub reason: Option<String>,
    /// Whether it ended well, if the API has that notion.
    pub clean: Option<bool>,
    /// The class of the error that is raised instead, if any.
    pub error: Option<String>,
}
