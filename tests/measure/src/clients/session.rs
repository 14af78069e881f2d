//! A running client and the raw peer: connections that end alike, one after another → how long the library waits between them.
//!
//! The client's clock stands still while a connection is being opened or is open, so a slow machine changes no wait. What takes
//! too long in real time is an error.

use std::net::TcpListener;
use std::time::{Duration, Instant};

use closing_server::Ending;

use super::folder::Client;
use super::messages::{Advice, Command, Event};
use super::outcomes::Run;
use crate::Result;
use crate::handshake;
use crate::peer::{self, Incoming, Peer};
use crate::process::Process;

/// A running client.
pub struct Session<'a> {
    client: &'a Client,
    /// The version that is really in use.
    pub version: String,
    process: Process,
    patience: Duration,
}

impl<'a> Session<'a> {
    /// Starts `client` and waits until it is ready. Every random number that it uses is `random`.
    pub fn start(client: &'a Client, random: &str, patience: Duration) -> Result<Self> {
        let mut process = Process::start(&client.run, Some(random), &client.folder)?;
        let ready = process.next(Instant::now() + patience)?;
        let Some(Event::Ready {
            implementation,
            version,
        }) = ready
        else {
            return Err(process.with_errors(&format!("it reported {ready:?} instead of `ready`")));
        };
        if implementation != client.name {
            let name = &client.name;
            return Err(format!(
                "the folder is named {name:?}, but the program reports {implementation:?}"
            ));
        }
        Ok(Self {
            client,
            version,
            process,
            patience,
        })
    }

    /// Lets the library connect, ends its connections with these endings, of which the last is repeated, and notes the waits
    /// before `attempts` more.
    pub fn run(
        &mut self,
        endings: &[Ending],
        attempts: usize,
        advice: Option<Advice>,
    ) -> Result<Run> {
        // A connection that was begun at the end of another run finds nobody at its port.
        let (listener, port) = peer::listen()?;
        self.process.command(&Command::Connect { port, advice })?;
        let mut run = Run {
            waits: Vec::new(),
            stopped: false,
        };
        match self.event()? {
            Event::Dialed { .. } => {}
            event => return Err(self.unexpected(&event, "dialed")),
        }
        loop {
            let ending = endings.get(run.waits.len()).or(endings.last());
            let peer = self.connection(&listener, ending.ok_or("there is no ending")?)?;
            let event = self.event()?;
            drop(peer);
            match event {
                Event::Dialed { after } => run.waits.push(after),
                Event::Stopped => {
                    run.stopped = true;
                    break;
                }
                event => return Err(self.unexpected(&event, "dialed` or `stopped")),
            }
            if run.waits.len() == attempts {
                break;
            }
        }
        self.process.command(&Command::Stop)?;
        match self.event()? {
            Event::Idle => {}
            event => return Err(self.unexpected(&event, "idle")),
        }
        Ok(run)
    }

    /// Accepts the next connection, opens it as the protocol wants it, and ends it.
    fn connection(&mut self, listener: &TcpListener, ending: &Ending) -> Result<Option<Peer>> {
        let until = Instant::now() + self.patience;
        let (mut peer, request) = loop {
            match listener.accept() {
                Ok((stream, _)) => break Peer::requested(stream, until)?,
                Err(_) if Instant::now() < until => std::thread::sleep(Duration::from_millis(1)),
                Err(error) => {
                    let error = format!("timed out: it did not connect: {error}");
                    return Err(self.process.with_errors(&error));
                }
            }
        };
        if let Ending::Reject(status) = ending {
            peer.answer(&handshake::refusal(*status))?;
            return Ok(None);
        }
        peer.answer(&handshake::response(&request)?)?;
        if !self.client.messages.take(&mut peer, until)? {
            return Err(self
                .process
                .with_errors("it ended the connection while it was opened"));
        }
        match self.event()? {
            Event::Opened => {}
            event => return Err(self.unexpected(&event, "opened")),
        }
        if let Ending::Frame(body) = ending {
            peer.close(&body.payload())?;
            Self::await_answer(&mut peer, until)?;
        }
        peer.finish();
        Ok(Some(peer))
    }

    /// Reads until the client has answered the Close frame, or has ended the connection.
    fn await_answer(peer: &mut Peer, until: Instant) -> Result<()> {
        while Instant::now() < until {
            let incoming = peer.poll(until.saturating_duration_since(Instant::now()))?;
            if let Some(Incoming::Close(_) | Incoming::End) = incoming {
                return Ok(());
            }
        }
        Err("timed out: it did not answer the Close frame".to_owned())
    }

    fn event(&mut self) -> Result<Event> {
        let next = self.process.next(Instant::now() + self.patience)?;
        next.ok_or_else(|| self.process.with_errors("timed out: it reported nothing"))
    }

    fn unexpected(&self, event: &Event, expected: &str) -> String {
        let message = format!("it reported {event:?} instead of `{expected}`");
        self.process.with_errors(&message)
    }
}
