//! The harness on endpoints of its own: a sound one gives the same bytes twice, an unsound one a message and no row.
#![cfg(unix)]

use std::path::Path;
use std::time::{Duration, Instant};

use wire::cases::Limits;
use wire::compare::differences;
use wire::data::{Data, Entry};
use wire::endpoints::Endpoint;
use wire::layout::lay_out;
use wire::prepare::{self, Preparations, Prepared};
use wire::protocol::Role;
use wire::report::measure;
use wire::rows::{Code, Sent, Word, find};

/// Nothing was changed on the way.
const SENT: Sent = Sent::Sent { reason: None };

/// Short, so that the tests are quick.
const LIMITS: Limits = Limits {
    start: Duration::from_secs(10),
    open: Duration::from_millis(500),
    close: Duration::from_millis(300),
    answer: Duration::from_millis(300),
    refusal: Duration::from_millis(2),
    told: Duration::from_millis(500),
    end: Duration::from_millis(300),
    total: Duration::from_mins(1),
};

const FAKE: Endpoint = Endpoint {
    name: "fake",
    language: "Rust",
    folder: ".",
    roles: &[Role::Client, Role::Server],
    needs: "",
    prepare: "",
    command: "",
    answers_alike: true,
};

/// Measures what `command` starts in `folder`.
fn measured(folder: &Path, command: &'static str, role: Role) -> Result<Entry, String> {
    let folder = folder.display().to_string().leak();
    measure(
        &Endpoint {
            folder,
            command,
            ..FAKE
        },
        role,
        LIMITS,
    )
}

/// Measures the example `fake`, which cargo builds with the tests.
fn fake(role: Role) -> Entry {
    let test = std::env::current_exe().expect("a test knows its own path");
    let profile = test
        .ancestors()
        .nth(2)
        .expect("a test lies in PROFILE/deps");
    measured(&profile.join("examples"), "./fake", role).expect("the example is sound")
}

/// A folder with a shell script, and what starts it.
fn script(text: &str) -> (tempfile::TempDir, &'static str) {
    let folder = tempfile::tempdir().expect("there is room for a script");
    let path = folder.path().join("endpoint.sh");
    std::fs::write(&path, text).expect("a script can be written");
    (folder, "sh endpoint.sh")
}

/// What the harness says of a script.
fn failure(text: &str, role: Role) -> String {
    let (folder, command) = script(text);
    measured(folder.path(), command, role).expect_err("an unsound endpoint gives no row")
}

const READY: &str = r#"echo '{"event":"ready","implementation":"fake","version":"1","port":1}'"#;

#[test]
fn a_sound_endpoint_gives_the_same_bytes_twice() {
    let texts = [(), ()].map(|()| {
        let mut data = Data::default();
        data.put(fake(Role::Server));
        data.put(fake(Role::Client));
        data.text().unwrap()
    });
    assert_eq!(texts[0], texts[1]);
    let again: serde_json::Value = serde_json::from_str(&texts[0]).unwrap();
    assert_eq!(texts[0], lay_out(&again));
}

#[test]
fn the_rows_say_what_the_endpoint_does() {
    let entry = fake(Role::Server);
    assert_eq!(find(&entry.sends, 1014), Some(&SENT));
    let refused = Sent::Refused {
        error: "range".to_owned(),
        code: None,
    };
    assert_eq!(find(&entry.sends, 1005), Some(&refused));
    assert_eq!(entry.sends_no_code, SENT);
    let received = find(&entry.receives, 1005).unwrap();
    assert_eq!(received.code, Some(Code::Word(Word::Same)));
    assert_eq!(received.answer, Some(Code::Word(Word::Same)));
    assert_eq!(
        entry.receives_odd.one_byte.answer,
        Some(Code::Word(Word::OneByte))
    );
    assert_eq!(
        entry.receives_odd.dropped.answer,
        Some(Code::Word(Word::Nothing))
    );
    assert_eq!(entry.receives_odd.reset.answer, None);
}

