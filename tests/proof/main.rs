//! Proof: in sync · refuses bad specs · compiles clean · agrees across languages · true to its sources · as documented.

// Snapshots are written that way when they are taken over.
#![allow(clippy::needless_raw_string_hashes)]

mod agrees;
mod documented;
mod in_sync;
mod refuses;
mod rust;
mod swift;
mod true_to_sources;
mod typescript;
mod verbs;
