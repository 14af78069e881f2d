//! A process and one connection at a time: the events of the endpoint and the frames of the connection, as they come.

use std::net::TcpListener;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::Result;
use crate::cases::Limits;
use crate::frame::Body;
use crate::messages::{Closed, Command, Event, Ready, Role};
use crate::peer::{self, Incoming, Peer};
use crate::process::Process;

/// How long a read of the connection may block before the events are read.
const FRAME_WAIT: Duration = Duration::from_millis(1);

/// How much of a limit one look at both sides uses up at most. It takes some 1 ms; when it takes longer, the machine did something
/// else, and may have kept the endpoint waiting, too.
const LOOK: Duration = Duration::from_millis(5);

/// How long to wait for an event before the connection is read again.
const EVENT_WAIT: Duration = Duration::from_micros(200);

const NOT_CLOSED: &str = "timed out: it did not report `closed`";

/// A running endpoint in one role.
#[derive(Debug)]
pub struct Session {
    /// What it reported at its start.
    pub ready: Ready,
    /// The limits of all waits.
    pub limits: Limits,
    process: Process,
    port: u16,
    /// For a client to connect to.
    listener: Option<TcpListener>,
    until: Instant,
}

/// Whether the API accepted a close.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It accepted it.
    Accepted,
    /// It refused it, with an error of this class.
    Refused(String),
}

/// What has been seen of one connection.
#[derive(Debug, Default)]
pub struct Seen {
    /// Whether the API accepted the close.
    pub verdict: Option<Verdict>,
    /// The first Close frame.
    pub frame: Option<Body>,
    /// Whether a Ping frame was answered.
    pub has_answered_ping: bool,
    /// Whether the TCP connection has ended.
    pub ended: bool,
    /// What the application got at the end.
    pub closed: Option<Closed>,
}

impl Session {
    /// Starts `command` in `folder` and waits until it is ready.
    pub fn start(command: &str, role: Role, folder: &Path, limits: Limits) -> Result<Self> {
        let mut process = Process::start(command, Some(role.as_str()), folder)?;
        let ready = match process.next(Instant::now() + limits.start)? {
            Some(Event::Ready(ready)) => ready,
            Some(event) => return Err(format!("it reported {event:?} instead of `ready`")),
            None => return Err(process.with_errors("timed out: it did not report `ready`")),
        };
        let (listener, port) = match (role, ready.port) {
            (Role::Client, _) => peer::listen().map(|(listener, port)| (Some(listener), port))?,
            (Role::Server, Some(port)) => (None, port),
            (Role::Server, None) => return Err("it reported `ready` without a port".to_owned()),
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

    /// Opens a connection and waits until both sides have it open.
    pub fn open(&mut self) -> Result<Peer> {
        let until = self.until(self.limits.open)?;
        let peer = match self.listener.take() {
            None => Peer::connect(self.port, until)?,
            Some(listener) => {
                self.process
                    .command(&Command::Connect { port: self.port })?;
                let peer = self.accept(&listener, until);
                self.listener = Some(listener);
                peer?
            }
        };
        match self.process.next(until)? {
            Some(Event::Open) => Ok(peer),
            Some(Event::Failed { error }) => Err(format!("it could not connect: {error}")),
            Some(event) => Err(format!("it reported {event:?} instead of `open`")),
            None => Err(self
                .process
                .with_errors("timed out: it did not report `open`")),
        }
    }

    /// Waits for the client to connect, and for an event that it may report instead.
    fn accept(&mut self, listener: &TcpListener, until: Instant) -> Result<Peer> {
        while Instant::now() < until {
            if let Some(peer) = Peer::accept(listener, until)? {
                return Ok(peer);
            }
            match self.process.next(Instant::now() + EVENT_WAIT)? {
                None => {}
                Some(Event::Failed { error }) => {
                    return Err(format!("it could not connect: {error}"));
                }
                Some(event) => return Err(format!("it reported {event:?} instead of connecting")),
            }
        }
        Err(self.process.with_errors("timed out: it did not connect"))
    }

    /// Whether the endpoint is the client of its connections.
    #[must_use]
    pub const fn is_client(&self) -> bool {
        self.listener.is_some()
    }

    /// Sends a command to the endpoint.
    pub fn command(&mut self, command: &Command) -> Result<()> {
        self.process.command(command)
    }

    /// Watches both sides until `done`, or for `limit`. Answers the first Close frame as the standard requires, unless
    /// `silent`. Returns whether it is done.
    pub fn watch(
        &mut self,
        peer: &mut Peer,
        seen: &mut Seen,
        limit: Duration,
        silent: bool,
        done: impl Fn(&Seen) -> bool,
    ) -> Result<bool> {
        let mut left = limit;
        while !done(seen) {
            let start = Instant::now();
            self.until(left)?;
            if left.is_zero() {
                return Ok(false);
            }
            self.look(peer, seen, silent)?;
            left = left.saturating_sub(start.elapsed().min(LOOK));
        }
        Ok(true)
    }

    /// Reads one frame and one event, if they come soon.
    fn look(&mut self, peer: &mut Peer, seen: &mut Seen, silent: bool) -> Result<()> {
        if !seen.ended {
            match peer.poll(FRAME_WAIT)? {
                Some(Incoming::Close(body)) => seen.receive(peer, body, silent),
                Some(Incoming::Pong) => seen.has_answered_ping = true,
                Some(Incoming::End) => seen.ended = true,
                Some(_) | None => {}
            }
        }
        let wait = if seen.ended {
            EVENT_WAIT
        } else {
            Duration::ZERO
        };
        if let Some(event) = self.process.next(Instant::now() + wait)? {
            seen.note(event)?;
        }
        Ok(())
    }

    /// Waits until the application got the end of the connection, and then for the end itself.
    pub fn end(&mut self, peer: &mut Peer, seen: &mut Seen) -> Result<()> {
        if !self.watch(peer, seen, self.limits.told, true, |seen| {
            seen.closed.is_some()
        })? {
            return Err(self.process.with_errors(NOT_CLOSED));
        }
        // If the connection does not end now, dropping the peer ends it.
        self.watch(peer, seen, self.limits.end, true, |seen| seen.ended)?;
        Ok(())
    }

    /// Waits until the application got the end of a connection whose peer is gone.
    pub fn end_without_peer(&mut self) -> Result<Seen> {
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

    fn until(&self, limit: Duration) -> Result<Instant> {
        let now = Instant::now();
        if now >= self.until {
            return Err(format!(
                "all cases together took longer than {:?}",
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

    /// Keeps an event. Each kind may come once.
    fn note(&mut self, event: Event) -> Result<()> {
        match event {
            Event::Accepted if self.verdict.is_none() => self.verdict = Some(Verdict::Accepted),
            Event::Refused { error } if self.verdict.is_none() => {
                self.verdict = Some(Verdict::Refused(error));
            }
            Event::Closed(closed) if self.closed.is_none() => self.closed = Some(closed),
            event => return Err(format!("it reported {event:?} at the wrong time")),
        }
        Ok(())
    }

    /// Keeps the first Close frame, and answers it.
    fn receive(&mut self, peer: &mut Peer, body: Body, silent: bool) {
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
