//! What a protocol above WebSocket begins with, as data: messages to send at once, and answers to messages of the client.
//!
//! A client that speaks such a protocol takes a connection for good only after this.

use std::fs;
use std::path::Path;
use std::time::Instant;

use regex_lite::Regex;
use serde::{Deserialize, Deserializer};

use crate::Result;
use crate::peer::{Incoming, Peer};

/// The steps, one after another.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Opening {
    steps: Vec<Step>,
}

/// A message of the client to wait for, if any, and the message to send then, if any. Both are text, or both are binary: then each
/// of the first 256 characters of Unicode stands for a byte.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    /// A regular expression for the message. Others before it are passed over.
    #[serde(default, deserialize_with = "regex")]
    receive: Option<Regex>,
    /// The answer, in which `${1}` is the expression's first group.
    send: Option<String>,
}

fn regex<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> std::result::Result<Option<Regex>, D::Error> {
    let text = String::deserialize(deserializer)?;
    Regex::new(&text)
        .map(Some)
        .map_err(|error| serde::de::Error::custom(format!("{text:?}: {error}")))
}

impl Opening {
    /// Reads a JSON file with the steps.
    pub fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).map_err(|error| error.to_string());
        let parsed = text.and_then(|text| Self::parse(&text));
        parsed.map_err(|error| format!("{}: {error}", path.display()))
    }

    fn parse(text: &str) -> Result<Self> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    /// Takes all steps on a connection. Returns whether the connection is still open.
    pub fn take(&self, peer: &mut Peer, until: Instant) -> Result<bool> {
        for step in &self.steps {
            match step.answer(peer, until)? {
                Some(Answer::Text(text)) if text.is_empty() => {}
                Some(Answer::Text(text)) => peer.send(&text)?,
                Some(Answer::Binary(bytes)) => peer.send_binary(&bytes)?,
                None => return Ok(false),
            }
        }
        Ok(true)
    }
}

/// A message to send.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    Text(String),
    Binary(Vec<u8>),
}

impl Step {
    /// What to send when the message has come; nothing when the connection ends before that.
    fn answer(&self, peer: &mut Peer, until: Instant) -> Result<Option<Answer>> {
        let send = self.send.as_deref().unwrap_or_default();
        let Some(expected) = &self.receive else {
            return Ok(Some(Answer::Text(send.to_owned())));
        };
        while Instant::now() < until {
            match peer.poll(until.saturating_duration_since(Instant::now()))? {
                Some(Incoming::Text(message)) => {
                    if let Some(answer) = fill(expected, &message, send) {
                        return Ok(Some(Answer::Text(answer)));
                    }
                }
                Some(Incoming::Binary(message)) => {
                    let message: String = message.into_iter().map(char::from).collect();
                    if let Some(answer) = fill(expected, &message, send) {
                        return bytes(&answer).map(Answer::Binary).map(Some);
                    }
                }
                Some(Incoming::Close(_) | Incoming::End) => return Ok(None),
                Some(Incoming::Pong | Incoming::Other) | None => {}
            }
        }
        Err(format!("the client did not send {expected}"))
    }
}

/// The answer to `message`, if it is the expected one.
fn fill(expected: &Regex, message: &str, send: &str) -> Option<String> {
    let found = expected.captures(message)?;
    let mut answer = String::new();
    found.expand(send, &mut answer);
    Some(answer)
}

/// The bytes that the characters stand for.
fn bytes(text: &str) -> Result<Vec<u8>> {
    let all: std::result::Result<_, _> = text.chars().map(u8::try_from).collect();
    all.map_err(|_| format!("{text:?} has a character that is not a byte"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_takes_parts_of_the_message() {
        let step = r#"[{"receive": "^\\[\"(\\d+)\",.*phx_join", "send": "joined ${1}"}]"#;
        let opening = Opening::parse(step).unwrap();
        let expected = opening.steps[0].receive.as_ref().unwrap();
        let answer = |message| fill(expected, message, "joined ${1}");
        assert_eq!(
            answer(r#"["3","3","room:x","phx_join",{}]"#).unwrap(),
            "joined 3"
        );
        assert_eq!(answer(r#"["3","phx_leave"]"#), None);
    }

    #[test]
    fn the_characters_of_a_binary_answer_are_bytes() {
        assert_eq!(bytes("\u{7}\u{ff}").unwrap(), [7, 255]);
        assert!(bytes("\u{100}").is_err());
    }

    #[test]
    fn a_bad_file_is_an_error_with_its_reason() {
        let message = |text| Opening::parse(text).unwrap_err();
        assert!(
            message(r#"[{"receive": "("}]"#).starts_with("\"(\": "),
            "{}",
            message(r#"[{"receive": "("}]"#)
        );
        assert!(message(r#"[{"answer": ""}]"#).contains("unknown field `answer`"));
    }
}
