//! axum's `WebSocketUpgrade`, as its documentation uses it: a Close message is sent, and reading goes on to the end.

use std::sync::Arc;

use axum::Router;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade, close_code};
use axum::routing::any;
use endpoint::{Commands, Connection, Step, ready};
use tokio::net::TcpListener;
use tokio::sync::Mutex;

struct Socket(WebSocket);

impl Connection for Socket {
    async fn close(&mut self, code: Option<u16>, reason: &str) -> Result<(), String> {
        let frame = code.map(|code| CloseFrame { code, reason: reason.into() });
        let sent = self.0.send(Message::Close(frame)).await;
        sent.map_err(|error| class(&error))
    }

    async fn next(&mut self) -> Step {
        match self.0.recv().await {
            Some(Ok(Message::Close(Some(CloseFrame { code, reason })))) => {
                Step::Close(Some(code), Some(reason.to_string()))
            }
            Some(Ok(_)) => Step::Other,
            Some(Err(error)) => Step::Error(class(&error)),
            None => Step::End,
        }
    }
}

/// `axum::Error` shows nothing but a sentence. A number of the system at its end is left out.
fn class(error: &axum::Error) -> String {
    let text = error.to_string();
    let end = text.find(" (os error").unwrap_or(text.len());
    text[..end].to_owned()
}

fn identifiers() -> Vec<(u16, String)> {
    macro_rules! constants {
        ($($name:ident)*) => { vec![$((close_code::$name, stringify!($name).to_owned())),*] };
    }
    constants!(NORMAL AWAY PROTOCOL UNSUPPORTED STATUS ABNORMAL INVALID POLICY SIZE EXTENSION ERROR RESTART AGAIN)
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let commands = Arc::new(Mutex::new(Commands::read()));
    let upgrade = async move |upgrade: WebSocketUpgrade| {
        upgrade.on_upgrade(async move |socket| commands.lock().await.talk(Socket(socket)).await)
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let port = listener.local_addr().expect("it is bound").port();
    ready("axum", Some(port), &identifiers());
    axum::serve(listener, Router::new().route("/", any(upgrade))).await.expect("it serves");
}
