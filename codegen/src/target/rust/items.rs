//! The enum, the type of its numbers without a name, and the methods.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::documentation::{doc, of_code};
use super::{tables, variant};
use crate::output::Form;
use crate::registry::{CloseCode, Registry};
use crate::wire::MAX_REASON_BYTES;

/// An attribute that keeps a file quiet in a crate that does not use all of it.
pub(super) fn quiet(form: Form) -> TokenStream {
    match form {
        Form::Package => TokenStream::new(),
        Form::File => quote!(#[allow(dead_code)]),
    }
}

pub(super) fn ident(code: &CloseCode) -> Ident {
    format_ident!("{}", variant(code))
}

pub(super) fn close_code(registry: &Registry, form: Form) -> Vec<TokenStream> {
    let enum_doc = doc("A WebSocket close code.\n\n\
         A code with a name has a variant. Every other number from 0 to 65535 is [`Unnamed`](Self::Unnamed), so that \
         whatever a peer sends survives, and equal numbers are equal codes.");
    let unnamed_doc = doc("A number without a name; [`CloseCode::from_u16`] makes it.");
    let non_exhaustive = match form {
        Form::Package => quote!(#[non_exhaustive]),
        Form::File => TokenStream::new(),
    };
    let quiet = quiet(form);
    let variants = registry.named().map(|code| {
        let (doc, ident) = (of_code(code), ident(code));
        let deprecated = code.deprecated.as_ref();
        let deprecated = deprecated.map(|instead| quote!(#[deprecated(note = #instead)]));
        quote!(#doc #deprecated #ident,)
    });
    vec![quote! {
        #enum_doc
        #quiet
        #non_exhaustive
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum CloseCode {
            #(#variants)*
            #unnamed_doc
            Unnamed(UnnamedCode),
        }
    }]
}

pub(super) fn unnamed_code(form: Form) -> Vec<TokenStream> {
    let struct_doc = doc("The number in [`CloseCode::Unnamed`].\n\n\
         Only [`CloseCode::from_u16`] makes it, so a number that has a name never hides in it.");
    let as_u16_doc = doc("The number.");
    let quiet = quiet(form);
    vec![
        quote! {
            #struct_doc
            #quiet
            #[derive(Clone, Copy, PartialEq, Eq, Hash)]
            pub struct UnnamedCode(u16);
        },
        quote! {
            #quiet
            impl UnnamedCode {
                #as_u16_doc
                #[must_use]
                pub const fn as_u16(self) -> u16 {
                    self.0
                }
            }
        },
        quote! {
            impl fmt::Debug for UnnamedCode {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    self.0.fmt(f)
                }
            }
        },
    ]
}

pub(super) fn close_code_impl(registry: &Registry, form: Form) -> Vec<TokenStream> {
    let quiet = quiet(form);
    // One row a code in each table reads best, however many there are.
    let mut allowed = vec![
        quote!(clippy::match_same_arms),
        quote!(clippy::too_many_lines),
    ];
    if registry.named().any(|code| !code.is_own) {
        allowed.push(quote!(clippy::match_like_matches_macro));
    }
    allowed.extend(has_deprecated(registry).then(|| quote!(deprecated)));
    let members = [
        constants(registry),
        numbers(registry),
        texts(registry),
        classes(registry),
        advice(registry),
        reason(registry),
    ];
    vec![quote! {
        #quiet
        #(#[allow(#allowed)])*
        impl CloseCode {
            #(#members)*
        }
    }]
}

/// Whether the tables name variants that others should not.
fn has_deprecated(registry: &Registry) -> bool {
    registry.named().any(|code| code.deprecated.is_some())
}

fn constants(registry: &Registry) -> TokenStream {
    let all_doc = doc("Every code that has a name, by number.");
    let own_doc = doc("The codes that the spec of this file names itself, by number.");
    let max_doc =
        doc("The longest reason of a Close frame, in bytes of UTF-8 (RFC 6455 section 5.5).");
    let all = registry.named().map(ident);
    let own = if registry.named().all(|code| code.is_own) {
        quote!(Self::ALL)
    } else {
        let own = registry.own().map(ident);
        quote!(&[#(Self::#own),*])
    };
    let max = Literal::usize_unsuffixed(MAX_REASON_BYTES);
    quote! {
        #all_doc
        pub const ALL: &'static [Self] = &[#(Self::#all),*];
        #own_doc
        pub const OWN: &'static [Self] = #own;
        #max_doc
        pub const MAX_REASON_BYTES: usize = #max;
    }
}

fn numbers(registry: &Registry) -> TokenStream {
    let from_doc = doc("The code with this number. Every number has one.");
    let as_doc = doc("The number.");
    let named_doc = doc("Whether the code has a name.");
    let own_doc = doc("Whether the spec of this file names the code itself.");
    let is_own = tables::is_own(registry);
    let from = registry.named().map(|code| {
        let (number, ident) = (Literal::u16_unsuffixed(code.number), ident(code));
        quote!(#number => Self::#ident,)
    });
    let to = registry.named().map(|code| {
        let (number, ident) = (Literal::u16_unsuffixed(code.number), ident(code));
        quote!(Self::#ident => #number,)
    });
    quote! {
        #from_doc
        #[must_use]
        pub const fn from_u16(number: u16) -> Self {
            match number {
                #(#from)*
                _ => Self::Unnamed(UnnamedCode(number)),
            }
        }
        #as_doc
        #[must_use]
        pub const fn as_u16(self) -> u16 {
            match self {
                #(#to)*
                Self::Unnamed(code) => code.0,
            }
        }
        #named_doc
        #[must_use]
        pub const fn is_named(self) -> bool {
            !matches!(self, Self::Unnamed(_))
        }
        #own_doc
        #[must_use]
        pub const fn is_own(self) -> bool {
            #is_own
        }
    }
}

fn texts(registry: &Registry) -> TokenStream {
    let name_doc = doc("The name: `going-away`. `None` for a number without one.");
    let summary_doc =
        doc("What the code means, as one English sentence. `None` for a number without a name.");
    let label_doc = doc(
        "A short word for logs and metrics, for every number: the name, else the name of the range. There are \
         only so many different ones.",
    );
    let name = tables::text(registry, |code| Some(code.name.as_str()));
    let summary = tables::text(registry, |code| Some(&code.summary));
    let label = tables::label(registry);
    quote! {
        #name_doc
        #[must_use]
        pub const fn name(self) -> Option<&'static str> {
            #name
        }
        #summary_doc
        #[must_use]
        pub const fn summary(self) -> Option<&'static str> {
            #summary
        }
        #label_doc
        #[must_use]
        pub const fn label(self) -> &'static str {
            match self.name() {
                Some(name) => name,
                None => #label,
            }
        }
    }
}

fn classes(registry: &Registry) -> TokenStream {
    let range_doc = doc("The range that the number lies in (RFC 6455 section 7.4.2).");
    let sent_by_doc = doc("Who sends the code.");
    let sendable_doc = doc("Whether the code may stand in a Close frame (RFC 6455 section 7.4).");
    let wire_doc = doc("The number, if it may stand in a Close frame.");
    let browser_doc = doc(
        "Whether a script in a browser may pass the code to `WebSocket.close()`, which throws for all but 1000 and \
         3000-4999.",
    );
    let ranges = tables::code_ranges();
    let sent_by = tables::sent_by(registry);
    let sendable = tables::arms(&registry.sendable(), &quote!(Some(number)));
    let browser = registry.browser_sendable();
    let is_browser_sendable = if tables::is_short(&browser) {
        let pattern = tables::numbers(&browser);
        quote!(matches!(self.as_u16(), #pattern))
    } else {
        let arms = tables::arms(&browser, &quote!(true));
        quote!(match self.as_u16() { #arms _ => false, })
    };
    quote! {
        #range_doc
        #[must_use]
        pub const fn code_range(self) -> CodeRange {
            #ranges
        }
        #sent_by_doc
        #[must_use]
        pub const fn sent_by(self) -> SentBy {
            #sent_by
        }
        #sendable_doc
        #[must_use]
        pub const fn is_sendable(self) -> bool {
            self.wire_code().is_some()
        }
        #wire_doc
        #[must_use]
        pub const fn wire_code(self) -> Option<u16> {
            let number = self.as_u16();
            match number {
                #sendable
                _ => None,
            }
        }
        #browser_doc
        #[must_use]
        pub const fn is_browser_sendable(self) -> bool {
            #is_browser_sendable
        }
    }
}

fn advice(registry: &Registry) -> TokenStream {
    let reconnect_doc = doc("Whether a client that received the code should reconnect.");
    let after_doc = doc("What must happen before it reconnects; `None` when nothing must.");
    let retry_doc = doc(
        "How long to wait before `attempt`, counted from 0; `None` when there should be no attempt. What \
         [`after`](Self::after) says comes first.\n\n\
         `random` is a random number from 0 to 1, which spreads the clients of one server; what lies outside counts \
         as the nearer end, and no number as 0. The window of possible delays doubles with every attempt up to a cap.",
    );
    let bounds_doc =
        doc("The first window of delays from its start to its end, and their cap, in seconds.");
    let reconnect = tables::reconnect(registry);
    let after = tables::after(registry);
    let bounds = tables::backoff(registry);
    quote! {
        #reconnect_doc
        #[must_use]
        pub const fn reconnect(self) -> Reconnect {
            #reconnect
        }
        #after_doc
        #[must_use]
        pub const fn after(self) -> Option<After> {
            #after
        }
        #retry_doc
        #[must_use]
        pub fn retry_after(self, attempt: u32, random: f64) -> Option<Duration> {
            match self.reconnect() {
                Reconnect::Never => return None,
                Reconnect::Immediately if attempt == 0 => return Some(Duration::ZERO),
                Reconnect::Immediately | Reconnect::Backoff => {}
            }
            let (from, to, cap) = self.backoff_seconds();
            let scale = f64::from(1_u32 << attempt.min(31)).min(cap / to);
            let random = if random > 0.0 { random.min(1.0) } else { 0.0 };
            let seconds = scale * (from + random * (to - from));
            Some(Duration::from_secs_f64(seconds))
        }
        #bounds_doc
        const fn backoff_seconds(self) -> (f64, f64, f64) {
            #bounds
        }
    }
}

fn reason(registry: &Registry) -> TokenStream {
    let reason_doc =
        doc("The default reason text of a Close frame with this code; `None` when it has none.");
    let fit_doc = doc(
        "As much of the start of `reason` as fits a Close frame: at most [`MAX_REASON_BYTES`](Self::MAX_REASON_BYTES) \
         bytes, never cut inside a character.",
    );
    let reason = tables::text(registry, |code| code.reason.as_deref());
    quote! {
        #reason_doc
        #[must_use]
        pub const fn reason(self) -> Option<&'static str> {
            #reason
        }
        #fit_doc
        #[must_use]
        pub fn fit_reason(reason: &str) -> &str {
            let mut end = reason.len().min(Self::MAX_REASON_BYTES);
            while !reason.is_char_boundary(end) {
                end -= 1;
            }
            &reason[..end]
        }
    }
}
