//! Endpoints for the tests: a command or a shell script → what the harness measures, or its message.

use std::path::Path;
use std::time::Duration;

use measure::cases::Limits;
use measure::data::Entry;
use measure::endpoints::Endpoint;
use measure::measurement::measure;
use measure::messages::Role;

/// Short, so that the tests are quick.
pub const LIMITS: Limits = Limits {
    start: Duration::from_secs(10),
    open: Duration::from_millis(500),
    close: Duration::from_millis(300),
    answer: Duration::from_millis(300),
    refusal: Duration::from_millis(500),
    told: Duration::from_millis(500),
    end: Duration::from_millis(300),
    total: Duration::from_mins(1),
};

/// The event of a sound start.
pub const READY: &str =
    r#"echo '{"event":"ready","implementation":"fake","version":"1","port":1}'"#;

/// An endpoint that `run` starts in `folder`.
pub fn endpoint(folder: &Path, run: &str) -> Endpoint {
    Endpoint {
        name: "fake".to_owned(),
        folder: folder.to_owned(),
        language: "Rust".to_owned(),
        roles: vec![Role::Client, Role::Server],
        needs: Vec::new(),
        prepare: String::new(),
        run: run.to_owned(),
        identifiers: None,
        answer_varies: Vec::new(),
        source: None,
        note: None,
    }
}

/// Measures what `run` starts in `folder`.
pub fn measured(folder: &Path, run: &str, role: Role) -> Result<Entry, String> {
    measure(&endpoint(folder, run), role, LIMITS)
}

/// A folder with a shell script as an endpoint.
pub fn script(text: &str) -> (tempfile::TempDir, Endpoint) {
    let folder = tempfile::tempdir().expect("there is room for a script");
    let path = folder.path().join("endpoint.sh");
    std::fs::write(path, text).expect("a script can be written");
    let endpoint = endpoint(folder.path(), "sh endpoint.sh");
    (folder, endpoint)
}

/// The harness's message about a script.
pub fn failure(text: &str, role: Role) -> String {
    let (_folder, endpoint) = script(text);
    measure(&endpoint, role, LIMITS).expect_err("an unsound endpoint gives no entry")
}
