//! JSON values → the types of a spec. What does not fit is reported with its place, and reading goes on past it.

use std::collections::BTreeMap;

use serde_json::Map;
use serde_json_borrow::{ObjectAsVec, Value};

use crate::diagnostics::{At, Pointer, Problem, Problems};
use crate::text::{Word, excerpt, find};

/// A type that is read from a JSON value.
pub(crate) trait Read: Sized {
    /// The value, or `None` after reporting why it does not fit.
    fn read(value: &Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self>;
}

impl Read for String {
    fn read(value: &Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let text = value.as_str().map(str::to_owned);
        expect(text, "a string", value, at, problems)
    }
}

impl Read for bool {
    fn read(value: &Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        expect(value.as_bool(), "true or false", value, at, problems)
    }
}

impl Read for f64 {
    fn read(value: &Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        expect(value.as_f64(), "a number", value, at, problems)
    }
}

/// The number of a close code.
impl Read for u16 {
    fn read(value: &Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        const EXPECTED: &str = "a whole number from 0 to 65535";
        if value.is_i64() || value.is_u64() {
            let number = value
                .as_u64()
                .and_then(|number| Self::try_from(number).ok());
            if number.is_none() {
                let message = format!("{value} is out of range");
                let help = format!("write {EXPECTED}");
                problems.add_and_explain(Problem::at(at, "number-out-of-range", message, help));
            }
            return number;
        }
        expect(None, EXPECTED, value, at, problems)
    }
}

impl<W: Word> Read for W {
    fn read(value: &Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let spelling = String::read(value, at, problems)?;
        let word = find(&spelling);
        if word.is_none() {
            problems.add_and_explain(unknown_word(&spelling, &at.pointer(), &spellings::<W>()));
        }
        word
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: &Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        T::read(value, at, problems).map(Some)
    }
}

/// An element that does not fit leaves its place to an empty one, so that those behind it keep theirs.
impl<T: Read + Default> Read for Vec<T> {
    fn read(value: &Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let elements = expect(value.as_array(), "an array", value, at, problems)?;
        let elements = elements.iter().enumerate();
        let read = elements.map(|(index, element)| {
            T::read(element, &at.index(index), problems).unwrap_or_default()
        });
        Some(read.collect())
    }
}

impl<T: Read> Read for BTreeMap<String, T> {
    fn read(value: &Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let members = expect(value.as_object(), "an object", value, at, problems)?;
        let read = members.iter().filter_map(|(key, value)| {
            Some((key.to_owned(), T::read(value, &at.key(key), problems)?))
        });
        Some(read.collect())
    }
}

/// Members that somebody else reads.
impl Read for Map<String, serde_json::Value> {
    fn read(value: &Value<'_>, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        expect(value.as_object(), "an object", value, at, problems).map(Self::from)
    }
}

/// An object whose fields are known.
pub(crate) struct Object<'a> {
    members: &'a ObjectAsVec<'a>,
    at: &'a At<'a>,
}

impl<'a> Object<'a> {
    /// The object at `at`; a field that is not one of `fields` is reported.
    pub(crate) fn read(
        value: &'a Value<'a>,
        at: &'a At<'a>,
        fields: &[&str],
        problems: &mut Problems,
    ) -> Option<Self> {
        let members = expect(value.as_object(), "an object", value, at, problems)?;
        for key in members.keys().filter(|key| !fields.contains(key)) {
            let message = format!("unknown field `{}`", excerpt(key));
            let help = format!("fields here: {}", fields.join(", "));
            let problem = Problem::at_key(&at.key(key), "unknown-field", message, help);
            let problem = problem.with_nearest(key, fields.iter().copied());
            // The field that was meant is not missing.
            let meant = problem
                .suggestion
                .as_ref()
                .map(|meant| at.key(meant.trim_matches('"')).pointer());
            problems.add_and_explain(problem);
            if let Some(meant) = meant {
                problems.explain(meant);
            }
        }
        Some(Self { members, at })
    }

