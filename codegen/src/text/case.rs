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
fn joined(kebab: &str, mut is_upper: bool) -> String {
    let mut joined = String::with_capacity(kebab.len());
    for c in kebab.chars() {
        match c {
            '-' => is_upper = true,
            _ if is_upper => {
                joined.push(c.to_ascii_uppercase());
                is_upper = false;
            }
            _ => joined.push(c),
        }
    }
    joined
}
