//! The registry of the protocol's own codes, which is built in, and on which other specs build.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::Registry;
use crate::diagnostics::{At, Problems};
use crate::spec::{CodeSpec, Extends, Read, Spec};
use crate::text::Word;

/// The spec of the standard codes.
pub const STANDARD: &str = include_str!("../../../spec/close-codes.json");

static BASE: LazyLock<Base> = LazyLock::new(|| Base {
    registry: Registry::from_spec(read()).expect("the built-in spec is sound"),
    codes: LazyLock::new(|| {
        let codes = read().codes.into_iter();
        codes.filter_map(|code| Some((code.code?, code))).collect()
    }),
});

fn read() -> Spec {
    let value = serde_json::from_str(STANDARD).expect("the built-in spec is JSON");
    let mut problems = Problems::default();
    let spec = Spec::read(&value, &At::Root, &mut problems);
    let problems = problems.into_vec();
    assert!(
        problems.is_empty(),
        "the built-in spec is sound: {problems:?}"
    );
    let spec = spec.expect("the built-in spec is sound");
    // Its name is what makes it define what may be sent.
    assert_eq!(spec.name.as_deref(), Some(Extends::Standard.as_str()));
    spec
}

/// What a spec that extends the standard codes builds on.
#[derive(Debug)]
pub(super) struct Base {
    /// The sound registry.
    pub(super) registry: Registry,
    /// The entries that a spec can adjust, as their file has them. Few specs do.
    pub(super) codes: LazyLock<BTreeMap<u16, CodeSpec>>,
}

impl Base {
    pub(super) fn standard() -> &'static Self {
        &BASE
    }
}

impl Registry {
    /// The registry of the protocol's own codes.
    #[must_use]
    pub fn standard() -> &'static Self {
        &BASE.registry
    }
}
