//! Rows of the registry → `match` expressions.

use heck::ToUpperCamelCase;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use unicode_width::UnicodeWidthStr;

use super::items::ident;
use crate::advice::Backoff;
use crate::registry::{CloseCode, Registry, Row, Subject};
use crate::spec::After;
use crate::wire::CodeRange;

/// How long a literal gets before it is broken into pieces: what fits a line of its own inside `Some()`.
const LITERAL_WIDTH: usize = 77;
/// How long the pattern of several runs of numbers gets.
const PATTERN_WIDTH: usize = 45;
/// How long each piece gets.
const PIECE_WIDTH: usize = 70;

/// The variant for a word: `out-of-range` → `OutOfRange`.
pub(super) fn word(word: &str) -> Ident {
    format_ident!("{}", word.to_upper_camel_case())
}

/// A text for each named code that has one.
pub(super) fn text<'a>(
    registry: &'a Registry,
    text: impl Fn(&'a CloseCode) -> Option<&'a str>,
) -> TokenStream {
    let rows: Vec<Row<_>> = registry
        .named()
        .filter_map(|code| {
            let value = text(code).map(literal)?;
            let subject = Subject::Code(code);
            Some(Row {
                subject,
                value: quote!(Some(#value)),
            })
        })
        .collect();
    lookup(registry, rows, &quote!(None))
}

/// Whether a code is the spec's own.
pub(super) fn is_own(registry: &Registry) -> TokenStream {
    if registry.named().all(|code| code.is_own) {
        return quote!(self.is_named());
    }
    let rows = registry.own().map(|code| Row {
        subject: Subject::Code(code),
        value: quote!(true),
    });
    lookup(registry, rows.collect(), &quote!(false))
}

/// The label of a number without a name.
pub(super) fn label(registry: &Registry) -> TokenStream {
    let rows = values(registry.label_rows(), |label| literal(label));
    lookup(registry, rows, &quote!(self.code_range().as_str()))
}

pub(super) fn code_ranges() -> TokenStream {
    let last = CodeRange::ALL[CodeRange::ALL.len() - 1];
    let arms = CodeRange::ALL.windows(2).map(|pair| {
        let pattern = numbers(&[(pair[0].from(), pair[1].from() - 1)]);
        let variant = word(pair[0].as_str());
        quote!(#pattern => CodeRange::#variant,)
    });
    let last_from = Literal::u16_unsuffixed(last.from());
    let last = word(last.as_str());
    quote!(match self.as_u16() { #(#arms)* #last_from.. => CodeRange::#last, })
}

pub(super) fn sent_by(registry: &Registry) -> TokenStream {
    let rows = values(registry.sent_by_rows(), |sent_by| {
        let variant = word(sent_by.as_str());
        quote!(SentBy::#variant)
    });
    let default = quote! {
        match self.wire_code() {
            Some(_) => SentBy::Either,
            None => SentBy::Nobody,
        }
    };
    lookup(registry, rows, &default)
}

pub(super) fn reconnect(registry: &Registry) -> TokenStream {
    let value = |reconnect: &str| {
        let variant = word(reconnect);
        quote!(Reconnect::#variant)
    };
    let rows = values(registry.reconnect_rows(), |reconnect| value(reconnect));
    lookup(
        registry,
        rows,
        &value(registry.otherwise.advice.reconnect.as_str()),
    )
}

pub(super) fn after(registry: &Registry) -> TokenStream {
    let value = |after: Option<After>| {
        let variant = after.map(|after| word(after.as_str()));
        variant.map_or(quote!(None), |variant| quote!(Some(After::#variant)))
    };
    let rows = values(registry.after_rows(), |after| value(*after));
    lookup(registry, rows, &value(registry.otherwise.advice.after))
}

pub(super) fn backoff(registry: &Registry) -> TokenStream {
    let value = |Backoff { from, to, cap }: Backoff| {
        let [from, to, cap] = [from, to, cap].map(Literal::f64_unsuffixed);
        quote!((#from, #to, #cap))
    };
    let rows = values(registry.backoff_rows(), |backoff| value(*backoff));
    lookup(
        registry,
        rows,
        &value(registry.otherwise.advice.reconnect.backoff()),
    )
}

/// A pattern of numbers: `1000..=1003 | 3000`.
pub(super) fn numbers(runs: &[(u16, u16)]) -> TokenStream {
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

/// Whether the pattern of `runs` is short enough to stand on one line wherever it is needed.
pub(super) fn is_short(runs: &[(u16, u16)]) -> bool {
    numbers(runs).to_string().len() <= PATTERN_WIDTH
}

/// The arms that give `value` for `runs`: one for all of them where that is short, else one for each.
pub(super) fn arms(runs: &[(u16, u16)], value: &TokenStream) -> TokenStream {
    let chunk = if is_short(runs) { runs.len().max(1) } else { 1 };
    let none: &[&[(u16, u16)]] = if runs.is_empty() { &[&[]] } else { &[] };
    let patterns = runs.chunks(chunk).chain(none.iter().copied()).map(numbers);
    quote!(#(#patterns => #value,)*)
}

fn values<T>(
    rows: Vec<Row<'_, T>>,
    value: impl Fn(&T) -> TokenStream,
) -> Vec<Row<'_, TokenStream>> {
    let rows = rows.into_iter().map(|row| Row {
        subject: row.subject,
        value: value(&row.value),
    });
    rows.collect()
}

/// A string literal, in pieces where one would be too long for a line: the formatter breaks none.
fn literal(text: &str) -> TokenStream {
    if Literal::string(text).to_string().width() <= LITERAL_WIDTH {
        return quote!(#text);
    }
    let mut pieces: Vec<String> = Vec::new();
    for word in text.split_inclusive(' ') {
        match pieces.last_mut() {
            Some(piece) if piece.width() + word.width() <= PIECE_WIDTH => piece.push_str(word),
            _ => pieces.push(word.to_owned()),
        }
    }
    quote!(concat!(#(#pieces),*))
}

/// Rows of codes are looked up by variant, then rows of numbers by number, then there is `default`.
fn lookup(registry: &Registry, rows: Vec<Row<TokenStream>>, default: &TokenStream) -> TokenStream {
    let (mut codes, mut runs) = (Vec::new(), Vec::new());
    let mut covered = 0;
    for Row { subject, value } in rows {
        match subject {
            Subject::Code(code) => {
                let ident = ident(code);
                codes.push(quote!(Self::#ident => #value,));
            }
            Subject::Numbers(from, to) => {
                let pattern = numbers(&[(from, to)]);
                covered += u32::from(to - from) + 1;
                runs.push(quote!(#pattern => #value,));
            }
        }
    }
    let of_number = if runs.is_empty() {
        default.clone()
    } else {
        // Where the runs cover all numbers, nothing is left for the default.
        let rest = u16::try_from(covered)
            .is_ok()
            .then(|| quote!(_ => #default,));
        quote!(match self.as_u16() { #(#runs)* #rest })
    };
    if codes.is_empty() {
        return of_number;
    }
    let rest = if codes.len() == registry.named().count() {
        quote!(Self::Unnamed(_))
    } else {
        quote!(_)
    };
    quote!(match self { #(#codes)* #rest => #of_number, })
}
