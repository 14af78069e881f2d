//! The bridges of every language to its WebSocket libraries, against a raw peer over loopback: for each named sendable code
//! and at both ends of each range, one side closes with it, then the other. What arrives and what the generated code
//! answers are what the registry answers, or a known deviation of the library.

mod bridge;
mod expected;
pub(crate) mod process;

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use close_codes_cli::registry::Registry;
use measure::frame::{Body, close_payload};
use measure::peer::{Incoming, Peer, listen};
use tests::languages::Language;
use tests::{project, read, root, toolchain};

use self::bridge::{Bridge, Role, bridges};
use self::expected::{Expected, closed_by_bridge, closed_by_peer, numbers, reason};
use self::process::Process;
use crate::languages::{in_every_language, outputs, parsed};

/// A connection takes milliseconds, but a page and a virtual machine start slowly.
const LIMIT: Duration = Duration::from_mins(1);

/// WebSocket libraries are much to fetch and build, so they are for those who ask.
#[test]
fn every_bridge_and_the_peer_agree() {
    if !toolchain::are_required() {
        let why = "it builds WebSocket libraries, for which REQUIRE_TOOLCHAINS=1 asks";
        toolchain::skip(why);
        return;
    }
    let registry = project(&spec()).registry;
    in_every_language(|language| {
        for bridge in bridges(language) {
            let mut command = Command::new(language.folder().join("bridges/run"));
            command.arg(built(language)).arg(&bridge.name);
            assert_agrees(&registry, &bridge, language, &mut command);
        }
    });
}

fn spec() -> String {
    read(&root().join("tests/languages/conversation.json"))
}

/// The folder with the bridges of a language, which are built once for all tests.
pub(crate) fn built(language: Language) -> PathBuf {
    static BUILT: Mutex<BTreeMap<&str, Arc<OnceLock<PathBuf>>>> = Mutex::new(BTreeMap::new());
    let mut all = BUILT.lock().expect("nothing panics meanwhile");
    let built = Arc::clone(all.entry(language.name()).or_default());
    drop(all);
    let folder = || {
        let outputs = outputs(language, "bridges", &language.render(&parsed(&spec())));
        toolchain::run(&mut language.call("bridges/build", &outputs));
        outputs.with_file_name("build")
    };
    built.get_or_init(folder).clone()
}

/// Lets a bridge close and be closed with every number of interest, and compares what it printed and what arrived.
fn assert_agrees(registry: &Registry, bridge: &Bridge, language: Language, command: &mut Command) {
    let place = format!("{} in {}", bridge.name, language.name());
    let mut connections = Connections::start(bridge, command);
    for number in numbers(registry) {
        for (is_closing, expected) in [
            (true, closed_by_peer(registry, bridge, number)),
            (false, closed_by_bridge(registry, bridge, number)),
        ] {
            let mut peer = connections.next();
            let arrived = if is_closing {
                let reason = reason(registry, number);
                let payload = close_payload(number, reason.as_bytes());
                peer.close(&payload).expect("an open connection");
                // Some libraries answer, some end the connection.
                end(&mut peer, &place);
                drop(peer);
                None
            } else {
                Some(close_after(peer, &number.to_string(), &place))
            };
            let printed = connections.process.line(soon());
            let printed = printed.unwrap_or_else(|| panic!("{place} ended at {number}"));
            let found = Expected { printed, arrived };
            assert_eq!(found, expected, "{place} at {number}");
        }
    }
    if bridge.role == Role::Client {
        close_after(connections.next(), "stop", &place);
        assert!(connections.process.succeeds(soon()), "{place} failed");
    }
}

/// The Close frame with which a bridge ends a connection, or nothing when it ends without one.
fn end(peer: &mut Peer, place: &str) -> Option<Body> {
    loop {
        match peer.poll(LIMIT).expect("sound frames") {
            Some(Incoming::Close(body)) => return Some(body),
            Some(Incoming::End) => return None,
            Some(_) => {}
            None => panic!("{place} hangs"),
        }
    }
}

/// The Close frame that a bridge sends after `message`, which the peer then answers.
fn close_after(mut peer: Peer, message: &str, place: &str) -> Body {
    peer.send(message).expect("an open connection");
    let body = end(&mut peer, place);
    let body = body.unwrap_or_else(|| panic!("{place} does not close after {message}"));
    peer.close(&body.payload()).expect("an open connection");
    body
}

/// A bridge that runs, and how to come to its next connection.
struct Connections {
    process: Process,
    way: Way,
}

enum Way {
    Accept(TcpListener),
    Connect(u16),
}

impl Connections {
    fn start(bridge: &Bridge, command: &mut Command) -> Self {
        match bridge.role {
            Role::Client => {
                let (listener, port) = listen().expect("loopback has a free port");
                let process = Process::start(command.arg(port.to_string()));
                let way = Way::Accept(listener);
                Self { process, way }
            }
            Role::Server => {
                let process = Process::start(command);
                let line = process.line(soon()).expect("the bridge prints its port");
                let way = Way::Connect(line.parse().expect("a port"));
                Self { process, way }
            }
        }
    }

    fn next(&mut self) -> Peer {
        match &self.way {
            Way::Connect(port) => Peer::connect(*port, soon()).expect("the bridge listens"),
            Way::Accept(listener) => {
                let until = soon();
                loop {
                    if let Some(peer) = Peer::accept(listener, soon()).expect("a handshake") {
                        return peer;
                    }
                    assert!(!self.process.has_failed(), "the bridge has stopped");
                    assert!(Instant::now() < until, "the bridge does not connect");
                    thread::sleep(Duration::from_millis(1));
                }
            }
        }
    }
}

fn soon() -> Instant {
    Instant::now() + LIMIT
}
