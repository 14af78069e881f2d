//! `client URL PATH...`: connects to every path of this URL at once, and to two more, which it closes when a line comes
//! from standard input. No delay is longer than it must be, as a random number of 0 makes it: the tests count the
//! connections.

use std::io::stdin;
use std::thread;

use close_codes::After;
use echo_server::client::{Client, stay_connected};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio_tungstenite::tungstenite::Message;

/// Prints what it is to do.
struct Printer(String);

impl Client for Printer {
    async fn prepare(&mut self, after: After) {
        println!("prepared {} {after}", self.0);
    }

    fn receive(&mut self, message: Message) {
        println!("received {} {message}", self.0);
    }
}

async fn stay(url: String, path: String, stop: impl Future<Output = ()>) {
    let url = format!("{url}{path}");
    let mut client = Printer(path);
    let code = stay_connected(&url, &mut client, || 0.0, stop).await;
    println!("stopped {} {code:?}", client.0);
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let url = arguments.next().expect("usage: client URL PATH...");
    let mut connections = JoinSet::new();
    let (close, _) = watch::channel(());
    for path in ["/open", "/open/1011"] {
        let mut line = close.subscribe();
        let closes = async move {
            let _ = line.changed().await;
        };
        connections.spawn(stay(url.clone(), path.to_owned(), closes));
    }
    for path in arguments {
        connections.spawn(stay(url.clone(), path, std::future::pending()));
    }
    thread::spawn(move || {
        let _ = stdin().read_line(&mut String::new());
        let _ = close.send(());
    });
    connections.join_all().await;
}
