//! A number of codes → a spec that has as many of its own, and the outputs that are measured.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::Result;

/// The languages that flatc has, too, as one file each.
#[must_use]
pub fn three_languages() -> Value {
    json!({ "rust": "close_code.rs", "swift": "CloseCode.swift", "typescript": "close-code.ts" })
}

/// Every language and format that needs no file of one's own.
#[must_use]
pub fn all_targets() -> Value {
    json!({
        "rust": "rust/",
        "swift": "swift/",
        "typescript": "typescript/",
        "python": "python/",
        "kotlin": "CloseCode.kt",
        "java": "java/",
        "go": "go/",
        "markdown": "close-codes.md",
        "html": "close-codes.html",
        "json": "codes.json",
        "schema": "close-codes.schema.json",
    })
}

/// A spec with `count` codes of its own beside the standard ones.
#[must_use]
pub fn own_codes(count: usize, outputs: &Value) -> Value {
    let code = |index: usize| {
        json!({
            "code": 4000 + index,
            "name": format!("condition-{index}"),
            "summary": format!("Condition {index} of the service ended the connection."),
            "details": format!(
                "The server closes with it as soon as condition {index} is found. Show its number to the user, and do not \
                 send the last message again."
            ),
            "sent_by": "server",
            "reconnect": { "backoff": { "from_seconds": 5, "to_seconds": 30, "cap_seconds": 300 } },
            "because": "The condition lasts for some seconds, so an earlier attempt would meet it again.",
            "reason": format!("condition {index}"),
        })
    };
    json!({
        "name": "service",
        "summary": "The close codes of a service.",
        "extends": "standard",
        "package": { "name": "service-codes", "version": "1.0.0", "license": "MIT" },
        "codes": (0..count).map(code).collect::<Vec<_>>(),
        "outputs": outputs,
    })
}

/// The spec of the project, whose file is `path`, with `outputs`.
pub fn standard_codes(path: &Path, outputs: Value) -> Result<Value> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut spec: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    spec["outputs"] = outputs;
    Ok(spec)
}

/// The codes of `spec` that have constants, as a schema of flatc.
#[must_use]
pub fn as_flatbuffers(spec: &Value) -> String {
    let codes = spec["codes"].as_array().into_iter().flatten();
    let constant = |code: &Value| {
        let name = code["name"].as_str().unwrap_or_default().replace('-', "_");
        format!("  {name} = {},\n", code["code"])
    };
    let constants = codes
        .filter(|code| code["kind"] != "reserved")
        .map(constant);
    let constants: String = constants.collect();
    format!("namespace CloseCodes;\nenum CloseCode : ushort {{\n{constants}}}\n")
}
