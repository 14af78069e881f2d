//! An endpoint as a process: commands in, events out, a limit for each wait; dropping it ends all its processes.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Result;

/// A line of an endpoint is shorter.
const MAX_LINE: u64 = 1 << 16;

/// How long an endpoint may take to exit before it is killed.
const GRACE: Duration = Duration::from_secs(2);

/// How many of the last lines of standard error a message quotes.
const QUOTED_LINES: usize = 6;

/// A running endpoint.
#[derive(Debug)]
pub struct Process {
    child: Child,
    stdin: Option<ChildStdin>,
    lines: Receiver<String>,
    errors: Arc<Mutex<VecDeque<String>>>,
}

impl Process {
    /// Starts `command`, with `argument` if there is one, in `folder`. It leads a process group of its own.
    pub fn start(command: &str, argument: Option<&str>, folder: &Path) -> Result<Self> {
        let mut child = in_group(command, folder)?
            .args(argument)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| format!("cannot start `{command}`: {error}"))?;
        let (sender, lines) = sync_channel(64);
        let errors = Arc::new(Mutex::new(VecDeque::new()));
        if let Some(stdout) = child.stdout.take() {
            thread::spawn(move || forward(stdout, &sender));
        }
        if let (Some(stderr), errors) = (child.stderr.take(), Arc::clone(&errors)) {
            thread::spawn(move || remember(stderr, &errors));
        }
        let stdin = child.stdin.take();
        Ok(Self {
            child,
            stdin,
            lines,
            errors,
        })
    }

    /// Writes one command.
    pub fn command(&mut self, command: &impl Serialize) -> Result<()> {
        let line = serde_json::to_string(command).map_err(|error| error.to_string())?;
        let written = self
            .stdin
            .as_mut()
            .map(|stdin| writeln!(stdin, "{line}").and_then(|()| stdin.flush()));
        match written {
            Some(Ok(())) => Ok(()),
            _ => Err(self.with_errors("it exited")),
        }
    }

    /// The next event, if one comes before `until`.
    pub fn next<Event: DeserializeOwned>(&mut self, until: Instant) -> Result<Option<Event>> {
        let left = until.saturating_duration_since(Instant::now());
        match self.lines.recv_timeout(left) {
            Ok(line) => parse(&line)
                .map(Some)
                .map_err(|error| self.with_errors(&error)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(self.with_errors("it exited")),
        }
    }

    /// `what`, and the last lines of the endpoint on standard error.
    #[must_use]
    pub fn with_errors(&self, what: &str) -> String {
        // The last lines of a process that has just exited may not have arrived yet.
        thread::sleep(Duration::from_millis(50));
        let errors = self
            .errors
            .lock()
            .map(|lines| lines.clone())
            .unwrap_or_default();
        let mut message = what.to_owned();
        for line in errors {
            message.push_str("\n    | ");
            message.push_str(&line);
        }
        message
    }

    /// Waits until the endpoint has closed its standard output, as it does when it exits.
    fn wait_for_end(&self) {
        let until = Instant::now() + GRACE;
        // Whatever it still prints is dropped.
        while Instant::now() < until {
            let left = until.saturating_duration_since(Instant::now());
            if self.lines.recv_timeout(left).is_err() {
                return;
            }
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.stdin.take());
        self.wait_for_end();
        // Before `wait`: until then no other process can get this id.
        kill_group(&mut self.child);
        let _ = self.child.wait();
    }
}

/// `command`, split at its spaces, in `folder` and in a process group of its own.
pub fn in_group(command: &str, folder: &Path) -> Result<std::process::Command> {
    let mut words = command.split_whitespace();
    let program = words.next().ok_or("the command is empty")?;
    // A path is relative to the endpoint's folder; without this the system would decide.
    let mut process = if program.contains('/') {
        std::process::Command::new(folder.join(program))
    } else {
        std::process::Command::new(program)
    };
    process.args(words).current_dir(folder);
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut process, 0);
    Ok(process)
}

/// Kills the process group that `child` leads.
pub fn kill_group(child: &mut Child) {
    #[cfg(unix)]
    if let Some(leader) = i32::try_from(child.id())
        .ok()
        .and_then(rustix::process::Pid::from_raw)
    {
        let _ = rustix::process::kill_process_group(leader, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
}

fn forward(stdout: impl Read, lines: &SyncSender<String>) {
    let mut stdout = BufReader::new(stdout);
    while let Some(line) = line(&mut stdout) {
        if lines.send(line).is_err() {
            return;
        }
    }
}

fn remember(stderr: impl Read, errors: &Mutex<VecDeque<String>>) {
    let mut stderr = BufReader::new(stderr);
    while let Some(line) = line(&mut stderr) {
        let Ok(mut errors) = errors.lock() else {
            return;
        };
        if errors.len() == QUOTED_LINES {
            errors.pop_front();
        }
        errors.push_back(line);
    }
}

/// The next line, cut at [`MAX_LINE`] bytes.
fn line(reader: &mut impl BufRead) -> Option<String> {
    let mut line = Vec::new();
    let read = reader.by_ref().take(MAX_LINE).read_until(b'\n', &mut line);
    match read {
        Ok(1..) => Some(String::from_utf8_lossy(&line).trim_end().to_owned()),
        _ => None,
    }
}

fn parse<Event: DeserializeOwned>(line: &str) -> Result<Event> {
    serde_json::from_str(line).map_err(|error| {
        let start: String = line.chars().take(120).collect();
        format!("it printed a line that is not an event: {start:?} ({error})")
    })
}
