//! The messages between the harness and an endpoint, one JSON object a line: it reads commands and prints events.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The role of an endpoint in its connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// It opens them.
    Client,
    /// It accepts them.
    Server,
}

impl Role {
    /// The argument that starts an endpoint in this role.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Server => "server",
        }
    }
}

/// What an endpoint is to do.
#[derive(Debug, Serialize)]
#[serde(tag = "do", rename_all = "lowercase")]
pub enum Command {
    /// Connect to `ws://127.0.0.1:PORT/`.
    Connect {
        /// The port.
        port: u16,
    },
    /// Call the API's ordinary close function.
    Close {
        /// The code to pass, if any.
        #[serde(skip_serializing_if = "Option::is_none")]
        code: Option<u16>,
        /// The reason to pass, if any.
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<&'static str>,
    },
    /// Drop the connection without a closing handshake.
    Abandon,
}

/// What an endpoint reports.
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
    /// The API accepted the close.
    Accepted,
    /// The API refused the close.
    Refused {
        /// The class of the error.
        error: String,
    },
    /// The connection has ended, and this is what the application gets.
    Closed(Closed),
}

/// What an endpoint reports when it has started.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Ready {
    /// The name of the implementation, which is the name of the folder.
    pub implementation: String,
    /// The version that is really in use.
    pub version: String,
    /// Where a server listens.
    pub port: Option<u16>,
    /// The names for codes in the package itself, if the program can list them.
    pub identifiers: Option<BTreeMap<String, String>>,
}

/// What the application gets when a connection has ended.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Closed {
    /// The code, if any. Some implementations report numbers that do not fit into a Close frame.
    pub code: Option<i32>,
    /// The reason, if any.
    pub reason: Option<String>,
    /// Whether it was a clean close, if the API reports that.
    pub clean: Option<bool>,
    /// The class of the error that it gets, if any.
    pub error: Option<String>,
}
