//! A generated Rust file → its numbers, variants and summaries, read from the syntax tree.

use std::collections::BTreeMap;

use syn::punctuated::Punctuated;
use syn::{Expr, File, ImplItem, Item, Lit, Pat, Stmt, Token, Type};

/// The tables of a file, by variant.
pub struct Tables {
    pub from_u16: BTreeMap<String, u16>,
    pub as_u16: BTreeMap<String, u16>,
    pub summaries: BTreeMap<String, String>,
}

pub fn tables(text: &str) -> Tables {
    let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let arms = |function| arms(&file, function);
    let from_u16 = arms("from_u16").into_iter();
    let as_u16 = arms("as_u16").into_iter();
    let summaries = arms("summary").into_iter();
    Tables {
        from_u16: from_u16
            .filter_map(|(pattern, body)| Some((variant(body)?, pattern_number(pattern)?)))
            .collect(),
        as_u16: as_u16
            .filter_map(|(pattern, body)| Some((pattern_variant(pattern)?, number(body)?)))
            .collect(),
        summaries: summaries
            .filter_map(|(pattern, body)| Some((pattern_variant(pattern)?, some_text(body)?)))
            .collect(),
    }
}

/// The arms of the `match` that a method of the enum consists of.
fn arms<'a>(file: &'a File, function: &str) -> Vec<(&'a Pat, &'a Expr)> {
    let items = file.items.iter().filter_map(|item| match item {
        Item::Impl(item) if item.trait_.is_none() && is_close_code(&item.self_ty) => {
            Some(&item.items)
        }
        _ => None,
    });
    let body = items.flatten().find_map(|item| match item {
        ImplItem::Fn(found) if found.sig.ident == function => Some(&found.block.stmts[..]),
        _ => None,
    });
    match body {
        Some([Stmt::Expr(Expr::Match(found), None)]) => {
            let arms = found.arms.iter();
            arms.map(|arm| (&arm.pat, &*arm.body)).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether it is not the other type with a method `as_u16`: a spec may call the enum what it likes.
fn is_close_code(of: &Type) -> bool {
    matches!(of, Type::Path(path) if !path.path.is_ident("UnnamedCode"))
}

fn number(expression: &Expr) -> Option<u16> {
    match expression {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Int(number) => number.base10_parse().ok(),
            _ => None,
        },
        _ => None,
    }
}

fn variant(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Path(path) => Some(path.path.segments.last()?.ident.to_string()),
        _ => None,
    }
}

fn pattern_number(pattern: &Pat) -> Option<u16> {
    match pattern {
        Pat::Lit(literal) => match &literal.lit {
            Lit::Int(number) => number.base10_parse().ok(),
            _ => None,
        },
        _ => None,
    }
}

fn pattern_variant(pattern: &Pat) -> Option<String> {
    match pattern {
        Pat::Path(path) => Some(path.path.segments.last()?.ident.to_string()),
        _ => None,
    }
}

/// The text in `Some("…")` or `Some(concat!("…", "…"))`.
fn some_text(expression: &Expr) -> Option<String> {
    let call = match expression {
        Expr::Call(call) => call,
        Expr::Block(block) => match &block.block.stmts[..] {
            [Stmt::Expr(inner, None)] => return some_text(inner),
            _ => return None,
        },
        _ => return None,
    };
    match call.args.first()? {
        Expr::Lit(literal) => value(&literal.lit),
        Expr::Macro(found) => {
            let separated = Punctuated::<Lit, Token![,]>::parse_terminated;
            let pieces = found.mac.parse_body_with(separated).ok()?;
            pieces.iter().map(value).collect()
        }
        _ => None,
    }
}

fn value(literal: &Lit) -> Option<String> {
    match literal {
        Lit::Str(text) => Some(text.value()),
        _ => None,
    }
}
