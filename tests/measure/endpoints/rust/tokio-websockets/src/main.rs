//! tokio-websockets, as its documentation uses it: `send(Message::close(..))`, and reading until the stream ends.

use std::panic::{AssertUnwindSafe, catch_unwind};

use endpoint::{Commands, Connection, Step, failed, io_error, is_server, ready, variant};
use futures_util::{SinkExt, StreamExt};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio_websockets::{ClientBuilder, CloseCode, Error, Message, ServerBuilder, WebSocketStream};

struct Socket<S>(WebSocketStream<S>);

impl<S: AsyncRead + AsyncWrite + Unpin> Connection for Socket<S> {
    async fn close(&mut self, code: Option<u16>, reason: &str) -> Result<(), String> {
        // The type of codes does not hold every number, and the message panics at some that it holds.
        let code = code.map(CloseCode::try_from).transpose().map_err(|_| "type")?;
        let message = catch_unwind(AssertUnwindSafe(|| Message::close(code, reason))).map_err(|_| "panic")?;
        self.0.send(message).await.map_err(|error| class(&error))
    }

    async fn next(&mut self) -> Step {
        match self.0.next().await {
            Some(Ok(message)) => match message.as_close() {
                Some((code, reason)) => Step::Close(Some(code.into()), Some(reason.to_owned())),
                None => Step::Other,
            },
            Some(Err(error)) => Step::Error(class(&error)),
            None => Step::End,
        }
    }
}

fn class(error: &Error) -> String {
    match error {
        Error::Io(error) => io_error(error.kind()),
        Error::Protocol(error) => format!("Protocol({error:?})"),
        error => variant(&format!("{error:?}")),
    }
}

fn identifiers() -> Vec<(u16, String)> {
    macro_rules! constants {
        ($($name:ident)*) => { vec![$((CloseCode::$name.into(), stringify!($name).to_owned())),*] };
    }
    constants!(
        NORMAL_CLOSURE GOING_AWAY PROTOCOL_ERROR UNSUPPORTED_DATA NO_STATUS_RECEIVED INVALID_FRAME_PAYLOAD_DATA
        POLICY_VIOLATION MESSAGE_TOO_BIG MANDATORY_EXTENSION INTERNAL_SERVER_ERROR SERVICE_RESTART SERVICE_OVERLOAD
        BAD_GATEWAY
    )
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    let mut commands = Commands::read();
    if is_server() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let port = listener.local_addr().expect("it is bound").port();
        ready("tokio-websockets", Some(port), &identifiers());
        while let Ok((stream, _)) = listener.accept().await {
            match ServerBuilder::new().accept(stream).await {
                Ok((_, socket)) => commands.talk(Socket(socket)).await,
                Err(error) => eprintln!("{error}"),
            }
        }
    } else {
        ready("tokio-websockets", None, &identifiers());
        loop {
            let port = commands.port().await;
            let address = format!("ws://127.0.0.1:{port}/");
            let client = ClientBuilder::new().uri(&address).expect("the address is sound");
            match client.connect().await {
                Ok((socket, _)) => commands.talk(Socket(socket)).await,
                Err(error) => failed(&class(&error)),
            }
        }
    }
}
