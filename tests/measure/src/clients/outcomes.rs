//! What a library does after connections that end alike, as `spec/clients.json` records it.

use serde::{Deserialize, Serialize};

/// How often a library dials again, and how long it waits before each time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dials {
    /// Whether it dials again at all.
    pub reconnects: bool,
    /// The shortest wait before each attempt, in milliseconds. The last one is repeated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub least_ms: Vec<u64>,
    /// The longest wait before each attempt, if it depends on random numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub most_ms: Vec<u64>,
    /// After how many attempts it gives up, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gives_up_after: Option<usize>,
}

/// Whether a library dials again when its hook decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Whether it does.
    pub reconnects: bool,
}

/// The waits of one run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The wait before each attempt, in milliseconds.
    pub waits: Vec<u64>,
    /// Whether it gave up after them.
    pub stopped: bool,
}

impl Dials {
    /// Joins runs that differ in the random numbers. Returns an error if they differ in more than their waits.
    pub fn of(runs: &[Run]) -> Result<Self, String> {
        let first = runs.first().ok_or("there is no run")?;
        let shape = |run: &Run| (run.waits.len(), run.stopped);
        if runs.iter().any(|run| shape(run) != shape(first)) {
            return Err(format!("random numbers decide whether it dials: {runs:?}"));
        }
        let each = |pick: fn(u64, u64) -> u64| -> Vec<u64> {
            let waits = |index: usize| runs.iter().map(move |run| run.waits[index]);
            let indexes = 0..first.waits.len();
            indexes
                .filter_map(|index| waits(index).reduce(pick))
                .collect()
        };
        let (mut least, mut most) = (each(u64::min), each(u64::max));
        if least == most {
            most.clear();
        }
        shorten(&mut least, &mut most);
        Ok(Self {
            reconnects: !first.waits.is_empty(),
            gives_up_after: (first.stopped && !first.waits.is_empty()).then_some(first.waits.len()),
            least_ms: least,
            most_ms: most,
        })
    }
}

/// Removes the last waits while both repeat the one before.
fn shorten(least: &mut Vec<u64>, most: &mut Vec<u64>) {
    let repeats = |waits: &[u64]| match waits {
        [.., one, next] => one == next,
        rest => rest.is_empty(),
    };
    while least.len() > 1 && repeats(least) && repeats(most) {
        least.pop();
        most.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(waits: &[u64], stopped: bool) -> Run {
        let waits = waits.to_vec();
        Run { waits, stopped }
    }

    #[test]
    fn runs_are_joined_to_bounds() {
        let low = run(&[500, 1000, 1000, 1000], false);
        let high = run(&[1500, 3000, 5000, 5000], false);
        let dials = Dials::of(&[high, low]).unwrap();
        assert_eq!(dials.least_ms, [500, 1000, 1000]);
        assert_eq!(dials.most_ms, [1500, 3000, 5000]);
        assert_eq!(dials.gives_up_after, None);
    }

    #[test]
    fn waits_without_random_numbers_are_written_once() {
        let same = run(&[0, 2000, 2000], true);
        let dials = Dials::of(&[same.clone(), same]).unwrap();
        let expected = r#"{"reconnects":true,"least_ms":[0,2000],"gives_up_after":3}"#;
        assert_eq!(serde_json::to_string(&dials).unwrap(), expected);
        let never = Dials::of(&[run(&[], true)]).unwrap();
        assert_eq!(
            serde_json::to_string(&never).unwrap(),
            r#"{"reconnects":false}"#
        );
    }

    #[test]
    fn a_decision_by_chance_is_an_error() {
        assert!(Dials::of(&[run(&[1], true), run(&[], true)]).is_err());
    }
}
