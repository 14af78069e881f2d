//! What real implementations do with close codes, and what they call them: built-in data, and questions to it.

mod autobahn;
mod clients;
mod deviations;
mod groups;
mod identifiers;
mod measured;
mod reconnects;
mod span;

pub(crate) use autobahn::{Cases, INVALID_CODES, VALID_CODES};
pub use clients::{ClientLibrary, Dials, Hook, clients};
pub(crate) use deviations::{basis, deviations};
pub(crate) use groups::grouped;
pub(crate) use identifiers::{Identifier, all_identifiers, identifiers};
pub(crate) use measured::measured_numbers;
pub use measured::{Implementation, Received, Role, Sent, implementations};
