//! Proof: in sync · refuses bad specs · compiles clean · agrees across languages · true to its sources · as documented.

// Snapshots are written that way, and are long.
#![allow(clippy::needless_raw_string_hashes, clippy::too_many_lines)]

mod any_spec;
mod breaks;
mod conversation;
mod documented;
mod examples;
mod extends;
mod html;
mod in_sync;
mod languages;
mod lints;
mod refuses;
mod rust;
mod schema;
mod snippets;
mod starter;
mod stops;
mod swift;
mod true_to_sources;
mod typescript;
mod verbs;
