//! What the documentation says is so: commands are run, links lead somewhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tests::{copy, program, read, root, scratch, toolchain, write};

const GUIDE: &str = "docs/own-codes.md";
const TEMPLATES: &str = "docs/templates.md";

/// Every `console` block of the readme is run as it stands, and its output compared.
#[test]
fn the_readme_is_true() {
    let cargo = Path::new(env!("CARGO"));
    trycmd::TestCases::new()
        .register_bin("close-codes", program::path())
        .register_bin("cargo", cargo)
        .env("NO_COLOR", "1")
        .env("CARGO_TERM_QUIET", "true")
        .case(root().join("README.md"))
        .run();
}

/// The readme lists the verbs in the order of `--help`, and each of them.
#[test]
fn the_readme_lists_the_verbs_as_help_does() {
    let readme = read(&root().join("README.md"));
    let (_, table) = readme.split_once("\n| Verb").expect("a table of verbs");
    let rows = table.lines().take_while(|line| !line.is_empty());
    let rows = rows.filter_map(|line| line.strip_prefix("| `")?.split_once(" |"));
    let cells = rows.flat_map(|(cell, _)| cell.split(", "));
    let listed: Vec<&str> = cells
        .map(|cell| cell.trim().trim_matches('`'))
        .filter_map(|cell| cell.split_whitespace().next())
        .collect();
    let help = program::run(&root(), &["--help"]).stdout;
    let (_, commands) = help.split_once("Commands:\n").expect("a list of verbs");
    let commands = commands.lines().take_while(|line| !line.is_empty());
    let verbs: Vec<&str> = commands
        .filter_map(|line| line.split_whitespace().next())
        .filter(|verb| *verb != "help")
        .collect();
    assert_eq!(listed, verbs);
}

/// Every `console` block of the guide is run in the folder of the app that it builds.
#[test]
fn the_guide_is_true() {
    run_console_blocks(GUIDE, "docs/snippets/own-codes");
}

/// The same for templates.
#[test]
fn the_page_about_templates_is_true() {
    run_console_blocks(TEMPLATES, "docs/snippets/templates");
    let page = read(&root().join(TEMPLATES));
    for (language, path) in [
        ("json", "close-codes.json"),
        ("jinja", "tools/close_codes.rb.j2"),
    ] {
        let text = read(&root().join("docs/snippets/templates").join(path));
        assert_eq!(format!("{}\n", code_blocks(&page, language)[0]), text);
    }
}

/// Runs the `console` blocks of a page in a copy of a folder.
fn run_console_blocks(page: &str, folder: &str) {
    let original = root().join(page);
    let name = original.file_name().expect("a name");
    let scratch = scratch("documented").join(name);
    let _ = fs::remove_dir_all(&scratch);
    let copied = scratch.join(name);
    copy(&root().join(folder), &copied.with_extension("in"));
    write(&copied, &read(&original));
    let cat = toolchain::find("cat").expect("cat is installed");
    trycmd::TestCases::new()
        .register_bin("close-codes", program::path())
        .register_bin("cat", cat.as_path())
        .env("NO_COLOR", "1")
        .case(&copied)
        .run();
    // `TRYCMD=overwrite` has written to the copy.
    write(&original, &read(&copied));
}

/// The code of the guide stands in files that are compiled or run, and its specs are sound.
#[test]
fn the_guide_shows_files_that_are_tested() {
    let guide = read(&root().join(GUIDE));
    let mut files = Vec::new();
    read_all(&root().join("docs/snippets"), &mut files);
    for language in ["rust", "swift", "ts", "kotlin", "go", "yaml", "sh"] {
        let blocks = code_blocks(&guide, language);
        assert!(!blocks.is_empty(), "no {language} in the guide");
        for block in blocks.iter().filter(|block| !block.starts_with("cargo ")) {
            let found = files.iter().any(|text| text.contains(block.as_str()));
            assert!(found, "no file holds:\n{block}");
        }
    }
    let first_spec = read(&root().join("docs/snippets/own-codes/close-codes.json"));
    for document in [GUIDE, "README.md"] {
        let specs = code_blocks(&read(&root().join(document)), "json");
        assert_eq!(format!("{}\n", specs[0]), first_spec, "{document}");
        for spec in &specs {
            let _ = tests::project(spec);
        }
    }
}

