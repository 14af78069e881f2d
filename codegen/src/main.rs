//! The program `close-codes`: arguments → a verb → exit status.

use std::process::ExitCode;

fn main() -> ExitCode {
    close_codes_cli::run()
}
