//! The opening handshake of RFC 6455 section 4, as small as it can be, in both roles: text → text.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha1::{Digest, Sha1};

use crate::Result;

/// The sample key of RFC 6455 section 1.3. The peer does not need a fresh one: no proxy is in between.
const KEY: &str = "dGhlIHNhbXBsZSBub25jZQ==";

/// The client's request for a connection to `port`.
#[must_use]
pub fn request(port: u16) -> String {
    format!(
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Key: {KEY}\r\nSec-WebSocket-Version: 13\r\n\r\n"
    )
}

/// The server's answer to `request`. Of the subprotocols that the client offers, it takes the first.
pub fn response(request: &str) -> Result<String> {
    let asks = |name: &str, word: &str| {
        let words = header(request, name).unwrap_or_default().split(',');
        words
            .into_iter()
            .any(|found| found.trim().eq_ignore_ascii_case(word))
    };
    let key = header(request, "sec-websocket-key")
        .filter(|_| asks("upgrade", "websocket") && asks("connection", "upgrade"))
        .ok_or_else(|| format!("no WebSocket handshake: {:?}", first_line(request)))?;
    let offered = header(request, "sec-websocket-protocol").and_then(|all| all.split(',').next());
    let chosen = offered.map_or(String::new(), |subprotocol| {
        format!("Sec-WebSocket-Protocol: {}\r\n", subprotocol.trim())
    });
    Ok(format!(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Accept: {}\r\n{chosen}\r\n",
        accept(key)
    ))
}

/// The answer that refuses a handshake with an HTTP status.
#[must_use]
pub fn refusal(status: u16) -> String {
    format!("HTTP/1.1 {status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
}

/// The answer to a request that is not a handshake: this text.
#[must_use]
pub fn page(text: &str) -> String {
    format!(
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n\
         Content-Length: {}\r\n\r\n{text}",
        text.len()
    )
}

/// The path that `request` asks for.
#[must_use]
pub fn path(request: &str) -> &str {
    first_line(request).split(' ').nth(1).unwrap_or_default()
}

/// Whether `response` accepts [`request`].
pub fn confirm(response: &str) -> Result<()> {
    let line = first_line(response);
    if line.split(' ').nth(1) != Some("101") {
        return Err(format!("the handshake was answered with {line:?}"));
    }
    if header(response, "sec-websocket-accept") != Some(&accept(KEY)) {
        return Err("the handshake was answered with a wrong Sec-WebSocket-Accept".to_owned());
    }
    if let Some(extensions) = header(response, "sec-websocket-extensions") {
        return Err(format!(
            "the server uses extensions that were not offered: {extensions}"
        ));
    }
    Ok(())
}

fn accept(key: &str) -> String {
    let digest = Sha1::new()
        .chain_update(key)
        .chain_update("258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
        .finalize();
    STANDARD.encode(digest)
}

fn header<'text>(text: &'text str, name: &str) -> Option<&'text str> {
    text.lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(found, _)| found.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.trim())
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_as_the_standard_does() {
        assert_eq!(accept(KEY), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    #[test]
    fn confirms_its_own_answer_and_no_other() {
        let answer = response(&request(1)).unwrap();
        assert_eq!(confirm(&answer), Ok(()));
        assert!(confirm(&answer.replace("s3pP", "S3pP")).is_err());
        assert!(confirm("HTTP/1.1 200 OK\r\n\r\n").is_err());
        assert!(response("GET / HTTP/1.1\r\n\r\n").is_err());
        // As Foundation on Linux asks of its own accord.
        let request = request(1).replace("Connection: Upgrade", "Connection: keep-alive");
        assert!(response(&request).is_err());
    }

    #[test]
    fn takes_the_first_subprotocol_that_is_offered() {
        let offer = request(1).replace(
            "\r\n\r\n",
            "\r\nSec-WebSocket-Protocol: actioncable-v1-json, other\r\n\r\n",
        );
        let answer = response(&offer).unwrap();
        assert_eq!(
            header(&answer, "sec-websocket-protocol"),
            Some("actioncable-v1-json")
        );
        assert_eq!(
            header(&response(&request(1)).unwrap(), "sec-websocket-protocol"),
            None
        );
    }

    #[test]
    fn reads_its_own_path_and_refusal() {
        assert_eq!(path(&request(1)), "/");
        let refused = confirm(&refusal(403)).unwrap_err();
        assert!(refused.contains("403"), "{refused}");
    }
}
