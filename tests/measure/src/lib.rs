//! Measures what real WebSocket implementations do with close codes.
//!
//! A folder of `endpoints/` → prepared → process → cases, each on a connection with the raw peer → outcomes → ranges →
//! `spec/implementations.json`, written or compared. Beside it: IANA's list of close codes, compared with the registry.

// The message in the error says what failed.
#![allow(clippy::missing_errors_doc)]

pub mod cases;
pub mod compare;
pub mod data;
pub mod endpoints;
pub mod exchange;
pub mod frame;
pub mod handshake;
pub mod iana;
pub mod identifiers;
pub mod measurement;
pub mod messages;
pub mod outcomes;
pub mod peer;
pub mod prepare;
pub mod process;
pub mod ranges;
pub mod session;
pub mod sweep;

/// A value, or a sentence that says what went wrong.
pub type Result<T> = std::result::Result<T, String>;
