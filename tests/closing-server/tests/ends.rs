//! The program: each path ends as the usage says, and is counted.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use closing_server::frame::{self, Body, CLOSE, MASK};
use closing_server::handshake;

struct Server {
    child: Child,
    port: u16,
    lines: BufReader<ChildStdout>,
}

impl Server {
    fn start() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_closing-server"))
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program can be started");
        let lines = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut server = Self {
            child,
            port: 0,
            lines,
        };
        let address = server.line();
        let port = address.strip_prefix("ws://127.0.0.1:").expect("an address");
        server.port = port.parse().expect("a port");
        server
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.lines.read_line(&mut line).expect("a line");
        line.trim_end().to_owned()
    }

    /// The next line without its time.
    fn event(&mut self) -> String {
        let line = self.line();
        line.split_once(' ').expect("a time").1.to_owned()
    }

    fn connect(&self, path: &str) -> TcpStream {
        let mut stream =
            TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).expect("a connection");
        stream
            .set_read_timeout(Some(Duration::from_secs(10)))
            .expect("a timeout");
        let request = handshake::request(self.port).replace("GET / ", &format!("GET {path} "));
        stream
            .write_all(request.as_bytes())
            .expect("an open stream");
        stream
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The head of the answer and the payloads of all frames behind it, after a Close frame of ours.
fn all(stream: &mut TcpStream, close: Option<&[u8]>) -> (String, Vec<Vec<u8>>) {
    if let Some(payload) = close {
        let frame = frame::whole(CLOSE, payload, Some(MASK));
        stream.write_all(&frame).expect("an open stream");
    }
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("the end");
    let end = bytes
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .expect("a head")
        + 4;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let (mut rest, mut payloads) = (&bytes[end..], Vec::new());
    while let Some((frame, taken)) = frame::first(rest).expect("sound frames") {
        payloads.push(frame.payload);
        rest = &rest[taken..];
    }
    (head, payloads)
}

#[test]
fn each_path_ends_as_it_says() {
    let mut server = Server::start();
    let bye = Body::Code(4000, b"bye".into()).payload();
    let code = |number: u16| number.to_be_bytes().to_vec();
    for (path, payloads) in [
        ("/4001", vec![code(4001)]),
        ("/65535", vec![code(65535)]),
        ("/frame/1006", vec![code(1006)]),
        ("/1005", vec![Vec::new()]),
        ("/hello/3000", vec![b"hello".to_vec(), code(3000)]),
        ("/open", vec![bye.clone()]),
    ] {
        let (head, found) = all(&mut server.connect(path), Some(&bye));
        assert_eq!(handshake::confirm(&head), Ok(()), "{path}");
        assert_eq!(found, payloads, "{path}");
        assert_eq!(server.event(), format!("{path} connected 1"));
        assert_eq!(server.event(), format!("{path} closed 4000 bye"));
    }
}

#[test]
fn a_close_can_be_answered_with_another_code() {
    let server = Server::start();
    let close = Body::Code(1000, Vec::new()).payload();
    let (_, found) = all(&mut server.connect("/open/1011/why"), Some(&close));
    assert_eq!(found, [Body::Code(1011, b"why".into()).payload()]);
}

#[test]
fn a_dropped_connection_has_no_close_frame() {
    let mut server = Server::start();
    for count in 1..=2 {
        let (head, found) = all(&mut server.connect("/1006"), None);
        assert_eq!(handshake::confirm(&head), Ok(()));
        assert_eq!(found, Vec::<Vec<u8>>::new());
        assert_eq!(server.event(), format!("/1006 connected {count}"));
    }
}

#[test]
fn a_handshake_can_be_rejected() {
    let mut server = Server::start();
    for (path, status) in [
        ("/reject/403", "403"),
        ("/reject/503", "503"),
        ("/what", "404"),
    ] {
        let (head, found) = all(&mut server.connect(path), None);
        assert_eq!(head.split(' ').nth(1), Some(status), "{path}");
        assert_eq!(found, Vec::<Vec<u8>>::new());
        assert_eq!(server.event(), format!("{path} connected 1"));
    }
}
