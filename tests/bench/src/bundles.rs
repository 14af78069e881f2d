//! The generated TypeScript → the bytes that a web page loads for it, beside other packages.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::figures::grouped;
use crate::table::Table;
use crate::{Result, tools};

/// The bytes of each bundle.
pub fn measure(folder: &Path) -> Result<Table> {
    tools::output(&mut Command::new(folder.join("prepare")))?;
    let printed = tools::output(Command::new(tools::find("node")?).arg(folder.join("bundle.mjs")))?;
    let bundles: Value = serde_json::from_str(&printed).map_err(|error| error.to_string())?;
    let mut table = Table::new(&[
        "Bundle",
        "esbuild",
        "esbuild, gzip",
        "Rollup",
        "Rollup, gzip",
    ]);
    for bundle in bundles.as_array().into_iter().flatten() {
        let text = |field: &str| bundle[field].as_str().unwrap_or_default();
        let bytes = bundle["bytes"].as_array().into_iter().flatten();
        let cells = bytes.map(|bytes| grouped(bytes.as_u64().unwrap_or_default()));
        table.row(
            &format!("{}, {}", text("what"), text("library")),
            cells.collect(),
        );
    }
    Ok(table)
}

/// The packages of npm that take part, and their versions.
pub fn packages(folder: &Path) -> Result<Vec<(String, String)>> {
    let manifest = folder.join("package.json");
    let text = fs::read_to_string(&manifest)
        .map_err(|error| format!("{}: {error}", manifest.display()))?;
    let manifest: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let dependencies = manifest["dependencies"].as_object().into_iter().flatten();
    let package = |(name, version): (&String, &Value)| {
        (
            name.clone(),
            version.as_str().unwrap_or_default().to_owned(),
        )
    };
    Ok(dependencies.map(package).collect())
}