#[test]
fn only_behaviour_is_compared() {
    let old = fake(Role::Client);
    let mut new = old.clone();
    new.version = "2".to_owned();
    assert_eq!(differences(&old, &new), Vec::<String>::new());
    new.sends_no_code = Sent::NoFrame;
    assert_eq!(
        differences(&old, &new),
        ["sends no code: was Sent { reason: None }, is NoFrame"]
    );
}

#[test]
fn an_endpoint_that_cannot_start_is_said_to() {
    let error = measured(Path::new("/"), "/no/such/program", Role::Client).unwrap_err();
    assert!(
        error.starts_with("cannot start `/no/such/program`: "),
        "{error}"
    );
}

#[test]
fn an_endpoint_that_dies_is_quoted() {
    let error = failure("echo 'address in use' >&2; exit 1", Role::Client);
    assert_eq!(error, "it has died\n    | address in use");
    let error = failure(&format!("{READY}\nread command; exit 1"), Role::Client);
    assert_eq!(error, "asked to send 0: it has died");
}

#[test]
fn an_endpoint_that_prints_rubbish_is_quoted() {
    let error = failure("echo Welcome!", Role::Client);
    assert!(
        error.starts_with("it printed rubbish: \"Welcome!\""),
        "{error}"
    );
    let error = failure(r#"echo '{"event":"closed"}'"#, Role::Client);
    assert!(
        error.starts_with("it is not ready, but says Closed("),
        "{error}"
    );
}

#[test]
fn an_endpoint_that_never_stops_printing_is_ended() {
    let start = Instant::now();
    let error = failure("while :; do echo '{}'; done", Role::Client);
    assert!(error.starts_with("it printed rubbish: \"{}\""), "{error}");
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
        "asked to send 0: it hangs: it does not connect"
    );
    assert!(start.elapsed() < Duration::from_secs(10));
    let child = std::fs::read_to_string(mark).unwrap();
    assert!(!lives(child.trim()), "its child {child} still runs");
}

/// Whether a process runs. What only waits to be noticed as dead does not.
fn lives(id: &str) -> bool {
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
fn a_port_that_is_no_endpoint_gives_no_row() {
    let error = failure(&format!("{READY}\nread command"), Role::Server);
    assert!(error.contains("cannot connect to port 1: "), "{error}");
    let (listener, port) = wire::peer::listen().unwrap();
    let ready = READY.replace(":1}", &format!(":{port}}}"));
    let error = failure(&format!("{ready}\nread command"), Role::Server);
    assert!(
        error.ends_with("the other side does not finish its handshake"),
        "{error}"
    );
    drop(listener);
}

#[test]
fn what_is_missing_is_named() {
    let needs = "sh no-such-tool";
    let missing = Preparations::default().prepare(&Endpoint { needs, ..FAKE });
    assert_eq!(
        missing,
        Prepared::Missing("no-such-tool is not installed".to_owned())
    );
    let (folder, command) = script("echo 'no browser here' >&2; exit 77");
    let missing = prepare::run(command, folder.path(), LIMITS.total);
    assert!(matches!(missing, Prepared::Missing(_)), "{missing:?}");
}

#[test]
fn a_preparation_that_fails_or_hangs_is_said_to() {
    let folder = Path::new(".");
    let limit = Duration::from_millis(100);
    let failed = |what: &str| Prepared::Failed(what.to_owned());
    let expected = failed("`false` failed: exit status: 1");
    assert_eq!(prepare::run("false", folder, LIMITS.total), expected);
    let expected = failed("`sleep 100` takes longer than 100ms");
    assert_eq!(prepare::run("sleep 100", folder, limit), expected);
}

#[test]
fn every_endpoint_has_its_folder_and_identifiers() {
    for endpoint in wire::endpoints::ENDPOINTS {
        assert!(endpoint.path().is_dir(), "{} has no folder", endpoint.name);
        endpoint.identifiers().unwrap();
        assert!(Path::new(endpoint.folder).is_relative());
    }
}
