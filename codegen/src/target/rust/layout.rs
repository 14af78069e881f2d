//! Tokens of one item → text as rustfmt leaves it: prettyplease prints, and what the two do differently is mended
//! line by line.

use proc_macro2::TokenStream;
use unicode_width::UnicodeWidthStr;

/// How long rustfmt lets a line get.
const WIDTH: usize = 100;
/// How long rustfmt lets the elements of a list on one line get.
const LIST_WIDTH: usize = 60;
const INDENT: usize = 4;

/// Prints one item.
///
/// # Panics
///
/// When the tokens are no item: a mistake of this crate, whatever the spec says.
pub(super) fn print(item: TokenStream) -> String {
    let text = item.to_string();
    let file = syn::parse2(item)
        .unwrap_or_else(|error| panic!("made Rust that does not parse ({error}): {text}"));
    let printed = prettyplease::unparse(&file);
    let mut lines: Vec<String> = printed.lines().map(str::to_owned).collect();
    mend(&mut lines, join_attribute);
    mend(&mut lines, join_call);
    mend(&mut lines, join_list);
    mend(&mut lines, join_arm);
    space_members(&lines).join("\n")
}

/// Lets `join` look at every line in turn, and put what it joins in the place of the lines that it joined.
fn mend(lines: &mut Vec<String>, join: impl Fn(&[String]) -> Option<(usize, Vec<String>)>) {
    let mut kept = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        if !is_comment(&lines[at])
            && let Some((count, joined)) = join(&lines[at..])
        {
            // What is joined is never longer: it takes the last places, and is looked at again but for its first line.
            let start = at + count - joined.len();
            for (line, joined) in lines[start..].iter_mut().zip(joined) {
                *line = joined;
            }
            at = start;
        }
        kept.push(std::mem::take(&mut lines[at]));
        at += 1;
    }
    *lines = kept;
}

/// An attribute stands on one line if it fits.
fn join_attribute(lines: &[String]) -> Option<(usize, Vec<String>)> {
    let open = lines.first()?;
    if !open.trim_start().starts_with("#[") || !open.ends_with('(') || closing(lines)? != 2 {
        return None;
    }
    let joined = format!("{open}{}{}", lines[1].trim(), lines[2].trim());
    (joined.width() < WIDTH).then(|| (3, vec![joined]))
}

/// The only argument of a call stands on the call's own line if it fits; a call in it opens there anyway.
fn join_call(lines: &[String]) -> Option<(usize, Vec<String>)> {
    let (outer, inner) = (lines.first()?, lines.get(1)?);
    if !outer.ends_with('(') {
        return None;
    }
    if !inner.ends_with("!(") {
        let argument = inner.trim().strip_suffix(',')?;
        let joined = format!("{outer}{argument}{}", lines.get(2)?.trim());
        let fits = closing(lines)? == 2 && joined.width() <= WIDTH;
        return fits.then(|| (3, vec![joined]));
    }
    let inner_end = closing(&lines[1..])? + 1;
    let outer_end = closing(lines)?;
    if outer_end != inner_end + 1 {
        return None;
    }
    let mut joined = vec![format!("{outer}{}", inner.trim_start())];
    joined.extend(lines[2..inner_end].iter().map(|line| dedent(line)));
    let close = lines[inner_end].trim().trim_end_matches(',');
    let indent = &outer[..indent(outer)];
    joined.push(format!("{indent}{close}{}", lines[outer_end].trim()));
    Some((outer_end + 1, joined))
}

/// A list that fits one line stands on one; that of a single element goes to the next line before it is broken.
fn join_list(lines: &[String]) -> Option<(usize, Vec<String>)> {
    let open = lines.first().filter(|line| line.ends_with('['))?;
    let end = closing(lines)?;
    let elements: Vec<&str> = lines[1..end].iter().map(|line| line.trim()).collect();
    let elements = elements.join(" ");
    let elements = elements.trim_end_matches(',');
    let close = lines[end].trim();
    let joined = format!("{open}{elements}{close}");
    if end == 2 && joined.len() > WIDTH {
        let (declaration, open) = open.rsplit_once(' ')?;
        let indent = " ".repeat(indent(declaration) + INDENT);
        return Some((
            3,
            vec![
                declaration.to_owned(),
                format!("{indent}{open}{elements}{close}"),
            ],
        ));
    }
    let fits = (end == 2 || elements.len() <= LIST_WIDTH) && joined.len() <= WIDTH;
    fits.then(|| (end + 1, vec![joined]))
}

/// `pattern => {`, an expression, `}` → `pattern => expression,` where that fits, or opens with a call or a match.
fn join_arm(lines: &[String]) -> Option<(usize, Vec<String>)> {
    let pattern = lines.first()?.strip_suffix(" => {")?;
    let end = closing(lines)?;
    let body: Vec<String> = lines[1..end].iter().map(|line| dedent(line)).collect();
    let (first, rest) = body.split_first()?;
    let first = first.trim_start();
    let opened = format!("{pattern} => {first}");
    match rest.split_last() {
        None if opened.width() < WIDTH => Some((end + 1, vec![format!("{opened},")])),
        Some((last, middle)) => {
            let opens = first.ends_with('(') || first.starts_with("match ");
            let is_one = opens && closing(&body)? == rest.len();
            is_one.then(|| {
                let mut joined = vec![opened];
                joined.extend(middle.iter().cloned());
                joined.push(format!("{last},"));
                (end + 1, joined)
            })
        }
        None => None,
    }
}

/// An empty line between the members of an item, where one ends and a documented one begins.
fn space_members(lines: &[String]) -> Vec<String> {
    let mut spaced: Vec<String> = Vec::new();
    for line in lines {
        let begins = indent(line) == INDENT && !line.trim_start().starts_with(['}', ')', ']']);
        let ended = spaced.last().is_some_and(|last| {
            indent(last) == INDENT && last.ends_with(['}', ';', ',']) && !is_comment(last)
        });
        if begins && ended && line.trim_start().starts_with(['/', '#', 'p', 'c', 'f']) {
            spaced.push(String::new());
        }
        spaced.push(line.clone());
    }
    spaced
}

fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with("//")
}

/// The index of the line that closes what the first line opens.
fn closing(lines: &[String]) -> Option<usize> {
    let depth = indent(lines.first()?);
    let closes =
        |line: &String| indent(line) == depth && line.trim_start().starts_with(['}', ')', ']']);
    lines.iter().skip(1).position(closes).map(|index| index + 1)
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

fn dedent(line: &str) -> String {
    line.get(INDENT..).unwrap_or_default().to_owned()
}
