//! The proxies of the snippets between two raw peers: a close with any number on one side never makes the other one hang,
//! and what arrives there is what `relay` answers for the code that the proxy's library reports.

use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use close_codes::{CloseCode, Relay, Side};
use measure::frame::Body;
use measure::peer::{Incoming, Peer, listen};
use tests::toolchain;

use crate::conversation::process::Process;
use crate::samples::builds::{axum_example, node_program};
use crate::snippets::snippets;
use crate::typescript::has_packages;

/// A connection takes milliseconds.
const LIMIT: Duration = Duration::from_secs(20);

const REASON: &str = "the reason";

/// What one side does.
#[derive(Debug, Clone, PartialEq, Eq)]
enum End {
    /// It sends a Close frame.
    Frame(Body),
    /// It drops the connection.
    Lost,
}

/// What a library reports for a Close frame with a number and [`REASON`]: a code and a reason.
type Reported = fn(u16) -> (u16, &'static str);

/// tungstenite puts 1002 in the place of what it does not know.
fn by_tungstenite(number: u16) -> (u16, &'static str) {
    match number {
        1000..=1003 | 1007..=1013 | 3000..=4999 => (number, REASON),
        _ => (1002, "Protocol violation"),
    }
}

/// ws fails the connection.
fn by_ws(number: u16) -> (u16, &'static str) {
    match number {
        1000..=1003 | 1007..=1014 | 3000..=4999 => (number, REASON),
        _ => (1006, ""),
    }
}

/// What arrives at `side` after the other one did `end`.
fn expected(end: &End, side: Side, reported: Reported) -> Body {
    let (code, reason) = match end {
        End::Frame(Body::Code(number, _)) => reported(*number),
        End::Frame(_) => (1005, ""),
        End::Lost => (1006, ""),
    };
    match CloseCode::from(code).relay(side) {
        Relay::AsIs(code) => Body::Code(code.as_u16(), reason.into()),
        Relay::Instead(code) => Body::Code(code.as_u16(), Vec::new()),
        Relay::WithoutCode => Body::Empty,
    }
}

/// A proxy that runs, and the connections that it opens to its server.
struct Proxy {
    port: u16,
    opened: Receiver<Peer>,
    process: Process,
}

impl Proxy {
    fn start(command: &mut Command) -> Self {
        let (listener, port) = listen().expect("loopback has a free port");
        let process = Process::start(command.arg(format!("ws://127.0.0.1:{port}/")));
        let (sender, opened) = channel();
        thread::spawn(move || {
            loop {
                match Peer::accept(&listener, soon()).expect("a handshake") {
                    Some(peer) => match sender.send(peer) {
                        Ok(()) => {}
                        Err(_) => return,
                    },
                    None => thread::sleep(Duration::from_micros(100)),
                }
            }
        });
        let line = process.line(soon()).expect("the proxy prints its port");
        let port = line.parse().expect("a port");
        Self {
            port,
            opened,
            process,
        }
    }

    /// Lets one side end a new connection, and returns what arrives at `side`, the other one.
    fn pass(&self, end: &End, side: Side) -> Body {
        let client = Peer::connect(self.port, soon()).expect("a connection to the proxy");
        let server = self
            .opened
            .recv_timeout(LIMIT)
            .expect("a connection of the proxy");
        let (mut from, mut to) = match side {
            Side::Client => (server, client),
            Side::Server => (client, server),
        };
        if let End::Frame(body) = end {
            from.close(&body.payload()).expect("an open connection");
            // After the answer it ends, as a server does.
            next(&mut from, end);
        }
        drop(from);
        let Some(Incoming::Close(body)) = next(&mut to, end) else {
            panic!("no Close frame arrives after {end:?}");
        };
        to.close(&body.payload()).expect("an open connection");
        to.finish();
        while next(&mut to, end) != Some(Incoming::End) {}
        body
    }
}

/// The next thing that comes after `end`.
fn next(peer: &mut Peer, end: &End) -> Option<Incoming> {
    let incoming = peer.poll(LIMIT).expect("sound frames");
    assert!(incoming.is_some(), "the proxy hangs after {end:?}");
    incoming
}

fn soon() -> Instant {
    Instant::now() + LIMIT
}

/// The endings that a proxy meets. Where nothing is skipped, it is every number.
fn ends() -> impl Iterator<Item = End> {
    let of_interest = |number: &u16| {
        let around = [0, 1000, 1010, 1015, 3000, 4000, 4500, 4999, 0x7fff, 0xffff];
        toolchain::are_required() || around.iter().any(|at| number.abs_diff(*at) < 6)
    };
    let numbers = (0..=u16::MAX).filter(of_interest);
    let frames = numbers.map(|number| Body::Code(number, REASON.into()));
    let frames = frames.chain([Body::Empty]).map(End::Frame);
    frames.chain([End::Lost])
}

fn assert_relays(command: &mut Command, reported: Reported) {
    let mut proxy = Proxy::start(command);
    for side in [Side::Client, Side::Server] {
        for end in ends() {
            let found = proxy.pass(&end, side);
            assert_eq!(found, expected(&end, side, reported), "{end:?} → {side:?}");
        }
    }
    assert!(!proxy.process.has_failed(), "the proxy has stopped");
}

#[test]
fn the_proxy_in_node_relays_every_close() {
    if has_packages() {
        let source = snippets().join("proxy.mjs");
        assert_relays(&mut node_program("proxy", &source), by_ws);
    }
}

/// A web server and all that it depends on are much to build, so it is for those who ask.
#[test]
fn the_proxy_in_axum_relays_every_close() {
    if toolchain::are_required() {
        assert_relays(&mut axum_example("proxy"), by_tungstenite);
    } else {
        let why = "it builds a web server, for which REQUIRE_TOOLCHAINS=1 asks";
        toolchain::skip(why);
    }
}
