//! Proof: in sync · refuses bad specs · compiles clean · agrees across languages · true to its sources · as documented.

mod agrees;
mod any_spec;
mod build_script;
mod cases;
mod cli;
mod conversation;
mod documented;
mod drift;
mod examples;
mod extends;
mod house;
mod html;
mod in_sync;
mod made;
mod prints;
mod refuses_drift;
mod rules;
mod rust;
mod schema;
mod snippets;
mod starter;
mod stops;
mod swift;
mod true_to_sources;
mod typescript;
mod writes;
