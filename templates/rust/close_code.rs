{%- macro example() -%}
{%- if view.is_package %}
    ///
    /// ```
    /// use {{ view.library }}::{{ view.type_name }};
    ///{{ caller() }}
    /// ```
{%- endif %}
{%- endmacro -%}
// {{ view.notice[0] }}
// {{ view.notice[1] }}
{%- if view.is_package %}

#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]
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
pub enum {{ view.type_name }} {
{%- for code in view.codes %}
{%- for line in code.doc %}
    ///{{ line }}
{%- endfor %}
{%- if let Some(deprecated) = code.deprecated %}
    {{ deprecated }}
{%- endif %}
    {{ code.variant }},
{% endfor %}
    /// A number without a name; [`{{ view.type_name }}::from_u16`] makes it.
    Unnamed(UnnamedCode),
}

/// The number in [`{{ view.type_name }}::Unnamed`].
///
/// Only [`{{ view.type_name }}::from_u16`] makes it, so a number that has a name is never in it.
{%- if !view.is_package %}
#[allow(dead_code)]
{%- endif %}
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnnamedCode(u16);

{% if !view.is_package %}#[allow(dead_code)]
{% endif %}impl UnnamedCode {
    /// The number.
    #[inline]
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

/// The number.
impl fmt::Display for UnnamedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<UnnamedCode> for u16 {
    #[inline]
    fn from(code: UnnamedCode) -> Self {
        code.as_u16()
    }
}

// The lookups: a row for each code, however long it is.
#[rustfmt::skip]
{%- if !view.is_package %}
#[allow(dead_code)]
{%- endif %}
#[allow(clippy::match_same_arms)]
#[allow(clippy::too_many_lines)]
{%- for lint in view.allowed %}
#[allow({{ lint }})]
{%- endfor %}
impl {{ view.type_name }} {
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
{%- call example() %}
    /// assert_eq!({{ view.type_name }}::from_u16(4999).as_u16(), 4999);{%- endcall %}
    #[inline]
    #[must_use]
    pub const fn from_u16(number: u16) -> Self {
        {{ view.from_u16 }}
    }

    /// The number.
    #[inline]
    #[must_use]
    pub const fn as_u16(self) -> u16 {
        {{ view.as_u16 }}
    }

    /// Whether the spec of this file names the code itself.
    #[inline]
    #[must_use]
    pub const fn is_own(self) -> bool {
        {{ view.is_own }}
    }

    /// The name: `going-away`. `None` for a number without one.
{%- if let Some(example) = view.example %}
{%- call example() %}
    /// assert_eq!({{ view.type_name }}::{{ example.variant }}.name(), Some("{{ example.name }}"));{%- endcall %}
{%- endif %}
    #[inline]
    #[must_use]
    pub const fn name(self) -> Option<&'static str> {
        {{ view.name }}
    }

    /// What the code means, as one English sentence. `None` for a number without a name.
    #[inline]
    #[must_use]
    pub const fn summary(self) -> Option<&'static str> {
        {{ view.summary }}
    }

    /// A short word for logs and metrics, for every number: the name, else the name of the range.
    /// There is only a small number of labels.
{%- if let Some(example) = view.example %}
{%- call example() %}
    /// assert_eq!({{ view.type_name }}::{{ example.variant }}.label(), "{{ example.name }}");{%- endcall %}
{%- endif %}
    #[inline]
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self.name() {
            Some(name) => name,
            None => {{ view.label }},
        }
    }

    /// The range that the number lies in (RFC 6455 section 7.4.2).
{%- call example() %}
    /// assert_eq!({{ view.type_name }}::from(4999).code_range().as_str(), "private");{%- endcall %}
    #[inline]
    #[must_use]
    pub const fn code_range(self) -> CodeRange {
        {{ view.code_range }}
    }

    /// Who sends the code.
{%- if let Some(example) = view.example %}
{%- call example() %}
    /// assert_eq!({{ view.type_name }}::{{ example.variant }}.sent_by().as_str(), "{{ example.sent_by }}");{%- endcall %}
{%- endif %}
    #[inline]
    #[must_use]
    pub const fn sent_by(self) -> SentBy {
        {{ view.sent_by }}
    }
{# #}
{%- for line in view.sendable_doc %}
    ///{{ line }}
{%- endfor %}
    #[inline]
    #[must_use]
    pub const fn is_sendable(self) -> bool {
        {{ view.is_sendable }}
    }

    /// The number, if it may be sent in a Close frame.
{%- call example() %}
{%- if let Some(example) = view.example %}
    /// assert_eq!({{ view.type_name }}::{{ example.variant }}.wire_code(), Some({{ example.number }}));
{%- endif %}
    /// assert_eq!({{ view.type_name }}::from(1006).wire_code(), None);{%- endcall %}
    #[inline]
    #[must_use]
    pub const fn wire_code(self) -> Option<u16> {
        if self.is_sendable() {
            Some(self.as_u16())
        } else {
            None
        }
    }
{# #}
{%- for line in view.browser_doc %}
    ///{{ line }}
{%- endfor %}
    #[inline]
    #[must_use]
    pub const fn is_browser_sendable(self) -> bool {
        matches!(self.as_u16(), {{ view.browser_numbers }})
    }

    /// Whether a client that received the code should reconnect.
{%- if let Some(example) = view.example %}
{%- call example() %}
    /// let code = {{ view.type_name }}::{{ example.variant }};
    /// assert_eq!(code.reconnect().as_str(), "{{ example.reconnect }}");{%- endcall %}
{%- endif %}
    #[inline]
    #[must_use]
    pub const fn reconnect(self) -> Reconnect {
        {{ view.reconnect }}
    }

    /// What must happen before it reconnects; `None` when nothing must.
    #[inline]
    #[must_use]
    pub const fn after(self) -> Option<After> {
        {{ view.after }}
    }

    /// The first window of delays from its start to its end, and their cap, in seconds.
    #[inline]
    const fn backoff_seconds(self) -> (f64, f64, f64) {
        {{ view.backoff_seconds }}
    }

    /// The default reason text of a Close frame with this code; `None` when it has none.
{%- call example() %}
    /// let reason = {{ view.type_name }}::from(1000).reason().unwrap_or_default();
    /// assert!(reason.len() <= {{ view.type_name }}::MAX_REASON_BYTES);{%- endcall %}
    #[inline]
    #[must_use]
    pub const fn reason(self) -> Option<&'static str> {
        {{ view.reason }}
    }
}

