// {{ view.notice[0] }}
// {{ view.notice[1] }}
{%- if view.is_package %}

#![doc = include_str!("../README.md")]
#![no_std]
{%- endif %}

use core::{fmt, str::FromStr, time::Duration};

/// A WebSocket close code.
///
/// A code with a name has a variant. Every other number from 0 to 65535 is
/// [`Unnamed`](Self::Unnamed), so no number that a peer sends is lost, and equal numbers are equal
/// codes.
{%- if !view.is_package %}
#[allow(dead_code)]
{%- endif %}
{%- if view.is_package %}
#[non_exhaustive]
{%- endif %}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CloseCode {
{%- for code in view.codes %}
{%- for line in code.doc %}
    ///{{ line }}
{%- endfor %}
{%- if let Some(deprecated) = code.deprecated %}
    {{ deprecated }}
{%- endif %}
    {{ code.variant }},
{% endfor %}
    /// A number without a name; [`CloseCode::from_u16`] makes it.
    Unnamed(UnnamedCode),
}

/// The number in [`CloseCode::Unnamed`].
///
/// Only [`CloseCode::from_u16`] makes it, so a number that has a name is never in it.
{%- if !view.is_package %}
#[allow(dead_code)]
{%- endif %}
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct UnnamedCode(u16);

{% if !view.is_package %}#[allow(dead_code)]
{% endif %}impl UnnamedCode {
    /// The number.
    #[must_use]
    pub const fn as_u16(self) -> u16 {
        self.0
    }
}

impl fmt::Debug for UnnamedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

// The lookups: a row for each code, however long it is.
#[rustfmt::skip]
{%- if !view.is_package %}
#[allow(dead_code)]
{%- endif %}
#[allow(clippy::match_same_arms)]
#[allow(clippy::too_many_lines)]
{%- if view.own.is_some() %}
#[allow(clippy::match_like_matches_macro)]
{%- endif %}
{%- if view.has_deprecated %}
#[allow(deprecated)]
{%- endif %}
impl CloseCode {
    /// Every code that has a name, by number.
    pub const ALL: &'static [Self] = &[
{%- for code in view.codes %}
        Self::{{ code.variant }},
{%- endfor %}
    ];

    /// The codes that the spec of this file names itself, by number.
{%- if let Some(own) = view.own %}
    pub const OWN: &'static [Self] = &[
{%- for variant in own %}
        Self::{{ variant }},
{%- endfor %}
    ];
{%- else %}
    pub const OWN: &'static [Self] = Self::ALL;
{%- endif %}

    /// The code with this number. Every number has one.
    #[must_use]
    pub const fn from_u16(number: u16) -> Self {
        {{ view.from_u16 }}
    }

    /// The number.
    #[must_use]
    pub const fn as_u16(self) -> u16 {
        {{ view.as_u16 }}
    }

    /// Whether the spec of this file names the code itself.
    #[must_use]
    pub const fn is_own(self) -> bool {
        {{ view.is_own }}
    }

    /// The name: `going-away`. `None` for a number without one.
    #[must_use]
    pub const fn name(self) -> Option<&'static str> {
        {{ view.name }}
    }

    /// What the code means, as one English sentence. `None` for a number without a name.
    #[must_use]
    pub const fn summary(self) -> Option<&'static str> {
        {{ view.summary }}
    }

    /// A short word for logs and metrics, for every number: the name, else the name of the range.
    /// There is only a small number of labels.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self.name() {
            Some(name) => name,
            None => {{ view.label }},
        }
    }

    /// The range that the number lies in (RFC 6455 section 7.4.2).
    #[must_use]
    pub const fn code_range(self) -> CodeRange {
        {{ view.code_range }}
    }

    /// Who sends the code.
    #[must_use]
    pub const fn sent_by(self) -> SentBy {
        {{ view.sent_by }}
    }

    /// The number, if it may be sent in a Close frame.
    #[must_use]
    pub const fn wire_code(self) -> Option<u16> {
        let number = self.as_u16();
        {{ view.wire_code }}
    }
{# #}
{%- for line in view.browser_doc %}
    ///{{ line }}
{%- endfor %}
    #[must_use]
    pub const fn is_browser_sendable(self) -> bool {
        {{ view.is_browser_sendable }}
    }

    /// Whether a client that received the code should reconnect.
    #[must_use]
    pub const fn reconnect(self) -> Reconnect {
        {{ view.reconnect }}
    }

    /// What must happen before it reconnects; `None` when nothing must.
    #[must_use]
    pub const fn after(self) -> Option<After> {
        {{ view.after }}
    }

    /// The first window of delays from its start to its end, and their cap, in seconds.
    const fn backoff_seconds(self) -> (f64, f64, f64) {
        {{ view.backoff_seconds }}
    }

    /// The default reason text of a Close frame with this code; `None` when it has none.
    #[must_use]
    pub const fn reason(self) -> Option<&'static str> {
        {{ view.reason }}
    }
}

