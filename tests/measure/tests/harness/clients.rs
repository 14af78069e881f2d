//! Clients of our own: a sound one gives the same entry twice, an unsound one a message and no entry.

use std::path::Path;
use std::time::Duration;

use closing_server::Opening;
use measure::clients::{self, Client, Data, HookSpec, differences, list, measure};
use measure::ranges::find;
use tempfile::TempDir;

/// Short, so that the tests are quick.
const PATIENCE: Duration = Duration::from_secs(10);

fn client(folder: &Path, run: &str) -> Client {
    Client {
        name: "fake-client".to_owned(),
        folder: folder.to_owned(),
        messages: Opening::default(),
        language: "Rust".to_owned(),
        needs: Vec::new(),
        prepare: String::new(),
        run: run.to_owned(),
        opening: None,
        setup: "fake()".to_owned(),
        hook: Some(HookSpec {
            code: "advice".to_owned(),
            knows_code: true,
        }),
        source: "examples/fake-client.rs".to_owned(),
        note: None,
    }
}

/// The example `fake-client`, which cargo builds with the tests.
fn fake() -> Client {
    let test = std::env::current_exe().expect("a test has a path");
    let profile = test.ancestors().nth(2).expect("a test is in PROFILE/deps");
    client(&profile.join("examples"), "./fake-client")
}

/// The harness's message about a shell script.
fn failure(script: &str) -> String {
    let folder = TempDir::new().expect("there is room");
    std::fs::write(folder.path().join("client.sh"), script).expect("it can be written");
    let client = client(folder.path(), "sh client.sh");
    measure(&client, Duration::from_millis(500)).expect_err("an unsound client gives no entry")
}

const READY: &str = r#"echo '{"event":"ready","implementation":"fake-client","version":"1"}'"#;

#[test]
fn a_sound_client_gives_the_same_bytes_twice() {
    let texts = [(), ()].map(|()| {
        let mut data = Data::default();
        data.put(measure(&fake(), PATIENCE).expect("the example is sound"));
        data.text().expect("it is JSON")
    });
    assert_eq!(texts[0], texts[1]);
    let again: Data = serde_json::from_str(&texts[0]).expect("it is the data");
    assert_eq!(again.text().expect("it is JSON"), texts[0]);
}

/// The example does not connect again after 4000-4499, waits 100 ms and twice as long each time up to a second, as the random
/// number scales it, and starts over when it was connected. It gives up after 10 attempts.
#[test]
fn the_entry_is_what_the_client_does() {
    let entry = measure(&fake(), PATIENCE).expect("the example is sound");
    let after = |number| find(&entry.closed, number).expect("it was measured");
    assert!(!after(4001).reconnects);
    assert!(after(1000).reconnects);
    assert_eq!(after(1006).least_ms, [100]);
    assert_eq!(after(1006).most_ms, [200]);
    assert_eq!(entry.refused.least_ms, [100, 200, 400, 800, 1000]);
    assert_eq!(entry.refused.gives_up_after, Some(10));
    let hook = entry.hook.as_ref().expect("it has a hook");
    assert!(!find(&hook.never, 1000).expect("it was measured").reconnects);
    assert!(find(&hook.again, 4001).expect("it was measured").reconnects);

    let mut new = entry.clone();
    new.version = "2".to_owned();
    assert_eq!(differences(&entry, &new), Vec::<String>::new());
    new.refused.gives_up_after = None;
    assert_eq!(differences(&entry, &new).len(), 1);
}

#[test]
fn an_unsound_client_is_reported() {
    assert_eq!(failure("exit 1"), "it exited");
    let other = READY.replace("fake-client", "mock");
    let expected = "the folder is named \"fake-client\", but the program reports \"mock\"";
    assert_eq!(failure(&format!("{other}; read command")), expected);
    let error = failure(&format!("{READY}; read command; sleep 100"));
    assert_eq!(error, "closed with 1000: timed out: it reported nothing");
    let dialed = r#"echo '{"event":"dialed","after":0}'"#;
    let error = failure(&format!("{READY}; read command; {dialed}; sleep 100"));
    assert!(error.contains("timed out: it did not connect"), "{error}");
}

#[test]
fn every_client_of_the_project_is_sound_and_measured() {
    let found = list(&clients::folder()).expect("the clients are sound");
    let data = Data::read(&clients::path()).expect("the data is sound");
    for client in &found {
        let entry = data.find(&client.name);
        assert!(entry.is_some(), "spec/clients.json lacks {}", client.name);
    }
    assert_eq!(data.clients.len(), found.len());
}