    /// The field `key`, or its default when it is left out or does not fit.
    pub(crate) fn field<T: Read + Default>(&self, key: &str, problems: &mut Problems) -> T {
        let value = self.members.get(key);
        let read = value.and_then(|value| T::read(value, &self.at.key(key), problems));
        read.unwrap_or_default()
    }
}

/// A struct that is read from an object.
pub(crate) trait Fields: Sized {
    /// The keys of its fields.
    const FIELDS: &'static [&'static str];

    /// The struct in `object`, each field that is left out or does not fit with its default.
    fn from_object(object: &Object<'_>, problems: &mut Problems) -> Self;
}

/// [`Read`] and [`Fields`] for a struct whose fields all have a default. `over` adds `fn over`, which fills the fields that are left out
/// with those of another value.
macro_rules! fields {
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
    ($type:ident over { $($field:ident $(= $key:literal)?),* $(,)? }) => {
        $crate::spec::fields!($type { $($field $(= $key)?),* });

        impl $type {
            /// These fields, and those of `base` where they are left out.
            fn over(self, base: Self) -> Self {
                Self { $($field: $crate::spec::Over::over(self.$field, base.$field)),* }
            }
        }
    };
    ($type:ident { $($field:ident $(= $key:literal)?),* $(,)? }) => {
        impl $crate::spec::Fields for $type {
            const FIELDS: &'static [&'static str] =
                &[$($crate::spec::fields!(@key $field $($key)?)),*];

            fn from_object(
                object: &$crate::spec::Object<'_>,
                problems: &mut $crate::diagnostics::Problems,
            ) -> Self {
                let _ = (&object, &problems);
                Self {
                    $($field: object.field($crate::spec::fields!(@key $field $($key)?), problems)),*
                }
            }
        }

        impl $crate::spec::Read for $type {
            fn read(
                value: &serde_json_borrow::Value<'_>,
                at: &$crate::diagnostics::At<'_>,
                problems: &mut $crate::diagnostics::Problems,
            ) -> Option<Self> {
                use $crate::spec::{Fields, Object};

                let object = Object::read(value, at, Self::FIELDS, problems)?;
                Some(Self::from_object(&object, problems))
            }
        }
    };
}

pub(crate) use fields;

/// A field that may be left out.
pub(crate) trait Over {
    /// The value, or `base` when it is left out.
    fn over(self, base: Self) -> Self;
}

impl<T> Over for Option<T> {
    fn over(self, base: Self) -> Self {
        self.or(base)
    }
}

impl<T> Over for Vec<T> {
    fn over(self, base: Self) -> Self {
        if self.is_empty() { base } else { self }
    }
}

impl<T> Over for BTreeMap<String, T> {
    fn over(self, base: Self) -> Self {
        if self.is_empty() { base } else { self }
    }
}

/// The spellings of a set of words.
pub(crate) fn spellings<W: Word>() -> Vec<&'static str> {
    W::ALL.iter().map(|word| word.as_str()).collect()
}

/// A word that is none of `known`.
pub(crate) fn unknown_word(word: &str, at: &Pointer, known: &[&str]) -> Problem {
    let message = format!("unknown word `{}`", excerpt(word));
    let help = format!("words here: {}", known.join(", "));
    Problem::at(at, "unknown-word", message, help).with_nearest(word, known.iter().copied())
}

/// `read`, or `None` after reporting what was found instead of `expected`.
pub(crate) fn expect<T>(
    read: Option<T>,
    expected: &str,
    value: &Value<'_>,
    at: &At<'_>,
    problems: &mut Problems,
) -> Option<T> {
    if read.is_none() {
        let message = format!("expected {expected}, found {}", described(value));
        let help = if value.is_null() {
            format!("write {expected}, or leave the field out if it is optional")
        } else {
            format!("write {expected}")
        };
        problems.add_and_explain(Problem::at(at, "wrong-type", message, help));
    }
    read
}

fn described(value: &Value<'_>) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(_) => format!("`{value}`"),
        Value::Number(_) => format!("the number {value}"),
        Value::Str(text) => format!("the string {}", Value::from(&*excerpt(text))),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
