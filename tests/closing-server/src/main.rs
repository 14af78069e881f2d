//! A WebSocket server that ends each connection as its path says, to write and test clients with.
//!
//! It prints its address, and then a line for every connection and for every Close frame that a client sends: the seconds
//! since the start, the path, and `connected N`, where N counts the connections to the path, or `closed CODE REASON`.

use std::collections::HashMap;
use std::env;
use std::io::{Write, stdout};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use closing_server::frame::Body;
use closing_server::{Opening, PATHS, What, start_with};

const USAGE: &str = "\
Usage: closing-server [--opening FILE] [PORT]

Listens on 127.0.0.1, on a free port if there is none given, and ends each connection as its path says. With an opening,
every connection begins with the messages in FILE, as tests/closing-server/README.md describes.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (opening, rest) = match arguments[..] {
        ["--opening", file, ref rest @ ..] => (Opening::read(Path::new(file)), rest),
        ref rest => (Ok(Opening::default()), rest),
    };
    let port = match rest {
        [] => Some(0),
        [port] => port.parse().ok(),
        _ => None,
    };
    let Some(port) = port else {
        eprint!("{USAGE}\n{PATHS}");
        return ExitCode::from(2);
    };
    match opening.and_then(|opening| serve(port, opening)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// Prints until nobody reads on.
fn serve(port: u16, opening: Opening) -> Result<(), String> {
    let started = Instant::now();
    let (port, events) = start_with(port, opening)?;
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
