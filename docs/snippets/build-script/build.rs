//! Makes `OUT_DIR/close-codes.rs` from `close-codes.json`.

fn main() -> Result<(), close_codes_cli::build_script::Error> {
    close_codes_cli::build_script::generate("close-codes.json")
}
