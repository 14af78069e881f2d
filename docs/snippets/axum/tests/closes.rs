//! A real client meets the server: messages come back, and every way to end tells its close code.

use axum::{Router, routing::get};
use close_codes::CloseCode;
use echo_server::echo;
use futures_util::{SinkExt, StreamExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

type Client = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// A client of a new server, and what ends that server.
async fn connected() -> (Client, watch::Sender<()>) {
    let (end, ended) = watch::channel(());
    let app = Router::new().route("/", get(echo)).with_state(ended);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async { axum::serve(listener, app).await });
    let url = format!("ws://{address}/");
    let (client, _) = connect_async(url).await.expect("a connection");
    (client, end)
}

async fn next(client: &mut Client) -> Message {
    let message = client.next().await.expect("a message");
    message.expect("a sound frame")
}

async fn assert_echo(client: &mut Client) {
    let hello = Message::text("hello");
    client.send(hello.clone()).await.expect("an open socket");
    assert_eq!(next(client).await, hello);
}

#[tokio::test]
async fn a_service_that_ends_says_that_it_restarts() {
    let (mut client, end) = connected().await;
    assert_echo(&mut client).await;
    end.send(()).expect("a server that listens");
    let Message::Close(Some(frame)) = next(&mut client).await else {
        panic!("no Close frame");
    };
    let code = CloseCode::from(u16::from(frame.code));
    assert_eq!(code, CloseCode::ServiceRestart);
    assert_eq!(Some(frame.reason.as_str()), code.reason());
}

#[tokio::test]
async fn a_client_that_leaves_gets_its_answer() {
    let (mut client, _end) = connected().await;
    assert_echo(&mut client).await;
    let code = CloseCode::NormalClosure.as_u16().into();
    let reason = "bye".into();
    let frame = CloseFrame { code, reason };
    client
        .close(Some(frame.clone()))
        .await
        .expect("an open socket");
    assert_eq!(next(&mut client).await, Message::Close(Some(frame)));
}
