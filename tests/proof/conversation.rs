//! A Rust server talks with each client over loopback, all with generated code: for every sendable code one side closes
//! with it, then the other. Both print the same name and advice, or the known deviation of the client's platform.

mod expected;
pub(crate) mod process;

use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use tests::{copy, project, read, render, root, scratch, toolchain, write};

use self::expected::{Deviations, expected, reason};
use self::process::Process;
use crate::typescript::has_packages;

/// A page needed most of a minute for its 4000 conversations, nearly all of it waiting.
const LIMIT: Duration = Duration::from_mins(5);

fn folder() -> PathBuf {
    root().join("tests/conversation")
}

fn spec() -> String {
    read(&folder().join("close-codes.json"))
}

/// A WebSocket server and a client of each platform are much to build, so they are for those who ask.
fn is_wanted(tools: &[&str]) -> bool {
    if toolchain::are_required() {
        return toolchain::has(tools);
    }
    let why = "it builds a WebSocket server, for which REQUIRE_TOOLCHAINS=1 asks";
    toolchain::skip(why);
    false
}

/// The sources with the outputs beside them, and the server built. The tests of one run share them.
static PREPARED: LazyLock<PathBuf> = LazyLock::new(|| {
    let scratch = scratch("conversation");
    copy(&folder(), &scratch);
    let files = render(&spec());
    for path in [
        "server/src/close_code.rs",
        "swift/Sources/Client/CloseCode.swift",
        "web/close-code.ts",
    ] {
        write(&scratch.join(path), files.get(path).expect("the output"));
    }
    cargo(&["fetch", "--quiet", "--locked"]);
    let clippy = ["clippy", "--quiet", "--locked", "--offline"];
    cargo(&[&clippy[..], &["--", "-Dwarnings"]].concat());
    cargo(&["fmt", "--check"]);
    cargo(&["build", "--quiet", "--locked", "--offline"]);
    scratch
});

fn cargo(arguments: &[&str]) {
    let server = scratch("conversation").join("server");
    toolchain::run(
        toolchain::cargo(&server)
            .args(arguments)
            .env("CARGO_TARGET_DIR", server.join("target")),
    );
}

/// The JavaScript of the client, for a page and for Node.
fn web() -> PathBuf {
    static COMPILED: LazyLock<PathBuf> = LazyLock::new(|| {
        let web = PREPARED.join("web");
        write(&web.join("package.json"), "{ \"type\": \"module\" }\n");
        let tsc = root().join("tests/languages/typescript/node_modules/typescript/bin/tsc");
        let options = [
            "--strict",
            "--target",
            "es2022",
            "--module",
            "es2022",
            "--moduleResolution",
            "bundler",
            "--lib",
            "es2022,dom",
            "client.ts",
        ];
        toolchain::run(
            Command::new("node")
                .current_dir(&web)
                .arg(tsc)
                .args(options),
        );
        web
    });
    COMPILED.clone()
}

/// Lets `client`, which takes the port, talk with a server of its own.
fn assert_conversations(client: &mut Command, deviations: &Deviations) {
    let program = PREPARED.join("server/target/debug/server");
    let until = Instant::now() + LIMIT;
    let server = Process::start(&mut Command::new(program));
    let port = server.line(until).expect("the server prints its port");
    let mut client = Process::start(client.arg(port));
    let heard = client.rest(until);
    let last = heard.last();
    assert!(client.succeeds(until), "the client failed after {last:?}");
    let answers = heard.iter().map_while(|_| server.line(until));
    let pairs: Vec<_> = answers.zip(heard.iter().cloned()).collect();

    let registry = project(&spec()).registry;
    let expected = expected(&registry, deviations);
    for (pair, expected) in pairs.iter().zip(&expected) {
        assert_eq!(pair, expected, "(server, client)");
    }
    assert_eq!(pairs.len(), expected.len(), "conversations are missing");
}

#[test]
fn node_and_the_server_agree() {
    if !is_wanted(&["node", "npm"]) || !has_packages() {
        return;
    }
    let mut node = Command::new("node");
    node.arg(folder().join("web/node.mjs")).arg(web());
    let without = Deviations {
        refusal: |_| None,
        received: |_, _| None,
    };
    assert_conversations(&mut node, &without);
}

#[test]
fn a_page_and_the_server_agree() {
    if !is_wanted(&["node", "npm"]) || !has_packages() {
        return;
    }
    let mut node = Command::new("node");
    node.arg(folder().join("web/browser.mjs")).arg(web());
    let page = Deviations {
        refusal: |number| {
            let is_free = number == 1000 || (3000..=4999).contains(&number);
            (!is_free).then(|| "InvalidAccessError".to_owned())
        },
        received: |_, _| None,
    };
    assert_conversations(&mut node, &page);
}

/// What the closed enum of Foundation on Linux holds of the sendable codes.
fn is_listed(number: u16) -> bool {
    matches!(number, 1000..=1003 | 1007..=1011)
}

#[test]
fn foundation_and_the_server_agree() {
    // Elsewhere nobody has measured what deviates.
    if !cfg!(target_os = "linux") || !is_wanted(&["swift"]) {
        return;
    }
    let client = |arguments: &[&str]| {
        let mut swift = Command::new("swift");
        swift.current_dir(PREPARED.join("swift")).args(arguments);
        swift
    };
    let strict = ["-Xswiftc", "-swift-version", "-Xswiftc", "6"];
    toolchain::run(&mut client(&[&["build", "--quiet"], &strict[..]].concat()));
    let linux = Deviations {
        refusal: |number| (!is_listed(number)).then(|| "unsupportedByPlatform".to_owned()),
        // Every other code arrives as 1003, and only a default reason tells which one it was.
        received: |registry, number| {
            let reason = reason(registry, number);
            let is_told = number != 1003 && (is_listed(number) || !reason.is_empty());
            (!is_told).then(|| {
                "1003\tunsupported-data\tunsupported-data\tbackoff\t-\t5000\tuncertain\t".to_owned()
            })
        },
    };
    // It becomes the program, so that no process stands between.
    let run = ["run", "--quiet", "--skip-build", "Client"];
    assert_conversations(&mut client(&run), &linux);
}
