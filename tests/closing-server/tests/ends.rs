//! The program: each path ends as the usage says, and is counted.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use closing_server::frame::{self, Body, CLOSE, MASK};
use closing_server::handshake;

struct Server {
    child: Child,
    port: u16,
    lines: BufReader<ChildStdout>,
}

impl Server {
    fn start() -> Self {
        Self::start_with(&[])
    }

    fn start_with(arguments: &[&Path]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_closing-server"))
            .args(arguments)
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

#[test]
fn attempts_follow_one_another() {
    let mut server = Server::start();
    let path = "/4401/then/reject/503/then/1000/done";
    let close = Body::Code(1000, Vec::new()).payload();
    for (status, payloads) in [
        ("101", vec![Body::Code(4401, Vec::new()).payload()]),
        ("503", vec![]),
        ("101", vec![Body::Code(1000, b"done".into()).payload()]),
        ("101", vec![Body::Code(1000, b"done".into()).payload()]),
    ] {
        let sent = (status == "101").then_some(&close[..]);
        let (head, found) = all(&mut server.connect(path), sent);
        assert_eq!(head.split(' ').nth(1), Some(status));
        assert_eq!(found, payloads);
    }
    let counts: Vec<String> = (0..7).map(|_| server.event()).collect();
    assert_eq!(counts[0], format!("{path} connected 1"));
    assert_eq!(counts[5], format!("{path} connected 4"));
}

#[test]
fn a_connection_lasts_as_long_as_it_says() {
    let server = Server::start();
    let start = Instant::now();
    let close = Body::Code(1000, Vec::new()).payload();
    let (_, found) = all(&mut server.connect("/after/300/4001"), Some(&close));
    assert_eq!(found, [Body::Code(4001, Vec::new()).payload()]);
    assert!(start.elapsed() >= Duration::from_millis(300));
}

#[test]
fn a_page_lists_the_paths() {
    let server = Server::start();
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port)).expect("a connection");
    let request = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    stream.write_all(request).expect("an open stream");
    let mut page = String::new();
    stream.read_to_string(&mut page).expect("text");
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
    assert!(page.ends_with(closing_server::PATHS), "{page}");
    // The readme has the same paths.
    let readme = include_str!("../README.md");
    for line in closing_server::PATHS
        .lines()
        .filter(|line| line.starts_with("  "))
    {
        let path = line.split_whitespace().next().expect("a path");
        assert!(
            readme.contains(&format!("| `{path}` ")),
            "the readme lacks {path}"
        );
    }
}

#[test]
fn a_protocol_begins_as_the_file_says() {
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("opening.json");
    let steps = r#"[{"send": "hi"}, {"receive": "^join (\\w+)", "send": "joined ${1}"}]"#;
    std::fs::write(&file, steps).expect("it can be written");
    let server = Server::start_with(&[Path::new("--opening"), &file]);
    let mut stream = server.connect("/4001");
    for message in ["ping", "join news"] {
        let frame = frame::whole(frame::TEXT, message.as_bytes(), Some(MASK));
        stream.write_all(&frame).expect("an open stream");
    }
    let close = Body::Code(1000, Vec::new()).payload();
    let (_, found) = all(&mut stream, Some(&close));
    let code = Body::Code(4001, Vec::new()).payload();
    assert_eq!(found, [b"hi".to_vec(), b"joined news".to_vec(), code]);
}
