//! The spec's text with the byte range of every key and value in it: text → places, looked up by [`Pointer`].

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::Pointer;

/// One spec file's text, and the places of its values.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path as problems name it.
    pub path: String,
    /// The path as outputs name it: from the project's folder, the same on every machine.
    pub label: String,
    /// The whole text, without a byte order mark.
    pub text: String,
    /// Looked for when the first problem asks: most specs have none.
    places: OnceLock<Places>,
}

#[derive(Debug, Clone)]
struct Places {
    /// That of the whole text; `None` for text that is not JSON, whose syntax error is reported by the parser proper.
    root: Option<Place>,
    duplicate_keys: Vec<(String, Range<usize>)>,
}

/// A value, and the values in it.
#[derive(Debug, Clone)]
struct Place {
    key: Option<Range<usize>>,
    value: Range<usize>,
    members: BTreeMap<String, Place>,
    elements: Vec<Place>,
}

impl Source {
    /// The spec with this text.
    #[must_use]
    pub fn new(path: impl Into<String>, text: &str) -> Self {
        let path = path.into();
        Self {
            label: path.clone(),
            path,
            text: text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(),
            places: OnceLock::new(),
        }
    }

    /// The same under another path for problems.
    #[must_use]
    pub fn shown_as(self, path: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            ..self
        }
    }

    /// The bytes of the value at `pointer`, or of the nearest value around it that exists.
    #[must_use]
    pub fn value(&self, pointer: &Pointer) -> Range<usize> {
        self.nearest(pointer, |place| place.value.clone())
    }

    /// The bytes of the key of the value at `pointer`, or of the nearest value around it that exists.
    #[must_use]
    pub fn key(&self, pointer: &Pointer) -> Range<usize> {
        self.nearest(pointer, |place| {
            place.key.clone().unwrap_or_else(|| place.value.clone())
        })
    }

    /// Keys that occur a second time in one object; JSON readers differ in which of the two they use.
    #[must_use]
    pub fn duplicate_keys(&self) -> &[(String, Range<usize>)] {
        &self.places().duplicate_keys
    }

    fn places(&self) -> &Places {
        self.places.get_or_init(|| {
            let mut duplicate_keys = Vec::new();
            let parsed = parse_to_ast(&self.text, &CollectOptions::default(), &strict());
            let root = parsed.ok().and_then(|parsed| parsed.value);
            Places {
                root: root.map(|root| place(None, &root, &mut duplicate_keys)),
                duplicate_keys,
            }
        })
    }

    fn nearest(&self, pointer: &Pointer, range: impl Fn(&Place) -> Range<usize>) -> Range<usize> {
        let Some(root) = &self.places().root else {
            return 0..0;
        };
        let mut place = root;
        for step in pointer.steps() {
            let index = step.parse::<usize>().ok();
            let element = index.and_then(|index| place.elements.get(index));
            match element.or_else(|| place.members.get(&step)) {
                Some(inner) => place = inner,
                // Of an object that lacks something, the opening brace is enough to point at.
                None => return place.value.start..(place.value.start + 1).min(place.value.end),
            }
        }
        range(place)
    }
}

/// The places of `value`. Keys that occur a second time are added to `duplicates`.
fn place(
    key: Option<Range<usize>>,
    value: &Value<'_>,
    duplicates: &mut Vec<(String, Range<usize>)>,
) -> Place {
    let range = value.range();
    let mut members = BTreeMap::new();
    let properties = value.as_object().map(|object| &object.properties);
    for property in properties.into_iter().flatten() {
        let (name, key) = (property.name.as_str(), property.name.range());
        let key = key.start..key.end;
        let member = place(Some(key.clone()), &property.value, duplicates);
        if members.insert(name.to_owned(), member).is_some() {
            duplicates.push((name.to_owned(), key));
        }
    }
    let elements = value.as_array().map(|array| &array.elements);
    let elements = elements.into_iter().flatten();
    Place {
        key,
        value: range.start..range.end,
        members,
        elements: elements
            .map(|element| place(None, element, duplicates))
            .collect(),
    }
}

/// JSON as RFC 8259 has it; the parser's own default takes far more.
fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}
