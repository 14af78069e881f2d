//! Random texts and names, made of hostile pieces.

use close_codes_cli::text::is_blank;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::hostile::{ATTACKS, HOSTILE, NAMES};

/// A text with something to see in it, of at most 1,000 characters.
pub fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => select(HOSTILE).prop_map(str::to_owned),
        4 => "[a-zA-Z]{1,12}",
        1 => any::<char>().prop_map(String::from),
        1 => "[a-z]{60,200}",
    ];
    let joined = (vec(piece, 1..14), select(&["", " ", " "][..]));
    joined
        .prop_map(|(pieces, glue)| cut(&pieces.join(glue), 1000))
        .prop_filter("nothing to see", |text| !is_blank(text))
}

pub fn cut(text: &str, characters: usize) -> String {
    text.chars().take(characters).collect()
}

/// Markdown: such a text, or an attack and more text.
pub fn markdown() -> impl Strategy<Value = String> {
    let attack = (text(), select(ATTACKS), text());
    let attack = attack.prop_map(|(before, attack, after)| format!("{before} {attack} {after}"));
    let alone = (select(ATTACKS), text());
    let alone = alone.prop_map(|(attack, after)| format!("{attack}\n\n{after}"));
    prop_oneof![2 => text(), 1 => attack, 1 => alone]
}

pub fn name() -> impl Strategy<Value = String> {
    let words = ("[a-z][a-z0-9]{0,14}", vec("[a-z0-9]{1,15}", 0..5));
    let words = words.prop_map(|(first, more)| [vec![first], more].concat().join("-"));
    let cut = |name: String| name[..name.len().min(60)].trim_end_matches('-').to_owned();
    prop_oneof![
        2 => select(NAMES).prop_map(str::to_owned),
        2 => words.prop_map(cut),
        1 => "[a-z][a-z0-9]{40,59}",
    ]
}

pub fn number() -> impl Strategy<Value = u16> {
    prop_oneof![6 => 4000_u16..5000, 2 => 3000_u16..4000, 2 => 1000_u16..1016, 1 => any::<u16>()]
}
