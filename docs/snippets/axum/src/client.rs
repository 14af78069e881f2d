//! A client that connects again as the close codes advise, until it is told to stop.

use std::pin::{Pin, pin};
use std::time::{Duration, Instant};

use close_codes::{After, CloseCode, Next, Reconnection};
use futures_util::StreamExt;
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// What an application does with its connections.
pub trait Client {
    /// Does what must happen before the next attempt, such as getting new credentials.
    fn prepare(&mut self, after: After) -> impl Future<Output = ()> + Send;
    /// Takes a message.
    fn receive(&mut self, message: Message);
}

/// Stays connected until `stop` completes, or until a code forbids it, which is returned. `random` returns a number from
/// 0 to 1, as `rand::random` does.
pub async fn stay_connected(
    url: &str,
    client: &mut impl Client,
    random: impl Fn() -> f64,
    stop: impl Future<Output = ()>,
) -> Option<CloseCode> {
    let mut stop = pin!(stop);
    let start = Instant::now();
    let mut reconnection = Reconnection::new();
    loop {
        let connecting = tokio::select! {
            result = connect_async(url) => result,
            () = &mut stop => return None,
        };
        let code = match connecting {
            Ok((socket, _)) => {
                reconnection.opened(start.elapsed());
                converse(socket, client, stop.as_mut()).await?
            }
            Err(error) => {
                println!("cannot connect: {error}");
                CloseCode::AbnormalClosure
            }
        };
        let (after, delay) = match reconnection.closed(code, start.elapsed(), random()) {
            Next::Stop => return Some(code),
            Next::Wait(delay) => (None, delay),
            Next::First(after, delay) => (Some(after), delay),
        };
        tokio::select! {
            () = sleep(delay) => {}
            () = &mut stop => return None,
        }
        if let Some(after) = after {
            client.prepare(after).await;
        }
    }
}

/// Receives until the connection ends, and returns the code. Nothing when `stop` completed, and so we closed it.
async fn converse(
    mut socket: Socket,
    client: &mut impl Client,
    mut stop: Pin<&mut impl Future<Output = ()>>,
) -> Option<CloseCode> {
    let mut code = CloseCode::AbnormalClosure;
    loop {
        let message = tokio::select! {
            message = socket.next() => message,
            () = &mut stop => {
                close(socket, CloseCode::NormalClosure).await;
                return None;
            }
        };
        match message {
            Some(Ok(Message::Close(Some(frame)))) => code = u16::from(frame.code).into(),
            Some(Ok(Message::Close(None))) => code = CloseCode::NoStatusReceived,
            Some(Ok(message)) => client.receive(message),
            Some(Err(_)) | None => return Some(code),
        }
    }
}

/// Closes, and gives the server 5 seconds to answer.
async fn close(mut socket: Socket, code: CloseCode) {
    let reason = code.reason().unwrap_or_default().into();
    let frame = code.wire_code().map(|code| CloseFrame {
        code: code.into(),
        reason,
    });
    if socket.close(frame).await.is_ok() {
        let answer = async { while let Some(Ok(_)) = socket.next().await {} };
        let _ = timeout(Duration::from_secs(5), answer).await;
    }
}
