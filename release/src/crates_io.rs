//! The sources → the file that `cargo publish` uploads.

use crate::Folders;
use crate::run::{self, Failure};

/// Makes it. It is not compiled here: the wheel compiles the same sources, and a test installs it.
pub fn package(folders: &Folders) -> Result<(), Failure> {
    let Folders {
        sources,
        builds,
        packages,
        ..
    } = folders;
    let mut cargo = run::cargo(sources);
    cargo.args([
        "package",
        "--quiet",
        "--no-verify",
        "--offline",
        "--allow-dirty",
    ]);
    let folder = builds.join("package");
    run::empty(&folder)?;
    run::output(cargo.arg("--target-dir").arg(builds))?;
    let made = run::only(&folder, ".crate")?;
    let name = made.file_name().expect("a file has a name");
    run::copy_to(&made, &packages.join(name))
}
