//! A proxy that passes messages on, and closes each side as the other one did, without ever sending a code that must
//! not be sent.

use std::pin::pin;
use std::time::Duration;

use axum::extract::State;
use axum::extract::ws::{self, WebSocketUpgrade};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use close_codes::{CloseCode, Relay, Side};
use futures_util::{Sink, SinkExt, Stream, StreamExt};
use tokio::time::timeout;
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::protocol as server;

/// How long one side may take to end after the other one has.
const PATIENCE: Duration = Duration::from_secs(5);

/// Connects each client to the server at `url`.
pub async fn proxy(upgrade: WebSocketUpgrade, State(url): State<String>) -> Response {
    let Ok((server, _)) = connect_async(url).await else {
        return StatusCode::BAD_GATEWAY.into_response();
    };
    upgrade.on_upgrade(async |client| {
        let (to_server, from_server) = server.split();
        let (to_client, from_client) = client.split();
        // As if it had been received; what is sent for it is up to `relay`.
        let (code, reason) = (CloseCode::AbnormalClosure.as_u16(), Default::default());
        let lost_client = ws::Message::Close(Some(ws::CloseFrame { code, reason }));
        let (code, reason) = (code.into(), Default::default());
        let lost_server = server::Message::Close(Some(server::CloseFrame { code, reason }));
        let mut up = pin!(pass(from_client, to_server, for_server, lost_client));
        let mut down = pin!(pass(from_server, to_client, for_client, lost_server));
        // A side that does not answer a Close frame is dropped.
        tokio::select! {
            () = &mut up => drop(timeout(PATIENCE, down).await),
            () = &mut down => drop(timeout(PATIENCE, up).await),
        }
    })
}

/// Passes on what comes from one side, and at last that it is `lost`, which has no effect after a Close frame.
async fn pass<M, N, E>(
    mut from: impl Stream<Item = Result<M, E>> + Unpin,
    mut to: impl Sink<N> + Unpin,
    convert: impl Fn(M) -> Option<N>,
    lost: M,
) {
    // It reads on after a Close frame, so that the frame gets its answer.
    while let Some(Ok(message)) = from.next().await {
        if let Some(message) = convert(message) {
            let _ = to.send(message).await;
        }
    }
    if let Some(message) = convert(lost) {
        let _ = to.send(message).await;
    }
}

fn for_server(message: ws::Message) -> Option<server::Message> {
    Some(match message {
        ws::Message::Text(text) => server::Message::text(text.as_str()),
        ws::Message::Binary(bytes) => server::Message::Binary(bytes),
        ws::Message::Close(frame) => {
            let frame = frame.map(|frame| (frame.code, frame.reason.to_string()));
            let frame = relay(frame, Side::Server).map(|(code, reason)| server::CloseFrame {
                code: code.into(),
                reason: reason.into(),
            });
            server::Message::Close(frame)
        }
        ws::Message::Ping(_) | ws::Message::Pong(_) => return None, // each side answers its own pings
    })
}

fn for_client(message: server::Message) -> Option<ws::Message> {
    Some(match message {
        server::Message::Text(text) => ws::Message::text(text.as_str()),
        server::Message::Binary(bytes) => ws::Message::Binary(bytes),
        server::Message::Close(frame) => {
            let frame = frame.map(|frame| (frame.code.into(), frame.reason.to_string()));
            let frame = relay(frame, Side::Client).map(|(code, reason)| ws::CloseFrame {
                code,
                reason: reason.into(),
            });
            ws::Message::Close(frame)
        }
        _ => return None,
    })
}

/// What to close `side` with after the other side closed with `received`.
fn relay(received: Option<(u16, String)>, side: Side) -> Option<(u16, String)> {
    let (code, reason) = received.unwrap_or((CloseCode::NoStatusReceived.as_u16(), String::new()));
    let (code, reason) = match CloseCode::from(code).relay(side) {
        Relay::AsIs(code) => (code, reason),
        Relay::Instead(code) => (code, String::new()),
        Relay::WithoutCode => return None,
    };
    Some((code.wire_code()?, reason))
}
