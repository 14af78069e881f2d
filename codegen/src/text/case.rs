//! Words joined by hyphens, `going-away`, as names and the words of a spec are → the same words in another case.

/// `GoingAway`.
pub(crate) fn upper_camel(kebab: &str) -> String {
    joined(kebab, true)
}

/// `goingAway`.
pub(crate) fn lower_camel(kebab: &str) -> String {
    joined(kebab, false)
}

/// `going_away`.
pub(crate) fn snake(kebab: &str) -> String {
    kebab.replace('-', "_")
}

/// `GOING_AWAY`.
pub(crate) fn upper_snake(kebab: &str) -> String {
    snake(kebab).to_ascii_uppercase()
}

/// The words without hyphens: each but the first begins with a capital, and the first as well where `is_upper`.
fn joined(kebab: &str, is_upper: bool) -> String {
    let mut joined = String::with_capacity(kebab.len());
    for (index, word) in kebab.split('-').enumerate() {
        let start = joined.len();
        joined.push_str(word);
        let first = joined.get_mut(start..=start);
        if let Some(first) = first.filter(|_| index > 0 || is_upper) {
            first.make_ascii_uppercase();
        }
    }
    joined
}
