//! The Rust outputs, in the hands of strangers: other crates, the strictest lints, and rustfmt.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;
use tests::{copy, read, render, root, scratch, spec_with_outputs, toolchain, write};

/// Lints of rustc and Clippy that a strict project might turn on.
const STRICT: &str =
    "#![deny(warnings, missing_docs, unreachable_pub, unused, clippy::all, clippy::pedantic)]\n";

/// The one-file output.
fn drop_in() -> String {
    let files = render(&spec_with_outputs(json!({ "rust": "src/close_code.rs" })));
    files.get("src/close_code.rs").expect("the file").to_owned()
}

/// A crate of its own, outside every workspace.
pub(crate) fn crate_at(name: &str, dependencies: &str, main: &str) -> PathBuf {
    let folder = scratch("rust").join(name);
    let manifest = format!(
        "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}\n[workspace]\n"
    );
    write(&folder.join("Cargo.toml"), &manifest);
    write(&folder.join("src/main.rs"), main);
    copy(
        &root().join("generated/rust"),
        &scratch("rust").join("close-codes"),
    );
    write(
        &folder.join("Cargo.lock"),
        &read(&root().join("Cargo.lock")),
    );
    folder
}

pub(crate) fn cargo(folder: &Path, arguments: &[&str]) -> String {
    let target = scratch("rust").join("target");
    toolchain::run(
        toolchain::cargo(folder)
            .args(arguments)
            .arg("--offline")
            .env("CARGO_TARGET_DIR", target),
    )
}

/// Documents the library of a crate without a warning, and gives back the folder of its pages.
pub(crate) fn cargo_doc(folder: &Path, library: &str) -> PathBuf {
    let target = scratch("rust").join("target");
    toolchain::run(
        toolchain::cargo(folder)
            .args(["doc", "--quiet", "--lib", "--no-deps", "--offline"])
            .env("CARGO_TARGET_DIR", &target)
            .env("RUSTDOCFLAGS", "-D warnings"),
    );
    target.join("doc").join(library)
}

#[test]
fn a_consumer_crate_builds_and_runs() {
    let main = format!("{STRICT}{}", include_str!("../rust/consumer.rs"));
    let folder = crate_at(
        "consumer",
        "close-codes = { path = \"../close-codes\" }\n",
        &main,
    );
    cargo(&folder, &["clippy", "--quiet"]);
    let printed = cargo(&folder, &["run", "--quiet"]);
    assert_eq!(
        printed,
        "1012 service-restart: wait 17.5s\n4123 private: wait 2.5s\n1000 normal-closure: stay away\n"
    );
}

#[test]
fn the_drop_in_is_silent_in_a_strange_binary() {
    let main = format!("{STRICT}//! A stranger.\nmod close_code;\nfn main() {{}}\n");
    let folder = crate_at("stranger", "", &main);
    write(&folder.join("src/close_code.rs"), &drop_in());
    cargo(&folder, &["clippy", "--quiet"]);
    for edition in ["2018", "2021", "2024"] {
        let manifest = read(&folder.join("Cargo.toml")).replace("2024", edition);
        write(&folder.join("Cargo.toml"), &manifest);
        cargo(&folder, &["build", "--quiet"]);
    }
}

#[test]
fn the_drop_in_can_be_included_and_matched_whole() {
    let main = format!("{STRICT}{}", include_str!("../rust/including.rs"));
    let folder = crate_at("including", "", &main);
    write(&folder.join("src/generated.rs"), &drop_in());
    cargo(&folder, &["clippy", "--quiet"]);
    assert_eq!(cargo(&folder, &["run", "--quiet"]), "own: invalid\n");
}

/// Runs rustfmt on a copy, and says what it would change.
pub(crate) fn assert_formatted(name: &str, text: &str) {
    let path = scratch("rustfmt").join(name);
    write(&path, text);
    toolchain::run(
        Command::new("rustfmt")
            .current_dir(scratch("rustfmt"))
            .args(["--check", "--edition", "2021", "--config-path", "/dev/null"])
            .arg(&path),
    );
}

#[test]
fn rustfmt_has_nothing_to_change() {
    if !toolchain::has("rustfmt_has_nothing_to_change", &["rustfmt"]) {
        return;
    }
    assert_formatted(
        "lib.rs",
        &without_readme(&read(&root().join("generated/rust/src/lib.rs"))),
    );
    assert_formatted("drop_in.rs", &drop_in());
}

/// rustfmt would look for the file beside the copy.
fn without_readme(text: &str) -> String {
    text.replace("#![doc = include_str!(\"../README.md\")]\n", "")
}

/// Names and texts of every length, so that every line is on either side of the limit once.
#[test]
fn rustfmt_has_nothing_to_change_whatever_the_lengths() {
    if !toolchain::has(
        "rustfmt_has_nothing_to_change_whatever_the_lengths",
        &["rustfmt"],
    ) {
        return;
    }
    let codes: Vec<_> = (1_u16..=60)
        .map(|length| {
            let length = usize::from(length);
            json!({
                "code": 4000 + length,
                "name": "n".repeat(length),
                "summary": format!("{} {}.", "w".repeat(length / 2 + 1), "é".repeat(length)),
                "reason": "r".repeat(length * 2),
                "deprecated": "d".repeat(length + 20),
                "reconnect": if length % 2 == 0 { "never" } else { "immediately" },
            })
        })
        .collect();
    let single = codes.chunks(1);
    for (index, codes) in single
        .chain(codes.chunks(2))
        .chain(codes.chunks(3))
        .chain([&codes[..]])
        .enumerate()
    {
        let spec =
            json!({ "name": "lengths", "codes": codes, "outputs": { "rust": "close_code.rs" } });
        let files = render(&spec.to_string());
        let text = files.get("close_code.rs").expect("the file");
        assert_formatted(&format!("lengths_{index}.rs"), text);
    }
}

