//! Endpoints that exit, hang or print nonsense → the message, and no process left.

use std::path::Path;
use std::time::{Duration, Instant};

use measure::messages::Role;
use measure::prepare::{self, Prepared};

use crate::support::{LIMITS, READY, endpoint, failure, measured};

#[test]
fn an_endpoint_that_cannot_start_is_reported() {
    let error = measured(Path::new("/"), "/no/such/program", Role::Client).unwrap_err();
    assert!(
        error.starts_with("cannot start `/no/such/program`: "),
        "{error}"
    );
}

#[test]
fn the_last_lines_of_an_endpoint_that_exits_are_quoted() {
    let error = failure("echo 'address in use' >&2; exit 1", Role::Client);
    assert_eq!(error, "it exited\n    | address in use");
    let error = failure(&format!("{READY}\nread command; exit 1"), Role::Client);
    assert_eq!(error, "sending 0: it exited");
}

#[test]
fn a_line_that_is_not_an_event_is_quoted() {
    let error = failure("echo Welcome!", Role::Client);
    let expected = "it printed a line that is not an event: \"Welcome!\"";
    assert!(error.starts_with(expected), "{error}");
    let error = failure(r#"echo '{"event":"closed"}'"#, Role::Client);
    assert!(error.starts_with("it reported Closed("), "{error}");
    assert!(error.ends_with(" instead of `ready`"), "{error}");
}

#[test]
fn an_endpoint_with_another_name_is_reported() {
    assert_eq!(
        failure(&READY.replace("fake", "mock"), Role::Client),
        "the folder is named \"fake\", but the program reports \"mock\""
    );
}

#[test]
fn an_endpoint_that_never_stops_printing_is_ended() {
    let start = Instant::now();
    let error = failure("while :; do echo '{}'; done", Role::Client);
    let expected = "it printed a line that is not an event: \"{}\"";
    assert!(error.starts_with(expected), "{error}");
    assert!(start.elapsed() < Duration::from_secs(10));
}

#[test]
fn an_endpoint_that_hangs_is_ended_with_its_children() {
    let start = Instant::now();
    let folder = tempfile::tempdir().unwrap();
    let mark = folder.path().join("child");
    let text = format!(
        "sh -c 'echo $$ > {}; sleep 100' &\n{READY}\nsleep 100",
        mark.display()
    );
    assert_eq!(
        failure(&text, Role::Client),
        "sending 0: timed out: it did not connect"
    );
    assert!(start.elapsed() < Duration::from_secs(10));
    let child = std::fs::read_to_string(mark).unwrap();
    assert!(!is_running(child.trim()), "its child {child} still runs");
}

/// Whether a process runs. A zombie does not.
fn is_running(id: &str) -> bool {
    let until = Instant::now() + Duration::from_secs(2);
    while Instant::now() < until {
        let state = std::process::Command::new("ps")
            .args(["-o", "stat=", "-p", id])
            .output()
            .map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
        if state.is_ok_and(|state| state.is_empty() || state.starts_with('Z')) {
            return false;
        }
    }
    true
}

#[test]
fn a_port_without_an_endpoint_is_reported() {
    let error = failure(&format!("{READY}\nread command"), Role::Server);
    assert!(error.contains("cannot connect to port 1: "), "{error}");
    let (listener, port) = measure::peer::listen().unwrap();
    let ready = READY.replace(":1}", &format!(":{port}}}"));
    let error = failure(&format!("{ready}\nread command"), Role::Server);
    assert!(
        error.ends_with("the other side did not finish its handshake"),
        "{error}"
    );
    drop(listener);
}

#[test]
fn a_missing_tool_is_named() {
    let mut endpoint = endpoint(Path::new("."), "./run");
    endpoint.needs = ["sh", "no-such-tool"].map(str::to_owned).into();
    assert_eq!(
        prepare::prepare(&endpoint),
        Prepared::Missing("no-such-tool".to_owned())
    );
}

#[test]
fn a_preparation_that_fails_or_hangs_is_reported() {
    let folder = Path::new(".");
    let limit = Duration::from_millis(100);
    let failed = |what: &str| Prepared::Failed(what.to_owned());
    let expected = failed("`false` failed: exit status: 1");
    assert_eq!(prepare::run("false", folder, LIMITS.total), expected);
    let expected = failed("`sleep 100` took longer than 100ms");
    assert_eq!(prepare::run("sleep 100", folder, limit), expected);
}
