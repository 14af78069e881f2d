//! What was pasted behind `explain` → the number or the range that it means: a number, a constant of any language or library, or a
//! text with one close code in it.

use std::collections::BTreeMap;

use super::failure::Failure;
use super::numbers::{is_number, number_of, numbers_in};
use crate::implementations::all_identifiers;
use crate::registry::{CloseCode, Range, Registry};
use crate::targets::{constants, range_names};
use crate::text::excerpt;

/// How alike a name must be to have been meant, from 0 to 1.
const MIN_LIKENESS: f64 = 0.75;
/// How long a name is at most for which a similar one is looked for, in bytes.
const MAX_NAME: usize = 100;
/// How many implementations are named that use an ambiguous name.
const MAX_NAMED: usize = 3;

/// Numbers, each with the implementations that call it by the name in question.
type Candidates = BTreeMap<u16, Vec<&'static str>>;

/// What someone asks about.
pub enum Asked<'a> {
    Number(u16),
    Range(&'a Range),
}

/// What `text` means.
pub fn asked<'a>(registry: &'a Registry, text: &str) -> Result<Asked<'a>, Failure> {
    let text = text.trim();
    if is_number(text) {
        return number_of(text).map(Asked::Number).ok_or_else(|| {
            let help = "use a whole number from 0 to 65535, or a name from `list`";
            Failure::Usage(format!("{text} is not a close code"), help.to_owned())
        });
    }
    let constant = Constant::read(text);
    if let Some(range) = range_of(registry, text, &constant) {
        return Ok(Asked::Range(range));
    }
    let by_number = || {
        let numbers = numbers_in(registry, text).into_iter();
        numbers.map(|number| (number, Vec::new())).collect()
    };
    let by_name = || constant.candidates(registry, |name| name == constant.name);
    let by_letters = || constant.candidates(registry, |name| flat(name) == flat(constant.name));
    // In a line of a log the number decides, in a constant its name: `WS_1006_ABNORMAL_CLOSURE`.
    let ways: [&dyn Fn() -> Candidates; 3] = if text.contains(char::is_whitespace) {
        [&by_number, &by_name, &by_letters]
    } else {
        [&by_name, &by_letters, &by_number]
    };
    let found = ways.iter().map(|way| way()).find(|found| !found.is_empty());
    let found = found.unwrap_or_else(|| retired(registry, constant.name));
    match (found.first_key_value(), found.len()) {
        (Some((number, _)), 1) => Ok(Asked::Number(*number)),
        (None, _) => Err(unknown(registry, text, constant.name)),
        _ => Err(ambiguous(registry, text, &found)),
    }
}

/// The number that had the name.
fn retired(registry: &Registry, name: &str) -> Candidates {
    let of_name = registry
        .retired
        .iter()
        .filter(|retired| flat(retired.name.as_str()) == flat(name));
    of_name
        .map(|retired| (retired.number, Vec::new()))
        .collect()
}

/// The range that `text` gives by its bounds, its name, or a constant or predicate of any language.
fn range_of<'a>(registry: &'a Registry, text: &str, constant: &Constant<'_>) -> Option<&'a Range> {
    let bounds = text.split_whitespace().next().unwrap_or_default();
    let name = flat(constant.name);
    registry.ranges().iter().find(|range| {
        let names = range_names(registry, range).into_iter();
        bounds == format!("{}-{}", range.from, range.to)
            || constant.name == range.name.as_str()
            || names.into_iter().any(|names| {
                let ends = Constant::read(&names.constant);
                flat(&names.predicate) == name
                    || (flat(ends.name) == name && ends.owner == constant.owner)
            })
    })
}

/// A constant as source code or `explain` writes it: `CloseCode::Away`, `.goingAway`, `CloseCode.GoingAway (TypeScript)`.
struct Constant<'a> {
    /// The type or the module in front of the name.
    owner: Option<&'a str>,
    name: &'a str,
}

impl<'a> Constant<'a> {
    fn read(text: &'a str) -> Self {
        let (text, _) = text.split_once(" (").unwrap_or((text, ""));
        let text = text.trim_matches(|c: char| !c.is_alphanumeric() && c != '_');
        if text.contains(char::is_whitespace) {
            let (owner, name) = (None, text);
            return Self { owner, name };
        }
        let mut parts = text.rsplit(['.', ':']);
        let name = parts.next().unwrap_or_default();
        let owner = parts.find(|part| !part.is_empty());
        Self { owner, name }
    }

