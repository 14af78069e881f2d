//! WebSocket close codes: one JSON file of them becomes a Rust crate, a Swift package, a TypeScript package, a Python
//! package, a Kotlin file, a Go package, a Java module and documentation.
//!
//! [`Project`] is the whole way from a spec's text to its outputs; reading `project.rs` is the way into this crate. A crate
//! that makes its close codes while it is built calls [`build_script::generate`].
//!
//! What is not shown here is public for the program and the tests of this repository, and can change at any time.

// From the command line to the files, as a code goes:
mod cli;
#[doc(hidden)]
pub mod files;
#[doc(hidden)]
pub mod registry;
#[doc(hidden)]
pub mod spec;
#[doc(hidden)]
pub mod targets;

// Beside the way:
#[doc(hidden)]
pub mod breaking;
pub mod build_script;
#[doc(hidden)]
pub mod diagnostics;
#[doc(hidden)]
pub mod implementations;
#[doc(hidden)]
pub mod lint;
mod name;
mod project;
#[doc(hidden)]
pub mod protocol;
mod runs;
#[doc(hidden)]
pub mod text;

pub use cli::run;
pub use diagnostics::{Problem, Source};
pub use files::FileSet;
pub use project::Project;
pub use targets::{Unrendered, schema};