{% if !view.ranges.is_empty() %}// The ranges that the spec of this file names, however long their names are.
#[rustfmt::skip]
{%- if !view.is_package %}
#[allow(dead_code)]
{%- endif %}
impl {{ view.type_name }} {
{%- for range in view.ranges %}
{%- if !loop.first %}
{% endif %}
{%- for line in range.doc %}
    ///{{ line }}
{%- endfor %}
    pub const {{ range.constant }}: core::ops::RangeInclusive<u16> = {{ range.from }}..={{ range.to }};
{# #}
{%- for line in range.predicate_doc %}
    ///{{ line }}
{%- endfor %}
    #[inline]
    #[must_use]
    pub const fn {{ range.predicate }}(self) -> bool {
        matches!(self.as_u16(), {{ range.from }}..={{ range.to }})
    }
{%- endfor %}
}

{% endif %}{% if !view.is_package %}#[allow(dead_code)]
{% endif %}impl {{ view.type_name }} {
    /// The longest reason of a Close frame, in bytes of UTF-8 (RFC 6455 section 5.5).
    pub const MAX_REASON_BYTES: usize = {{ view.max_reason_bytes }};

    /// Whether the code has a name.
    #[inline]
    #[must_use]
    pub const fn is_named(self) -> bool {
        !matches!(self, Self::Unnamed(_))
    }

    /// How long to wait before `attempt`, counted from 0; `None` when there should be no attempt.
    ///
    /// This is for a library that counts attempts itself. Do first what [`after`](Self::after)
    /// returns, and count from 0 again only after a connection that lasted, as [`Reconnection`]
    /// does on its own.
    ///
    /// `random` is a random number from 0 to 1, which spreads the clients of one server; values
    /// outside 0 to 1 are clamped, and NaN counts as 1. The window of possible delays doubles with
    /// every attempt up to a cap. Whatever the window, attempts 1, 2, 3, and 4 and later wait
    /// at least 0.5, 1, 2, and 4 seconds.
{%- if let Some(example) = view.example %}
{%- call example() %}
    /// match {{ view.type_name }}::{{ example.variant }}.retry_after(1, 0.5) {
    ///     Some(delay) => println!("connect after {delay:?}"),
    ///     None => println!("stay away"),
    /// }{%- endcall %}
{%- endif %}
    #[must_use]
    pub fn retry_after(self, attempt: u32, random: f64) -> Option<Duration> {
        match self.reconnect() {
            Reconnect::Never => return None,
            Reconnect::Immediately if attempt == 0 => return Some(Duration::ZERO),
            Reconnect::Immediately | Reconnect::Backoff => {}
        }
        let (from, to, cap) = self.backoff_seconds();
        let doubled = f64::from(1_u32 << attempt.min(31));
        let scale = doubled.min(cap / to);
        let random = if random < 1.0 { random.max(0.0) } else { 1.0 };
        let seconds = scale * (from + random * (to - from));
        let least = if attempt == 0 {
            0.0
        } else {
            doubled.min(16.0) / 4.0
        };
        Some(Duration::from_secs_f64(seconds.max(least)))
    }

    /// How a proxy that received the code on one connection closes the other one, towards `to`.
    ///
    /// Only clients send 1010, so a client gets 1011 in its place. A code that may not be sent, such
    /// as 1006, becomes 1011 towards a client and 1001 towards a server.
{%- if view.is_package %}
    ///
    /// ```
    /// use {{ view.library }}::{ {{- view.type_name }}, Relay, Side};
    ///
    /// let lost = {{ view.type_name }}::from(1006).relay(Side::Client);
    /// assert_eq!(lost, Relay::Instead({{ view.type_name }}::from(1011)));
    /// ```
{%- endif %}
    pub const fn relay(self, to: Side) -> Relay {
        let number = self.as_u16();
        if number == 1005 {
            return Relay::WithoutCode;
        }
        match to {
            Side::Client if number == 1010 || !self.is_sendable() => {
                Relay::Instead(Self::from_u16(1011))
            }
            Side::Server if !self.is_sendable() => Relay::Instead(Self::from_u16(1001)),
            Side::Client | Side::Server => Relay::AsIs(self),
        }
    }

    /// As much of the start of `reason` as fits a Close frame: at most
    /// [`MAX_REASON_BYTES`](Self::MAX_REASON_BYTES) bytes, never cut inside a character.
{%- call example() %}
    /// let reason = "é".repeat(100);
    /// assert_eq!({{ view.type_name }}::fit_reason(&reason).len(), 122);{%- endcall %}
    #[must_use]
    pub fn fit_reason(reason: &str) -> &str {
        let mut end = reason.len().min(Self::MAX_REASON_BYTES);
        while !reason.is_char_boundary(end) {
            end -= 1;
        }
        &reason[..end]
    }
}

impl From<u16> for {{ view.type_name }} {
    #[inline]
    fn from(number: u16) -> Self {
        Self::from_u16(number)
    }
}

impl From<{{ view.type_name }}> for u16 {
    #[inline]
    fn from(code: {{ view.type_name }}) -> Self {
        code.as_u16()
    }
}

/// By number.
impl Ord for {{ view.type_name }} {
    #[inline]
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        self.as_u16().cmp(&other.as_u16())
    }
}

