//! The Rust outputs in the hands of strangers: other crates, and what no table of vectors shows.

use std::path::{Path, PathBuf};

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
    let main = format!("{STRICT}{}", include_str!("../languages/rust/consumer.rs"));
    let folder = crate_at(
        "consumer",
        "close-codes = { path = \"../close-codes\" }\n",
        &main,
    );
    cargo(&folder, &["clippy", "--quiet"]);
    let printed = cargo(&folder, &["run", "--quiet"]);
    assert_eq!(
        printed,
        "1012 service-restart: wait 17.5s\n4123 private: wait 2.5s\n1008 policy-violation: stay away\n"
    );
}

#[test]
fn the_drop_in_can_be_included_and_matched_whole() {
    let main = format!("{STRICT}{}", include_str!("../languages/rust/including.rs"));
    let folder = crate_at("including", "", &main);
    write(&folder.join("src/generated.rs"), &drop_in());
    cargo(&folder, &["clippy", "--quiet"]);
    assert_eq!(cargo(&folder, &["run", "--quiet"]), "own: invalid\n");
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

/// A word is what `as_str` returns, for `parse`, for `Display` and for serde, also from a text that must be copied to be read.
#[test]
fn words_are_read_and_written() {
    use close_codes::{After, CloseCode, CodeRange, Reconnect, SentBy};

    fn assert_word<T>(word: &T, text: &str)
    where
        T: std::str::FromStr + std::fmt::Display + std::fmt::Debug + PartialEq,
        T: serde::Serialize + serde::de::DeserializeOwned,
        T::Err: std::fmt::Debug,
    {
        assert_eq!(word.to_string(), text);
        assert_eq!(text.parse::<T>().expect("a word"), *word);
        assert_eq!(json!(word), json!(text));
        let escaped = format!("\"\\u{:04x}{}\"", u32::from(text.as_bytes()[0]), &text[1..]);
        assert_eq!(serde_json::from_str::<T>(&escaped).expect("a word"), *word);
        for other in [&text[1..], "", "Never", "never "] {
            assert!(other.parse::<T>().is_err(), "{other}");
            assert!(
                serde_json::from_value::<T>(json!(other)).is_err(),
                "{other}"
            );
        }
        let error = serde_json::from_value::<T>(json!(1000)).err();
        let error = error.expect("a number is no word").to_string();
        assert!(
            error.ends_with("expected one of the words that there are"),
            "{error}"
        );
    }
    for number in 0..=u16::MAX {
        let code = CloseCode::from(number);
        if !code.is_named() && number % 500 != 0 {
            continue;
        }
        assert_word::<CodeRange>(&code.code_range(), code.code_range().as_str());
        assert_word::<SentBy>(&code.sent_by(), code.sent_by().as_str());
        assert_word::<Reconnect>(&code.reconnect(), code.reconnect().as_str());
    }
    for (after, text) in [
        (After::NewCredentials, "new-credentials"),
        (After::NewSession, "new-session"),
        (After::OtherServer, "other-server"),
        (After::UserAction, "user-action"),
        (After::ChangedRequest, "changed-request"),
    ] {
        assert_word(&after, text);
    }
    assert_eq!(
        "nothing".parse::<After>().expect_err("no word").to_string(),
        "none of the words that there are"
    );
}

#[test]
fn the_number_of_an_unnamed_code_is_a_number() {
    use close_codes::CloseCode;

    let unnamed = |number| match CloseCode::from_u16(number) {
        CloseCode::Unnamed(unnamed) => unnamed,
        code => panic!("{code} has a name"),
    };
    assert_eq!(format!("{:>6}", unnamed(4123)), "  4123");
    assert_eq!(u16::from(unnamed(4123)), 4123);
    assert!(unnamed(999) < unnamed(4123));
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
    // Out of order, and each number once.
    let shuffled = (0..=u16::MAX).map(|number| CloseCode::from(number.wrapping_mul(40_503)));
    let mut sorted: Vec<CloseCode> = shuffled.collect();
    sorted.sort();
    assert!(sorted.iter().map(|code| code.as_u16()).eq(0..=u16::MAX));
    assert!(CloseCode::from(4123) > CloseCode::GoingAway);
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
    assert_eq!(delay(0, f64::NAN), Some(Duration::from_secs(5)));
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
    assert_eq!(CloseCode::Forbidden.retry_after(0, 1.0), None);
}
