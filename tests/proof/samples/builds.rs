//! The samples of the readmes, the guide and the snippets → programs that run them, for each language that is installed.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use tests::languages::{Language, languages};
use tests::{copy, read, root, scratch, toolchain, write};

use super::Sample;
use crate::conversation::built;
use crate::documented::code_blocks;
use crate::java::strict_javac;
use crate::rust::{cargo, crate_at};
use crate::snippets::forms::import;
use crate::snippets::{own_cargo, snippets};
use crate::typescript::has_packages;

/// The samples of all languages that are installed.
pub(super) fn samples() -> Vec<Sample> {
    let mut samples = vec![rust_readme()];
    if toolchain::are_required() {
        samples.push(tokio_client());
        samples.extend(beside_bridges());
    }
    if has_packages() {
        samples.extend([typescript_readme(), reconnect(), hook()]);
    }
    if toolchain::has(&["swift"]) {
        samples.extend(swift());
    }
    if Language::named("java").is_ready() {
        samples.push(java_readme());
    }
    samples
}

fn folder() -> PathBuf {
    root().join("tests/samples")
}

/// The block of a readme that has `Reconnection`.
fn sample_of(readme: &str, language: &str) -> String {
    let blocks = code_blocks(&read(&root().join(readme)), language);
    let found = blocks
        .into_iter()
        .find(|block| block.contains("Reconnection"));
    found.unwrap_or_else(|| panic!("{readme} has no loop in {language}"))
}

fn rust_readme() -> Sample {
    let sample = sample_of("generated/rust/README.md", "rust");
    let main = format!("{sample}\n{}", read(&folder().join("rust/readme.rs")));
    let dependencies = "close-codes = { path = \"../close-codes\" }\n\
        tungstenite = { version = \"0.30\", default-features = false, features = [\"handshake\"] }\n";
    let name = "readme-sample";
    let built = crate_at(name, dependencies, &main);
    cargo(&built, &["build", "--quiet"]);
    Sample {
        name: "the Rust readme",
        command: Command::new(scratch("rust").join("target/debug").join(name)),
        gets_codes: true,
        closes: false,
    }
}

fn tokio_client() -> Sample {
    Sample {
        name: "docs/snippets/axum/src/client.rs",
        command: axum_example("client"),
        gets_codes: true,
        closes: true,
    }
}

/// The samples that languages bring along with their bridges.
fn beside_bridges() -> impl Iterator<Item = Sample> {
    let script = "bridges/sample";
    let languages = languages().into_iter();
    let languages =
        languages.filter(|language| language.script(script).is_some() && language.is_ready());
    languages.map(move |language| {
        let mut command = Command::new(language.folder().join(script));
        command.arg(built(language));
        Sample {
            name: language.name(),
            command,
            gets_codes: true,
            closes: true,
        }
    })
}

/// An example of the crate with the web server, which is much to build.
pub(crate) fn axum_example(name: &str) -> Command {
    own_cargo("axum", &["fetch", "--locked"]);
    let build = ["build", "--quiet", "--examples", "--locked", "--offline"];
    own_cargo("axum", &build);
    Command::new(scratch("axum").join("target/debug/examples").join(name))
}

fn typescript_readme() -> Sample {
    let source = scratch("samples").join("readme.ts");
    let readme = "generated/typescript/README.md";
    write(&source, &sample_of(readme, "ts"));
    node("the TypeScript readme", "readme", &source)
}

fn reconnect() -> Sample {
    let name = "docs/snippets/reconnect.ts";
    node(name, "reconnect", &root().join(name))
}

fn hook() -> Sample {
    let name = "docs/snippets/useWebSocket.tsx";
    node(name, "hook", &root().join(name))
}

fn node(name: &'static str, driver: &str, source: &Path) -> Sample {
    Sample {
        name,
        command: node_program(driver, source),
        gets_codes: true,
        closes: true,
    }
}

