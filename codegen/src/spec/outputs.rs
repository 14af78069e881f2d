//! Where a spec's outputs go: a path, or an object with the path and options.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

use crate::name::MAX_NAME_BYTES;

/// Where the outputs go: a path that ends in `/` is a whole package, any other one file.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OutputsSpec {
    /// The Rust crate or file.
    #[serde(default, deserialize_with = "path_or_object")]
    #[schemars(with = "PathOrObject<RustSpec>")]
    pub rust: Option<RustSpec>,
    /// The Swift package or file.
    #[serde(default, deserialize_with = "path_or_object")]
    #[schemars(with = "PathOrObject<SwiftSpec>")]
    pub swift: Option<SwiftSpec>,
    /// The TypeScript package or file.
    #[serde(default, deserialize_with = "path_or_object")]
    #[schemars(with = "PathOrObject<TypeScriptSpec>")]
    pub typescript: Option<TypeScriptSpec>,
    /// The Markdown page.
    #[serde(default, deserialize_with = "path_or_object")]
    #[schemars(with = "PathOrObject<FileSpec>")]
    pub markdown: Option<FileSpec>,
    /// The HTML page.
    #[serde(default, deserialize_with = "path_or_object")]
    #[schemars(with = "PathOrObject<FileSpec>")]
    pub html: Option<FileSpec>,
    /// The resolved registry, as JSON.
    #[serde(default, deserialize_with = "path_or_object")]
    #[schemars(with = "PathOrObject<FileSpec>")]
    pub json: Option<FileSpec>,
    /// The JSON Schema of specs, for editors.
    #[serde(default, deserialize_with = "path_or_object")]
    #[schemars(with = "PathOrObject<FileSpec>")]
    pub schema: Option<FileSpec>,
}

/// The Rust output.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RustSpec {
    /// The file, or the folder of the package.
    pub path: String,
    /// Whether one file implements serde's traits. A package has them as a feature anyway.
    #[serde(default)]
    pub serde: bool,
}

/// The Swift output.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SwiftSpec {
    /// The file, or the folder of the package.
    pub path: String,
    /// The name of the struct; `CloseCode` when left out.
    #[serde(rename = "type")]
    #[schemars(regex(pattern = "^[A-Z][A-Za-z0-9]*$"), length(max = MAX_NAME_BYTES))]
    pub type_name: Option<String>,
    /// Who may use it; `public` when left out.
    #[serde(default)]
    pub access: Access,
    /// Whether Foundation's types are extended, which one file of an app can do; `true` when left out.
    #[serde(default = "yes")]
    pub foundation: bool,
}

/// The TypeScript output.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TypeScriptSpec {
    /// The file, or the folder of the package.
    pub path: String,
}

/// An output without options.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileSpec {
    /// The file.
    pub path: String,
}

/// Who may use a Swift declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Access {
    /// Other modules.
    #[default]
    Public,
    /// Other modules of the same package.
    Package,
    /// The file's own module.
    Internal,
}

impl From<String> for RustSpec {
    fn from(path: String) -> Self {
        Self { path, serde: false }
    }
}

impl From<String> for SwiftSpec {
    fn from(path: String) -> Self {
        Self {
            path,
            type_name: None,
            access: Access::default(),
            foundation: true,
        }
    }
}

impl From<String> for TypeScriptSpec {
    fn from(path: String) -> Self {
        Self { path }
    }
}

impl From<String> for FileSpec {
    fn from(path: String) -> Self {
        Self { path }
    }
}

fn yes() -> bool {
    true
}

fn path_or_object<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + From<String>,
{
    deserializer
        .deserialize_any(PathOrObject(PhantomData))
        .map(Some)
}

struct PathOrObject<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + From<String>> Visitor<'de> for PathOrObject<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a path, or an object with `path` and options")
    }

    fn visit_str<E: Error>(self, path: &str) -> Result<T, E> {
        Ok(path.to_owned().into())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map))
    }
}

impl<T: JsonSchema> JsonSchema for PathOrObject<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("path_or_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "oneOf": [
                { "type": "string", "description": "The path alone." },
                generator.subschema_for::<T>(),
            ],
        })
    }
}
