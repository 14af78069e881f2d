//! Measures what real WebSocket implementations do with close codes:
//! a folder of `endpoints/` → prepared → process → cases, each on a connection with the raw peer → outcomes → ranges →
//! `spec/implementations.json`, written or compared. Beside it: client libraries that reconnect, in [`clients`], and IANA's list
//! of close codes, compared with the registry.

// The message in the error says what failed.
#![allow(clippy::missing_errors_doc)]

pub mod cases;
pub mod clients;
pub mod compare;
pub mod data;
pub mod endpoints;
pub mod exchange;
mod file;
pub mod iana;
pub mod identifiers;
pub mod measurement;
pub mod messages;
pub mod outcomes;
pub mod prepare;
pub mod process;
pub mod ranges;
pub mod session;
pub mod subjects;
pub mod sweep;

/// The raw peer, which the closing server is made of, too.
pub use closing_server::{Result, frame, handshake, peer};
