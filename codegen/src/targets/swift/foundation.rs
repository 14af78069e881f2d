//! What Foundation's own enum has: an extension cannot have the same constants again.

use crate::registry::CloseCode;

/// The cases of `URLSessionWebSocketTask.CloseCode`.
const CASES: [(u16, &str); 13] = [
    (0, "invalid"),
    (1000, "normalClosure"),
    (1001, "goingAway"),
    (1002, "protocolError"),
    (1003, "unsupportedData"),
    (1005, "noStatusReceived"),
    (1006, "abnormalClosure"),
    (1007, "invalidFramePayloadData"),
    (1008, "policyViolation"),
    (1009, "messageTooBig"),
    (1010, "mandatoryExtensionMissing"),
    (1011, "internalServerError"),
    (1015, "tlsHandshakeFailure"),
];

/// Whether Foundation has neither the number of `code` nor `constant`, so that it can be added.
pub(super) fn is_lacking(code: &CloseCode, constant: &str) -> bool {
    CASES
        .iter()
        .all(|(number, case)| *number != code.number && *case != constant)
}

#[cfg(test)]
mod tests {
    use super::CASES;
    use crate::implementations::all_identifiers;

    #[test]
    fn the_cases_are_those_that_were_read_in_its_source() {
        let read = all_identifiers()
            .filter(|(_, _, owner)| *owner == "URLSessionWebSocketTask.CloseCode")
            .map(|(number, identifier, _)| (number, identifier));
        assert!(read.eq(CASES));
    }
}
