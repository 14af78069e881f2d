//! tokio-tungstenite, as its documentation uses it: `WebSocketStream::close`, and reading until the stream ends.

use endpoint::{Commands, Connection, Step, failed, io_error, is_server, names, ready, variant};
use futures_util::StreamExt;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{WebSocketStream, accept_async, connect_async};

struct Socket<S>(WebSocketStream<S>);

impl<S: AsyncRead + AsyncWrite + Unpin> Connection for Socket<S> {
    async fn close(&mut self, code: Option<u16>, reason: &str) -> Result<(), String> {
        let frame = code.map(|code| CloseFrame { code: code.into(), reason: reason.into() });
        self.0.close(frame).await.map_err(|error| class(&error))
    }

    async fn next(&mut self) -> Step {
        match self.0.next().await {
            Some(Ok(Message::Close(Some(CloseFrame { code, reason })))) => {
                Step::Close(Some(code.into()), Some(reason.to_string()))
            }
            Some(Ok(_)) => Step::Other,
            Some(Err(error)) => Step::Error(class(&error)),
            None => Step::End,
        }
    }
}

fn class(error: &Error) -> String {
    match error {
        Error::Io(error) => io_error(error.kind()),
        Error::Protocol(error) => format!("Protocol({})", variant(&format!("{error:?}"))),
        error => variant(&format!("{error:?}")),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut commands = Commands::read();
    let identifiers = names(|code| format!("{:?}", CloseCode::from(code)));
    if is_server() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let port = listener.local_addr().expect("it is bound").port();
        ready("tokio-tungstenite", Some(port), &identifiers);
        while let Ok((stream, _)) = listener.accept().await {
            match accept_async(stream).await {
                Ok(socket) => commands.talk(Socket(socket)).await,
                Err(error) => eprintln!("{error}"),
            }
        }
    } else {
        ready("tokio-tungstenite", None, &identifiers);
        loop {
            let port = commands.port().await;
            match connect_async(format!("ws://127.0.0.1:{port}/")).await {
                Ok((socket, _)) => commands.talk(Socket(socket)).await,
                Err(error) => failed(&class(&error)),
            }
        }
    }
}
