//! The path of a request → how its connection ends.

use measure::frame::{Body, close_payload};

/// The longest reason of a Close frame.
const MAX_REASON: usize = 123;

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

/// What a path asks for, if it asks for anything known: whether a message comes first, and the ending.
#[must_use]
pub fn parse(path: &str) -> Option<(bool, Ending)> {
    let path = path.strip_prefix('/')?;
    Some(match path.strip_prefix("hello/") {
        Some(rest) => (
            true,
            ending(rest).filter(|ending| !matches!(ending, Ending::Reject(_)))?,
        ),
        None => (false, ending(path)?),
    })
}

fn ending(path: &str) -> Option<Ending> {
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    Some(match first {
        "open" if rest.is_empty() => Ending::Open(None),
        "open" => Ending::Open(Some(frame(rest)?)),
        "1005" if rest.is_empty() => Ending::Frame(Body::Empty),
        "1006" if rest.is_empty() => Ending::Drop,
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

    #[test]
    fn paths_are_parsed() {
        let code = |number, reason: &str| Ending::Frame(Body::Code(number, reason.into()));
        for (path, expected) in [
            ("/4001", (false, code(4001, ""))),
            ("/4001/bye", (false, code(4001, "bye"))),
            ("/0", (false, code(0, ""))),
            ("/65535", (false, code(65535, ""))),
            ("/1005", (false, Ending::Frame(Body::Empty))),
            ("/1006", (false, Ending::Drop)),
            ("/frame/1005", (false, code(1005, ""))),
            ("/frame/1006/lost", (false, code(1006, "lost"))),
            ("/reject/403", (false, Ending::Reject(403))),
            ("/open", (false, Ending::Open(None))),
            (
                "/open/1011",
                (false, Ending::Open(Some(Body::Code(1011, Vec::new())))),
            ),
            ("/hello/3000", (true, code(3000, ""))),
        ] {
            assert_eq!(parse(path), Some(expected), "{path}");
        }
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
            &long,
        ] {
            assert_eq!(parse(path), None, "{path}");
        }
    }
}
