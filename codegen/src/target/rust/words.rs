//! The enums of the words that methods answer with.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::documentation::{doc, escape};
use super::items::quiet;
use super::tables::word;
use crate::output::Form;
use crate::vocabulary::{AFTER, CODE_RANGES, RECONNECT, SENT_BY, Word};

pub(super) fn enums(form: Form) -> Vec<TokenStream> {
    [
        words(
            "CodeRange",
            "The range that a number lies in (RFC 6455 section 7.4.2).",
            &CODE_RANGES,
            form,
        ),
        words("SentBy", "Who sends a close code.", &SENT_BY, form),
        words(
            "Reconnect",
            "Whether a client should reconnect.",
            &RECONNECT,
            form,
        ),
        words(
            "After",
            "What must happen before a client reconnects.",
            &AFTER,
            form,
        ),
    ]
    .concat()
}

fn words(name: &str, about: &str, words: &[Word], form: Form) -> Vec<TokenStream> {
    let name = format_ident!("{name}");
    let enum_doc = doc(about);
    let as_str_doc = doc(&format!("The word: `{}`.", words[0].word));
    let quiet = quiet(form);
    let variants = words.iter().map(
        |Word {
             word: text,
             meaning,
         }| {
            let (doc, variant) = (doc(&escape(meaning)), word(text));
            quote!(#doc #variant,)
        },
    );
    let arms = words.iter().map(|Word { word: text, .. }| {
        let variant = word(text);
        quote!(Self::#variant => #text,)
    });
    vec![
        quote! {
            #enum_doc
            #quiet
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub enum #name {
                #(#variants)*
            }
        },
        quote! {
            #quiet
            impl #name {
                #as_str_doc
                #[must_use]
                pub const fn as_str(self) -> &'static str {
                    match self {
                        #(#arms)*
                    }
                }
            }
        },
        quote! {
            impl fmt::Display for #name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.pad(self.as_str())
                }
            }
        },
    ]
}
