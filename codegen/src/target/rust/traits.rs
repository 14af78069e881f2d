//! The traits of the enum.

use proc_macro2::TokenStream;
use quote::quote;

use super::documentation::doc;
use super::items::quiet;
use crate::output::{Form, Output};

pub(super) fn conversions(output: &Output) -> Vec<TokenStream> {
    let mut items = vec![
        quote! {
            impl From<u16> for CloseCode {
                fn from(number: u16) -> Self {
                    Self::from_u16(number)
                }
            }
        },
        quote! {
            impl From<CloseCode> for u16 {
                fn from(code: CloseCode) -> Self {
                    code.as_u16()
                }
            }
        },
    ];
    items.extend(order());
    items.extend(text(output.form));
    match output.form {
        Form::Package => items.extend(serde(&quote!(#[cfg(feature = "serde")]))),
        Form::File if output.options.serde => items.extend(serde(&TokenStream::new())),
        Form::File => {}
    }
    items
}

fn order() -> Vec<TokenStream> {
    let order_doc = doc("By number.");
    vec![
        quote! {
            #order_doc
            impl Ord for CloseCode {
                fn cmp(&self, other: &Self) -> core::cmp::Ordering {
                    self.as_u16().cmp(&other.as_u16())
                }
            }
        },
        quote! {
            impl PartialOrd for CloseCode {
                fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
                    Some(self.cmp(other))
                }
            }
        },
    ]
}

fn text(form: Form) -> Vec<TokenStream> {
    let display_doc = doc("The number and the label: `1001 going-away`.");
    let from_str_doc = doc("Reads a number, `1001`, or a name, `going-away`.");
    let error_doc =
        doc("A text that is neither a number from 0 to 65535 nor the name of a close code.");
    let quiet = quiet(form);
    vec![
        quote! {
            #display_doc
            impl fmt::Display for CloseCode {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write!(f, "{} {}", self.as_u16(), self.label())
                }
            }
        },
        quote! {
            impl core::error::Error for CloseCode {}
        },
        quote! {
            #from_str_doc
            impl FromStr for CloseCode {
                type Err = ParseCloseCodeError;
                fn from_str(text: &str) -> Result<Self, ParseCloseCodeError> {
                    let named = Self::ALL.iter().find(|code| code.name() == Some(text));
                    match (named, text.parse()) {
                        (Some(code), _) => Ok(*code),
                        (None, Ok(number)) => Ok(Self::from_u16(number)),
                        (None, Err(_)) => Err(ParseCloseCodeError(())),
                    }
                }
            }
        },
        quote! {
            #error_doc
            #quiet
            #[derive(Clone, Debug, PartialEq, Eq)]
            pub struct ParseCloseCodeError(());
        },
        quote! {
            impl fmt::Display for ParseCloseCodeError {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("neither a number from 0 to 65535 nor the name of a close code")
                }
            }
        },
        quote! {
            impl core::error::Error for ParseCloseCodeError {}
        },
    ]
}

fn serde(condition: &TokenStream) -> Vec<TokenStream> {
    let serialize_doc = doc("As the number.");
    let deserialize_doc = doc("From any number from 0 to 65535.");
    vec![
        quote! {
            #serialize_doc
            #condition
            impl serde::Serialize for CloseCode {
                fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
                where
                    S: serde::Serializer,
                {
                    serializer.serialize_u16(self.as_u16())
                }
            }
        },
        quote! {
            #deserialize_doc
            #condition
            impl<'de> serde::Deserialize<'de> for CloseCode {
                fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
                where
                    D: serde::Deserializer<'de>,
                {
                    u16::deserialize(deserializer).map(Self::from_u16)
                }
            }
        },
    ]
}
