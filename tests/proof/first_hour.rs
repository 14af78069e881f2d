//! The first hour of a new user: from an empty folder, by the commands, the spec and the snippets of the guide, to a server
//! in Rust whose own code arrives by its name in TypeScript and in Swift, and behind a proxy as well.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use tests::{copy, read, root, scratch, toolchain, write};

use crate::conversation::process::Process;
use crate::documented::code_blocks;
use crate::refuses_drift::with_program;
use crate::samples::builds::{node_program, swift_command};
use crate::snippets::forms::{import, write_axum_with_file};
use crate::snippets::{cargo_in, snippets};
use crate::typescript::has_packages;

/// How long the clients may take together.
const LIMIT: Duration = Duration::from_mins(1);

/// A folder with the guide's spec and its outputs, after every command of the guide.
fn follow_the_guide() -> PathBuf {
    let app = scratch("first-hour");
    fs::remove_dir_all(&app).expect("a folder of ours");
    fs::create_dir(&app).expect("an empty folder");
    let guide = read(&root().join("docs/own-codes.md"));
    let init = "close-codes init";
    assert!(guide.contains(&format!("`{init}` writes one")));
    run(&app, init);
    let spec = &code_blocks(&guide, "json")[0];
    fs::write(app.join("close-codes.json"), spec).expect("the spec can be written");
    for console in code_blocks(&guide, "console") {
        let commands = console.lines().filter_map(|line| line.strip_prefix("$ "));
        commands.for_each(|command| run(&app, command));
    }
    app
}

fn run(folder: &Path, command: &str) {
    let mut shell = Command::new("sh");
    let output = with_program(shell.current_dir(folder).args(["-ec", command]));
    assert!(output.status.success(), "{command}: {output:?}");
}

/// The guide's server and proxy, with the file of the codes. The server closes with the code of one's own.
fn server(app: &Path) -> PathBuf {
    let server = app.join("server");
    write_axum_with_file(&server);
    let library = server.join("src/lib.rs");
    let text = read(&library);
    let standard = "CloseCode::ServiceRestart";
    assert!(text.contains(standard), "the server has changed");
    write(
        &library,
        &text.replace(standard, "CloseCode::SessionExpired"),
    );
    let main = read(&root().join("tests/samples/first-hour/server.rs"));
    write(&server.join("src/main.rs"), &main);
    cargo_in(&server, "axum", &["build", "--quiet", "--offline"]);
    scratch("axum").join("target/debug/echo-server")
}

/// The guide's page: its notice and its loop, with the file of the codes.
fn page(app: &Path) -> Command {
    let sources = app.join("web/src");
    copy(&snippets().join("own-codes/web/src"), &sources);
    let reconnect = read(&snippets().join("reconnect.ts"));
    let reconnect = import("TypeScript").of_file(&reconnect);
    write(&sources.join("reconnect.ts"), &reconnect);
    let page = sources.join("page.ts");
    write(
        &page,
        &read(&root().join("tests/samples/first-hour/page.ts")),
    );
    node_program("first-hour", &page)
}

/// The guide's app: its functions and its loop, with the file of the codes.
fn phone(app: &Path) -> Command {
    let sources = app.join("ios");
    copy(&snippets().join("own-codes/ios"), &sources);
    let receive = read(&snippets().join("ReceiveLoop.swift"));
    write(
        &sources.join("ReceiveLoop.swift"),
        &import("Swift").of_file(&receive),
    );
    let main = read(&root().join("tests/samples/first-hour/App.swift"));
    write(&sources.join("App.swift"), &main);
    let files = [
        "App.swift",
        "CloseCode.swift",
        "Connect.swift",
        "ReceiveLoop.swift",
        "SignIn.swift",
    ];
    let mut compiler = Command::new("swiftc");
    compiler.current_dir(&sources);
    compiler.args(["-parse-as-library", "-swift-version", "6", "-o", "app"]);
    toolchain::run(compiler.args(files));
    swift_command(&sources.join("app"))
}

/// What a client prints.
fn printed(client: &mut Command) -> BTreeSet<String> {
    let until = Instant::now() + LIMIT;
    let mut process = Process::start(client);
    let lines = process.rest(until).into_iter().collect();
    assert!(process.succeeds(until), "{client:?} failed: {lines:?}");
    lines
}

#[test]
fn names_arrive_within_the_first_hour() {
    if !toolchain::are_required() {
        let why = "it builds a web server, for which REQUIRE_TOOLCHAINS=1 asks";
        toolchain::skip(why);
        return;
    }
    if !toolchain::has(&["sh", "swiftc"]) || !has_packages() {
        return;
    }
    let app = follow_the_guide();
    let server = Process::start(&mut Command::new(server(&app)));
    let until = Instant::now() + LIMIT;
    let port = || server.line(until).expect("it prints its ports");
    let urls = [port(), port()].map(|port| format!("ws://127.0.0.1:{port}"));
    let expected = |texts: &[&str]| -> BTreeSet<String> {
        let lines = urls
            .iter()
            .flat_map(|url| texts.iter().map(move |text| format!("{url} {text}")));
        lines.collect()
    };

    // The page gets an address and what follows it.
    let page = printed(page(&app).arg("").args(&urls));
    let of_page = ["Please sign in again.", "stopped: Error: new-credentials"];
    assert_eq!(page, expected(&of_page));
    let phone = printed(phone(&app).args(&urls));
    let of_phone = [
        "sign in",
        "4001 session-expired",
        "stopped: new-credentials",
    ];
    assert_eq!(phone, expected(&of_phone));
}
