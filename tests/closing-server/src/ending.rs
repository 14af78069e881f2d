//! The path of a request → how its connection ends, for each attempt.

use std::time::Duration;

use crate::frame::{Body, close_payload};

/// The longest reason of a Close frame.
const MAX_REASON: usize = 123;

/// What separates the attempts of a path.
const THEN: &str = "/then/";

/// How one connection goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Whether the message `hello` comes first.
    pub has_hello: bool,
    /// How long the connection lasts before it ends.
    pub lasts: Duration,
    /// How it ends.
    pub ending: Ending,
}

/// How a connection ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// The server sends this Close frame.
    Frame(Body),
    /// The connection ends without a Close frame.
    Drop,
    /// The handshake is answered with this HTTP status.
    Reject(u16),
    /// The server waits for the client to close, and answers with this Close frame, or with the same one.
    Open(Option<Body>),
}

impl Ending {
    /// The ending that an application gets as `number`: 1005 and 1006 stand for what they report.
    #[must_use]
    pub fn of(number: u16) -> Self {
        match number {
            1005 => Self::Frame(Body::Empty),
            1006 => Self::Drop,
            number => Self::Frame(Body::Code(number, Vec::new())),
        }
    }
}

/// What a path asks for at the attempt with this index, if it asks for anything known. Its last attempt is repeated.
#[must_use]
pub fn parse(path: &str, index: usize) -> Option<Attempt> {
    let path = path.split('?').next()?.strip_prefix('/')?;
    let attempts: Option<Vec<Attempt>> = path.split(THEN).map(attempt).collect();
    let attempts = attempts?;
    attempts.get(index).or(attempts.last()).cloned()
}

fn attempt(path: &str) -> Option<Attempt> {
    let (lasts, rest) = match path.strip_prefix("after/") {
        Some(rest) => rest.split_once('/')?,
        None => ("0", path),
    };
    let lasts = Duration::from_millis(u64::from(lasts.parse::<u32>().ok()?));
    let (has_hello, rest) = match rest.strip_prefix("hello/") {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let attempt = Attempt {
        has_hello,
        lasts,
        ending: ending(rest)?,
    };
    let is_plain = !has_hello && attempt.lasts.is_zero();
    (is_plain || !matches!(attempt.ending, Ending::Reject(_))).then_some(attempt)
}

fn ending(path: &str) -> Option<Ending> {
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    Some(match first {
        "open" if rest.is_empty() => Ending::Open(None),
        "open" => Ending::Open(Some(frame(rest)?)),
        "1005" if rest.is_empty() => Ending::of(1005),
        "1006" if rest.is_empty() => Ending::of(1006),
        "reject" => Ending::Reject(
            rest.parse()
                .ok()
                .filter(|status| (300..600).contains(status))?,
        ),
        "frame" => Ending::Frame(frame(rest)?),
        _ => Ending::Frame(frame(path)?),
    })
}

/// `NUMBER` or `NUMBER/REASON`.
fn frame(path: &str) -> Option<Body> {
    let (number, reason) = path.split_once('/').unwrap_or((path, ""));
    let payload = close_payload(number.parse().ok()?, reason.as_bytes());
    (reason.len() <= MAX_REASON).then(|| Body::of(&payload))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(ending: Ending) -> Attempt {
        Attempt {
            has_hello: false,
            lasts: Duration::ZERO,
            ending,
        }
    }

    fn code(number: u16, reason: &str) -> Ending {
        Ending::Frame(Body::Code(number, reason.into()))
    }

    #[test]
    fn paths_are_parsed() {
        for (path, ending) in [
            ("/4001", code(4001, "")),
            ("/4001?again", code(4001, "")),
            ("/4001/bye", code(4001, "bye")),
            ("/0", code(0, "")),
            ("/65535", code(65535, "")),
            ("/1005", Ending::Frame(Body::Empty)),
            ("/1006", Ending::Drop),
            ("/frame/1005", code(1005, "")),
            ("/frame/1006/lost", code(1006, "lost")),
            ("/reject/403", Ending::Reject(403)),
            ("/open", Ending::Open(None)),
            (
                "/open/1011",
                Ending::Open(Some(Body::Code(1011, Vec::new()))),
            ),
        ] {
            assert_eq!(parse(path, 0), Some(plain(ending)), "{path}");
        }
        let first = Attempt {
            has_hello: true,
            lasts: Duration::from_millis(500),
            ending: code(3000, ""),
        };
        assert_eq!(parse("/after/500/hello/3000", 0), Some(first));
    }

    #[test]
    fn attempts_follow_one_another_and_the_last_is_repeated() {
        let attempt = |index| parse("/4401/then/reject/503/then/1000/done", index);
        assert_eq!(attempt(0), Some(plain(code(4401, ""))));
        assert_eq!(attempt(1), Some(plain(Ending::Reject(503))));
        assert_eq!(attempt(2), Some(plain(code(1000, "done"))));
        assert_eq!(attempt(9), attempt(2));
    }

    #[test]
    fn other_paths_are_refused() {
        let long = format!("/4001/{}", "x".repeat(MAX_REASON + 1));
        for path in [
            "",
            "/",
            "/x",
            "/65536",
            "/-1",
            "/reject/",
            "/reject/101",
            "/open/x",
            "/hello/reject/403",
            "/after/1/reject/403",
            "/after/x/4001",
            "/4001/then/x",
            &long,
        ] {
            assert_eq!(parse(path, 0), None, "{path}");
        }
    }
}