fn read_all(folder: &Path, texts: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            texts.push(read(&path));
        } else if !path.ends_with("target") {
            read_all(&path, texts);
        }
    }
}

/// The tables of the guide leave no field out.
#[test]
fn the_guide_names_every_field() {
    let guide = read(&root().join(GUIDE));
    let schema: Value = serde_json::from_str(&close_codes_cli::schema()).expect("JSON");
    let mut fields = BTreeSet::new();
    for object in [
        "",
        "/definitions/CodeSpec",
        "/definitions/RangeSpec",
        "/definitions/CauseSpec",
        "/definitions/BackoffSpec",
    ] {
        let members = schema.pointer(&format!("{object}/properties"));
        let members = members
            .and_then(Value::as_object)
            .expect("an object of the schema");
        fields.extend(members.keys());
    }
    assert!(fields.len() > 30, "{fields:?}");
    for field in fields {
        let is_named = [format!("`{field}`"), format!("\"{field}\":")];
        assert!(
            is_named.iter().any(|text| guide.contains(text)),
            "no `{field}`"
        );
    }
}

/// Files and headings of this project that the documentation links to.
#[test]
fn links_lead_somewhere() {
    for document in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        GUIDE,
        TEMPLATES,
        "docs/rules.md",
        "docs/stability.md",
        "generated/docs/close-codes.md",
        "generated/rust/README.md",
        "generated/swift/README.md",
        "generated/typescript/README.md",
        "generated/java/README.md",
        "generated/go/README.md",
    ] {
        let path = root().join(document);
        for link in links(&read(&path)) {
            assert!(leads_somewhere(&path, &link), "{document} links to {link}");
        }
    }
}

/// The targets of the inline links of a Markdown text.
fn links(text: &str) -> Vec<String> {
    text.split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .map(str::to_owned)
        .collect()
}

fn leads_somewhere(document: &Path, link: &str) -> bool {
    if let Some(address) = link.strip_prefix("https://") {
        return address.contains('.') && !address.contains(' ');
    }
    let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
    let target = if file.is_empty() {
        document.to_owned()
    } else {
        document
            .parent()
            .expect("a document lies in a folder")
            .join(file)
    };
    target.exists() && (anchor.is_empty() || anchors(&read(&target)).contains(anchor))
}

/// The anchors of a Markdown text's headings, as GitHub makes them.
fn anchors(text: &str) -> BTreeSet<String> {
    text.lines()
        .filter(|line| line.starts_with('#'))
        .map(|line| {
            line.trim_start_matches('#')
                .trim()
                .to_lowercase()
                .chars()
                .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
                .map(|c| if c == ' ' { '-' } else { c })
                .collect()
        })
        .collect()
}

/// The code of the readme stands in the readmes of the packages, whose tests compile it.
#[test]
fn the_readme_shows_code_that_is_compiled() {
    let readme = read(&root().join("README.md"));
    for (language, package) in [
        ("rust", "generated/rust/README.md"),
        ("swift", "generated/swift/README.md"),
        ("ts", "generated/typescript/README.md"),
    ] {
        let blocks = code_blocks(&readme, language);
        assert!(!blocks.is_empty(), "no {language} in the readme");
        for block in blocks {
            assert!(
                read(&root().join(package)).contains(&block),
                "{package} lacks:\n{block}"
            );
        }
    }
}

/// The fenced blocks of a Markdown text that are in `language`.
pub(crate) fn code_blocks(text: &str, language: &str) -> Vec<String> {
    text.split(&format!("\n```{language}\n"))
        .skip(1)
        .filter_map(|rest| rest.split("\n```").next())
        .map(str::to_owned)
        .collect()
}

/// What the readme says of Node holds for the one that is installed.
#[test]
fn node_throws_for_what_the_readme_says() {
    if !toolchain::has(&["node"]) {
        return;
    }
    let script = "
        const socket = new WebSocket('ws://127.0.0.1:9');
        socket.onerror = () => {};
        const throws = (code) => { try { socket.close(code); } catch (error) { return error.name; } };
        console.log([1000, 1001, 1011, 1012, 1014, 3000, 4999, 5000].map(throws).join());
        process.exit(0);";
    let printed = toolchain::run(Command::new("node").args([
        "--no-warnings",
        "--experimental-websocket",
        "-e",
        script,
    ]));
    let error = "InvalidAccessError";
    assert_eq!(
        printed,
        format!(",{error},{error},{error},{error},,,{error}\n")
    );
}
