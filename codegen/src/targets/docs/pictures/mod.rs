//! A registry → drawings as inline SVG, as wide as a phone. They have words and shapes for everything that a colour may
//! also tell, and links into the page.

mod cause_tree;
mod number_space;

pub(super) use cause_tree::cause_tree;
pub(super) use number_space::number_space;

/// How wide drawings are, in their own units: a letter takes about 7.
const WIDTH: usize = 420;

/// `text`, cut where a line of so many letters ends.
fn cut(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let kept = text.chars().take(letters.saturating_sub(1));
    kept.chain(['…']).collect()
}
