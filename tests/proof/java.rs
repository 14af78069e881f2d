//! The Java module in the hands of others: the examples of its readme, Jakarta WebSocket, a switch that is
//! exhaustive, and the licences in its project file.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tests::languages::Language;
use tests::{render, scratch, spec_with_outputs, toolchain, write};

use crate::documented::code_blocks;

fn is_ready() -> bool {
    Language::named("java").is_ready()
}

/// A library of the tests.
pub(crate) fn library(start: &str) -> PathBuf {
    let folder = Language::named("java").folder().join("libraries");
    let files = std::fs::read_dir(folder).expect("the folder of libraries");
    let mut paths = files.map(|file| file.expect("a library").path());
    let is_it = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| name.starts_with(start))
    };
    paths
        .find(is_it)
        .unwrap_or_else(|| panic!("no library {start}"))
}

/// A call of javac at its strictest on `sources`.
pub(crate) fn strict_javac(classes: &Path, sources: &[PathBuf]) -> Command {
    let mut javac = Command::new("javac");
    javac
        .args(["-encoding", "UTF-8", "--release", "17"])
        .args(["-Xlint:all", "-Werror", "-classpath"])
        .arg(library("jakarta.websocket-client-api"))
        .arg("-d")
        .arg(classes)
        .args(sources);
    javac
}

/// Writes the module with some options to a folder: its source, its readme, and the examples of that.
fn module(name: &str, options: &Value) -> (PathBuf, Vec<PathBuf>) {
    let folder = scratch("java").join(name);
    let mut output = json!({ "path": "module/" });
    let fields = options.as_object().into_iter().flatten();
    fields.for_each(|(field, value)| output[field] = value.clone());
    let mut sources = Vec::new();
    for (path, text) in render(&spec_with_outputs(json!({ "java": output }))).iter() {
        if path.starts_with("module/src/") {
            sources.push(folder.join(path));
            write(&folder.join(path), text);
        } else if path.ends_with("README.md") {
            for (index, block) in code_blocks(text, "java").iter().enumerate() {
                let path = folder.join(format!("example-{index}.java"));
                write(&path, &format!("{block}\n"));
                sources.push(path);
            }
        }
    }
    (folder, sources)
}

#[test]
fn the_readme_and_every_option_compile() {
    if !is_ready() {
        return;
    }
    for (name, options) in [
        ("defaults", json!({})),
        ("jakarta", json!({ "jakarta": true })),
        (
            "renamed",
            json!({ "jakarta": true, "package": "com.example.chat", "type": "ChatCode" }),
        ),
    ] {
        let (folder, sources) = module(name, &options);
        assert_eq!(sources.len(), 5, "{sources:?}");
        toolchain::run(&mut strict_javac(&folder.join("classes"), &sources));
        if name != "renamed" {
            let mut formatter = Command::new("java");
            formatter.arg("-jar").arg(library("google-java-format"));
            let check = ["--dry-run", "--set-exit-if-changed"];
            toolchain::run(formatter.args(check).args(&sources));
        }
    }
}

/// A program that gives both kinds of codes to Jakarta's class.
const JAKARTA: &str = "
import closecodes.CloseCode;
import jakarta.websocket.CloseReason;

final class Program {
  public static void main(String[] arguments) {
    var all = new CloseReason(CloseCode.GOING_AWAY, null);
    var own = new CloseReason(CloseCode.Own.SERVICE_RESTART, \"soon\");
    System.out.print(all.getCloseCode().getCode() + \" \" + own.getCloseCode().getCode());
  }
}
";

#[test]
fn jakarta_takes_the_codes() {
    if !is_ready() {
        return;
    }
    let (folder, sources) = module("program", &json!({ "jakarta": true }));
    let source = sources
        .into_iter()
        .rfind(|path| path.ends_with("closecodes/CloseCode.java"));
    let program = folder.join("Program.java");
    write(&program, JAKARTA);
    let classes = folder.join("classes");
    toolchain::run(&mut strict_javac(
        &classes,
        &[source.expect("the module's source"), program],
    ));
    let mut java = Command::new("java");
    let class_path = std::env::join_paths([classes, library("jakarta.websocket-client-api")]);
    java.arg("-classpath")
        .arg(class_path.expect("paths without `:`"));
    assert_eq!(toolchain::run(java.arg("Program")), "1001 1012");
}

#[test]
fn another_code_breaks_a_switch() {
    if !is_ready() {
        return;
    }
    let folder = scratch("java/switch");
    let notices = "
final class Notices {
  static String notice(CloseCode.Own own) {
    return switch (own) {
      case FULL -> \"full\";
    };
  }
}
";
    let compile = |names: &[&str]| {
        let codes = names.iter().zip(4001..).map(|(name, code)| {
            json!({ "code": code, "name": name, "summary": "Closed.", "reconnect": "never" })
        });
        let spec = json!({
            "name": "chat", "codes": codes.collect::<Value>(), "outputs": { "java": "CloseCode.java" },
        });
        let files = render(&spec.to_string());
        let paths = ["CloseCode.java", "Notices.java"].map(|name| folder.join(name));
        write(&paths[0], files.get("CloseCode.java").expect("the file"));
        write(&paths[1], notices);
        let output = strict_javac(&folder.join("classes"), &paths).output();
        let output = output.expect("javac runs");
        (
            output.status.success(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    };
    let (compiles, errors) = compile(&["full"]);
    assert!(compiles, "{errors}");
    let (compiles, errors) = compile(&["full", "kicked"]);
    let reason = "the switch expression does not cover all possible input values";
    assert!(!compiles && errors.contains(reason), "{errors}");
}

/// The licences of `expression`, as the project file of the module lists them, with their pages.
fn licences(expression: &str) -> Vec<(String, Option<String>)> {
    let spec = json!({
        "name": "chat", "codes": [], "package": { "license": expression }, "outputs": { "java": "module/" },
    });
    let files = render(&spec.to_string());
    let project = files.get("module/pom.xml").expect("the project file");
    let text = |element: &str, name: &str| {
        let (_, rest) = element.split_once(&format!("<{name}>"))?;
        Some(rest.split_once('<')?.0.to_owned())
    };
    let elements = project.split("<license>").skip(1);
    elements
        .map(|element| (text(element, "name").expect("a name"), text(element, "url")))
        .collect()
}

/// Maven has a list, of which one may choose any: nothing else that an expression means can be in it.
#[test]
fn only_licences_that_spdx_lists_have_pages() {
    let listed = |name: &str| {
        let page = format!("https://spdx.org/licenses/{name}.html");
        (name.to_owned(), Some(page))
    };
    assert_eq!(
        licences("MIT OR Apache-2.0"),
        [listed("MIT"), listed("Apache-2.0")]
    );
    assert_eq!(licences("BSD-3-Clause"), [listed("BSD-3-Clause")]);
    for whole in [
        "LicenseRef-Own",
        "MIT OR LicenseRef-Own",
        "(MIT OR Apache-2.0) AND BSD-3-Clause",
        "MIT AND Apache-2.0",
        "GPL-2.0-only WITH Classpath-exception-2.0",
    ] {
        assert_eq!(licences(whole), [(whole.to_owned(), None)]);
    }
}
