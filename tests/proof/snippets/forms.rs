//! Each snippet in both forms, with the package of the codes and with one file of them: the guide's table of imports makes
//! one form of the other, and both compile at their strictest.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tests::{copy, read, render, root, scratch, toolchain, write};

use super::{cargo_in, own_cargo, snippets};
use crate::examples::compile_app;
use crate::rust::{cargo, crate_at};
use crate::swift::{CHECKING, strict_swiftc};
use crate::typescript::has_packages;

/// What a language writes to import the codes.
pub(crate) struct Import {
    from_package: String,
    /// Empty where a file needs no import.
    from_file: String,
}

/// The row of `language` in the guide's table.
pub(crate) fn import(language: &str) -> Import {
    let guide = read(&root().join("docs/own-codes.md"));
    let (_, table) = guide
        .split_once("| A package")
        .expect("the table of imports");
    let row = table
        .lines()
        .find_map(|line| line.strip_prefix(&format!("| {language} ")));
    let cells = row.expect("a row of the language").split('|').skip(1);
    let code = |cell: &str| cell.split('`').nth(1).unwrap_or_default().to_owned();
    let cells: Vec<String> = cells.map(code).collect();
    Import {
        from_package: cells[0].clone(),
        from_file: cells[1].clone(),
    }
}

impl Import {
    /// A snippet for the package, with the file.
    pub(crate) fn of_file(&self, text: &str) -> String {
        if self.from_file.is_empty() {
            return text.replace(&format!("{}\n", self.from_package), "");
        }
        text.replace(&self.from_package, &self.from_file)
    }

    /// A snippet for the file, with the package.
    fn of_package(&self, text: &str) -> String {
        if self.from_file.is_empty() {
            return format!("{}\n{text}", self.from_package);
        }
        text.replace(&self.from_file, &self.from_package)
    }
}

/// Writes outputs of the guide's codes to `folder`, in packages with the names that the snippets import.
fn write_codes(folder: &Path, outputs: Value) {
    let text = read(&snippets().join("own-codes/close-codes.json"));
    let mut spec: Value = serde_json::from_str(&text).expect("JSON");
    spec["outputs"] = outputs;
    spec["package"] = json!({ "name": "close-codes" });
    for (path, text) in render(&spec.to_string()).iter() {
        write(&folder.join(path), text);
    }
}

/// Writes a snippet in another form, which has to differ.
fn write_other(from: &str, to: &Path, other: impl Fn(&str) -> String) {
    let text = read(&snippets().join(from));
    let changed = other(&text);
    assert!(changed != text, "{from} does not import the codes");
    write(to, &changed);
}

/// Swift at its strictest, in both language modes.
fn swiftc(folder: &Path, arguments: &[&str]) {
    for mode in ["5", "6"] {
        toolchain::run(strict_swiftc(folder, mode).args(arguments));
    }
}

const SWIFT: [&str; 3] = ["Connect.swift", "ReceiveLoop.swift", "SignIn.swift"];

#[test]
fn the_swift_snippets_compile_with_the_package() {
    if !toolchain::has(&["swiftc"]) {
        return;
    }
    let folder = scratch("snippets-swift-package");
    write_codes(&folder, json!({ "swift": "package/" }));
    let sources = folder.join("package/Sources/CloseCodes");
    let module = ["-emit-module", "-module-name", "CloseCodes"];
    let files = ["CloseCode", "URLSessionWebSocketTask+CloseCode"]
        .map(|name| sources.join(format!("{name}.swift")).display().to_string());
    let files = files.each_ref().map(String::as_str);
    swiftc(&folder, &[&module[..], &files].concat());

    let import = import("Swift");
    copy(&snippets().join("own-codes/ios"), &folder);
    let sign_in = "SignIn.swift";
    write_other(
        &format!("own-codes/ios/{sign_in}"),
        &folder.join(sign_in),
        |text| import.of_package(text),
    );
    let receive = "ReceiveLoop.swift";
    write(&folder.join(receive), &read(&snippets().join(receive)));
    swiftc(&folder, &[&CHECKING[..], &["-I", "."], &SWIFT].concat());
}

#[test]
fn the_swift_snippets_compile_with_one_file() {
    if !toolchain::has(&["swiftc"]) {
        return;
    }
    let folder = scratch("snippets-swift-file");
    write_codes(&folder, json!({ "swift": "CloseCode.swift" }));
    copy(&snippets().join("own-codes/ios"), &folder);
    let receive = "ReceiveLoop.swift";
    let import = import("Swift");
    write_other(receive, &folder.join(receive), |text| import.of_file(text));
    swiftc(
        &folder,
        &[&CHECKING[..], &["CloseCode.swift"], &SWIFT].concat(),
    );
}

