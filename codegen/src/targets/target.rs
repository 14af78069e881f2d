//! What makes a target: a name, options, and a function from a registry to files.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::diagnostics::{Pointer, Problem, Problems, Source};
use crate::files::{Inputs, Notice};
use crate::name::Name;
use crate::registry::{Answer, CloseCode, Registry};
use crate::spec::{Fields, Object};

/// A language or format that a registry can be rendered as.
#[derive(Debug)]
pub struct Target {
    /// Its key in a spec's `outputs` and `names`.
    pub name: &'static str,
    /// Its name in documentation.
    pub title: &'static str,
    /// What it makes, as one sentence.
    pub about: &'static str,
    /// The extension of its files when it is one file; empty where a spec chooses any.
    pub extension: &'static str,
    /// What it can also be, in a folder: `a whole package`.
    pub folder: Option<&'static str>,
    /// What precedes the notice in its files.
    pub heads: &'static [&'static str],
    /// What a spec can choose, and what renders the registry.
    pub options: OptionsOf,
    /// How its code spells a constant; `None` for a format without constants.
    pub code: Option<CodeTarget>,
}

/// How a target spells the constant for a code.
#[derive(Debug)]
pub struct CodeTarget {
    /// The constant that follows from a name, without escapes.
    pub constant: fn(&Name) -> String,
    /// A constant behind its type, as people write it.
    pub qualified: fn(&str, &str) -> String,
    /// What a line to copy has before and after a qualified constant. It closes with the code if that may be sent; else it is the
    /// condition that the received `code` is that one.
    pub snippet: fn(&Answer<'_>) -> [&'static str; 2],
    /// The package that stands before the constant in a line to copy, if one does and the spec chooses no other.
    pub package: Option<&'static str>,
    /// Whether compilers and linters accept an identifier as a constant.
    pub is_identifier: fn(&str) -> bool,
    /// An identifier that they accept, for help.
    pub example: &'static str,
    /// Identifiers that the generated type or its language uses already. `CloseCode` in one stands for the name of the type.
    pub taken: &'static [&'static str],
    /// Types that the generated code or its language uses already, beside those of every language.
    pub taken_types: &'static [&'static str],
    /// How its code spells what it has for a range.
    pub range: RangeTarget,
}

/// How a target spells what it has for a range: a constant with both ends, and a predicate. Identifiers are without escapes.
#[derive(Debug)]
pub struct RangeTarget {
    /// The constant that follows from a name.
    pub constant: fn(&Name) -> String,
    /// The constant behind a type, as people write it.
    pub qualified: fn(&str, &str) -> String,
    /// What is declared where the constant is.
    pub beside: Beside,
    /// The predicate that follows from a name.
    pub predicate: fn(&Name) -> String,
    /// Identifiers that the generated code uses already where the constant or the predicate is. `CloseCode` in one stands for
    /// the name of the type.
    pub taken: &'static [&'static str],
}

/// What is declared where the constants of ranges are, and so must have other identifiers.
#[derive(Debug, PartialEq, Eq)]
pub enum Beside {
    /// The constants of codes.
    Codes,
    /// The type of the codes.
    Types,
    /// Nothing that a spec names.
    Nothing,
}

/// The options of an output, which also render it.
pub trait Render: fmt::Debug {
    /// What is wrong with the options at `at`, beyond their types.
    fn problems(&self, _at: &Pointer) -> Vec<Problem> {
        Vec::new()
    }

    /// What the spec calls the type of the codes in a code target.
    fn type_name(&self) -> Option<&str> {
        None
    }

    /// What the spec calls the package that source imports from a code target.
    fn package(&self) -> Option<&str> {
        None
    }

    /// Why the language cannot have a package of that name, if it cannot.
    fn refuses_package(&self, _name: &Name) -> Option<String> {
        None
    }

    /// What is wrong with the path, and help, in a language to which the names of files say more than where they are.
    fn path_problem(&self, _path: &str, _form: Form) -> Option<(String, String)> {
        None
    }

    /// What the output has for source that uses it because of its options, each as the object of a sentence.
    fn offers(&self, _registry: &Registry, _form: Form) -> Vec<String> {
        Vec::new()
    }

    /// Whether source imports a package by the spec's name for it.
    fn is_imported_by_its_name(&self) -> bool {
        true
    }

    /// The files of the output, for a target that reads nothing but the registry.
    fn render(&self, _registry: &Registry, _notice: &Notice, _form: Form) -> Vec<GeneratedFile> {
        Vec::new()
    }

    /// The files of the output at `at` in the spec, for any target.
    ///
    /// # Errors
    ///
    /// When something is wrong with them.
    fn render_from(
        &self,
        _inputs: &Inputs,
        _at: &Pointer,
        registry: &Registry,
        notice: &Notice,
        form: Form,
    ) -> Result<Vec<GeneratedFile>, Box<Unrendered>> {
        Ok(self.render(registry, notice, form))
    }
}

/// Why an output cannot be rendered.
#[derive(Debug)]
pub struct Unrendered {
    /// What the problem is in: a template; `None` for the spec.
    pub source: Option<Source>,
    /// The problem.
    pub problem: Problem,
}

/// The type of a target's options, erased.
#[derive(Debug)]
pub struct OptionsOf {
    /// Their fields.
    pub(super) fields: &'static [&'static str],
    /// The options when a spec chooses nothing; `None` where it must choose something.
    pub(super) defaults: Option<fn() -> Box<dyn Render>>,
    /// The options in an object of a spec.
    pub(super) read: fn(&Object<'_>, &mut Problems) -> Box<dyn Render>,
    /// Their part of the JSON Schema.
    pub(super) schema: fn(&mut SchemaGenerator) -> Schema,
}

impl OptionsOf {
    /// The options of type `T`.
    pub(super) const fn new<T: Render + Fields + Default + JsonSchema + 'static>() -> Self {
        Self {
            fields: T::FIELDS,
            defaults: Some(|| Box::<T>::default()),
            ..Self::required::<T>()
        }
    }

    /// The options of type `T`, some of which a spec must choose.
    pub(super) const fn required<T: Render + Fields + JsonSchema + 'static>() -> Self {
        Self {
            fields: T::FIELDS,
            defaults: None,
            read: |object, problems| Box::new(T::from_object(object, problems)),
            schema: T::json_schema,
        }
    }

    /// Whether a path is enough for an output.
    #[must_use]
    pub fn are_optional(&self) -> bool {
        self.defaults.is_some()
    }
}

/// What an output consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A folder of files: a manifest, sources and a readme, or a page for each code.
    Folder,
    /// One file that needs nothing beside it.
    File,
}

/// One text and where it goes.
#[derive(Debug)]
pub struct GeneratedFile {
    /// The path inside the folder; empty for an output that is one file.
    pub path: String,
    /// The text.
    pub text: String,
}

impl Target {
    /// The constant for `code`, without escapes: the one that the spec fixes, else the one that follows from the name.
    pub(crate) fn constant(&self, code: &CloseCode) -> Option<String> {
        let from_name = self.code.as_ref()?.constant;
        let fixed = code.names.get(self.name).cloned();
        Some(fixed.unwrap_or_else(|| from_name(&code.name)))
    }
}

/// One file of a folder, or the only one of an output.
pub(super) fn file(path: impl Into<String>, text: String) -> GeneratedFile {
    GeneratedFile {
        path: path.into(),
        text,
    }
}

/// Prints a template. It reads nothing and formats only values, so it cannot fail.
pub(super) fn print(template: &impl askama::Template) -> String {
    template
        .render()
        .unwrap_or_else(|error| panic!("a template failed: {error}"))
}
