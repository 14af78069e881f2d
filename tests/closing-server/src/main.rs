//! A WebSocket server that ends each connection as its path says, to write and test clients with.
//!
//! It prints its address, and then a line for every connection and for every Close frame that a client sends: the seconds
//! since the start, the path, and `connected N`, where N counts the connections to the path, or `closed CODE REASON`.

use std::collections::HashMap;
use std::env;
use std::io::{Write, stdout};
use std::process::ExitCode;
use std::time::Instant;

use closing_server::{What, start};
use measure::frame::Body;

const USAGE: &str = "\
Usage: closing-server [PORT]

Listens on 127.0.0.1, on a free port if there is none given, and ends each connection as its path says:
  /4001          closes with this code, whether it may be sent or not; /4001/bye adds a reason
  /1005          closes without a code
  /1006          drops the connection without a Close frame
  /frame/1006    sends this number in a Close frame, also 1005 and 1006
  /open          stays open until the client closes, and answers with the same code
  /open/1011     stays open until the client closes, and answers with this code
  /hello/4001    sends the message `hello` first; works before each of the above
  /reject/403    answers the handshake with this HTTP status
Every other path is answered with 404, and what is not a WebSocket handshake with 400.";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let port = match &arguments[..] {
        [] => Some(0),
        [port] => port.parse().ok(),
        _ => None,
    };
    let Some(port) = port else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match serve(port) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// Prints until nobody reads on.
fn serve(port: u16) -> Result<(), String> {
    let started = Instant::now();
    let (port, events) = start(port)?;
    let mut counts: HashMap<String, u32> = HashMap::new();
    let mut line = format!("ws://127.0.0.1:{port}");
    loop {
        if writeln!(stdout(), "{line}").is_err() {
            return Ok(());
        }
        let Ok(event) = events.recv() else {
            return Ok(());
        };
        let what = match event.what {
            What::Connected => {
                let count = counts.entry(event.path.clone()).or_default();
                *count += 1;
                format!("connected {count}")
            }
            What::Closed(Body::Code(code, reason)) => {
                format!("closed {code} {}", String::from_utf8_lossy(&reason))
            }
            What::Closed(Body::Empty | Body::OneByte) => "closed without a code".to_owned(),
        };
        let seconds = event.at.duration_since(started).as_secs_f64();
        line = format!("{seconds:.3} {} {}", event.path, what.trim_end());
    }
}