#[test]
fn the_crate_is_quiet_under_clippy_and_rustdoc() {
    // Another copy than that of the consumer, which has no workspace of its own.
    let folder = scratch("rust").join("close-codes-alone");
    copy(&root().join("generated/rust"), &folder);
    write(
        &folder.join("Cargo.lock"),
        &read(&root().join("Cargo.lock")),
    );
    // An empty workspace keeps cargo from looking for one above.
    let manifest = read(&folder.join("Cargo.toml"));
    write(
        &folder.join("Cargo.toml"),
        &format!("{manifest}\n[workspace]\n"),
    );
    for features in [&[][..], &["--all-features"]] {
        let arguments = [&["clippy", "--quiet", "--all-targets"], features].concat();
        let target = scratch("rust").join("target");
        toolchain::run(
            toolchain::cargo(&folder)
                .args(arguments)
                .args([
                    "--offline",
                    "--",
                    "-D",
                    "warnings",
                    "-W",
                    "clippy::pedantic",
                ])
                .env("CARGO_TARGET_DIR", &target),
        );
    }
    toolchain::run(
        toolchain::cargo(&folder)
            .args(["doc", "--quiet", "--no-deps", "--all-features", "--offline"])
            .env("CARGO_TARGET_DIR", scratch("rust").join("target"))
            .env("RUSTDOCFLAGS", "-D warnings"),
    );
}

#[test]
fn serde_writes_and_reads_the_number() {
    let code = close_codes::CloseCode::GoingAway;
    assert_eq!(serde_json::to_string(&code).expect("a number"), "1001");
    for number in ["0", "1001", "4123", "65535"] {
        let code: close_codes::CloseCode = serde_json::from_str(number).expect("a close code");
        assert_eq!(serde_json::to_string(&code).expect("a number"), number);
    }
    for text in ["65536", "-1", "1000.5", "\"going-away\"", "null"] {
        assert!(
            serde_json::from_str::<close_codes::CloseCode>(text).is_err(),
            "{text}"
        );
    }
}

#[test]
fn texts_are_read_and_written() {
    use close_codes::CloseCode;

    for code in CloseCode::ALL {
        let name = code.name().expect("a named code");
        assert_eq!(name.parse(), Ok(*code));
        assert_eq!(code.as_u16().to_string().parse(), Ok(*code));
        assert_eq!(code.to_string(), format!("{} {name}", code.as_u16()));
    }
    assert_eq!(format!("{:?}", CloseCode::GoingAway), "GoingAway");
    assert_eq!(format!("{:?}", CloseCode::from(4123)), "Unnamed(4123)");
    for text in ["", "GoingAway", "65536", "-1", "private", "reserved"] {
        let error = text.parse::<CloseCode>().expect_err(text);
        assert_eq!(
            error.to_string(),
            "neither a number from 0 to 65535 nor the name of a close code"
        );
    }
    let mut sorted: Vec<CloseCode> = (0..=u16::MAX).rev().map(CloseCode::from).collect();
    sorted.sort();
    assert!(sorted.iter().map(|code| code.as_u16()).eq(0..=u16::MAX));
}

#[test]
fn a_reason_is_cut_between_characters() {
    use close_codes::CloseCode;

    for character in ["a", "é", "€", "😀"] {
        for shift in 0..4 {
            let reason = format!("{}{}", "x".repeat(shift), character.repeat(130));
            let fitted = CloseCode::fit_reason(&reason);
            assert!(reason.starts_with(fitted));
            assert!(fitted.len() <= CloseCode::MAX_REASON_BYTES);
            assert!(fitted.len() + character.len() > CloseCode::MAX_REASON_BYTES);
            assert_eq!(CloseCode::fit_reason(fitted), fitted);
        }
    }
}

#[test]
fn delays_stand_every_input() {
    use close_codes::CloseCode;
    use std::time::Duration;

    let delay = |attempt, random| CloseCode::AbnormalClosure.retry_after(attempt, random);
    assert_eq!(delay(0, f64::NAN), Some(Duration::ZERO));
    assert_eq!(delay(0, -1.0), Some(Duration::ZERO));
    assert_eq!(delay(0, f64::INFINITY), Some(Duration::from_secs(5)));
    assert_eq!(delay(u32::MAX, 2.0), Some(Duration::from_mins(1)));
    assert_eq!(
        CloseCode::Unauthorized.retry_after(0, 1.0),
        Some(Duration::ZERO)
    );
    assert_eq!(
        CloseCode::Unauthorized.retry_after(1, 1.0),
        Some(Duration::from_secs(10))
    );
    assert_eq!(CloseCode::NormalClosure.retry_after(0, 1.0), None);
}