/// The page that reconnects and that of the guide, for the compilers and the linter.
fn page(name: &str, outputs: Value) -> PathBuf {
    let folder = scratch(name);
    write_codes(&folder, outputs);
    for file in ["reconnect.ts", "useWebSocket.tsx"] {
        write(&folder.join(file), &read(&snippets().join(file)));
    }
    let notice = "notice.ts";
    copy(&snippets().join("own-codes/web/src"), &folder);
    assert!(folder.join(notice).is_file());
    folder
}

#[test]
fn the_typescript_snippets_compile_with_the_package() {
    if !has_packages() {
        return;
    }
    let folder = page("snippets-ts-package", json!({ "typescript": "package/" }));
    let import = import("TypeScript");
    write_other(
        "own-codes/web/src/notice.ts",
        &folder.join("notice.ts"),
        |text| import.of_package(text),
    );
    toolchain::run(compile_app(&folder).arg(folder.join("package")));
}

#[test]
fn the_typescript_snippets_compile_with_one_file() {
    if !has_packages() {
        return;
    }
    let folder = page("snippets-ts-file", json!({ "typescript": "close-code.ts" }));
    let import = import("TypeScript");
    write_other("reconnect.ts", &folder.join("reconnect.ts"), |text| {
        import.of_file(text)
    });
    write_other("proxy.mjs", &folder.join("proxy.mjs"), |text| {
        import.of_file(text)
    });
    toolchain::run(&mut compile_app(&folder));
    let packages = root().join("tests/languages/typescript/node_modules");
    let bundle = [
        "--bundle",
        "--platform=node",
        "--log-level=warning",
        "--external:ws",
    ];
    toolchain::run(
        Command::new("node")
            .arg(packages.join("esbuild/bin/esbuild"))
            .arg(folder.join("proxy.mjs"))
            .args(bundle)
            .arg(format!("--outfile={}", folder.join("bundle.cjs").display())),
    );
}

const PRINTED: &str = "closing with 4001 session-expired: The session token is no longer valid.\n";

/// The program of the guide at its strictest.
fn rust_app(name: &str, dependencies: &str, main: &str) -> PathBuf {
    crate_at(name, dependencies, &format!("#![deny(warnings)]\n{main}"))
}

#[test]
fn the_rust_snippet_runs_with_the_package() {
    let import = import("Rust");
    let main = read(&snippets().join("own-codes/server/src/main.rs"));
    let main = import.of_package(&main).replace("mod close_code;\n\n", "");
    let dependency = "close-codes = { path = \"package\" }\n";
    let folder = rust_app("own-codes-package", dependency, &main);
    write_codes(&folder, json!({ "rust": "package/" }));
    assert_eq!(cargo(&folder, &["run", "--quiet"]), PRINTED);
}

#[test]
fn the_rust_snippet_runs_with_one_file() {
    let main = read(&snippets().join("own-codes/server/src/main.rs"));
    let folder = rust_app("own-codes", "", &main);
    write_codes(&folder, json!({ "rust": "src/close_code.rs" }));
    assert_eq!(cargo(&folder, &["run", "--quiet"]), PRINTED);
}

/// The test of the axum server has what it depends on built.
#[test]
fn the_axum_snippets_compile_with_one_file() {
    if !toolchain::are_required() {
        let why = "it builds a web server, for which REQUIRE_TOOLCHAINS=1 asks";
        toolchain::skip(why);
        return;
    }
    let folder = scratch("snippets-axum-file");
    write_codes(&folder, json!({ "rust": "src/close_code.rs" }));
    write_axum_with_file(&folder);
    let clippy = ["clippy", "--quiet", "--offline", "--", "-Dwarnings"];
    cargo_in(&folder, "axum", &clippy);
}

/// Writes the axum snippets to `folder`, for a file of the codes, and fetches what they depend on.
pub(crate) fn write_axum_with_file(folder: &Path) {
    let import = import("Rust");
    for file in ["client", "lib", "proxy"] {
        let file = format!("src/{file}.rs");
        write_other(&format!("axum/{file}"), &folder.join(&file), |text| {
            let first = "pub mod client;";
            let with_module = format!("mod close_code;\n\n{first}");
            import.of_file(text).replace(first, &with_module)
        });
    }
    let dependency = "close-codes = { path = \"../../../generated/rust\" }\n";
    write_other("axum/Cargo.toml", &folder.join("Cargo.toml"), |text| {
        text.replace(dependency, "")
    });
    write(
        &folder.join("Cargo.lock"),
        &read(&snippets().join("axum/Cargo.lock")),
    );
    own_cargo("axum", &["fetch", "--locked"]);
}
