//! Lookups of a registry → the `match` expressions that give their values.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::super::lookup::{self, Lookup, Run};
use super::literal::string;
use super::variant;
use crate::protocol::CodeRange;
use crate::registry::{Backoff, CloseCode, Registry};
use crate::spec::After;
use crate::text::{Word, upper_camel};

pub(super) fn from_u16(registry: &Registry) -> TokenStream {
    let arms = registry.named().map(|code| {
        let (number, ident) = (Literal::u16_unsuffixed(code.number), ident(code));
        quote!(#number => Self::#ident,)
    });
    quote!(match number { #(#arms)* _ => Self::Unnamed(UnnamedCode(number)), })
}

pub(super) fn as_u16(registry: &Registry) -> TokenStream {
    let arms = registry.named().map(|code| {
        let (number, ident) = (Literal::u16_unsuffixed(code.number), ident(code));
        quote!(Self::#ident => #number,)
    });
    quote!(match self { #(#arms)* Self::Unnamed(code) => code.0, })
}

/// A text for each named code that has one.
pub(super) fn text<'a>(
    registry: &'a Registry,
    text: impl Fn(&'a CloseCode) -> Option<&'a str>,
) -> TokenStream {
    let codes = registry.named().filter_map(|code| {
        let text = string(text(code)?);
        Some((code, quote!(Some(#text))))
    });
    let lookup = Lookup {
        codes: codes.collect(),
        runs: Vec::new(),
    };
    expression(registry, &lookup, &quote!(None))
}

/// Whether a code is the spec's own.
pub(super) fn is_own(registry: &Registry) -> TokenStream {
    if registry.named().all(|code| code.is_own) {
        return quote!(self.is_named());
    }
    let lookup = Lookup {
        codes: registry.own().map(|code| (code, quote!(true))).collect(),
        runs: Vec::new(),
    };
    expression(registry, &lookup, &quote!(false))
}

/// The label of a number without a name.
pub(super) fn label(registry: &Registry) -> TokenStream {
    let runs = lookup::labels(registry).into_iter();
    let lookup = Lookup {
        codes: Vec::new(),
        runs: runs
            .map(|Run { from, to, value }| Run {
                from,
                to,
                value: quote!(#value),
            })
            .collect(),
    };
    expression(registry, &lookup, &quote!(self.code_range().as_str()))
}

pub(super) fn code_range() -> TokenStream {
    let arms = CodeRange::ALL.iter().map(|range| {
        let variant = word(*range);
        let (from, to) = range.bounds();
        let [first, last] = [from, to].map(Literal::u16_unsuffixed);
        if to == u16::MAX {
            quote!(#first.. => CodeRange::#variant,)
        } else {
            quote!(#first..=#last => CodeRange::#variant,)
        }
    });
    quote!(match self.as_u16() { #(#arms)* })
}

pub(super) fn sent_by(registry: &Registry) -> TokenStream {
    let lookup = lookup::sent_by(registry).map(|sent_by| {
        let variant = word(sent_by);
        quote!(SentBy::#variant)
    });
    let default = quote! {
        match self.wire_code() {
            Some(_) => SentBy::Either,
            None => SentBy::Nobody,
        }
    };
    expression(registry, &lookup, &default)
}

pub(super) fn wire_code(registry: &Registry) -> TokenStream {
    let pattern = numbers(&lookup::sendable(registry));
    quote!(match number { #pattern => Some(number), _ => None, })
}

pub(super) fn is_browser_sendable(registry: &Registry) -> TokenStream {
    let pattern = numbers(&lookup::browser_sendable(registry));
    quote!(matches!(self.as_u16(), #pattern))
}

pub(super) fn reconnect(registry: &Registry) -> TokenStream {
    let value = |reconnect| {
        let variant = word(reconnect);
        quote!(Reconnect::#variant)
    };
    let lookup = lookup::reconnect(registry).map(value);
    expression(
        registry,
        &lookup,
        &value(registry.otherwise.advice.reconnect),
    )
}

pub(super) fn after(registry: &Registry) -> TokenStream {
    let value = |after: Option<After>| {
        let variant = after.map(word);
        variant.map_or(quote!(None), |variant| quote!(Some(After::#variant)))
    };
    let lookup = lookup::after(registry).map(value);
    expression(registry, &lookup, &value(registry.otherwise.advice.after))
}

pub(super) fn backoff(registry: &Registry) -> TokenStream {
    let value = |Backoff { from, to, cap }: Backoff| {
        let [from, to, cap] = [from, to, cap].map(Literal::f64_unsuffixed);
        quote!((#from, #to, #cap))
    };
    let lookup = lookup::backoff(registry).map(value);
    expression(registry, &lookup, &value(registry.otherwise.advice.backoff))
}

fn ident(code: &CloseCode) -> Ident {
    format_ident!("{}", variant(code))
}

/// The variant for a word: `out-of-range` → `OutOfRange`.
fn word(word: impl Word) -> Ident {
    format_ident!("{}", upper_camel(word.as_str()))
}

/// A pattern of numbers: `1000..=1003 | 3000`.
fn numbers(runs: &[(u16, u16)]) -> TokenStream {
    if runs.is_empty() {
        return quote!(_ if false);
    }
    let runs = runs.iter().map(|(from, to)| {
        let [first, last] = [from, to].map(|number| Literal::u16_unsuffixed(*number));
        if from == to {
            quote!(#first)
        } else {
            quote!(#first..=#last)
        }
    });
    quote!(#(#runs)|*)
}

/// Codes are looked up by variant, then runs by number, then there is `default`.
fn expression(
    registry: &Registry,
    lookup: &Lookup<'_, TokenStream>,
    default: &TokenStream,
) -> TokenStream {
    let covered: u32 = lookup
        .runs
        .iter()
        .map(|run| u32::from(run.to - run.from) + 1)
        .sum();
    let runs = lookup.runs.iter().map(|Run { from, to, value }| {
        let pattern = numbers(&[(*from, *to)]);
        quote!(#pattern => #value,)
    });
    let of_number = if lookup.runs.is_empty() {
        default.clone()
    } else {
        // Where the runs cover all numbers, nothing is left for the default.
        let rest = u16::try_from(covered)
            .is_ok()
            .then(|| quote!(_ => #default,));
        quote!(match self.as_u16() { #(#runs)* #rest })
    };
    if lookup.codes.is_empty() {
        return of_number;
    }
    let rest = if lookup.codes.len() == registry.named().count() {
        quote!(Self::Unnamed(_))
    } else {
        quote!(_)
    };
    let codes = lookup.codes.iter().map(|(code, value)| {
        let ident = ident(code);
        quote!(Self::#ident => #value,)
    });
    quote!(match self { #(#codes)* #rest => #of_number, })
}
