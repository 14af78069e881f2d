//! Sorted numbers → the runs of neighbours among them, each from its first to its last number.

pub(crate) fn runs(numbers: impl IntoIterator<Item = u16>) -> Vec<(u16, u16)> {
    let mut runs: Vec<(u16, u16)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, to)) if to.checked_add(1) == Some(number) => *to = number,
            _ => runs.push((number, number)),
        }
    }
    runs
}

/// A run as people write it: `1000`, or `1001-1003`.
pub(crate) fn shown(from: u16, to: u16) -> String {
    if from == to {
        from.to_string()
    } else {
        format!("{from}-{to}")
    }
}
