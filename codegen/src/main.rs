//! The program `close-codes`: arguments → one call of a verb → exit status.

mod program;

use std::process::ExitCode;

fn main() -> ExitCode {
    program::run()
}