impl PartialOrd for {{ view.type_name }} {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// The number, a space and the label.
impl fmt::Display for {{ view.type_name }} {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.as_u16(), self.label())
    }
}

impl core::error::Error for {{ view.type_name }} {}

/// Reads a number, or the name of a code.
{%- if view.is_package %}
{%- if let Some(example) = view.example %}
///
/// ```
/// use {{ view.library }}::{{ view.type_name }};
///
/// assert_eq!("{{ example.number }}".parse(), Ok({{ view.type_name }}::{{ example.variant }}));
/// assert_eq!("{{ example.name }}".parse(), Ok({{ view.type_name }}::{{ example.variant }}));
/// ```
{%- endif %}
{%- endif %}
impl FromStr for {{ view.type_name }} {
    type Err = Parse{{ view.type_name }}Error;

    fn from_str(text: &str) -> Result<Self, Parse{{ view.type_name }}Error> {
        let named = Self::ALL.iter().find(|code| code.name() == Some(text));
        match (named, text.parse()) {
            (Some(code), _) => Ok(*code),
            (None, Ok(number)) => Ok(Self::from_u16(number)),
            (None, Err(_)) => Err(Parse{{ view.type_name }}Error(())),
        }
    }
}

/// A text that is neither a number from 0 to 65535 nor the name of a close code.
{%- if !view.is_package %}
#[allow(dead_code)]
{%- endif %}
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parse{{ view.type_name }}Error(());