/// A program for Node of a sample in `source` and what `driver` does with it.
pub(crate) fn node_program(driver: &str, source: &Path) -> Command {
    let (web, packages) = (
        folder().join("web"),
        root().join("tests/languages/typescript/node_modules"),
    );
    let file = source.file_stem().expect("a name").to_string_lossy();
    let bundle = scratch("samples").join(format!("{driver}-{file}.cjs"));
    let alias = |name: &str, path: PathBuf| format!("--alias:{name}={}", path.display());
    toolchain::run(
        Command::new("node")
            .arg(packages.join("esbuild/bin/esbuild"))
            .arg(web.join(format!("{driver}.mjs")))
            .args(["--bundle", "--platform=node", "--log-level=warning"])
            .arg(alias("sample", source.to_owned()))
            .arg(alias("react", web.join("react.mjs")))
            .arg(alias("ws", packages.join("ws/wrapper.mjs")))
            .arg(alias(
                "close-codes",
                root().join("generated/typescript/dist/index.js"),
            ))
            .arg(format!("--outfile={}", bundle.display())),
    );
    let mut command = Command::new("node");
    command.arg(bundle);
    command
}

/// Two careless versions of a sample: one starts over with each attempt, one does not do what must happen first.
pub(super) fn careless() -> Option<(Sample, Sample)> {
    let version = |name, careful: &str, careless: &str| {
        let source = read(&snippets().join("reconnect.ts"));
        assert!(source.contains(careful), "reconnect.ts has changed");
        let path = scratch("samples").join(format!("{name}.ts"));
        write(&path, &source.replace(careful, careless));
        node(name, "reconnect", &path)
    };
    has_packages().then(|| {
        (
            version(
                "storm",
                "reconnection.closed(",
                "new Reconnection().closed(",
            ),
            version("forgetful", "next.delayMs, after)", "next.delayMs)"),
        )
    })
}

/// The program with the loops of the Swift readme and of the guide, which are `readme` and `snippet`.
pub(crate) fn swift_program(sample: &str) -> Command {
    static BUILT: LazyLock<PathBuf> = LazyLock::new(build_swift);
    let mut command = swift_command(&BUILT);
    command.arg(sample);
    command
}

/// A program that is built. Where Swift is installed with libraries of its own, they run through `swift-exec`.
pub(crate) fn swift_command(program: &Path) -> Command {
    let Some(runner) = toolchain::find("swift-exec") else {
        return Command::new(program);
    };
    let mut command = Command::new(runner);
    command.arg(program);
    command
}

fn build_swift() -> PathBuf {
    let package = scratch("samples/swift");
    copy(&folder().join("swift"), &package);
    let sources = package.join("Sources/Samples");
    copy(&root().join("generated/swift/Sources/CloseCodes"), &sources);
    let imports = "#if canImport(FoundationNetworking)\n  import FoundationNetworking\n#endif\n";
    let readme = sample_of("generated/swift/README.md", "swift");
    let snippet = read(&snippets().join("ReceiveLoop.swift"));
    for (file, text) in [
        ("Readme.swift", format!("{imports}{readme}\n")),
        ("ReceiveLoop.swift", snippet),
    ] {
        let random = ".random(in: 0...1)";
        assert!(text.contains(random), "{file} has changed");
        let text = import("Swift").of_file(&text).replace(random, "0");
        write(&sources.join(file), &text);
    }
    let mut build = Command::new("swift");
    toolchain::run(build.current_dir(&package).args(["build", "--quiet"]));
    package.join(".build/debug/Samples")
}

fn swift() -> Vec<Sample> {
    let sample = |(name, argument)| Sample {
        name,
        command: swift_program(argument),
        // Foundation on Linux changes most of them.
        gets_codes: false,
        closes: true,
    };
    let names = [
        ("the Swift readme", "readme"),
        ("docs/snippets/ReceiveLoop.swift", "snippet"),
    ];
    names.map(sample).into()
}

fn java_readme() -> Sample {
    let build = scratch("samples/java");
    let random = "Math.random()";
    let sample = sample_of("generated/java/README.md", "java");
    assert!(sample.contains(random), "the readme has changed");
    let source = build.join("StayingConnected.java");
    write(&source, &format!("{}\n", sample.replace(random, "0")));
    let generated = root().join("generated/java/src/main/java/closecodes/CloseCode.java");
    let (main, classes) = (folder().join("java/Main.java"), build.join("classes"));
    toolchain::run(&mut strict_javac(&classes, &[source, generated, main]));
    let mut command = Command::new("java");
    command.arg("-classpath").arg(classes).arg("Main");
    Sample {
        name: "the Java readme",
        command,
        gets_codes: true,
        closes: true,
    }
}
