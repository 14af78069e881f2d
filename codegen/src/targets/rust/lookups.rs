//! Lookups of a registry → the `match` expressions that give their values.

use std::borrow::Cow;
use std::collections::BTreeMap;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::super::lookup::{self, Lookup, Run};
use super::expression::{Arm, Expression};
use super::literal::string;
use super::tokens::line;
use super::variant;
use crate::protocol::CodeRange;
use crate::registry::{Backoff, CloseCode, Registry};
use crate::spec::After;
use crate::text::{Word, upper_camel};

/// A registry, and the variant of each named code by number: `Self::GoingAway`.
pub(super) struct Lookups<'a> {
    registry: &'a Registry,
    variants: BTreeMap<u16, String>,
}

impl<'a> Lookups<'a> {
    pub(super) fn new(registry: &'a Registry) -> Self {
        let variants = registry.named().map(|code| {
            let variant = format_ident!("{}", variant(code));
            (code.number, line(quote!(Self::#variant)))
        });
        Self {
            registry,
            variants: variants.collect(),
        }
    }

    pub(super) fn variant_of_number(&self) -> Expression<'_> {
        let variants = self.variants.iter();
        let arms = variants.map(|(number, variant)| {
            let number = Literal::u16_unsuffixed(*number);
            (printed(quote!(#number)), borrowed(variant))
        });
        let unnamed = value(quote!(Self::Unnamed(UnnamedCode(number))));
        if self.variants.is_empty() {
            return unnamed;
        }
        Expression::Match("number", arms.chain([arm("_", unnamed)]).collect())
    }

    pub(super) fn number_of_variant(&self) -> Expression<'_> {
        let variants = self.variants.iter();
        let arms = variants.map(|(number, variant)| {
            let number = Literal::u16_unsuffixed(*number);
            arm(variant, value(quote!(#number)))
        });
        let unnamed = arm("Self::Unnamed(code)", borrowed("code.0"));
        Expression::Match("self", arms.chain([unnamed]).collect())
    }

    /// A text for each named code that has one.
    pub(super) fn text(&self, text: impl Fn(&'a CloseCode) -> Option<&'a str>) -> Expression<'_> {
        let codes = self.registry.named().filter_map(|code| {
            let text = string(text(code)?);
            Some((code, quote!(Some(#text))))
        });
        let lookup = Lookup {
            codes: codes.collect(),
            runs: Vec::new(),
        };
        self.expression(lookup, borrowed("None"))
    }

    /// Whether a code is the spec's own.
    pub(super) fn is_own(&self) -> Expression<'_> {
        if self.registry.named().all(|code| code.is_own) {
            return borrowed("self.is_named()");
        }
        let own = self.registry.own();
        let lookup = Lookup {
            codes: own.map(|code| (code, quote!(true))).collect(),
            runs: Vec::new(),
        };
        self.expression(lookup, borrowed("false"))
    }

    /// The label of a number without a name.
    pub(super) fn label(&self) -> Expression<'_> {
        let runs = lookup::labels(self.registry).into_iter();
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
        self.expression(lookup, borrowed("self.code_range().as_str()"))
    }

    /// Whether a number may be sent, from the largest on: of all numbers, most lie above the last code range.
    pub(super) fn is_sendable(&self) -> Expression<'_> {
        let runs = lookup::is_sendable(self.registry).into_iter().rev();
        let arms = runs.map(|run| {
            let is_sendable = run.value;
            (pattern(run.from, run.to), value(quote!(#is_sendable)))
        });
        Expression::Match("self.as_u16()", arms.collect())
    }

    pub(super) fn sent_by(&self) -> Expression<'_> {
        let lookup = lookup::sent_by(self.registry).map(|sent_by| {
            let variant = word(sent_by);
            quote!(SentBy::#variant)
        });
        let default = vec![
            arm("Some(_)", borrowed("SentBy::Either")),
            arm("None", borrowed("SentBy::Nobody")),
        ];
        self.expression(lookup, Expression::Match("self.wire_code()", default))
    }

    pub(super) fn reconnect(&self) -> Expression<'_> {
        let tokens = |reconnect| {
            let variant = word(reconnect);
            quote!(Reconnect::#variant)
        };
        let lookup = lookup::reconnect(self.registry).map(tokens);
        let otherwise = self.registry.otherwise.advice.reconnect;
        self.expression(lookup, value(tokens(otherwise)))
    }

    pub(super) fn after(&self) -> Expression<'_> {
        let tokens = |after: Option<After>| {
            let variant = after.map(word);
            variant.map_or(quote!(None), |variant| quote!(Some(After::#variant)))
        };
        let lookup = lookup::after(self.registry).map(tokens);
        let otherwise = self.registry.otherwise.advice.after;
        self.expression(lookup, value(tokens(otherwise)))
    }

    pub(super) fn backoff(&self) -> Expression<'_> {
        let tokens = |Backoff { from, to, cap }: Backoff| {
            let [from, to, cap] = [from, to, cap].map(Literal::f64_unsuffixed);
            quote!((#from, #to, #cap))
        };
        let lookup = lookup::backoff(self.registry).map(tokens);
        let otherwise = self.registry.otherwise.advice.backoff;
        self.expression(lookup, value(tokens(otherwise)))
    }

    /// Codes are looked up by variant, then runs by number, then there is `default`.
    fn expression<'b>(
        &'b self,
        lookup: Lookup<'_, TokenStream>,
        default: Expression<'b>,
    ) -> Expression<'b> {
        let Lookup { codes, mut runs } = lookup;
        let is_whole = |run: &Run<_>| (run.from, run.to) == (0, u16::MAX);
        let of_number = if runs.is_empty() {
            default
        } else if let Some(run) = runs.pop_if(|run| is_whole(run)) {
            value(run.value)
        } else {
            let numbers_of = |run: &Run<_>| u32::from(run.to - run.from) + 1;
            let covered: u32 = runs.iter().map(numbers_of).sum();
            // Where the runs cover all numbers, nothing is left for the default.
            let rest = u16::try_from(covered).is_ok().then(|| arm("_", default));
            let arms = runs.into_iter().map(|run| {
                let pattern = numbers(&[(run.from, run.to)]);
                (pattern.into(), value(run.value))
            });
            Expression::Match("self.as_u16()", arms.chain(rest).collect())
        };
        if codes.is_empty() {
            return of_number;
        }
        let rest = if codes.len() == self.variants.len() {
            "Self::Unnamed(_)"
        } else {
            "_"
        };
        let arms = codes
            .into_iter()
            .map(|(code, of_code)| arm(&self.variants[&code.number], value(of_code)));
        Expression::Match("self", arms.chain([arm(rest, of_number)]).collect())
    }
}

pub(super) fn code_range() -> Expression<'static> {
    let arms = CodeRange::ALL.iter().map(|range| {
        let variant = word(*range);
        let (from, to) = range.bounds();
        (pattern(from, to), value(quote!(CodeRange::#variant)))
    });
    Expression::Match("self.as_u16()", arms.collect())
}

/// The variant for a word: `out-of-range` → `OutOfRange`.
fn word(word: impl Word) -> Ident {
    format_ident!("{}", upper_camel(word.as_str()))
}

/// A pattern of numbers: `1000..=1003 | 3000`.
pub(super) fn numbers(runs: &[(u16, u16)]) -> String {
    if runs.is_empty() {
        return "_ if false".to_owned();
    }
    let runs = runs.iter().map(|(from, to)| {
        let [first, last] = [from, to].map(|number| Literal::u16_unsuffixed(*number));
        if from == to {
            quote!(#first)
        } else {
            quote!(#first..=#last)
        }
    });
    line(quote!(#(#runs)|*))
}

/// A pattern of a run that has neighbours: `1000..=2999`.
fn pattern(from: u16, to: u16) -> Cow<'static, str> {
    let first = Literal::u16_unsuffixed(from);
    if to == u16::MAX {
        printed(quote!(#first..))
    } else {
        numbers(&[(from, to)]).into()
    }
}

fn printed(tokens: TokenStream) -> Cow<'static, str> {
    Cow::Owned(line(tokens))
}

fn value(tokens: TokenStream) -> Expression<'static> {
    Expression::Line(printed(tokens))
}

fn borrowed(line: &str) -> Expression<'_> {
    Expression::Line(Cow::Borrowed(line))
}

fn arm<'a>(pattern: &'a str, value: Expression<'a>) -> Arm<'a> {
    (Cow::Borrowed(pattern), value)
}
