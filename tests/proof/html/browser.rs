//! The page in a real browser, and before a validator: each check is a script in `tests/page/checks`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use close_codes_cli::registry::Registry;
use close_codes_cli::targets;
use serde_json::{Value, json};
use tests::{project, read, render, root, scratch, spec_text, spec_with_outputs, toolchain, write};

use super::{hostile_files, smallest};
use crate::any_spec::thousand::many;

/// Runs a check on the pages.
fn check(name: &str) {
    if let Some(folder) = ready() {
        let chromium = toolchain::find("chromium").expect("it was found before");
        let script = root().join("tests/page/main.mjs");
        toolchain::run(Command::new("node").args([script, chromium, folder, name.into()]));
    }
}

/// The folder with the pages, if the tools and packages of the checks are there. If not, a line says what is missing.
fn ready() -> Option<PathBuf> {
    static PREPARED: OnceLock<Result<(), String>> = OnceLock::new();
    static PAGES: OnceLock<PathBuf> = OnceLock::new();
    let checks = root().join("tests/page");
    let needs = read(&checks.join("needs"));
    if !toolchain::has(&needs.lines().collect::<Vec<_>>()) {
        return None;
    }
    let prepared = PREPARED.get_or_init(|| {
        let prepared = Command::new(checks.join("prepare")).output();
        let prepared = prepared.expect("a script");
        let why = || String::from_utf8_lossy(&prepared.stderr).trim().to_owned();
        prepared.status.success().then_some(()).ok_or_else(why)
    });
    match prepared {
        Ok(()) => Some(PAGES.get_or_init(lay_out).clone()),
        Err(why) => {
            toolchain::skip(why);
            None
        }
    }
}

/// Writes the pages, as `tests/page/inputs.mjs` finds them.
fn lay_out() -> PathBuf {
    let folder = scratch("page");
    fs::remove_dir_all(&folder).expect("a scratch folder can be removed");
    let put = |outputs: &close_codes_cli::FileSet| {
        for (path, text) in outputs.iter() {
            write(&folder.join(path), text);
        }
    };
    let of = |mut spec: Value, path: &str| {
        spec["outputs"] = json!({ "html": path });
        put(&render(&spec.to_string()));
    };
    let outputs = json!({ "html": ["standard.html", "site/"], "json": "standard.json" });
    put(&render(&spec_with_outputs(outputs)));
    let constants = constants(&project(&spec_text()).registry);
    write(&folder.join("constants.json"), &constants.to_string());
    let chat = read(&root().join("spec/examples/chat.json"));
    of(serde_json::from_str(&chat).expect("JSON"), "chat.html");
    of(many(1000), "thousand.html");
    of(smallest(), "smallest.html");
    let hostile = hostile_files();
    let hostile = hostile.get("codes.html").expect("a page");
    write(&folder.join("hostile.html"), hostile);
    folder
}

/// What each language calls the codes and ranges, by the id of the section.
fn constants(registry: &Registry) -> Value {
    let codes = registry.named().map(|code| {
        let constants = targets::constants(registry, code).into_iter();
        let constants: Vec<String> = constants.map(|(_, constant)| constant).collect();
        (format!("{}-{}", code.number, code.name), json!(constants))
    });
    Value::Object(codes.collect())
}

macro_rules! checks {
    ($($test:ident: $name:literal,)*) => {
        $(#[test] fn $test() { check($name); })*

        #[test]
        fn every_check_is_run() {
            let scripts = fs::read_dir(root().join("tests/page/checks")).expect("a folder");
            let stem = |path: PathBuf| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
            let mut names: Vec<String> = scripts.filter_map(|entry| stem(entry.expect("an entry").path())).collect();
            names.sort();
            let mut run = [$($name),*];
            run.sort_unstable();
            assert_eq!(names, run);
        }
    };
}

checks! {
    a_code_in_the_address_opens_its_section: "deep",
    buttons_copy: "copy",
    everybody_can_read_it: "accessible",
    every_link_leads_somewhere: "links",
    everything_can_be_read_without_scripts: "plain",
    everything_is_found: "search",
    it_can_be_hosted: "hosted",
    nothing_is_cut_off: "widths",
    searching_is_quick: "speed",
    tables_and_guides_are_printed: "print",
    text_never_becomes_markup: "hostile",
    the_keyboard_suffices: "keyboard",
}

/// The Nu Html Checker does not compare hashes, and says that a policy with some blocks what it allows. The browser shows
/// whether it does.
const HASHES: &str = ".*Inline (style|script) violates Content Security Policy.*";

/// The Nu Html Checker finds nothing.
#[test]
fn it_is_valid() {
    let Some(folder) = ready() else { return };
    let validator = root().join("tests/page/node_modules/vnu-jar/build/dist/vnu.jar");
    let mut java = Command::new("java");
    java.arg("-jar").arg(validator);
    java.args(["--skip-info-messages", "--filterpattern", HASHES]);
    // What it filters still counts for its exit status.
    java.args(["--exit-zero-always", "--stdout", "--skip-non-html"]);
    assert_eq!(toolchain::run(java.arg(folder)), "");
}

/// The sizes that a reader on a slow line waits for.
#[test]
fn pages_are_small() {
    let outputs = json!({ "html": ["page.html", "site/"] });
    for (path, text) in render(&spec_with_outputs(outputs)).iter() {
        let is_whole = path == "page.html" || path == "site/index.html";
        let limit = if is_whole { 200_000 } else { 30_000 };
        assert!(text.len() < limit, "{path} has {} bytes", text.len());
    }
}

#[test]
fn the_picture_of_the_readme_is_small() {
    let readme = read(&root().join("README.md"));
    let (_, picture) = readme.split_once("](docs/page.png").expect("a picture");
    assert!(picture.starts_with(")](generated/docs/close-codes.html)"));
    let bytes = fs::read(root().join("docs/page.png")).expect("a picture");
    assert!(bytes.starts_with(b"\x89PNG"));
    assert!(bytes.len() < 200_000, "it has {} bytes", bytes.len());
}
