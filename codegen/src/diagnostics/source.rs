//! The spec's text with the byte range of every key and value in it: text → places, looked up by [`Pointer`].

use std::collections::BTreeMap;
use std::ops::Range;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::Pointer;

/// One spec file's text, and the places of its values.
#[derive(Debug)]
pub struct Source {
    /// The path as problems name it.
    pub path: String,
    /// The path as outputs name it: from the project's folder, the same on every machine.
    pub label: String,
    /// The whole text, without a byte order mark.
    pub text: String,
    places: BTreeMap<Pointer, Place>,
    duplicate_keys: Vec<(Pointer, Range<usize>)>,
}

#[derive(Debug)]
struct Place {
    key: Option<Range<usize>>,
    value: Range<usize>,
}

impl Source {
    /// Maps `text`. Text that is not JSON has no places: its syntax error is reported by the parser proper.
    #[must_use]
    pub fn new(path: impl Into<String>, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
        let path = path.into();
        let mut source = Self {
            label: path.clone(),
            path,
            text: String::new(),
            places: BTreeMap::new(),
            duplicate_keys: Vec::new(),
        };
        if let Ok(parsed) = parse_to_ast(&text, &CollectOptions::default(), &strict())
            && let Some(root) = &parsed.value
        {
            source.walk(&Pointer::root(), None, root);
        }
        source.text = text;
        source
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
    pub fn duplicate_keys(&self) -> &[(Pointer, Range<usize>)] {
        &self.duplicate_keys
    }

    fn nearest(&self, pointer: &Pointer, range: impl Fn(&Place) -> Range<usize>) -> Range<usize> {
        let mut at = pointer.clone();
        loop {
            if let Some(place) = self.places.get(&at) {
                return if at == *pointer {
                    range(place)
                } else {
                    // Of an object that lacks something, the opening brace is enough to point at.
                    place.value.start..(place.value.start + 1).min(place.value.end)
                };
            }
            match at.parent() {
                Some(parent) => at = parent,
                None => return 0..0,
            }
        }
    }

    fn walk(&mut self, at: &Pointer, key: Option<Range<usize>>, value: &Value<'_>) {
        let range = value.range();
        self.places.insert(
            at.clone(),
            Place {
                key,
                value: range.start..range.end,
            },
        );
        if let Some(object) = value.as_object() {
            for property in &object.properties {
                let child = at.key(property.name.as_str());
                let name = property.name.range();
                if self.places.contains_key(&child) {
                    self.duplicate_keys
                        .push((child.clone(), name.start..name.end));
                }
                self.walk(&child, Some(name.start..name.end), &property.value);
            }
        }
        if let Some(array) = value.as_array() {
            for (index, element) in array.elements.iter().enumerate() {
                self.walk(&at.index(index), None, element);
            }
        }
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
