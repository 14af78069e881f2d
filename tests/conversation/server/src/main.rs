//! The server of the conversation. `/close/N` is closed with N and its default reason; on any other path the client
//! closes. It prints its port, then one line a conversation, until its standard input ends.

mod close_code;

use std::error::Error;
use std::time::Duration;
use std::{io, process, thread};

use close_code::CloseCode;
use futures_util::{SinkExt, StreamExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;
use tokio_tungstenite::accept_hdr_async;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::handshake::server::{ErrorResponse, Request, Response};
use tokio_tungstenite::tungstenite::protocol::CloseFrame;

/// A conversation takes milliseconds.
const LIMIT: Duration = Duration::from_secs(10);

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    thread::spawn(|| {
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        process::exit(0);
    });
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?.port());
    // One after the other, so that the lines stand in the order of the client's.
    loop {
        let (stream, _) = listener.accept().await?;
        match timeout(LIMIT, converse(stream)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => println!("failed\t{error}"),
            Err(_) => println!("failed\tit took longer than {LIMIT:?}"),
        }
    }
}

async fn converse(stream: TcpStream) -> Result<(), Box<dyn Error>> {
    let mut path = String::new();
    #[allow(clippy::result_large_err)] // tungstenite's type
    let note = |request: &Request, response: Response| -> Result<Response, ErrorResponse> {
        request.uri().path().clone_into(&mut path);
        Ok(response)
    };
    let mut socket = accept_hdr_async(stream, note).await?;
    if let Some(number) = path.strip_prefix("/close/") {
        let code = CloseCode::from(number.parse::<u16>()?);
        let reason = code.reason().unwrap_or_default();
        println!("sent\t{}", line(code, reason));
        let code = code.as_u16().into();
        let reason = reason.into();
        socket.close(Some(CloseFrame { code, reason })).await?;
    } else {
        socket.send(Message::text("your turn")).await?;
        match socket.next().await {
            Some(Ok(Message::Close(Some(CloseFrame { code, reason })))) => {
                println!("received\t{}", line(u16::from(code).into(), &reason));
            }
            other => return Err(format!("not a Close frame with a code: {other:?}").into()),
        }
    }
    // The rest of the handshake; a client may end the connection before.
    while let Some(Ok(_)) = socket.next().await {}
    Ok(())
}

/// What the generated code says of `code`, in the columns of all sides.
fn line(code: CloseCode, reason: &str) -> String {
    let delay = code.retry_after(1, 0.5);
    [
        code.as_u16().to_string(),
        code.name().unwrap_or("-").to_owned(),
        code.label().to_owned(),
        code.reconnect().to_string(),
        code.after().map_or("-", |after| after.as_str()).to_owned(),
        delay.map_or("-".to_owned(), |delay| delay.as_millis().to_string()),
        "certain".to_owned(),
        reason.to_owned(),
    ]
    .join("\t")
}
