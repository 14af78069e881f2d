//! The messages between the harness and a client, one JSON object a line: it reads commands and prints events.

use serde::{Deserialize, Serialize};

/// What the hook of a library answers for every code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Advice {
    /// Do not connect again.
    Never,
    /// Connect again.
    Again,
}

/// What a client is to do.
#[derive(Debug, Serialize)]
#[serde(tag = "do", rename_all = "lowercase")]
pub enum Command {
    /// Use the library to connect to 127.0.0.1, and stay connected.
    Connect {
        /// The port.
        port: u16,
        /// What the hook answers. Without it the library decides.
        #[serde(skip_serializing_if = "Option::is_none")]
        advice: Option<Advice>,
    },
    /// Stop using it, and drop its connections.
    Stop,
}

/// What a client reports.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "event", rename_all = "lowercase")]
pub enum Event {
    /// It has started.
    Ready {
        /// The name of the library, which is the name of the folder.
        implementation: String,
        /// The version that is really in use.
        version: String,
    },
    /// The library begins a connection.
    Dialed {
        /// So long after the end of the connection before, by the library's own clock, in milliseconds.
        after: u64,
    },
    /// The library tells the application that the connection is good.
    Opened,
    /// The library does not begin another connection, however long it is waited.
    Stopped,
    /// It has stopped, as it was told.
    Idle,
}
