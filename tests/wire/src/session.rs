//! A process and a connection to it at a time: what the application is told and what stands on the wire, as it comes.

use std::net::TcpListener;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::cases::Limits;
use crate::frame::Body;
use crate::peer::{self, Incoming, Peer};
use crate::process::Process;
use crate::protocol::{Closed, Command, Event, Ready, Role};

/// How long the wire is listened to before the application gets its turn: it is heard at once while it speaks.
const WIRE_TURN: Duration = Duration::from_millis(1);

/// How long the application is listened to.
const EVENT_TURN: Duration = Duration::from_micros(200);

const NOT_CLOSED: &str = "it hangs: it does not say that the connection is closed";

/// A running endpoint in one role.
#[derive(Debug)]
pub struct Session {
    /// How it introduced itself.
    pub ready: Ready,
    /// The limits of all waits.
    pub limits: Limits,
    process: Process,
    port: u16,
    /// For a client to connect to.
    listener: Option<TcpListener>,
    until: Instant,
}

/// What the API said to a close.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It took it.
    Accepted,
    /// It refused it, with an error of this class.
    Refused(String),
}

/// What has been seen of one connection.
#[derive(Debug, Default)]
pub struct Seen {
    /// What the API said.
    pub verdict: Option<Verdict>,
    /// The first Close frame on the wire.
    pub frame: Option<Body>,
    /// Whether the wire has ended.
    pub ended: bool,
    /// What the application was told at the end.
    pub closed: Option<Closed>,
}

impl Session {
    /// Starts `command` in `folder` and waits until it is ready.
    pub fn start(command: &str, role: Role, folder: &Path, limits: Limits) -> Outcome<Self> {
        let mut process = Process::start(command, role, folder)?;
        let ready = match process.next(Instant::now() + limits.start)? {
            Some(Event::Ready(ready)) => ready,
            Some(event) => return Err(format!("it is not ready, but says {event:?}")),
            None => return Err(process.with_errors("it hangs: it does not become ready")),
        };
        let (listener, port) = match (role, ready.port) {
            (Role::Client, _) => peer::listen().map(|(listener, port)| (Some(listener), port))?,
            (Role::Server, Some(port)) => (None, port),
            (Role::Server, None) => return Err("it does not tell its port".to_owned()),
        };
        let until = Instant::now() + limits.total;
        Ok(Self {
            ready,
            limits,
            process,
            port,
            listener,
            until,
        })
    }

    /// Opens a connection and waits until both sides say so.
    pub fn open(&mut self) -> Outcome<Peer> {
        let until = self.until(self.limits.open)?;
        let peer = match self.listener.take() {
            None => Peer::connect(self.port, until)?,
            Some(listener) => {
                self.process.tell(&Command::Connect { port: self.port })?;
                let peer = self.accept(&listener, until);
                self.listener = Some(listener);
                peer?
            }
        };
        match self.process.next(until)? {
            Some(Event::Open) => Ok(peer),
            Some(Event::Failed { error }) => Err(format!("it cannot connect: {error}")),
            Some(event) => Err(format!("a connection is open, but it says {event:?}")),
            None => Err(self
                .process
                .with_errors("it hangs: it does not say that a connection is open")),
        }
    }

    /// Waits for the client, and for what it may say instead of connecting.
    fn accept(&mut self, listener: &TcpListener, until: Instant) -> Outcome<Peer> {
        while Instant::now() < until {
            if let Some(peer) = Peer::accept(listener, until)? {
                return Ok(peer);
            }
            match self.process.next(Instant::now() + EVENT_TURN)? {
                None => {}
                Some(Event::Failed { error }) => return Err(format!("it cannot connect: {error}")),
                Some(event) => return Err(format!("asked to connect, it says {event:?}")),
            }
        }
        Err(self.process.with_errors("it hangs: it does not connect"))
    }

    /// Whether the endpoint is the client of its connections.
    #[must_use]
    pub const fn is_client(&self) -> bool {
        self.listener.is_some()
    }

    /// Gives a command.
    pub fn tell(&mut self, command: &Command) -> Outcome<()> {
        self.process.tell(command)
    }

    /// Watches both sides until `done`, or for `limit`. Answers the first Close frame as the standard wants, unless
    /// `silent`. Whether it is done.
    pub fn watch(
        &mut self,
        peer: &mut Peer,
        seen: &mut Seen,
        limit: Duration,
        silent: bool,
        done: impl Fn(&Seen) -> bool,
    ) -> Outcome<bool> {
        let until = self.until(limit)?;
        while !done(seen) {
            if Instant::now() >= until {
                return Ok(false);
            }
            if seen.ended {
                if let Some(event) = self.process.next(Instant::now() + EVENT_TURN)? {
                    seen.note(event)?;
                }
                continue;
            }
            match peer.poll(WIRE_TURN)? {
                Some(Incoming::Close(body)) => seen.wire(peer, body, silent),
                Some(Incoming::End) => seen.ended = true,
                Some(Incoming::Other) | None => {}
            }
            if let Some(event) = self.process.next(Instant::now())? {
                seen.note(event)?;
            }
        }
        Ok(true)
    }

    /// Waits for both ends of the connection, of which the application must be told.
    pub fn end(&mut self, peer: &mut Peer, seen: &mut Seen) -> Outcome<()> {
        if !self.watch(peer, seen, self.limits.told, true, |seen| {
            seen.closed.is_some()
        })? {
            return Err(self.process.with_errors(NOT_CLOSED));
        }
        // What does not end now is ended by dropping the peer.
        self.watch(peer, seen, self.limits.end, true, |seen| seen.ended)?;
        Ok(())
    }

    /// Waits until the application is told of the end of a connection whose peer is gone.
    pub fn end_without_peer(&mut self) -> Outcome<Seen> {
        let mut seen = Seen::default();
        let until = self.until(self.limits.told)?;
        while seen.closed.is_none() {
            match self.process.next(until)? {
                Some(event) => seen.note(event)?,
                None => return Err(self.process.with_errors(NOT_CLOSED)),
            }
        }
        Ok(seen)
    }

    fn until(&self, limit: Duration) -> Outcome<Instant> {
        let now = Instant::now();
        if now >= self.until {
            return Err(format!(
                "it takes longer than {:?} in all",
                self.limits.total
            ));
        }
        Ok(self.until.min(now + limit))
    }
}

impl Seen {
    /// Whether the API has refused the close.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        matches!(self.verdict, Some(Verdict::Refused(_)))
    }

    /// Keeps what the application was told, each thing once.
    fn note(&mut self, event: Event) -> Outcome<()> {
        match event {
            Event::Accepted if self.verdict.is_none() => self.verdict = Some(Verdict::Accepted),
            Event::Refused { error } if self.verdict.is_none() => {
                self.verdict = Some(Verdict::Refused(error));
            }
            Event::Closed(closed) if self.closed.is_none() => self.closed = Some(closed),
            event => return Err(format!("out of turn, it says {event:?}")),
        }
        Ok(())
    }

    /// Keeps the first Close frame, and answers it.
    fn wire(&mut self, peer: &mut Peer, body: Body, silent: bool) {
        if self.frame.is_some() {
            return;
        }
        if !silent {
            // When it cannot be written the other side has ended the connection, which is seen next.
            let _ = peer.close(&body.payload());
            peer.finish();
        }
        self.frame = Some(body);
    }
}
