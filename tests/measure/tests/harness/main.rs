//! The harness on endpoints and clients of its own: a sound one gives the same bytes twice, an unsound one a message and no entry. And
//! the registry against IANA's list.
#![cfg(unix)]

mod clients;
mod folders;
mod iana;
mod names;
mod sound;
mod support;
mod unsound;
