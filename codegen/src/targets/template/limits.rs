//! What bounds a template: steps, depth, the length of its text, the stack, and time where all else fails.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use minijinja::{Error, ErrorKind};

/// How many steps a template can take. One step pays for an instruction, or for 64 bytes of text: so memory is limited as well.
pub(super) const MAX_STEPS: u64 = 2_000_000;

/// How deep macros, loops and includes can be in each other; one include counts as several.
pub(super) const MAX_DEPTH: usize = 100;

/// How long a rendered text can be, in bytes.
const MAX_OUTPUT: usize = 16 << 20;

/// How large the stack is on which a template runs: values that are in each other as deep as the steps allow do not exhaust it. Only
/// what is used of it takes memory.
const STACK: usize = if cfg!(target_pointer_width = "64") {
    512 << 20
} else {
    64 << 20
};

/// How long a template can take, which a slow machine needs for all steps. They do not count how often lists that contain one list many times are compared.
pub(super) const MAX_TIME: Duration = Duration::from_secs(20);

/// What `run` gives within `time`, or why it gives nothing. What takes too long goes on until the program ends, which it then does at once.
pub(super) fn in_time<T: Send + 'static>(
    time: Duration,
    run: impl FnOnce() -> T + Send + 'static,
) -> Result<T, String> {
    let (sender, receiver) = mpsc::channel();
    let thread = thread::Builder::new().stack_size(STACK).spawn(move || {
        // Nobody receives what comes too late.
        let _ = sender.send(run());
    });
    thread.map_err(|error| format!("a thread for the template cannot be started: {error}"))?;
    receiver.recv_timeout(time).map_err(|error| match error {
        RecvTimeoutError::Timeout => {
            format!(
                "the template does not end within {} seconds",
                time.as_secs()
            )
        }
        RecvTimeoutError::Disconnected => panic!("the template engine panicked"),
    })
}

/// A text up to the limit. What is longer is dropped and noted, since the engine forgets where an error of the writer was.
#[derive(Default)]
pub(super) struct Limited {
    text: Vec<u8>,
    fullness: Fullness,
}

/// Whether a text reached the limit.
#[derive(Clone, Default)]
pub(super) struct Fullness(Arc<AtomicBool>);

impl Limited {
    /// What tells, while the text is written, whether it reached the limit.
    pub(super) fn fullness(&self) -> Fullness {
        self.fullness.clone()
    }

    pub(super) fn into_text(self) -> String {
        String::from_utf8_lossy(&self.text).into_owned()
    }
}

impl Fullness {
    /// An error for a text that reached the limit.
    pub(super) fn refuse(&self) -> Result<(), Error> {
        if self.0.load(Ordering::Relaxed) {
            return Err(ErrorKind::WriteFailure.into());
        }
        Ok(())
    }
}

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.text.len() + bytes.len() > MAX_OUTPUT {
            self.fullness.0.store(true, Ordering::Relaxed);
        } else {
            self.text.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::thread::sleep;
    use std::time::Duration;

    use super::in_time;

    #[test]
    fn what_takes_too_long_is_given_up() {
        let time = Duration::from_secs(1);
        assert_eq!(in_time(time, || 5), Ok(5));
        let given_up = in_time(time, || sleep(Duration::from_mins(1)));
        let why = "the template does not end within 1 seconds";
        assert_eq!(given_up, Err(why.to_owned()));
    }
}
