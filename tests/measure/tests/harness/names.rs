//! The names that an endpoint reports for codes, compared with `spec/identifiers.json`.

use measure::measurement::measure;
use measure::messages::Role;

use crate::support::{LIMITS, READY, script};

/// The harness's message about an endpoint that refers to `entry` and reports `names`.
fn message(entry: Option<&str>, names: Option<&str>) -> String {
    let names = names.map_or(String::new(), |names| format!(r#","identifiers":{names}"#));
    let ready = READY.replace(":1}", &format!(":1{names}}}"));
    let (_folder, mut endpoint) = script(&format!("{ready}; read command"));
    endpoint.identifiers = entry.map(str::to_owned);
    measure(&endpoint, Role::Client, LIMITS).expect_err("the script does not connect")
}

#[test]
fn reported_names_are_those_of_the_entry() {
    let okhttp = Some("OkHttp WebSocketProtocol");
    let names = r#"{"1001":"CLOSE_CLIENT_GOING_AWAY","1005":"CLOSE_NO_STATUS_CODE"}"#;
    assert_eq!(message(okhttp, Some(names)), "sending 0: it exited");
    let changed = names.replace("1005", "1006");
    assert_eq!(
        message(okhttp, Some(&changed)),
        "it calls 1005 nothing, but the entry \"OkHttp WebSocketProtocol\" of spec/identifiers.json has \
         CLOSE_NO_STATUS_CODE"
    );
}

#[test]
fn names_and_entry_come_together() {
    assert_eq!(
        message(None, Some("{}")),
        "it reports names of codes, but its endpoint.json has no `identifiers`"
    );
    assert_eq!(
        message(Some("Netty WebSocketCloseStatus"), None),
        "its endpoint.json has `identifiers` \"Netty WebSocketCloseStatus\", but it reports no names of codes"
    );
    assert_eq!(
        message(Some("Pigeon"), Some("{}")),
        "spec/identifiers.json has no entry \"Pigeon\", which endpoint.json refers to"
    );
}
