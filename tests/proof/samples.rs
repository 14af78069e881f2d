//! The samples that reconnect, run against a server that ends every connection: none of them becomes a storm, and none
//! connects again after closing itself.

pub(crate) mod builds;
mod libraries;

use std::collections::BTreeMap;
use std::process::Command;
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::{Duration, Instant};

use close_codes::{After, CloseCode};
use closing_server::{Event, What};
use measure::frame::Body;

use crate::conversation::process::Process;

/// The endings that every sample meets.
const ENDINGS: [&str; 10] = [
    "/3000",
    "/hello/3000",
    "/4001",
    "/1011",
    "/1012",
    "/1013",
    "/1000",
    "/1006",
    "/hello/1006",
    "/reject/403",
];

/// The connections that are counted begin in this time after the first one to the same path.
const WINDOW: Duration = Duration::from_secs(5);

/// More connections than this are a storm.
const MOST: usize = 5;

/// A sample closes the connections to these paths when it is told to, and nothing follows, whether its peer answers with
/// 1000 or with 1011.
const OPEN: [&str; 2] = ["/open", "/open/1011"];

/// What a sample may close before it is open. A connection that opens all the same must be closed, too.
const AT_ONCE: &str = "/open?at-once";

/// How long a sample may connect again after it has closed although it must not.
const PAUSE: Duration = Duration::from_secs(3);

/// How long to wait for the first connections, and for the last ones to be closed, on a busy machine.
const PATIENCE: Duration = Duration::from_mins(3);

/// A program that takes a URL and paths, and runs a sample on each of them.
struct Sample {
    name: &'static str,
    command: Command,
    /// Whether it gets each code as it was sent.
    gets_codes: bool,
    /// Whether it also connects to [`OPEN`], and closes these connections.
    closes: bool,
}

/// A sample that runs, and the server that it talks to.
struct Running {
    sample: Sample,
    paths: Vec<&'static str>,
    process: Process,
    incoming: Receiver<Event>,
    events: Vec<Event>,
}

impl Running {
    fn start(mut sample: Sample, paths: &[&'static str]) -> Self {
        let (port, incoming) = closing_server::start(0).expect("loopback has a free port");
        let url = format!("ws://127.0.0.1:{port}");
        let process = Process::start(sample.command.arg(url).args(paths));
        let mut paths = paths.to_vec();
        paths.extend(OPEN.iter().filter(|_| sample.closes));
        let events = Vec::new();
        Self {
            sample,
            paths,
            process,
            incoming,
            events,
        }
    }

    /// A path whose time is not over.
    fn runs(&self) -> Option<&'static str> {
        let over = |path: &str| {
            let first = self.connections(path).first().copied();
            first.is_some_and(|first| first.elapsed() > WINDOW)
        };
        self.paths.iter().copied().find(|path| !over(path))
    }

    /// A path that the sample has not closed its connection to.
    fn stays_open(&self) -> Option<&'static str> {
        let mut closes = OPEN.into_iter().chain([AT_ONCE]);
        closes.find(|path| !self.connections(path).is_empty() && self.closed(path).is_empty())
    }

    /// When the connections to `path` began.
    fn connections(&self, path: &str) -> Vec<Instant> {
        let of_path = self.events.iter().filter(|event| event.path == path);
        let connected = of_path.filter(|event| event.what == What::Connected);
        connected.map(|event| event.at).collect()
    }

    /// How many connections to `path` began in its time.
    fn count(&self, path: &str) -> usize {
        let connections = self.connections(path);
        let counted = |at: &&Instant| **at < connections[0] + WINDOW;
        connections.iter().filter(counted).count()
    }

    /// The Close frames that it sent on the connections to `path`.
    fn closed(&self, path: &str) -> Vec<&Body> {
        let of_path = self.events.iter().filter(|event| event.path == path);
        let bodies = of_path.filter_map(|event| match &event.what {
            What::Closed(body) => Some(body),
            What::Connected => None,
        });
        bodies.collect()
    }

    /// Stops it, and returns what it printed.
    fn stop(&mut self) -> Vec<String> {
        let name = self.sample.name;
        assert!(!self.process.has_failed(), "{name} failed");
        self.process.stop();
        self.process.rest(Instant::now() + PATIENCE)
    }
}

/// Runs all samples at once until the time of every path is over, then has them close the connections that are open.
fn run(samples: Vec<Sample>, paths: &[&'static str]) -> Vec<Running> {
    let samples = samples.into_iter();
    let mut running: Vec<Running> = samples
        .map(|sample| Running::start(sample, paths))
        .collect();
    wait(&mut running, "does not connect", Running::runs);
    for sample in &mut running {
        sample.process.tell("close");
    }
    wait(&mut running, "does not close", Running::stays_open);
    thread::sleep(PAUSE);
    for sample in &mut running {
        sample.events.extend(sample.incoming.try_iter());
    }
    running
}

/// Waits until no sample has a path left that `is_left` finds.
fn wait(running: &mut [Running], what: &str, is_left: fn(&Running) -> Option<&'static str>) {
    let until = Instant::now() + PATIENCE;
    loop {
        for sample in &mut *running {
            sample.events.extend(sample.incoming.try_iter());
        }
        let left = |sample: &Running| is_left(sample).map(|path| (sample.sample.name, path));
        let Some((name, path)) = running.iter().find_map(left) else {
            return;
        };
        assert!(Instant::now() < until, "{name} {what}: {path}");
        thread::sleep(Duration::from_millis(50));
    }
}

/// What must happen before the next attempt after a close with `code`, in the words of the outputs.
fn step_after(code: u16) -> Option<&'static str> {
    CloseCode::from(code).after().map(After::as_str)
}

#[test]
fn samples_reconnect_without_a_storm() {
    for mut sample in run(builds::samples(), &ENDINGS) {
        let printed = sample.stop();
        let name = sample.sample.name;
        let counts: BTreeMap<_, _> = ENDINGS
            .iter()
            .map(|path| (*path, sample.count(path)))
            .collect();
        println!("{name}: {counts:?}");
        for (path, count) in &counts {
            assert!(*count <= MOST, "{name}: {count} connections to {path}");
        }
        // It does connect again, and not before it did what must happen first.
        assert!(counts["/1006"] > 1, "{name}: {counts:?}");
        for path in ["/3000", "/hello/3000"] {
            let Some(step) = step_after(3000).filter(|_| sample.sample.gets_codes) else {
                continue;
            };
            let line = format!("prepared {path} {step}");
            let prepared = printed.iter().filter(|found| **found == line).count();
            let again = sample.connections(path).len() - 1;
            assert!(again > 0 && prepared >= again, "{name}: {printed:#?}");
        }
        for path in OPEN.iter().filter(|_| sample.sample.closes) {
            assert_eq!(sample.connections(path).len(), 1, "{name} connects again");
            let normal = Body::Code(1000, Vec::new());
            assert_eq!(sample.closed(path), [&normal], "{name} does not close");
        }
    }
}

/// What the test above counts can go wrong: loops that are written as such loops often are.
#[test]
fn careless_loops_are_found_out() {
    let Some((storm, forgetful)) = builds::careless() else {
        return;
    };
    let [mut storm, mut forgetful] = run(vec![storm, forgetful], &["/3000"])
        .try_into()
        .unwrap_or_else(|_| panic!("two of them run"));
    let count = storm.count("/3000");
    storm.stop();
    assert!(count > 10 * MOST, "it is a storm: {count}");
    let printed = forgetful.stop();
    assert!(!printed.iter().any(|line| line.starts_with("prepared")));
}
