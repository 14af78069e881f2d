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

/// Those of `numbers` for which `holds`, as runs: what is not among `numbers` does not end one.
pub(crate) fn runs_among(numbers: &[u16], holds: impl Fn(u16) -> bool) -> Vec<(u16, u16)> {
    let mut runs: Vec<(u16, u16)> = Vec::new();
    let mut is_open = false;
    for number in numbers {
        match runs.last_mut() {
            _ if !holds(*number) => is_open = false,
            Some((_, to)) if is_open => *to = *number,
            _ => {
                runs.push((*number, *number));
                is_open = true;
            }
        }
    }
    runs
}

/// A run as people write it: `1000`, or `1001-1003`.
fn run_in_words((from, to): (u16, u16)) -> String {
    if from == to {
        from.to_string()
    } else {
        format!("{from}-{to}")
    }
}

/// Runs as tables and messages list them: `1000, 1007-1009`, or a dash for none.
pub(crate) fn in_words(runs: &[(u16, u16)]) -> String {
    let runs: Vec<String> = runs.iter().copied().map(run_in_words).collect();
    if runs.is_empty() {
        "-".to_owned()
    } else {
        runs.join(", ")
    }
}

/// How many runs a sentence lists.
const MAX_LISTED: usize = 8;

/// Runs of numbers as a part of a sentence: `1000-1003, 1007-1014 and 3000-4999`.
pub(crate) fn in_a_sentence(runs: &[(u16, u16)]) -> String {
    let mut parts: Vec<String> = runs
        .iter()
        .copied()
        .take(MAX_LISTED)
        .map(run_in_words)
        .collect();
    if runs.len() > MAX_LISTED {
        return format!("{} and other numbers", parts.join(", "));
    }
    let last = parts.pop().unwrap_or_else(|| "no number".to_owned());
    if parts.is_empty() {
        last
    } else {
        format!("{} and {last}", parts.join(", "))
    }
}
