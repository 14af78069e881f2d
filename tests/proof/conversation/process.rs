//! A server or client that talks with another one → the lines that it prints, until a deadline.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// A child process and the lines that it prints. It is killed when dropped.
pub(crate) struct Process {
    child: Child,
    lines: Receiver<String>,
}

impl Process {
    pub(crate) fn start(command: &mut Command) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let stdout = child.stdout.take().expect("standard output is a pipe");
        let (sender, lines) = channel();
        thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Self { child, lines }
    }

    /// The next line, or `None` after the last one.
    pub(crate) fn line(&self, until: Instant) -> Option<String> {
        let left = until.saturating_duration_since(Instant::now());
        match self.lines.recv_timeout(left) {
            Ok(line) => Some(line),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(error) => panic!("the conversation takes too long: {error}"),
        }
    }

    /// All lines up to the end of the process.
    pub(crate) fn rest(&self, until: Instant) -> Vec<String> {
        std::iter::from_fn(|| self.line(until)).collect()
    }

    /// Writes `line` to its standard input, if it still reads it.
    pub(crate) fn tell(&mut self, line: &str) {
        let stdin = self.child.stdin.as_mut().expect("standard input is a pipe");
        let _ = writeln!(stdin, "{line}");
    }

    /// Whether the process has ended badly by now.
    pub(crate) fn has_failed(&mut self) -> bool {
        let ended = self.child.try_wait().expect("a child can be asked");
        ended.is_some_and(|status| !status.success())
    }

    /// Ends the process: what it runs in the place of another one may only see the end of its standard input.
    pub(crate) fn stop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Whether the process ends well.
    pub(crate) fn succeeds(&mut self, until: Instant) -> bool {
        while Instant::now() < until {
            if let Some(status) = self.child.try_wait().expect("a child can be asked") {
                return status.success();
            }
            thread::sleep(Duration::from_millis(20));
        }
        false
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.stop();
    }
}
