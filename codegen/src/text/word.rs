//! Closed sets of words, each an enum made from one table: variant, spelling, meaning. Whoever prints or parses a word
//! takes it from here.

/// A word of a closed set.
pub trait Word: Copy + 'static {
    /// Every word of the set.
    const ALL: &'static [Self];

    /// What the set is about, as one sentence.
    const ABOUT: &'static str;

    /// The word as specs, labels and JSON write it.
    fn as_str(self) -> &'static str;

    /// What it means, as one sentence.
    fn meaning(self) -> &'static str;
}

/// The word that is spelled `text`.
#[must_use]
pub fn find<W: Word>(text: &str) -> Option<W> {
    W::ALL.iter().copied().find(|word| word.as_str() == text)
}

/// The meaning of a word as a part of a sentence: `the client or the server`.
#[must_use]
pub fn phrase(word: impl Word) -> String {
    let meaning = word.meaning().trim_end_matches('.');
    let mut characters = meaning.chars();
    let first = characters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(characters).collect()
}

/// An enum from its table: `Variant = "spelling": "Meaning.",`.
macro_rules! words {
    (
        #[doc = $about:literal]
        $(#[$attribute:meta])*
        $visibility:vis enum $name:ident {
            $($(#[$on_variant:meta])* $variant:ident = $spelling:literal: $meaning:literal,)*
        }
    ) => {
        #[doc = $about]
        $(#[$attribute])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        $visibility enum $name {
            $(#[doc = $meaning] $(#[$on_variant])* $variant,)*
        }

        impl $crate::text::Word for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),*];
            const ABOUT: &'static str = $about.trim_ascii();

            fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $spelling,)*
                }
            }

            fn meaning(self) -> &'static str {
                match self {
                    $(Self::$variant => $meaning,)*
                }
            }
        }
    };
}

pub(crate) use words;
