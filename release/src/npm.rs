//! The program → the npm package of its platform; the launcher → the npm package that depends on all of those.

use std::path::Path;
use std::process::Command;

use serde_json::{Map, Value, json};

use crate::facts::Facts;
use crate::licences;
use crate::platform::{PLATFORMS, Platform};
use crate::run::{self, Failure};
use crate::sources::README;
use crate::{Folders, NAME};

/// The oldest Node that the tests run the launcher with.
const NODE: &str = ">=20";

/// `close-codes-cli`: the launcher.
pub fn pack_launcher(folders: &Folders, facts: &Facts) -> Result<(), Failure> {
    let folder = folders.builds.join("npm").join(NAME);
    run::empty(&folder)?;
    let launcher = folder.join("bin/close-codes.js");
    run::copy_to(&folders.root.join("release/npm/close-codes.js"), &launcher)?;
    run::executable(&launcher)?;
    run::copy_to(&folders.root.join(README), &folder.join("README.md"))?;
    run::copy(&folders.root, &folder, "CHANGELOG.md")?;
    let programs = PLATFORMS
        .iter()
        .map(|platform| (platform.npm_name(), facts.needed("version").into()));
    let programs: Map<String, Value> = programs.collect();
    let mut manifest = manifest(facts, NAME, facts.needed("description"));
    manifest["keywords"] = facts.list("keywords").into();
    manifest["bin"] = json!({ "close-codes": "bin/close-codes.js" });
    manifest["optionalDependencies"] = programs.into();
    manifest["engines"] = json!({ "node": NODE });
    pack(folders, &folder, &manifest)
}

/// `@close-codes/cli-linux-x64` or its like: the program.
pub fn pack_program(
    folders: &Folders,
    facts: &Facts,
    platform: &Platform,
    program: &Path,
) -> Result<(), Failure> {
    let folder = folders.builds.join("npm").join(platform.target);
    run::empty(&folder)?;
    let copied = folder.join("bin").join(platform.program());
    run::copy_to(program, &copied)?;
    run::executable(&copied)?;
    run::copy(&folders.sources, &folder, licences::FILE)?;
    let description = format!("The program of {NAME} for {}.", platform.target);
    let readme = format!(
        "# {}\n\n{description} Install `{NAME}`, which chooses it.\n",
        platform.npm_name()
    );
    run::write(&folder.join("README.md"), readme.as_bytes())?;
    let mut manifest = manifest(facts, &platform.npm_name(), &description);
    manifest["os"] = json!([platform.os]);
    manifest["cpu"] = json!([platform.cpu]);
    if let Some(libc) = platform.libc {
        manifest["libc"] = json!([libc]);
    }
    // Yarn would leave it in an archive, from which no program starts.
    manifest["preferUnplugged"] = true.into();
    pack(folders, &folder, &manifest)
}

/// What both manifests have.
fn manifest(facts: &Facts, name: &str, description: &str) -> Value {
    let mut manifest = json!({
        "name": name,
        "version": facts.needed("version"),
        "description": description,
        "license": facts.needed("license"),
        "type": "commonjs",
    });
    if let Some(repository) = facts.text("repository") {
        manifest["repository"] = json!({ "type": "git", "url": format!("git+{}.git", repository.trim_end_matches(".git")) });
    }
    if let Some(homepage) = facts.text("homepage") {
        manifest["homepage"] = homepage.into();
    }
    // A package with a scope is private without this.
    manifest["publishConfig"] = json!({ "access": "public" });
    manifest["files"] = json!(["bin", "CHANGELOG.md", "LICENSE-*"]);
    manifest
}

fn pack(folders: &Folders, folder: &Path, manifest: &Value) -> Result<(), Failure> {
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        run::copy(&folders.root, folder, licence)?;
    }
    let text = format!("{manifest:#}\n");
    run::write(&folder.join("package.json"), text.as_bytes())?;
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(folder)
        .args(["pack", "--ignore-scripts", "--loglevel", "warn"]);
    run::output(npm.arg("--pack-destination").arg(&folders.packages))?;
    Ok(())
}
