//! One outcome for each number → one for each range: neighbours with the same outcome are joined.

use serde::{Deserialize, Serialize};

/// Numbers from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberRange {
    /// The first number.
    pub from: u16,
    /// The last number.
    pub to: u16,
}

impl NumberRange {
    /// The numbers from `from` to `to`.
    #[must_use]
    pub const fn new(from: u16, to: u16) -> Self {
        Self { from, to }
    }
}

/// The outcome of the measured numbers of a range. Nothing is claimed about the numbers between them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ranged<T> {
    /// The range.
    #[serde(flatten)]
    pub range: NumberRange,
    /// The outcome.
    #[serde(flatten)]
    pub outcome: T,
}

/// Joins neighbours with equal outcomes. `outcomes` must be in ascending order.
#[must_use]
pub fn join<T: PartialEq>(outcomes: Vec<(u16, T)>) -> Vec<Ranged<T>> {
    let mut ranges: Vec<Ranged<T>> = Vec::new();
    for (number, outcome) in outcomes {
        match ranges.last_mut() {
            Some(last) if last.outcome == outcome => last.range.to = number,
            _ => ranges.push(Ranged {
                range: NumberRange::new(number, number),
                outcome,
            }),
        }
    }
    ranges
}

/// The outcome of `number` in `ranges`.
#[must_use]
pub fn find<T>(ranges: &[Ranged<T>], number: u16) -> Option<&T> {
    let found = ranges
        .iter()
        .find(|ranged| (ranged.range.from..=ranged.range.to).contains(&number))?;
    Some(&found.outcome)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcomes::{Code, Sent};

    #[test]
    fn neighbours_with_equal_outcomes_are_joined() {
        let ranges = join(vec![(0, 'a'), (1, 'a'), (999, 'b'), (1000, 'a')]);
        let plain: Vec<_> = ranges
            .iter()
            .map(|ranged| (ranged.range.from, ranged.range.to, ranged.outcome))
            .collect();
        assert_eq!(plain, [(0, 1, 'a'), (999, 999, 'b'), (1000, 1000, 'a')]);
        assert_eq!(find(&ranges, 999), Some(&'b'));
        assert_eq!(find(&ranges, 2000), None);
    }

    #[test]
    fn a_range_is_flat_json() {
        for (code, json) in [
            (Code::Number(1002), "1002"),
            (Code::OneByte, "\"one-byte\""),
        ] {
            let ranged = Ranged {
                range: NumberRange::new(1, 2),
                outcome: Sent::SentAs { code, reason: None },
            };
            let text = serde_json::to_string(&ranged).unwrap();
            let expected = format!(r#"{{"from":1,"to":2,"outcome":"sent-as","code":{json}}}"#);
            assert_eq!(text, expected);
            assert_eq!(serde_json::from_str::<Ranged<Sent>>(&text).unwrap(), ranged);
        }
    }
}
