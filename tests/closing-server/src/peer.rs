//! The raw peer: one connection on loopback, in either role, that writes any Close frame and reads every byte.

use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::time::{Duration, Instant};

use crate::Result;
use crate::frame::{self, BINARY, Body, CLOSE, MASK, PING, PONG, TEXT};
use crate::handshake;

/// What came from the other side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Incoming {
    /// A Close frame.
    Close(Body),
    /// A text message.
    Text(String),
    /// A binary message.
    Binary(Vec<u8>),
    /// A Pong frame.
    Pong,
    /// Any other frame. A Ping frame has been answered.
    Other,
    /// The end of the connection, by FIN or by RST.
    End,
}

/// One open WebSocket connection.
#[derive(Debug)]
pub struct Peer {
    stream: TcpStream,
    buffer: Vec<u8>,
    mask: Option<[u8; 4]>,
}

impl Peer {
    /// Connects to `port` as a client.
    pub fn connect(port: u16, until: Instant) -> Result<Self> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let stream = TcpStream::connect_timeout(&address, left(until))
            .map_err(|error| format!("cannot connect to port {port}: {error}"))?;
        let mut peer = Self::new(stream, Some(MASK))?;
        peer.write(handshake::request(port).as_bytes())?;
        handshake::confirm(&peer.head(until)?)?;
        Ok(peer)
    }

    /// Accepts the next connection as a server, if one is waiting. `listener` must be nonblocking.
    pub fn accept(listener: &TcpListener, until: Instant) -> Result<Option<Self>> {
        let stream = match listener.accept() {
            Ok((stream, _)) => stream,
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(None),
            Err(error) => return Err(format!("cannot accept a connection: {error}")),
        };
        let (mut peer, request) = Self::requested(stream, until)?;
        peer.answer(&handshake::response(&request)?)?;
        Ok(Some(peer))
    }

    /// A client's connection and the head of its request, which waits for [`Self::answer`].
    pub fn requested(stream: TcpStream, until: Instant) -> Result<(Self, String)> {
        let mut peer = Self::new(stream, None)?;
        let request = peer.head(until)?;
        Ok((peer, request))
    }

    /// Writes the head of the HTTP response.
    pub fn answer(&mut self, response: &str) -> Result<()> {
        self.write(response.as_bytes())
    }

    fn new(stream: TcpStream, mask: Option<[u8; 4]>) -> Result<Self> {
        stream
            .set_nonblocking(false)
            .and_then(|()| stream.set_nodelay(true))
            .and_then(|()| stream.set_write_timeout(Some(Duration::from_secs(5))))
            .map_err(|error| format!("cannot set up a connection: {error}"))?;
        let buffer = Vec::new();
        Ok(Self {
            stream,
            buffer,
            mask,
        })
    }

    /// The head of the other side's HTTP message. What follows it stays for [`Self::poll`].
    fn head(&mut self, until: Instant) -> Result<String> {
        loop {
            let found = self.buffer.windows(4).position(|four| four == b"\r\n\r\n");
            if let Some(end) = found {
                let head: Vec<u8> = self.buffer.drain(..end + 4).collect();
                return Ok(String::from_utf8_lossy(&head).into_owned());
            }
            if self.buffer.len() > 1 << 16 || Instant::now() >= until {
                return Err("the other side did not finish its handshake".to_owned());
            }
            if self.read(left(until))? == Some(0) {
                return Err("the connection ended during the handshake".to_owned());
            }
        }
    }

    /// The next thing that comes within `wait`.
    pub fn poll(&mut self, wait: Duration) -> Result<Option<Incoming>> {
        if let Some(incoming) = self.buffered()? {
            return Ok(Some(incoming));
        }
        match self.read(wait)? {
            Some(0) => Ok(Some(Incoming::End)),
            Some(_) => self.buffered(),
            None => Ok(None),
        }
    }

    fn buffered(&mut self) -> Result<Option<Incoming>> {
        let Some((frame, taken)) = frame::first(&self.buffer)? else {
            return Ok(None);
        };
        self.buffer.drain(..taken);
        Ok(Some(match frame.opcode {
            CLOSE => Incoming::Close(Body::of(&frame.payload)),
            TEXT => Incoming::Text(String::from_utf8_lossy(&frame.payload).into_owned()),
            BINARY => Incoming::Binary(frame.payload),
            PONG => Incoming::Pong,
            PING => {
                // When it cannot be written the other side has ended the connection, which is seen next.
                let _ = self.write(&frame::whole(PONG, &frame.payload, self.mask));
                Incoming::Other
            }
            _ => Incoming::Other,
        }))
    }

    /// How many bytes came within `wait`: 0 at the end, nothing when none came.
    fn read(&mut self, wait: Duration) -> Result<Option<usize>> {
        let mut bytes = [0; 4096];
        let read = self
            .stream
            .set_read_timeout(Some(wait))
            .and_then(|()| self.stream.read(&mut bytes));
        match read {
            Ok(count) => {
                self.buffer.extend(&bytes[..count]);
                Ok(Some(count))
            }
            Err(error) => match error.kind() {
                ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted => Ok(None),
                ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted => Ok(Some(0)),
                _ => Err(format!("cannot read from the connection: {error}")),
            },
        }
    }

    /// Writes a Close frame with exactly this payload.
    pub fn close(&mut self, payload: &[u8]) -> Result<()> {
        self.write(&frame::whole(CLOSE, payload, self.mask))
    }

    /// Writes a text message.
    pub fn send(&mut self, text: &str) -> Result<()> {
        self.write(&frame::whole(TEXT, text.as_bytes(), self.mask))
    }

    /// Writes a binary message.
    pub fn send_binary(&mut self, bytes: &[u8]) -> Result<()> {
        self.write(&frame::whole(BINARY, bytes, self.mask))
    }

    /// Writes a Ping frame.
    pub fn ping(&mut self) -> Result<()> {
        self.write(&frame::whole(PING, b"", self.mask))
    }

    fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.stream
            .write_all(bytes)
            .map_err(|error| format!("cannot write to the connection: {error}"))
    }

    /// Sends FIN, and keeps reading.
    pub fn finish(&self) {
        // An error means that the connection has ended already.
        let _ = self.stream.shutdown(Shutdown::Write);
    }

    /// Ends the connection with RST.
    #[cfg(unix)]
    pub fn reset(self) -> Result<()> {
        rustix::net::sockopt::set_socket_linger(&self.stream, Some(Duration::ZERO))
            .map_err(|error| format!("cannot reset the connection: {error}"))
    }

    /// Ends the connection with RST.
    #[cfg(not(unix))]
    pub fn reset(self) -> Result<()> {
        Err("cannot reset a connection on this system".to_owned())
    }
}

/// The time until `until`, but not zero, which means "no limit" to a socket.
fn left(until: Instant) -> Duration {
    until
        .saturating_duration_since(Instant::now())
        .max(Duration::from_millis(1))
}

/// A nonblocking listener on a free port of loopback, and the port.
pub fn listen() -> Result<(TcpListener, u16)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.set_nonblocking(true).map(|()| listener))
        .map_err(|error| format!("cannot listen on 127.0.0.1: {error}"))?;
    let address = listener
        .local_addr()
        .map_err(|error| format!("cannot read the port: {error}"))?;
    Ok((listener, address.port()))
}
