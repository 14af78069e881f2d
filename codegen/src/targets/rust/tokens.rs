//! Tokens of a pattern or a value → text on one line.

use std::fmt::Write;

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

pub(super) fn line(tokens: TokenStream) -> String {
    let mut printer = Printer::default();
    printer.stream(tokens);
    printer.text
}

#[derive(Default)]
struct Printer {
    text: String,
    /// Whether a word would run into the token before it.
    needs_space: bool,
}

impl Printer {
    fn stream(&mut self, tokens: TokenStream) {
        let mut operator = String::new();
        for token in tokens {
            match token {
                TokenTree::Punct(punct) => {
                    operator.push(punct.as_char());
                    if punct.spacing() == Spacing::Alone {
                        self.operator(&operator);
                        operator.clear();
                    }
                }
                TokenTree::Group(group) => {
                    let (open, close) = match group.delimiter() {
                        Delimiter::Parenthesis => ("(", ")"),
                        Delimiter::Bracket => ("[", "]"),
                        Delimiter::Brace => ("{", "}"),
                        Delimiter::None => ("", ""),
                    };
                    self.text.push_str(open);
                    self.needs_space = false;
                    self.stream(group.stream());
                    self.text.push_str(close);
                    self.needs_space = true;
                }
                TokenTree::Ident(_) | TokenTree::Literal(_) => {
                    let space = if self.needs_space { " " } else { "" };
                    let _ = write!(self.text, "{space}{token}");
                    self.needs_space = true;
                }
            }
        }
    }

    fn operator(&mut self, operator: &str) {
        match operator {
            "|" => self.text.push_str(" | "),
            "," => self.text.push_str(", "),
            _ => self.text.push_str(operator),
        }
        self.needs_space = false;
    }
}
