//! The smallest client that reconnects, by a clock that only counts. The tests measure it.

use std::io::{BufRead, stdin};
use std::sync::mpsc::{Sender, channel};
use std::time::{Duration, Instant};
use std::{env, process, thread};

use measure::frame::Body;
use measure::peer::{Incoming, Peer};
use serde_json::{Value, json};

/// What happens, and for a connection the time at which it was begun: a later one is another.
enum Message {
    Command(Value),
    Opened(u32),
    Ended(u32, u16),
}

fn main() {
    let random = env::args().nth(1).and_then(|text| text.parse().ok());
    let random: f64 = random.expect("a number");
    let (sender, messages) = channel();
    let commands = sender.clone();
    thread::spawn(move || {
        for line in stdin().lock().lines().map_while(Result::ok) {
            let command = serde_json::from_str(&line).expect("a command is JSON");
            let _ = commands.send(Message::Command(command));
        }
        process::exit(0);
    });
    report(&json!({ "event": "ready", "implementation": "fake-client", "version": "1" }));
    let (mut time, mut attempts, mut command) = (0, 0, Value::Null);
    for message in messages {
        match message {
            Message::Command(new) if new["do"] == "connect" => {
                (attempts, command) = (0, new);
                time += 1;
                dial(&command, time, 0.0, &sender);
            }
            Message::Command(_) => {
                time += 1;
                report(&json!({ "event": "idle" }));
            }
            Message::Opened(of) if of == time => {
                attempts = 0;
                report(&json!({ "event": "opened" }));
            }
            Message::Ended(of, code) if of == time => {
                time += 1;
                if attempts == 10 || !goes_on(&command, code) {
                    report(&json!({ "event": "stopped" }));
                    continue;
                }
                let wait = f64::min(100.0 * f64::from(1 << attempts), 1000.0);
                attempts += 1;
                dial(&command, time, wait * (1.0 + random), &sender);
            }
            Message::Opened(_) | Message::Ended(..) => {}
        }
    }
}

fn report(event: &Value) {
    println!("{event}");
}

fn goes_on(command: &Value, code: u16) -> bool {
    match command["advice"].as_str() {
        Some(advice) => advice == "again",
        None => !(4000..4500).contains(&code),
    }
}

/// Begins a connection.
fn dial(command: &Value, time: u32, after: f64, messages: &Sender<Message>) {
    // A whole number, as JSON of the messages has it.
    let after: Value = serde_json::from_str(&format!("{after:.0}")).expect("a number");
    report(&json!({ "event": "dialed", "after": after }));
    let port = command["port"]
        .as_u64()
        .and_then(|port| port.try_into().ok());
    let (port, messages) = (port.expect("a port"), messages.clone());
    thread::spawn(move || {
        let soon = Instant::now() + Duration::from_mins(1);
        let code = Peer::connect(port, soon).map_or(1006, |peer| {
            let _ = messages.send(Message::Opened(time));
            end(peer)
        });
        let _ = messages.send(Message::Ended(time, code));
    });
}

/// The code that a connection ends with.
fn end(mut peer: Peer) -> u16 {
    loop {
        match peer.poll(Duration::from_secs(5)) {
            Ok(Some(Incoming::Close(body))) => {
                let _ = peer.close(&body.payload());
                return match body {
                    Body::Code(code, _) => code,
                    Body::Empty | Body::OneByte => 1005,
                };
            }
            Ok(Some(Incoming::End)) | Err(_) => return 1006,
            Ok(_) => {}
        }
    }
}
