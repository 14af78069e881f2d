//! Tokens of an expression → text: on one line, and each arm of a `match` on a line of its own.

use std::fmt::Write;

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};

const INDENT: usize = 4;

/// Prints the expression `tokens`, whose first line is indented by `indent` spaces already.
pub(super) fn print(tokens: TokenStream, indent: usize) -> String {
    let mut printer = Printer {
        text: String::new(),
        needs_space: false,
    };
    printer.stream(tokens, indent);
    printer.text
}

struct Printer {
    text: String,
    /// Whether a word would run into the token before it.
    needs_space: bool,
}

impl Printer {
    fn stream(&mut self, tokens: TokenStream, indent: usize) {
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
                TokenTree::Group(group) => self.group(&group, indent),
                TokenTree::Ident(_) | TokenTree::Literal(_) => {
                    if self.needs_space {
                        self.text.push(' ');
                    }
                    let _ = write!(self.text, "{token}");
                    self.needs_space = true;
                }
            }
        }
    }

    fn operator(&mut self, operator: &str) {
        match operator {
            "=>" | "|" => self.text.extend([" ", operator, " "]),
            "," => self.text.push_str(", "),
            _ => self.text.push_str(operator),
        }
        self.needs_space = false;
    }

    fn group(&mut self, group: &Group, indent: usize) {
        let (open, close) = match group.delimiter() {
            Delimiter::Brace => return self.arms(group.stream(), indent),
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::None => ("", ""),
        };
        self.text.push_str(open);
        self.needs_space = false;
        self.stream(group.stream(), indent);
        self.text.push_str(close);
        self.needs_space = true;
    }

    /// The body of a `match`, whose arms all end in a comma.
    fn arms(&mut self, tokens: TokenStream, indent: usize) {
        self.text.push_str(" {\n");
        let mut arm = Vec::new();
        for token in tokens {
            if matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',') {
                self.indent(indent + INDENT);
                self.stream(arm.drain(..).collect(), indent + INDENT);
                self.text.push_str(",\n");
            } else {
                arm.push(token);
            }
        }
        self.indent(indent);
        self.text.push('}');
    }

    fn indent(&mut self, indent: usize) {
        self.text.extend(std::iter::repeat_n(' ', indent));
        self.needs_space = false;
    }
}
