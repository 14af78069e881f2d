//! Measures what client libraries that reconnect do after each close code.
//!
//! A folder of `clients/` → prepared → process → connections that the raw peer ends, one after another → when the library
//! dials again, by its own clock → `spec/clients.json`, written or compared.

mod cases;
mod command;
mod compare;
mod data;
mod folder;
mod messages;
mod outcomes;
mod session;

pub use cases::{measure, numbers};
pub use command::command;
pub use compare::differences;
pub use data::{Data, Entry, Hook, path};
pub use folder::{Client, HookSpec, folder, list};
pub use messages::Advice;
pub use outcomes::{Dials, Told};
