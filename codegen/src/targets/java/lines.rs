//! Lines of code, broken where google-java-format breaks them.

use super::LINE_WIDTH;
use super::literal::{pieces, units};

/// The widest piece of a text that fits behind `+` and before `);`.
const PIECE_WIDTH: usize = LINE_WIDTH - 22;
/// What is shorter shares its line with others in a list.
const SHORT: usize = 10;

/// The declaration of a constant of the record.
pub(super) fn constant(
    type_name: &str,
    name: &str,
    arguments: &str,
    is_deprecated: bool,
) -> String {
    let head = format!("public static final {type_name}");
    let value = format!("new {type_name}({arguments});");
    let one = format!("{head} {name} = {value}");
    let annotated = format!("  @Deprecated {one}");
    if is_deprecated && fits(&annotated) {
        return annotated;
    }
    let annotation = if is_deprecated { "  @Deprecated\n" } else { "" };
    let two = format!("  {head} {name} =");
    let three = format!("      {name} = {value}");
    let declaration = if fits(&format!("  {one}")) {
        format!("  {one}")
    } else if fits(&two) {
        format!("{two}\n      {value}")
    } else if fits(&three) {
        format!("  {head}\n{three}")
    } else {
        format!("  {head}\n      {name} =\n          {value}")
    };
    format!("{annotation}{declaration}")
}

/// The first line of a type or a method, which contains the name of the record.
pub(super) fn signature(line: &str) -> String {
    let indent = line.len() - line.trim_start().len() + 4;
    if fits(line) {
        line.to_owned()
    } else if let Some((head, interfaces)) = line.split_once(" implements ") {
        format!("{head}\n{:indent$}implements {interfaces}", "")
    } else {
        let (head, parameters) = line.split_once('(').unwrap_or((line, ""));
        format!("{head}(\n{:indent$}{parameters}", "")
    }
}

/// The case of a switch for a number that has a text.
pub(super) fn text_case(number: u16, text: &str) -> String {
    let whole = pieces(text, usize::MAX).concat();
    let (head, value) = (
        format!("      case {number} ->"),
        format!("Optional.of({whole});"),
    );
    if fits(&format!("{head} {value}")) {
        return format!("{head} {value}");
    }
    let second = format!("          {value}");
    if fits(&second) {
        return format!("{head}\n{second}");
    }
    let third = format!("              {whole});");
    if fits(&third) {
        return format!("{head}\n          Optional.of(\n{third}");
    }
    let pieces = pieces(text, PIECE_WIDTH).join("\n                  + ");
    format!("{head}\n          Optional.of(\n              {pieces});")
}

/// A statement that returns a list. Where all elements are short, a line holds as many as fit.
pub(super) fn list(elements: &[&str]) -> String {
    let joined = elements.join(", ");
    let one = format!("    return List.of({joined});");
    if fits(&one) {
        return one;
    }
    let is_filled = elements.iter().all(|element| units(element) < SHORT)
        || fits(&format!("        {joined});"));
    let mut list = "    return List.of(".to_owned();
    let mut taken = LINE_WIDTH;
    for (index, element) in elements.iter().enumerate() {
        let end = if index + 1 < elements.len() {
            ","
        } else {
            ");"
        };
        let length = units(element) + end.len();
        if is_filled && taken + 1 + length <= LINE_WIDTH {
            list.push(' ');
            taken += 1 + length;
        } else {
            list.push_str("\n        ");
            taken = 8 + length;
        }
        list.extend([element, end]);
    }
    list
}

/// A statement that returns whether the number is in one of the runs.
pub(super) fn is_in(runs: &[(u16, u16)]) -> String {
    let condition = |(from, to): &(u16, u16)| {
        if from == to {
            format!("number == {from}")
        } else {
            format!("isBetween({from}, {to})")
        }
    };
    let conditions: Vec<String> = runs.iter().map(condition).collect();
    let one = format!("    return {};", conditions.join(" || "));
    if runs.is_empty() {
        "    return false;".to_owned()
    } else if fits(&one) {
        one
    } else {
        format!("    return {};", conditions.join("\n        || "))
    }
}

fn fits(line: &str) -> bool {
    units(line) <= LINE_WIDTH
}
