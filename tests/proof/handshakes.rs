//! What Foundation on Linux knows of a connection that is not open any more: refused, not reached, lost or closed.

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::time::{Duration, Instant};

use tests::toolchain;

use crate::conversation::process::Process;
use crate::samples::builds::swift_program;

/// How long the first attempt of each path may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the loop of the guide reports of the first attempt for each path: code, certainty, HTTP status, and error.
fn first_endings(port: u16, paths: &[&str]) -> BTreeMap<String, String> {
    let url = format!("ws://127.0.0.1:{port}");
    let process = Process::start(swift_program("snippet").arg(url).args(paths));
    let until = Instant::now() + PATIENCE;
    let mut endings = BTreeMap::new();
    while paths.iter().any(|path| !endings.contains_key(*path)) {
        let line = process.line(until).expect("the loop does not end");
        let ended = line.strip_prefix("ended ");
        if let Some((path, ending)) = ended.and_then(|line| line.split_once(' ')) {
            endings.entry(path.to_owned()).or_insert(ending.to_owned());
        }
    }
    endings
}

fn is_skipped() -> bool {
    // Elsewhere nobody has measured it.
    !cfg!(target_os = "linux") || !toolchain::has(&["swift"])
}

#[test]
fn a_refused_handshake_is_not_a_lost_connection() {
    if is_skipped() {
        return;
    }
    let (port, _events) = closing_server::start(0).expect("loopback has a free port");
    let closed = "The operation could not be completed. (NSURLErrorDomain error -1005.)";
    let expected = [
        (
            "/reject/403",
            "1006 uncertain 403 Refused WebSockets upgrade: 403".to_owned(),
        ),
        (
            "/reject/301",
            "1006 uncertain 301 Refused WebSockets upgrade: 301".to_owned(),
        ),
        (
            "/1006",
            "1006 certain 101 Empty reply from server".to_owned(),
        ),
        // After a message, neither that nor the lack of a code is seen.
        ("/hello/1006", format!("1000 uncertain 101 {closed}")),
        ("/1005", format!("1000 uncertain 101 {closed}")),
        ("/1000", format!("1000 certain 101 {closed}")),
        ("/1011", format!("1011 certain 101 {closed}")),
        ("/1003", format!("1003 uncertain 101 {closed}")),
        // Told by its default reason.
        ("/3003/forbidden", format!("3003 certain 101 {closed}")),
    ];
    let paths = expected.each_ref().map(|(path, _)| *path);
    let endings = first_endings(port, &paths);
    let expected = expected.map(|(path, ending)| (path.to_owned(), ending));
    assert_eq!(endings, BTreeMap::from(expected));
}

#[test]
fn a_server_that_cannot_be_reached_gives_no_certain_code() {
    if is_skipped() {
        return;
    }
    // Nothing listens on the port of a listener that is gone.
    let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    let endings = first_endings(port, &["/"]);
    let expected = format!("1006 uncertain - Failed to connect to 127.0.0.1 port {port} ");
    assert!(endings["/"].starts_with(&expected), "{endings:?}");
}
