//! Measures what becomes of a close code between real WebSocket implementations.
//!
//! An endpoint's line → prepared → process → cases, each on a connection with the raw peer → observations → rows →
//! `spec/implementations.json`, written or compared.

// What fails is said in the message that the function returns.
#![allow(clippy::missing_errors_doc)]

pub mod cases;
pub mod compare;
pub mod data;
pub mod endpoints;
pub mod frame;
pub mod handshake;
pub mod layout;
pub mod measurement;
pub mod peer;
pub mod prepare;
pub mod process;
pub mod protocol;
pub mod report;
pub mod rows;
pub mod session;
pub mod sweep;

/// A value, or a sentence that says what went wrong.
pub type Outcome<T> = Result<T, String>;