{% if !view.is_package %}#[allow(dead_code)]
{% endif %}impl CloseCode {
    /// The longest reason of a Close frame, in bytes of UTF-8 (RFC 6455 section 5.5).
    pub const MAX_REASON_BYTES: usize = {{ view.max_reason_bytes }};

    /// Whether the code has a name.
    #[must_use]
    pub const fn is_named(self) -> bool {
        !matches!(self, Self::Unnamed(_))
    }
{# #}
{%- for line in view.sendable_doc %}
    ///{{ line }}
{%- endfor %}
    #[must_use]
    pub const fn is_sendable(self) -> bool {
        self.wire_code().is_some()
    }

    /// How long to wait before `attempt`, counted from 0; `None` when there should be no attempt.
    /// What [`after`](Self::after) returns must happen first.
    ///
    /// `random` is a random number from 0 to 1, which spreads the clients of one server; values
    /// outside 0 to 1 are clamped, and NaN counts as 0. The window of possible delays doubles with
    /// every attempt up to a cap.
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

    /// As much of the start of `reason` as fits a Close frame: at most
    /// [`MAX_REASON_BYTES`](Self::MAX_REASON_BYTES) bytes, never cut inside a character.
    #[must_use]
    pub fn fit_reason(reason: &str) -> &str {
        let mut end = reason.len().min(Self::MAX_REASON_BYTES);
        while !reason.is_char_boundary(end) {
            end -= 1;
        }
        &reason[..end]
    }
}

impl From<u16> for CloseCode {
    fn from(number: u16) -> Self {
        Self::from_u16(number)
    }
}

impl From<CloseCode> for u16 {
    fn from(code: CloseCode) -> Self {
        code.as_u16()
    }
}

/// By number.
impl Ord for CloseCode {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        self.as_u16().cmp(&other.as_u16())
    }
}

impl PartialOrd for CloseCode {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// The number and the label: `1001 going-away`.
impl fmt::Display for CloseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.as_u16(), self.label())
    }
}

impl core::error::Error for CloseCode {}

/// Reads a number, `1001`, or a name, `going-away`.
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

/// A text that is neither a number from 0 to 65535 nor the name of a close code.
{%- if !view.is_package %}
#[allow(dead_code)]
{%- endif %}
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseCloseCodeError(());

impl fmt::Display for ParseCloseCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("neither a number from 0 to 65535 nor the name of a close code")
    }
}

impl core::error::Error for ParseCloseCodeError {}
{%- if view.has_serde %}

/// As the number.
{%- if view.is_package %}
#[cfg(feature = "serde")]
{%- endif %}
impl serde::Serialize for CloseCode {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        serializer.serialize_u16(self.as_u16())
    }
}

/// From any number from 0 to 65535.
{%- if view.is_package %}
#[cfg(feature = "serde")]
{%- endif %}
impl<'de> serde::Deserialize<'de> for CloseCode {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        u16::deserialize(deserializer).map(Self::from_u16)
    }
}
{%- endif %}
{%- macro words(name, set) %}

/// {{ set.about }}
{%- if !view.is_package %}
#[allow(dead_code)]
{%- endif %}
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum {{ name }} {
{%- for word in set.words %}
{%- if !loop.first %}
{% endif %}
    /// {{ word.meaning }}
    {{ word.constant }},
{%- endfor %}
}

{% if !view.is_package %}#[allow(dead_code)]
{% endif %}impl {{ name }} {
    /// The word: `{{ set.words[0].spelling }}`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
{%- for word in set.words %}
            Self::{{ word.constant }} => "{{ word.spelling }}",
{%- endfor %}
        }
    }
}

impl fmt::Display for {{ name }} {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
{%- endmacro %}
{%- call words("CodeRange", view.vocabulary.code_range) %}{% endcall %}
{%- call words("SentBy", view.vocabulary.sent_by) %}{% endcall %}
{%- call words("Reconnect", view.vocabulary.reconnect) %}{% endcall %}
{%- call words("After", view.vocabulary.after) %}{% endcall %}
