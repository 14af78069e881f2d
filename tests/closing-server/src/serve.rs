//! Connections → their attempts at a path, their endings, and an event for each thing that happens.

use std::collections::HashMap;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::ending::{Ending, parse};
use crate::frame::Body;
use crate::handshake;
use crate::opening::Opening;
use crate::peer::{Incoming, Peer};
use crate::{PATHS, Result};

/// How long a client may take for its handshake, for its part of the opening, and for its answer to a Close frame.
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

/// What all connections share.
#[derive(Debug)]
struct Server {
    opening: Opening,
    /// How many connections to each path there were.
    counts: Mutex<HashMap<String, usize>>,
}

/// Starts the server on `port` of 127.0.0.1, or on a free one for 0. It runs for as long as the process does.
pub fn start(port: u16) -> Result<(u16, Receiver<Event>)> {
    start_with(port, Opening::default())
}

/// The same, with an opening on every connection.
pub fn start_with(port: u16, opening: Opening) -> Result<(u16, Receiver<Event>)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map_err(|error| format!("cannot listen on port {port} of 127.0.0.1: {error}"))?;
    let address = listener.local_addr();
    let address = address.map_err(|error| format!("cannot read the port: {error}"))?;
    let (sender, events) = channel();
    let counts = Mutex::default();
    let server = Arc::new(Server { opening, counts });
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (sender, server) = (sender.clone(), Arc::clone(&server));
            // What a client does wrong ends its own connection and nothing else.
            thread::spawn(move || server.serve(stream, &sender));
        }
    });
    Ok((address.port(), events))
}

impl Server {
    /// The index of the next attempt at `path`.
    fn count(&self, path: &str) -> usize {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(path.to_owned()).or_default();
        *count += 1;
        *count - 1
    }

    fn serve(&self, stream: TcpStream, events: &Sender<Event>) -> Result<()> {
        let (mut peer, request) = Peer::requested(stream, Instant::now() + PATIENCE)?;
        let path = handshake::path(&request).to_owned();
        let response = handshake::response(&request);
        if path == "/" && response.is_err() {
            return peer.answer(&handshake::page(PATHS));
        }
        let report = |what| {
            let (at, path) = (Instant::now(), path.clone());
            // Nobody needs to read the events.
            let _ = events.send(Event { at, path, what });
        };
        report(What::Connected);
        let attempt = match (parse(&path, self.count(&path)), response) {
            (None, _) => return peer.answer(&handshake::refusal(404)),
            (Some(attempt), response) => match (attempt.ending, response) {
                (Ending::Reject(status), _) => return peer.answer(&handshake::refusal(status)),
                (_, Err(_)) => return peer.answer(&handshake::refusal(400)),
                (ending, Ok(response)) => {
                    peer.answer(&response)?;
                    crate::Attempt { ending, ..attempt }
                }
            },
        };
        if !self.opening.take(&mut peer, Instant::now() + PATIENCE)? {
            return Ok(());
        }
        if attempt.has_hello {
            peer.send("hello")?;
        }
        thread::sleep(attempt.lasts);
        end(peer, attempt.ending, report)
    }
}

/// Ends an open connection, and reports the Close frame of the client.
fn end(mut peer: Peer, ending: Ending, report: impl Fn(What)) -> Result<()> {
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
            Some(_) | None => {}
        }
    }
    peer.finish();
    while Instant::now() < until && peer.poll(PATIENCE)? != Some(Incoming::End) {}
    Ok(())
}
