//! soketto, as its documentation uses it: `Sender::close`, and receiving until the connection is closed or an error comes.

use endpoint::{Commands, Connection, Step, failed, io_error, is_server, ready, variant};
use soketto::connection::{Builder, Error};
use soketto::handshake::server::Response;
use soketto::handshake::{Client, Server, ServerResponse};
use soketto::{BoxedError, Incoming, Receiver, Sender};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::JoinHandle;
use tokio_util::compat::{Compat, TokioAsyncReadCompatExt};

type Stream = Compat<TcpStream>;

/// An open connection. A receiver must not be cancelled, so it has a task of its own.
struct Socket {
    sender: Sender<Stream>,
    steps: UnboundedReceiver<Step>,
    receiving: JoinHandle<()>,
}

impl Socket {
    fn new(builder: Builder<Stream>) -> Self {
        let (sender, mut receiver) = builder.finish();
        let (told, steps) = unbounded_channel();
        let receiving = tokio::spawn(async move {
            while let Some(step) = step(&mut receiver).await {
                let is_last = matches!(step, Step::Error(_));
                if told.send(step).is_err() || is_last {
                    break;
                }
            }
        });
        Self { sender, steps, receiving }
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        self.receiving.abort();
    }
}

impl Connection for Socket {
    async fn close(&mut self, code: Option<u16>, _reason: &str) -> Result<(), String> {
        match code {
            // It takes neither a code nor a reason.
            Some(_) => Err("type".to_owned()),
            None => self.sender.close().await.map_err(|error| class(&error)),
        }
    }

    async fn next(&mut self) -> Step {
        self.steps.recv().await.unwrap_or(Step::End)
    }
}

/// The next thing that the application gets, and nothing after the end.
async fn step(receiver: &mut Receiver<Stream>) -> Option<Step> {
    match receiver.receive(&mut Vec::new()).await {
        Ok(Incoming::Closed(reason)) => Some(Step::Close(Some(reason.code), reason.descr)),
        Ok(_) => Some(Step::Other),
        Err(Error::Closed) => None,
        Err(error) => Some(Step::Error(class(&error))),
    }
}

fn class(error: &Error) -> String {
    match error {
        Error::Io(error) => io_error(error.kind()),
        error => variant(&format!("{error:?}")),
    }
}

async fn connect(port: u16) -> Result<Socket, BoxedError> {
    let stream = TcpStream::connect(("127.0.0.1", port)).await?;
    let host = format!("127.0.0.1:{port}");
    let mut client = Client::new(stream.compat(), &host, "/");
    match client.handshake().await? {
        ServerResponse::Accepted { .. } => Ok(Socket::new(client.into_builder())),
        response => Err(format!("{response:?}").into()),
    }
}

async fn accept(stream: TcpStream) -> Result<Socket, BoxedError> {
    let mut server = Server::new(stream.compat());
    let key = server.receive_request().await?.key();
    server.send_response(&Response::Accept { key, protocol: None }).await?;
    Ok(Socket::new(server.into_builder()))
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut commands = Commands::read();
    if is_server() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let port = listener.local_addr().expect("it is bound").port();
        ready("soketto", Some(port), &[]);
        while let Ok((stream, _)) = listener.accept().await {
            match accept(stream).await {
                Ok(socket) => commands.talk(socket).await,
                Err(error) => eprintln!("{error}"),
            }
        }
    } else {
        ready("soketto", None, &[]);
        loop {
            let port = commands.port().await;
            match connect(port).await {
                Ok(socket) => commands.talk(socket).await,
                Err(error) => failed(&error.to_string()),
            }
        }
    }
}
