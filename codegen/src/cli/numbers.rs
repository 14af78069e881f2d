//! A text → the close codes that stand in it as numbers: `1006:`, `code=1006`, `0x3ee`, a line of a log.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::protocol::CodeRange;
use crate::registry::Registry;

/// What joins numbers to dates, times, addresses and decimals.
const JOINTS: &[char] = &['.', ':', '-', '/', ','];

/// Whether the whole of `text` is a number, decimal or hexadecimal, of whatever size.
pub fn is_number(text: &str) -> bool {
    let is_decimal = text.contains(|c: char| c.is_ascii_digit()) && text.parse::<f64>().is_ok();
    is_decimal || hexadecimal(text).is_some()
}

/// The number from 0 to 65535 that the whole of `text` is.
pub fn number_of(text: &str) -> Option<u16> {
    match hexadecimal(text) {
        Some(digits) => u16::from_str_radix(digits, 16).ok(),
        None => text.parse().ok(),
    }
}

/// The close codes among the numbers in `text`. Of several, one behind the word `code` or `status` is meant, else one that has
/// a name.
pub fn numbers_in(registry: &Registry, text: &str) -> BTreeSet<u16> {
    let found = words(text).filter_map(|word| {
        let number = number_of(&text[word.clone()])?;
        let is_other = is_joined(text, &word) || is_port(&text[..word.start]);
        (!is_other).then_some((number, is_called_code(&text[..word.start])))
    });
    let is_named = |number: u16| number != 0 && registry.answer(number).code.is_some();
    let is_free = |number: u16| {
        matches!(
            CodeRange::of(number),
            CodeRange::Registered | CodeRange::Private
        )
    };
    let found: Vec<(u16, bool)> = found
        .filter(|(number, _)| is_named(*number) || is_free(*number))
        .collect();
    let all: BTreeSet<u16> = found.iter().map(|(number, _)| *number).collect();
    let called = found
        .iter()
        .filter(|(_, is_called)| *is_called)
        .map(|(number, _)| *number)
        .collect();
    let named = all
        .iter()
        .copied()
        .filter(|number| is_named(*number))
        .collect();
    let is_one = |numbers: &BTreeSet<u16>| numbers.len() == 1;
    [called, named].into_iter().find(is_one).unwrap_or(all)
}

/// The runs of letters and digits; `_` separates them.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut end = 0;
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.map(move |word| {
        let start = end + text[end..].find(word).unwrap_or_default();
        end = start + word.len();
        start..end
    })
}

/// Whether a digit is next to the word, with only a joint between.
fn is_joined(text: &str, word: &Range<usize>) -> bool {
    let is_joint = |[joint, digit]: [Option<char>; 2]| {
        joint.is_some_and(|c| JOINTS.contains(&c)) && digit.is_some_and(|c| c.is_ascii_digit())
    };
    let mut before = text[..word.start].chars().rev();
    let mut after = text[word.end..].chars();
    is_joint([before.next(), before.next()]) || is_joint([after.next(), after.next()])
}

/// Whether a number behind `text` is the port of an address.
fn is_port(text: &str) -> bool {
    let host = text.strip_suffix(':').map(|text| {
        let ends = |c: char| c.is_whitespace() || "'\"`(<[=".contains(c);
        text.rsplit(ends).next().unwrap_or_default()
    });
    host.is_some_and(|host| {
        let authority = host.rsplit_once("://").map(|(_, authority)| authority);
        let is_ip = host.ends_with(']') && host.contains(':');
        is_ip || host == "localhost" || authority.is_some_and(|authority| !authority.contains('/'))
    })
}

/// Whether the word before the end of `text` ends in `code` or `status`.
fn is_called_code(text: &str) -> bool {
    let text = text
        .trim_end_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    text.ends_with("code") || text.ends_with("status")
}

fn hexadecimal(text: &str) -> Option<&str> {
    let digits = text
        .strip_prefix("0x")
        .or_else(|| text.strip_prefix("0X"))?;
    let is_hexadecimal = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hexadecimal.then_some(digits)
}
