//! Measured waits in milliseconds → cells of the table, in seconds.

use super::runs_of;
use crate::implementations::{ClientLibrary, Dials};

/// The first wait after most codes, and after others.
pub(super) fn waits(client: &ClientLibrary) -> String {
    let mut groups: Vec<(String, u16)> = Vec::new();
    for number in client.numbers() {
        let Some(dials) = client.after(*number).filter(|dials| dials.reconnects) else {
            continue;
        };
        let wait = wait(dials, 0);
        match groups.iter_mut().find(|(known, _)| *known == wait) {
            Some((_, count)) => *count += 1,
            None => groups.push((wait, 1)),
        }
    }
    groups.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let others = groups.iter().skip(1).map(|(other, _)| {
        let has_it = |number| {
            let dials = client.after(number).filter(|dials| dials.reconnects);
            dials.is_some_and(|dials| wait(dials, 0) == *other)
        };
        format!("; {other} after {}", runs_of(client, has_it))
    });
    let first = groups.first().map(|(wait, _)| wait.clone());
    let others: String = others.collect();
    first.map_or("-".to_owned(), |first| first + &others)
}

/// The longest wait, and when a library gives up.
pub(super) fn refused(dials: &Dials) -> String {
    let last = dials.least_ms.len().saturating_sub(1);
    let longest = wait(dials, last);
    match dials.gives_up_after {
        Some(1) => format!("{longest}, gives up after 1 attempt"),
        Some(count) => format!("{longest}, gives up after {count} attempts"),
        None => longest,
    }
}

/// The wait before an attempt, in seconds.
fn wait(dials: &Dials, index: usize) -> String {
    let least = dials.least_ms.get(index).copied().unwrap_or_default();
    let most = dials.most_ms.get(index).copied().unwrap_or(least);
    if least == most {
        format!("{} s", seconds(least))
    } else {
        format!("{}-{} s", seconds(least), seconds(most))
    }
}

/// Two decimals at most: what is measured with random numbers just below 1 is rounded.
fn seconds(milliseconds: u64) -> String {
    let hundredths = (milliseconds + 5) / 10;
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
    fn seconds_have_two_decimals_at_most() {
        for (milliseconds, text) in [
            (0, "0"),
            (10, "0.01"),
            (500, "0.5"),
            (999, "1"),
            (1300, "1.3"),
            (20_000, "20"),
        ] {
            assert_eq!(seconds(milliseconds), text);
        }
    }
}
