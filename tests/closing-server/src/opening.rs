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

/// A message of the client to wait for, if any, and the message to send then, if any.
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
            let Some(answer) = step.answer(peer, until)? else {
                return Ok(false);
            };
            if !answer.is_empty() {
                peer.send(&answer)?;
            }
        }
        Ok(true)
    }
}

impl Step {
    /// What to send when the message has come; nothing when the connection ends before that.
    fn answer(&self, peer: &mut Peer, until: Instant) -> Result<Option<String>> {
        let send = self.send.as_deref().unwrap_or_default();
        let Some(expected) = &self.receive else {
            return Ok(Some(send.to_owned()));
        };
        while Instant::now() < until {
            match peer.poll(until.saturating_duration_since(Instant::now()))? {
                Some(Incoming::Text(message)) => {
                    if let Some(answer) = fill(expected, &message, send) {
                        return Ok(Some(answer));
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
