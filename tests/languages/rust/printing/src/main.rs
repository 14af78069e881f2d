//! printing FILE: a Rust file → its public API, without comments, bodies and private items, for rustfmt to lay out.
//!
//! It does not ask rustdoc, whose JSON only one version of Rust at a time writes in the form that a library reads.

use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Block, Expr, Field, FieldsNamed, FieldsUnnamed, File, ImplItem};
use syn::{Item, ItemImpl, Path, Type, Variant, Visibility, parse_quote};

/// What a user of an item meets. Other attributes are notes to tools, or documentation.
const ATTRIBUTES: &[&str] = &[
    "cfg",
    "deprecated",
    "derive",
    "must_use",
    "non_exhaustive",
    "repr",
];

fn main() {
    let path = std::env::args().nth(1).expect("a file");
    let text = std::fs::read_to_string(&path).expect("a readable file");
    let mut file = syn::parse_file(&text).expect("a Rust file");
    Public.visit_file_mut(&mut file);
    for item in file.items {
        println!("{}\n", item.to_token_stream());
    }
}

/// Leaves of a file what is public.
struct Public;

impl VisitMut for Public {
    fn visit_file_mut(&mut self, file: &mut File) {
        let private = private_types(file);
        file.items.retain(|item| {
            is_public(item) && !subject(item).is_some_and(|name| private.contains(&name))
        });
        visit_mut::visit_file_mut(self, file);
    }

    fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
        let is_met = |path: &Path| ATTRIBUTES.iter().any(|name| path.is_ident(name));
        attributes.retain(|attribute| is_met(attribute.path()));
    }

    /// The functions of a trait are the trait's; types are not.
    fn visit_item_impl_mut(&mut self, item: &mut ItemImpl) {
        let of_trait = item.trait_.is_some();
        item.items.retain(|item| match item {
            ImplItem::Fn(item) => !of_trait && is_pub(&item.vis),
            ImplItem::Const(item) => of_trait || is_pub(&item.vis),
            _ => true,
        });
        visit_mut::visit_item_impl_mut(self, item);
    }

    fn visit_variant_mut(&mut self, variant: &mut Variant) {
        // Its fields are as public as it is.
        self.visit_attributes_mut(&mut variant.attrs);
    }

    fn visit_fields_named_mut(&mut self, fields: &mut FieldsNamed) {
        let all = fields.named.len();
        let public = fields.named.iter().filter(|field| is_pub(&field.vis));
        fields.named = public.cloned().collect();
        // Nobody else can make the struct.
        if fields.named.len() < all {
            let hidden: Field = parse_quote!(private: _);
            fields.named.push(hidden);
        }
        visit_mut::visit_fields_named_mut(self, fields);
    }

    fn visit_fields_unnamed_mut(&mut self, fields: &mut FieldsUnnamed) {
        for field in &mut fields.unnamed {
            if !is_pub(&field.vis) {
                field.ty = parse_quote!(_);
            }
        }
        visit_mut::visit_fields_unnamed_mut(self, fields);
    }

    fn visit_block_mut(&mut self, block: &mut Block) {
        block.stmts.clear();
    }

    fn visit_expr_mut(&mut self, value: &mut Expr) {
        // Numbers are part of the API, lists have their own tests.
        if !matches!(value, Expr::Lit(_)) {
            *value = parse_quote!(_);
        }
    }
}

/// The types that an implementation can be of without anybody seeing it.
fn private_types(file: &File) -> Vec<String> {
    let types = file.items.iter().filter_map(|item| match item {
        Item::Enum(item) => Some((&item.vis, &item.ident)),
        Item::Struct(item) => Some((&item.vis, &item.ident)),
        _ => None,
    });
    let private = types.filter(|(visibility, _)| !is_pub(visibility));
    private.map(|(_, name)| name.to_string()).collect()
}

/// The name of the type that an implementation is of.
fn subject(item: &Item) -> Option<String> {
    let Item::Impl(item) = item else { return None };
    let Type::Path(subject) = item.self_ty.as_ref() else {
        return None;
    };
    let name = subject.path.segments.last()?;
    Some(name.ident.to_string())
}

fn is_public(item: &Item) -> bool {
    match item {
        Item::Const(item) => is_pub(&item.vis),
        Item::Enum(item) => is_pub(&item.vis),
        Item::Fn(item) => is_pub(&item.vis),
        Item::Impl(item) => item.trait_.is_some() || item.items.iter().any(has_pub),
        Item::Struct(item) => is_pub(&item.vis),
        Item::Type(item) => is_pub(&item.vis),
        Item::Use(item) => is_pub(&item.vis),
        other => panic!(
            "printing cannot tell whether this is public: {}",
            other.into_token_stream()
        ),
    }
}

fn has_pub(item: &ImplItem) -> bool {
    match item {
        ImplItem::Const(item) => is_pub(&item.vis),
        ImplItem::Fn(item) => is_pub(&item.vis),
        _ => false,
    }
}

fn is_pub(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}
