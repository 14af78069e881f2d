//! A WebSocket server on loopback that ends each connection as its path says, and reports every one: what a client
//! that reconnects is tested against. The program `closing-server` prints what it reports; its `USAGE` lists the paths.

// The message in the error says what failed.
#![allow(clippy::missing_errors_doc)]

mod ending;

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use measure::Result;
use measure::frame::Body;
use measure::handshake;
use measure::peer::{Incoming, Peer};

pub use crate::ending::{Ending, parse};

/// How long a client may take for its handshake, and for its answer to a Close frame.
const PATIENCE: Duration = Duration::from_secs(5);

/// Something that happened on a connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: Instant,
    /// The path that the client asked for.
    pub path: String,
    /// What.
    pub what: What,
}

/// What happened on a connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The client asked for it, whatever the answer was.
    Connected,
    /// The client sent a Close frame.
    Closed(Body),
}

/// Starts the server on `port` of 127.0.0.1, or on a free one for 0. It runs for as long as the process does.
pub fn start(port: u16) -> Result<(u16, Receiver<Event>)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map_err(|error| format!("cannot listen on port {port} of 127.0.0.1: {error}"))?;
    let address = listener.local_addr();
    let address = address.map_err(|error| format!("cannot read the port: {error}"))?;
    let (sender, events) = channel();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let sender = sender.clone();
            // What a client does wrong ends its own connection and nothing else.
            thread::spawn(move || serve(stream, &sender));
        }
    });
    Ok((address.port(), events))
}

fn serve(stream: TcpStream, events: &Sender<Event>) -> Result<()> {
    let (mut peer, request) = Peer::requested(stream, Instant::now() + PATIENCE)?;
    let path = handshake::path(&request).to_owned();
    let report = |what| {
        let (at, path) = (Instant::now(), path.clone());
        // Nobody needs to read the events.
        let _ = events.send(Event { at, path, what });
    };
    report(What::Connected);
    let (says_hello, ending) = match (parse(&path), handshake::response(&request)) {
        (None, _) => return peer.answer(&handshake::refusal(404)),
        (Some((_, Ending::Reject(status))), _) => return peer.answer(&handshake::refusal(status)),
        (_, Err(_)) => return peer.answer(&handshake::refusal(400)),
        (Some(found), Ok(response)) => {
            peer.answer(&response)?;
            found
        }
    };
    if says_hello {
        peer.send("hello")?;
    }
    let (sent, answer) = match ending {
        Ending::Frame(body) => peer.close(&body.payload()).map(|()| (true, None))?,
        Ending::Open(answer) => (false, answer),
        Ending::Drop | Ending::Reject(_) => return Ok(()),
    };
    let until = Instant::now() + PATIENCE;
    while !sent || Instant::now() < until {
        match peer.poll(PATIENCE)? {
            Some(Incoming::Close(body)) => {
                let payload = answer.unwrap_or(body.clone()).payload();
                report(What::Closed(body));
                if !sent {
                    peer.close(&payload)?;
                }
                break;
            }
            Some(Incoming::End) => return Ok(()),
            Some(Incoming::Other) | None => {}
        }
    }
    peer.finish();
    while Instant::now() < until && peer.poll(PATIENCE)? != Some(Incoming::End) {}
    Ok(())
}
