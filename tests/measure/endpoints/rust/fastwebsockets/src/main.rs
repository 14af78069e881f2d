//! fastwebsockets, as its examples use it: `write_frame(Frame::close(..))`, and reading until a Close frame or an error.

use endpoint::{Commands, Connection, Step, failed, io_error, is_server, names, ready, variant};
use fastwebsockets::{
    CloseCode, FragmentCollector, Frame, OpCode, Payload, WebSocket, WebSocketError, handshake, upgrade,
};
use http_body_util::Empty;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONNECTION, UPGRADE};
use hyper::rt::Executor;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::upgrade::Upgraded;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

struct Socket {
    frames: FragmentCollector<TokioIo<Upgraded>>,
    closed: bool,
}

impl Socket {
    fn new(socket: WebSocket<TokioIo<Upgraded>>) -> Self {
        Self { frames: FragmentCollector::new(socket), closed: false }
    }
}

impl Connection for Socket {
    async fn close(&mut self, code: Option<u16>, reason: &str) -> Result<(), String> {
        let frame = match code {
            Some(code) => Frame::close(code, reason.as_bytes()),
            None => Frame::close_raw(Payload::Borrowed(&[])),
        };
        self.frames.write_frame(frame).await.map_err(|error| class(&error))
    }

    async fn next(&mut self) -> Step {
        if self.closed {
            return Step::End;
        }
        match self.frames.read_frame().await {
            Ok(frame) if frame.opcode == OpCode::Close => {
                self.closed = true;
                told(&frame.payload)
            }
            Ok(_) => Step::Other,
            Err(error) => {
                self.closed = true;
                Step::Error(class(&error))
            }
        }
    }
}

/// The application is given the payload, and takes it apart itself.
fn told(payload: &[u8]) -> Step {
    match payload {
        [high, low, reason @ ..] => {
            let reason = String::from_utf8_lossy(reason).into_owned();
            Step::Close(Some(u16::from_be_bytes([*high, *low])), Some(reason))
        }
        _ => Step::Close(None, None),
    }
}

fn class(error: &WebSocketError) -> String {
    match error {
        WebSocketError::IoError(error) => io_error(error.kind()),
        error => variant(&format!("{error:?}")),
    }
}

/// Ties hyper's executor to tokio.
struct Spawn;

impl<Work: Future<Output: Send> + Send + 'static> Executor<Work> for Spawn {
    fn execute(&self, work: Work) {
        tokio::spawn(work);
    }
}

async fn connect(port: u16) -> Result<Socket, WebSocketError> {
    let stream = TcpStream::connect(("127.0.0.1", port)).await?;
    let request = Request::get(format!("http://127.0.0.1:{port}/"))
        .header("Host", format!("127.0.0.1:{port}"))
        .header(UPGRADE, "websocket")
        .header(CONNECTION, "upgrade")
        .header("Sec-WebSocket-Key", handshake::generate_key())
        .header("Sec-WebSocket-Version", "13")
        .body(Empty::<Bytes>::new())
        .expect("the request is sound");
    let (socket, _) = handshake::client(&Spawn, request, stream).await?;
    Ok(Socket::new(socket))
}

/// Answers one request, and hands over what it is upgraded to.
async fn answer(stream: TcpStream, sockets: UnboundedSender<Socket>) {
    let service = service_fn(move |mut request: Request<Incoming>| {
        let sockets = sockets.clone();
        async move {
            let (response, upgraded) = upgrade::upgrade(&mut request)?;
            tokio::spawn(async move {
                if let Ok(socket) = upgraded.await {
                    let _ = sockets.send(Socket::new(socket));
                }
            });
            Ok::<Response<Empty<Bytes>>, WebSocketError>(response)
        }
    });
    let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    if let Err(error) = connection.with_upgrades().await {
        eprintln!("{error}");
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut commands = Commands::read();
    let identifiers = names(|code| format!("{:?}", CloseCode::from(code)));
    if is_server() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let port = listener.local_addr().expect("it is bound").port();
        ready("fastwebsockets", Some(port), &identifiers);
        let (sender, mut sockets) = unbounded_channel();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, sender.clone()));
            }
        });
        while let Some(socket) = sockets.recv().await {
            commands.talk(socket).await;
        }
    } else {
        ready("fastwebsockets", None, &identifiers);
        loop {
            let port = commands.port().await;
            match connect(port).await {
                Ok(socket) => commands.talk(socket).await,
                Err(error) => failed(&class(&error)),
            }
        }
    }
}
