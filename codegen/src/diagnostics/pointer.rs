//! A JSON Pointer (RFC 6901): one place in a spec, whatever its position in the text.

use std::borrow::Cow;
use std::fmt;

/// The path from a spec's root to one of its values.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Pointer(String);

impl Pointer {
    /// The whole document.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// The member `key` of the object here.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.step(&escape(key))
    }

    /// The element `index`, counted from 0, of the array here.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.step(&index.to_string())
    }

    fn step(&self, step: &str) -> Self {
        let mut pointer = String::with_capacity(self.0.len() + 1 + step.len());
        pointer.push_str(&self.0);
        pointer.push('/');
        pointer.push_str(step);
        Self(pointer)
    }

    /// The object or array around this value; `None` at the root.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let (parent, _) = self.0.rsplit_once('/')?;
        Some(Self(parent.to_owned()))
    }

    /// The last key or index, unescaped.
    #[must_use]
    pub fn last(&self) -> String {
        unescape(self.0.rsplit('/').next().unwrap_or_default())
    }

    /// The keys and indices from the root on, unescaped.
    pub(super) fn steps(&self) -> impl Iterator<Item = String> {
        self.0.split('/').skip(1).map(unescape)
    }

    /// The pointer as RFC 6901 writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A place on the way through a spec, of which a [`Pointer`] is made when there is something to report.
#[derive(Debug, Clone, Copy)]
pub(crate) enum At<'a> {
    Root,
    Here(&'a Pointer),
    Key(&'a At<'a>, &'a str),
    Index(&'a At<'a>, usize),
}

impl At<'_> {
    /// The member `key` of the object here.
    pub(crate) fn key<'a>(&'a self, key: &'a str) -> At<'a> {
        At::Key(self, key)
    }

    /// The element `index`, counted from 0, of the array here.
    pub(crate) fn index(&self, index: usize) -> At<'_> {
        At::Index(self, index)
    }

    /// The last key or index.
    pub(crate) fn last(&self) -> String {
        self.pointer().last()
    }

    /// The last key as a message has it, or the list around the last index: `` `summary` ``, ``an entry of `authors` ``.
    pub(crate) fn in_words(&self) -> String {
        match self {
            Self::Index(list, _) => format!("an entry of `{}`", list.last()),
            Self::Root | Self::Here(_) | Self::Key(..) => format!("`{}`", self.last()),
        }
    }

    pub(crate) fn pointer(&self) -> Pointer {
        match *self {
            Self::Root => Pointer::root(),
            Self::Here(pointer) => pointer.clone(),
            Self::Key(object, key) => object.pointer().key(key),
            Self::Index(array, index) => array.pointer().index(index),
        }
    }
}

impl From<&Self> for Pointer {
    fn from(pointer: &Self) -> Self {
        pointer.clone()
    }
}

impl From<&At<'_>> for Pointer {
    fn from(at: &At<'_>) -> Self {
        at.pointer()
    }
}

fn escape(step: &str) -> Cow<'_, str> {
    if step.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        Cow::Owned(step.replace('~', "~0").replace('/', "~1"))
    } else {
        Cow::Borrowed(step)
    }
}

fn unescape(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