impl fmt::Display for Parse{{ view.type_name }}Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("neither a number from 0 to 65535 nor the name of a close code")
    }
}

impl core::error::Error for Parse{{ view.type_name }}Error {}
{%- if view.has_serde %}

/// As the number.
{%- if view.is_package %}
#[cfg(feature = "serde")]
{%- endif %}
impl serde::Serialize for {{ view.type_name }} {
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
impl<'de> serde::Deserialize<'de> for {{ view.type_name }} {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        u16::deserialize(deserializer).map(Self::from_u16)
    }
}
{%- endif %}
{%- macro words(name, set, may_grow) %}

/// {{ set.about }}
{%- if !view.is_package %}
#[allow(dead_code)]
{%- endif %}
{%- if view.is_package && may_grow %}
#[non_exhaustive]
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
    #[inline]
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

/// Reads the word: `{{ set.words[0].spelling }}`.
impl FromStr for {{ name }} {
    type Err = ParseWordError;

    fn from_str(text: &str) -> Result<Self, ParseWordError> {
        match text {
{%- for word in set.words %}
            "{{ word.spelling }}" => Ok(Self::{{ word.constant }}),
{%- endfor %}
            _ => Err(ParseWordError(())),
        }
    }
}
{%- if view.has_serde %}

/// As the word.
{%- if view.is_package %}
#[cfg(feature = "serde")]
{%- endif %}
impl serde::Serialize for {{ name }} {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        serializer.serialize_str(self.as_str())
    }
}

/// From the word.
{%- if view.is_package %}
#[cfg(feature = "serde")]
{%- endif %}
impl<'de> serde::Deserialize<'de> for {{ name }} {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        deserializer.deserialize_str(WordVisitor(core::marker::PhantomData))
    }
}
{%- endif %}
{%- endmacro %}
{%- call words("CodeRange", view.vocabulary.code_range, false) %}{% endcall %}
{%- call words("SentBy", view.vocabulary.sent_by, false) %}{% endcall %}
{%- call words("Reconnect", view.vocabulary.reconnect, false) %}{% endcall %}
{%- call words("After", view.vocabulary.after, true) %}{% endcall %}

/// A text that is none of the words of a type.
{%- if !view.is_package %}
#[allow(dead_code)]
{%- endif %}
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseWordError(());

impl fmt::Display for ParseWordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("none of the words that there are")
    }
}

impl core::error::Error for ParseWordError {}
{%- if view.has_serde %}

/// Reads a word for serde, which has texts that live for a moment only.
{%- if view.is_package %}
#[cfg(feature = "serde")]
{%- endif %}
struct WordVisitor<T>(core::marker::PhantomData<T>);
{# #}
{%- if view.is_package %}
#[cfg(feature = "serde")]
{%- endif %}
impl<T: FromStr> serde::de::Visitor<'_> for WordVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("one of the words that there are")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        let error = |_| E::invalid_value(serde::de::Unexpected::Str(text), &self);
        text.parse().map_err(error)
    }
}
{%- endif %}