    /// The numbers with a name for which `is_it` holds, in the registry or in a library. The names of the spec's own codes win, and
    /// so does a name as a spec writes it; a type that is known excludes the libraries that have no such type.
    fn candidates(&self, registry: &Registry, is_it: impl Fn(&str) -> bool) -> Candidates {
        let by_registry = registry.entries().find(|code| {
            code.is_spelled(self.name)
                || is_it(code.name.as_str())
                || code.names.values().any(|name| is_it(name))
        });
        if let Some(code) = by_registry
            && (is_of_application(code) || code.name.as_str() == self.name)
        {
            return Candidates::from([(code.number, Vec::new())]);
        }
        let has_owner = |library: &str| {
            let mut words = library.split(|c: char| !c.is_alphanumeric() && c != '_');
            self.owner
                .is_some_and(|owner| words.any(|word| word == owner))
        };
        let is_known = all_identifiers().any(|(_, _, library)| has_owner(library));
        let mut found = Candidates::new();
        if let Some(code) =
            by_registry.filter(|code| !is_known || self.is_constant_of(registry, code))
        {
            found.insert(code.number, Vec::new());
        }
        for (number, identifier, library) in all_identifiers() {
            if is_it(identifier) && (!is_known || has_owner(library)) {
                found.entry(number).or_default().push(library);
            }
        }
        found
    }

    /// Whether an output has the type in front of the name.
    fn is_constant_of(&self, registry: &Registry, code: &CloseCode) -> bool {
        let constants = constants(registry, code).into_iter();
        let mut owners =
            constants.map(|(_, constant)| Constant::read(&constant).owner == self.owner);
        owners.any(|is_equal| is_equal)
    }
}

/// Whether a spec has named the code for itself, so that the names in libraries do not matter.
fn is_of_application(code: &CloseCode) -> bool {
    let standard = Registry::standard().answer(code.number).code;
    code.is_own && standard.is_none_or(|standard| standard.name != code.name)
}

/// The letters and digits of a name, which are the same in the spelling of every language.
fn flat(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn unknown(registry: &Registry, text: &str, name: &str) -> Failure {
    let why = if text.contains(char::is_whitespace) {
        "there is no close code in this text".to_owned()
    } else {
        format!("there is no close code with the name {}", excerpt(text))
    };
    let help = match similar(registry, name) {
        Some(code) => format!("did you mean {}?", code.name),
        None => {
            "use a whole number from 0 to 65535, a name from `list`, or a line with one close code"
                .to_owned()
        }
    };
    Failure::Usage(why, help)
}

/// The code with the name, here or in a library, that is most like `name`, if one is like enough to have been meant.
fn similar<'a>(registry: &'a Registry, name: &str) -> Option<&'a CloseCode> {
    if name.len() > MAX_NAME {
        return None;
    }
    let asked = flat(name);
    let likeness = |name: &str| {
        let is_end = name.contains('-') && asked.ends_with(&flat(name));
        if is_end {
            1.0
        } else {
            strsim::normalized_damerau_levenshtein(&asked, &flat(name))
        }
    };
    let here = registry
        .entries()
        .map(|code| (likeness(code.name.as_str()), code));
    let libraries = all_identifiers().filter_map(|(number, identifier, _)| {
        Some((likeness(identifier), registry.answer(number).code?))
    });
    here.chain(libraries)
        .filter(|(likeness, _)| *likeness >= MIN_LIKENESS)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, code)| code)
}

fn ambiguous(registry: &Registry, text: &str, found: &Candidates) -> Failure {
    let choices = found.iter().map(|(number, libraries)| {
        let name = registry.answer(*number).label();
        let others = libraries.len().saturating_sub(MAX_NAMED);
        let mut named: Vec<String> = libraries
            .iter()
            .take(MAX_NAMED)
            .map(|name| (*name).to_owned())
            .collect();
        if others > 0 {
            named.push(format!("{others} more"));
        }
        match named.as_slice() {
            [] => format!("{number} {name}"),
            named => format!("{number} {name} (in {})", named.join(", ")),
        }
    });
    let why = format!("more than one close code can be meant by {}", excerpt(text));
    let choices: Vec<String> = choices.collect();
    Failure::Usage(why, format!("use the number: {}", choices.join("; ")))
}
