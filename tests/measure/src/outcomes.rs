//! The outcomes of sending and receiving, as `spec/implementations.json` records them.

use serde::{Deserialize, Serialize};

/// A number, or the word that is recorded instead of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// The number that was sent.
    Same,
    /// A Close frame without a body.
    Empty,
    /// A Close frame with one byte.
    OneByte,
    /// No Close frame.
    Nothing,
    /// A number other than the one that was sent.
    #[serde(untagged)]
    Number(i32),
}

/// The outcome of passing a number to the API's close function.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Sent {
    /// A Close frame with it was sent; without a code, a Close frame without a body.
    Sent {
        /// The reason in the frame, if it differs from the one that was passed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// A Close frame with another code, or without one, was sent.
    SentAs {
        /// What the frame carried instead.
        code: Code,
        /// The reason in the frame, if it differs from the one that was passed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// The API refused it.
    Refused {
        /// The class of the error, or `type` when the API's type cannot represent the number.
        error: String,
        /// What was sent nevertheless, if anything.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<Code>,
    },
    /// The API accepted it, and no Close frame was sent.
    NoFrame,
}

/// The outcome of receiving a Close frame, or another end of the connection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// The code that the application gets, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Code>,
    /// The reason that the application gets, if any: `same`, or its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Whether the API reports a clean close, if it reports that at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clean: Option<bool>,
    /// The class of the error that the application gets, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// The answer that was sent. It cannot be observed after a reset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Code>,
}

/// The outcomes of the ends that carry no valid code and reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OddReceived {
    /// Of a Close frame without a body.
    pub empty: Received,
    /// Of a Close frame with one byte.
    pub one_byte: Received,
    /// Of code 1000 with a reason that is not UTF-8.
    pub reason_not_utf8: Received,
    /// Of FIN without a Close frame.
    pub dropped: Received,
    /// Of RST.
    pub reset: Received,
}
