//! `peak PROGRAM ARGUMENT…` runs a program and prints the most memory that it had, in bytes. A process inherits the peak of the one
//! that started it, so this one is as small as can be.

use std::process::{Command, ExitCode, Stdio};
use std::{env, io};

use wait4::Wait4;

fn main() -> io::Result<ExitCode> {
    let mut arguments = env::args_os().skip(1);
    let program = arguments.next().ok_or(io::ErrorKind::InvalidInput)?;
    let mut child = Command::new(program)
        .args(arguments)
        .stdout(Stdio::null())
        .spawn()?;
    let used = child.wait4()?;
    println!("{}", used.rusage.maxrss);
    Ok(if used.status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
