//! Echoes messages until the service ends, and tells its clients with a close code that it will be back.

pub mod client;
pub mod proxy;

use std::time::Duration;

use axum::extract::State;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use close_codes::CloseCode;
use tokio::{sync::watch, time::timeout};

/// Echoes messages until the client leaves, or a message in `shutdown` ends the service.
pub async fn echo(
    upgrade: WebSocketUpgrade,
    State(mut shutdown): State<watch::Receiver<()>>,
) -> Response {
    upgrade.on_upgrade(async move |mut socket| {
        tokio::select! {
            code = converse(&mut socket) => println!("client closed: {}", code.label()),
            _ = shutdown.changed() => close(&mut socket, CloseCode::ServiceRestart).await,
        }
    })
}

/// Reads on to the end, so that a Close frame gets its answer; returns the client's code.
async fn converse(socket: &mut WebSocket) -> CloseCode {
    let mut code = CloseCode::AbnormalClosure;
    while let Some(Ok(message)) = socket.recv().await {
        match message {
            Message::Close(Some(frame)) => code = CloseCode::from(frame.code),
            Message::Close(None) => code = CloseCode::NoStatusReceived,
            Message::Ping(_) | Message::Pong(_) => {}
            echo => drop(socket.send(echo).await), // a failure ends the loop, too
        }
    }
    code
}

/// Closes with a code and its default reason, and gives the client 5 seconds to answer.
async fn close(socket: &mut WebSocket, code: CloseCode) {
    let reason = code.reason().unwrap_or_default().into();
    // Axum sends every number, also those that must not be sent.
    let frame = code.wire_code().map(|code| CloseFrame { code, reason });
    if socket.send(Message::Close(frame)).await.is_ok() {
        let answer = async { while let Some(Ok(_)) = socket.recv().await {} };
        let _ = timeout(Duration::from_secs(5), answer).await;
    }
}
