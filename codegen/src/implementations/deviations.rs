//! Measured outcomes → where they differ from the standards, in words.
//!
//! Every table, sentence and lint finding uses these rules. Only the sides that send or receive a code count; a code that nobody
//! sends must not be sent by any side, nor reported as if it had been.

use std::borrow::Cow;

use super::groups::Groups;
use super::measured::{Implementation, Received, Sent, implementations, measured_numbers};
use crate::spec::SentBy;

/// How implementations differ from the standards for a code: each difference with its implementations.
pub(crate) fn deviations(number: u16, sent_by: SentBy) -> Vec<(Cow<'static, str>, Vec<String>)> {
    let mut deviations = Groups::default();
    for deviation in [
        Implementation::sending_deviation,
        Implementation::receiving_deviation,
    ] {
        for implementation in implementations() {
            if let Some(deviation) = deviation(implementation, number, sent_by) {
                deviations.put_role(deviation, implementation);
            }
        }
    }
    deviations.into_vec()
}

/// What the deviations of a number rest on: `measured`, or `measured for neighbouring codes`.
pub(crate) fn basis(number: u16) -> &'static str {
    if measured_numbers().any(|measured| measured == number) {
        "measured"
    } else {
        "measured for neighbouring codes"
    }
}

impl Implementation {
    /// How sending a code differs from the standards, as the beginning of "… by ws (client)".
    pub(crate) fn sending_deviation(
        &self,
        number: u16,
        sent_by: SentBy,
    ) -> Option<Cow<'static, str>> {
        let is_forbidden = sent_by == SentBy::Nobody;
        if !is_forbidden && !self.is_sender(sent_by) {
            return None;
        }
        match (self.sends(number)?, is_forbidden) {
            (Sent::AsItIs, false) | (Sent::Refused | Sent::Without, true) => None,
            (Sent::AsItIs, true) => Some("sent although the standard forbids it".into()),
            (Sent::Refused, false) => Some("refused".into()),
            (Sent::As(code), _) => Some(format!("sent as {code}").into()),
            (Sent::Without, false) => Some("not put into a Close frame".into()),
        }
    }

    /// How receiving a code differs from the standards, as the beginning of "… by ws (client)".
    ///
    /// A code that must not be sent need not be reported: most endpoints treat it as a protocol error.
    pub(crate) fn receiving_deviation(
        &self,
        number: u16,
        sent_by: SentBy,
    ) -> Option<Cow<'static, str>> {
        let is_forbidden = sent_by == SentBy::Nobody;
        if !is_forbidden && !self.is_receiver(sent_by) {
            return None;
        }
        match (self.receives(number)?, is_forbidden) {
            (Received::AsItIs, false) | (Received::As(_) | Received::Without, true) => None,
            (Received::AsItIs, true) => Some("reported although the standard forbids it".into()),
            (Received::As(code), false) => Some(format!("reported as {code}").into()),
            (Received::Without, false) => Some("reported without a code".into()),
        }
    }
}
