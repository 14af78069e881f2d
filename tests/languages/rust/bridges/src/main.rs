//! A tokio-tungstenite server for the conversation: on a message it closes with the number in it, and it prints a line for
//! each end of a connection.

mod close_code;

use std::error::Error;
use std::{io, process, thread};

use close_code::CloseCode;
use futures_util::StreamExt;
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::accept_async;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    thread::spawn(|| {
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        process::exit(0);
    });
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?.port());
    loop {
        let (stream, _) = listener.accept().await?;
        if let Err(error) = converse(stream).await {
            println!("failed\t{error}");
        }
    }
}

async fn converse(stream: TcpStream) -> Result<(), Box<dyn Error>> {
    let mut socket = accept_async(stream).await?;
    match socket.next().await {
        Some(Ok(Message::Text(number))) => {
            let code = CloseCode::from(number.parse::<u16>()?);
            let reason = code.reason().unwrap_or_default();
            println!("sent\t{}", line(code, reason));
            let frame = code.wire_code().map(|wire| CloseFrame {
                code: wire.into(),
                reason: reason.into(),
            });
            socket.close(frame).await?;
        }
        Some(Ok(Message::Close(Some(CloseFrame { code, reason })))) => {
            println!("received\t{}", line(u16::from(code).into(), &reason));
        }
        other => return Err(format!("neither a message nor a close: {other:?}").into()),
    }
    // The rest of the handshake.
    while let Some(Ok(_)) = socket.next().await {}
    Ok(())
}

/// What the generated code answers for `code`, in the columns of all bridges.
fn line(code: CloseCode, reason: &str) -> String {
    let delay = code.retry_after(1, 0.5);
    [
        code.as_u16().to_string(),
        code.name().unwrap_or("-").to_owned(),
        code.label().to_owned(),
        code.reconnect().to_string(),
        code.after().map_or("-", |after| after.as_str()).to_owned(),
        delay.map_or("-".to_owned(), |delay| delay.as_millis().to_string()),
        reason.to_owned(),
    ]
    .join("\t")
}
