//! The smallest endpoint: the harness's own peer, which closes and answers as the standard says. The tests measure it. With the
//! argument `late` it sends a Close frame some time after a refusal, and knows the code it received some time after its answer.

use std::io::{BufRead, stdin};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use std::{env, thread};

use measure::frame::{Body, close_payload};
use measure::peer::{Incoming, Peer, listen};
use serde_json::{Value, json};

/// How late.
const LATE: Duration = Duration::from_millis(30);

fn main() {
    let (listener, port) = listen().expect("loopback has a free port");
    let commands = commands();
    println!(
        "{}",
        json!({ "event": "ready", "implementation": "fake", "version": "1", "port": port })
    );
    if env::args().next_back().as_deref() == Some("server") {
        while let Some(peer) = accept(&listener, &commands) {
            talk(peer, &commands);
        }
    } else {
        while let Ok(command) = commands.recv() {
            if let Some(port) = command["port"]
                .as_u64()
                .and_then(|port| u16::try_from(port).ok())
            {
                talk(
                    Peer::connect(port, soon()).expect("the harness listens"),
                    &commands,
                );
            }
        }
    }
}

fn commands() -> Receiver<Value> {
    let (sender, commands) = channel();
    thread::spawn(move || {
        for line in stdin().lock().lines().map_while(Result::ok) {
            let command = serde_json::from_str(&line).expect("a command is JSON");
            let _ = sender.send(command);
        }
        std::process::exit(0);
    });
    commands
}

fn accept(listener: &TcpListener, commands: &Receiver<Value>) -> Option<Peer> {
    loop {
        match Peer::accept(listener, soon()) {
            Ok(Some(peer)) => return Some(peer),
            Ok(None) => thread::sleep(Duration::from_millis(1)),
            Err(_) => return None,
        }
        // A command without a connection has no meaning.
        let _ = commands.try_recv();
    }
}

fn is_late() -> bool {
    env::args().nth(1).as_deref() == Some("late")
}

fn soon() -> Instant {
    Instant::now() + Duration::from_secs(5)
}

fn talk(mut peer: Peer, commands: &Receiver<Value>) {
    println!("{}", json!({ "event": "open" }));
    let (mut told, mut closing) = (json!({ "event": "closed", "clean": false }), false);
    let until = soon();
    while Instant::now() < until {
        match peer.poll(Duration::from_millis(1)) {
            Ok(Some(Incoming::Close(body))) => {
                if !closing {
                    let _ = peer.close(&body.payload());
                }
                if is_late() && matches!(peer.poll(LATE), Ok(Some(Incoming::End))) {
                    break;
                }
                if let Body::Code(code, reason) = body {
                    let reason = String::from_utf8_lossy(&reason);
                    told =
                        json!({ "event": "closed", "code": code, "reason": reason, "clean": true });
                }
                break;
            }
            Ok(Some(Incoming::End)) | Err(_) => break,
            Ok(_) => {}
        }
        match commands.try_recv() {
            Ok(command) if command["do"] == "abandon" => break,
            Ok(command) => closing = close(&mut peer, &command),
            Err(_) => {}
        }
    }
    println!("{told}");
}

/// Writes what the standard allows. Whether it did.
fn close(peer: &mut Peer, command: &Value) -> bool {
    let payload = match command["code"]
        .as_u64()
        .and_then(|code| u16::try_from(code).ok())
    {
        None => Vec::new(),
        Some(code @ (1000..=1003 | 1007..=1014 | 3000..=4999)) => close_payload(code, b"bye"),
        Some(_) => {
            println!("{}", json!({ "event": "refused", "error": "range" }));
            if is_late() {
                thread::sleep(LATE);
                let _ = peer.close(&close_payload(1000, b"bye"));
            }
            return is_late();
        }
    };
    println!("{}", json!({ "event": "accepted" }));
    peer.close(&payload).is_ok()
}