/// Decides what a client does each time its connection ends: one for each connection to keep up.
///
/// It counts attempts, and starts over only after a connection that lasted. So a server that accepts
/// every connection and closes it at once gets few of them.
///
/// It reads no clock and draws no random number. `now` is a monotonic time since any origin, such as
/// the elapsed time of an `Instant`.
{%- if view.is_package %}
///
/// ```
/// use core::time::Duration;
/// use {{ view.library }}::{ {{- view.type_name }}, Next, Reconnection};
///
/// let mut reconnection = Reconnection::new();
/// reconnection.opened(Duration::from_secs(1));
/// match reconnection.closed({{ view.type_name }}::from(1006), Duration::from_secs(2), 0.5) {
///     Next::Stop => println!("stay away"),
///     Next::Wait(delay) => println!("connect after {delay:?}"),
///     Next::First(after, delay) => println!("connect after {delay:?} and {after}"),
/// }
/// ```
{%- endif %}
{%- if !view.is_package %}
#[allow(dead_code, unreachable_pub)]
{%- endif %}
#[derive(Clone, Debug)]
pub struct Reconnection {
    lasting_after: Duration,
    opened_at: Option<Duration>,
    attempt: u32,
    is_stopped: bool,
}

{% if !view.is_package %}#[allow(dead_code, unreachable_pub)]
{% endif %}impl Reconnection {
    /// Before the first connection. A connection counts as lasting after 10 seconds.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            lasting_after: Duration::from_secs(10),
            opened_at: None,
            attempt: 0,
            is_stopped: false,
        }
    }

    /// The same with another time after which a connection counts as lasting: at least one second.
    #[must_use]
    pub const fn lasting_after(self, time: Duration) -> Self {
        let lasting_after = if time.as_secs() == 0 {
            Duration::from_secs(1)
        } else {
            time
        };
        Self {
            lasting_after,
            ..self
        }
    }

    /// The connection is open: the handshake succeeded.
    pub fn opened(&mut self, now: Duration) {
        self.opened_at = Some(now);
    }

    /// The connection has ended, or the attempt to open it has failed: 1006 if there is no code.
    ///
    /// Call it once for each attempt, and not after closing the connection yourself. Without
    /// [`opened`](Self::opened), or with a `now` before it, the connection did not last. `random` is
    /// that of [`{{ view.type_name }}::retry_after`].
{%- if view.type_name.len() <= 26 %}
    pub fn closed(&mut self, code: {{ view.type_name }}, now: Duration, random: f64) -> Next {
{%- else %}
    pub fn closed(
        &mut self,
        code: {{ view.type_name }},
        now: Duration,
        random: f64,
    ) -> Next {
{%- endif %}
        let opened_at = self.opened_at.take();
        let time = opened_at.and_then(|opened_at| now.checked_sub(opened_at));
        if time.is_some_and(|time| time >= self.lasting_after) {
            self.attempt = 0;
        }
        let delay = match code.retry_after(self.attempt, random) {
            Some(delay) if !self.is_stopped => delay,
            _ => {
                self.is_stopped = true;
                return Next::Stop;
            }
        };
        self.attempt = self.attempt.saturating_add(1);
        match code.after() {
            Some(after) => Next::First(after, delay),
            None => Next::Wait(delay),
        }
    }
}

impl Default for Reconnection {
    fn default() -> Self {
        Self::new()
    }
}

/// What a client does next, after its connection has ended.
#[must_use]
{%- if !view.is_package %}
#[allow(dead_code, unreachable_pub)]
{%- endif %}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Stay away. From now on this is the answer to everything; only a new [`Reconnection`] starts
    /// again.
    Stop,
    /// Wait this long, then connect.
    Wait(Duration),
    /// Wait this long, then do what [`After`] names, then connect. What needs the user can be
    /// offered at once.
    First(After, Duration),
}

/// A side of a connection.
{%- if !view.is_package %}
#[allow(dead_code)]
{%- endif %}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The side that opened the connection.
    Client,
    /// The side that accepted it.
    Server,
}

/// How a proxy closes a connection after the one on its other side has ended.
#[must_use]
{%- if !view.is_package %}
#[allow(dead_code)]
{%- endif %}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relay {
    /// With the received code and its reason.
    AsIs({{ view.type_name }}),
    /// With a Close frame without a code. A library that cannot send one sends 1000.
    WithoutCode,
    /// With this code, which may be sent, and without a reason.
    Instead({{ view.type_name }}),
}
