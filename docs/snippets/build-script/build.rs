//! Makes `OUT_DIR/close-codes.rs` from `close-codes.json`.

fn main() -> Result<(), codegen::build_script::Error> {
    codegen::build_script::generate("close-codes.json")
}
