//! `codegen/Cargo.toml` and the address in the spec → what all manifests contain.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::run::{Failure, cargo, output};

/// The one place of the address of the repository, in its `package`: as long as it is not there, no manifest has it.
const SPEC: &str = "spec/close-codes.json";

/// What is known of the program.
pub struct Facts {
    /// The package `codegen`, as `cargo metadata` describes it, with `repository` and `homepage` if there are any.
    package: Value,
}

impl Facts {
    /// Reads them.
    pub fn read(root: &Path) -> Result<Self, Failure> {
        let arguments = [
            "metadata",
            "--no-deps",
            "--format-version",
            "1",
            "--offline",
        ];
        let metadata = json(&output(cargo(root).args(arguments))?)?;
        let packages = metadata["packages"].as_array().into_iter().flatten();
        let package = packages
            .into_iter()
            .find(|package| package["name"] == "codegen");
        let mut package = package
            .cloned()
            .ok_or_else(|| Failure("there is no package `codegen`".to_owned()))?;
        let spec = json(&fs::read_to_string(root.join(SPEC))?)?;
        for field in ["repository", "homepage"] {
            package[field] = spec["package"][field].clone();
        }
        Ok(Self { package })
    }

    /// A field that is a text.
    pub fn text(&self, field: &str) -> Option<&str> {
        self.package[field].as_str()
    }

    /// A field that every package has.
    pub fn needed(&self, field: &str) -> &str {
        self.text(field)
            .unwrap_or_else(|| panic!("codegen/Cargo.toml has `{field}`"))
    }

    /// A field that is a list of texts or of tables.
    pub fn list(&self, field: &str) -> &[Value] {
        self.package[field].as_array().map_or(&[], Vec::as_slice)
    }
}

fn json(text: &str) -> Result<Value, Failure> {
    serde_json::from_str(text).map_err(|error| Failure(error.to_string()))
}
