//! Lines of code, broken where Ruff breaks them, and docstrings.

use super::super::comment;
use super::super::lookup::Run;
use super::super::ranges::RangeView;
use super::view::View;

/// The longest line that Ruff allows.
pub(super) const LINE_WIDTH: usize = 88;
/// How long a line of a docstring's text gets.
pub(super) const DOC_WIDTH: usize = 80;

impl View {
    /// The type of the codes that the spec names itself.
    pub(super) fn own_type(&self) -> String {
        let Self { type_name, own, .. } = self;
        let members: Vec<String> = own
            .iter()
            .map(|constant| format!("{type_name}.{constant}"))
            .collect();
        match &members[..] {
            [] => format!("Own{type_name} = Never"),
            [member] => {
                let line = format!("Own{type_name} = Literal[{member}]");
                if line.len() <= LINE_WIDTH {
                    return line;
                }
                format!("Own{type_name} = Literal[\n    {member}\n]")
            }
            members => format!(
                "Own{type_name} = Literal[\n    {},\n]",
                members.join(",\n    ")
            ),
        }
    }

    /// All values of that type.
    pub(super) fn own_codes(&self) -> String {
        let own = format!("Own{}", self.type_name);
        let head = format!("OWN_CLOSE_CODES: Final[tuple[{own}, ...]] = get_args(");
        if head.len() + own.len() < LINE_WIDTH {
            format!("{head}{own})")
        } else {
            format!("{head}\n    {own},\n)")
        }
    }

    /// The same values, by their numbers.
    pub(super) fn own_by_number(&self) -> String {
        let head = format!("_OWN: Final[dict[int, Own{}]] = dict(", self.type_name);
        let pairs = "zip(OWN_CLOSE_CODES, OWN_CLOSE_CODES, strict=True)";
        if head.len() + pairs.len() < LINE_WIDTH {
            format!("{head}{pairs})")
        } else {
            format!("{head}\n    {pairs},\n)")
        }
    }
}

/// A range of numbers: `range(3000, 5000)`.
pub(super) fn range((from, to): (u16, u16)) -> String {
    let stop = u32::from(to) + 1;
    if from == 0 {
        format!("range({stop})")
    } else {
        format!("range({from}, {stop})")
    }
}

/// The declaration of a named range's constant.
pub(super) fn range_constant(view: &RangeView) -> String {
    let RangeView {
        constant, from, to, ..
    } = view;
    let line = format!("{constant}: Final = {}", range((*from, *to)));
    if line.len() <= LINE_WIDTH {
        return line;
    }
    line.replace('(', "(\n    ")
        .replace(", ", ",\n    ")
        .replace(')', ",\n)")
}

/// A constant that is a tuple with a pair for each run of numbers: the range, and its value.
pub(super) fn runs(constant: &str, runs: &[Run<String>]) -> String {
    let pair = |Run { from, to, value }: &Run<String>| {
        let range = range((*from, *to));
        let pair = format!("({range}, {value})");
        if "    ,".len() + pair.len() <= LINE_WIDTH {
            return pair;
        }
        format!("(\n        {range},\n        {value},\n    )")
    };
    let pairs: Vec<String> = runs.iter().map(pair).collect();
    if let [only] = &pairs[..] {
        let line = format!("{constant}: Final = ({only},)");
        if line.len() <= LINE_WIDTH && !only.contains('\n') {
            return line;
        }
    }
    format!("{constant}: Final = (\n    {},\n)", pairs.join(",\n    "))
}

/// A tuple of ranges.
pub(super) fn ranges(runs: &[(u16, u16)]) -> String {
    let ranges: Vec<String> = runs.iter().copied().map(range).collect();
    if let [only] = &ranges[..] {
        return format!("({only},)");
    }
    let line = ranges.join(", ");
    if line.len() + "_BROWSER_SENDABLE: Final = ()".len() <= LINE_WIDTH {
        return format!("({line})");
    }
    format!("(\n    {},\n)", ranges.join(",\n    "))
}

/// Lines with the space that is behind a comment mark → a docstring at `indent`.
pub(super) fn docstring(lines: &[String], indent: usize) -> String {
    // Three quotes in a row would end it. Markdown shows the escaped one as it is.
    let escaped = |line: &String| line.replace("\"\"\"", "\"\"\\\"");
    let lines: Vec<String> = lines.iter().map(escaped).collect();
    let is_raw = lines.iter().any(|line| line.contains('\\'));
    let mut text = String::from(if is_raw { "r\"\"\"" } else { "\"\"\"" });
    let indented = format!("\n{}", " ".repeat(indent));
    for (index, line) in lines.iter().enumerate() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        if index > 0 {
            text.push_str(if line.is_empty() { "\n" } else { &indented });
        }
        text.push_str(line);
    }
    if lines.len() > 1 {
        text.push_str(&indented);
    }
    text + "\"\"\""
}

/// The docstring of the generator's own `text`.
pub(super) fn doc(text: &str, indent: usize) -> String {
    docstring(&comment::lines(text, DOC_WIDTH), indent)
}
