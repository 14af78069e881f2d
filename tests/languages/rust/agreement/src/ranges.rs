//! The ranges of no spec: `agree` writes those of its spec in this place.

use std::ops::RangeInclusive;

use close_codes::CloseCode;

/// A name, the ends, and the predicate.
pub type Range = (&'static str, RangeInclusive<u16>, fn(CloseCode) -> bool);

/// Each named range.
pub const RANGES: &[Range] = &[];
