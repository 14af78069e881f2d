//! Measured waits in milliseconds → cells of the table, in seconds.

use std::fmt;

use super::runs_of;
use crate::implementations::{ClientLibrary, Dials};

/// The first wait after most codes, and after others.
pub(super) fn waits(client: &ClientLibrary) -> String {
    let mut groups: Vec<(Wait, u16)> = Vec::new();
    for number in client.numbers() {
        let Some(dials) = client.after(*number).filter(|dials| dials.reconnects) else {
            continue;
        };
        let wait = Wait::new(dials, 0);
        match groups.iter_mut().find(|(known, _)| *known == wait) {
            Some((_, count)) => *count += 1,
            None => groups.push((wait, 1)),
        }
    }
    groups.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let others = groups.iter().skip(1).map(|(other, _)| {
        let has_it = |number| {
            let dials = client.after(number).filter(|dials| dials.reconnects);
            dials.is_some_and(|dials| Wait::new(dials, 0) == *other)
        };
        format!("; {other} after {}", runs_of(client, has_it))
    });
    let first = groups.first().map(|(wait, _)| wait.to_string());
    let others: String = others.collect();
    first.map_or("-".to_owned(), |first| first + &others)
}

/// The longest wait, and when a library gives up.
pub(super) fn refused(dials: &Dials) -> String {
    let last = dials.least_ms.len().saturating_sub(1);
    let longest = Wait::new(dials, last).to_string();
    match dials.gives_up_after {
        Some(1) => format!("{longest}, gives up after 1 attempt"),
        Some(count) => format!("{longest}, gives up after {count} attempts"),
        None => longest,
    }
}

/// The wait before an attempt, from the shortest to the longest, in hundredths of a second: what is measured with random numbers
/// just below 1 is rounded.
#[derive(PartialEq, Eq)]
struct Wait {
    least: u64,
    most: u64,
}

impl Wait {
    fn new(dials: &Dials, index: usize) -> Self {
        let hundredths = |milliseconds: u64| (milliseconds + 5) / 10;
        let least = dials.least_ms.get(index).copied().unwrap_or_default();
        let most = dials.most_ms.get(index).copied().unwrap_or(least);
        Self {
            least: hundredths(least),
            most: hundredths(most),
        }
    }
}

/// In seconds.
impl fmt::Display for Wait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { least, most } = self;
        if least == most {
            write!(f, "{} s", seconds(*least))
        } else {
            write!(f, "{}-{} s", seconds(*least), seconds(*most))
        }
    }
}

fn seconds(hundredths: u64) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match (rest, rest % 10) {
        (0, _) => whole.to_string(),
        (_, 0) => format!("{whole}.{}", rest / 10),
        _ => format!("{whole}.{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_have_two_decimals_at_most() {
        for (milliseconds, text) in [
            (0, "0 s"),
            (10, "0.01 s"),
            (500, "0.5 s"),
            (999, "1 s"),
            (1300, "1.3 s"),
            (20_000, "20 s"),
        ] {
            let dials = Dials {
                reconnects: true,
                least_ms: vec![milliseconds],
                most_ms: Vec::new(),
                gives_up_after: None,
            };
            assert_eq!(Wait::new(&dials, 0).to_string(), text);
        }
    }
}
