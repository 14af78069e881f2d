// {{ view.notice[0] }}
// {{ view.notice[1] }}

import Foundation

/// A WebSocket close code: the number in a Close frame that tells why a connection ended.
///
/// Any number is a value of this type, whether or not it has a name, so nothing that a peer sends
/// is lost or mistaken for something else. Named codes are static members.
/// RFC 6455, section 7.4, defines the codes and their ranges.
{{ view.access }}struct {{ view.type_name }}:
  RawRepresentable, Hashable, Codable, Error, Sendable
{
  /// The number itself. It may be outside the range of a Close frame, see ``wireCode``.
  {{ view.access }}let rawValue: Int

  /// Makes a close code from any number. Never fails.
  {{ view.access }}init(rawValue number: Int) {
    rawValue = number
  }
}

#if compiler(>=6.0)
  extension {{ view.type_name }}: BitwiseCopyable {}
#endif

// MARK: - Named codes

{%- if view.repeats_type %}

// swift-format-ignore: DontRepeatTypeInStaticProperties
extension {{ view.type_name }} {
{%- else %}

extension {{ view.type_name }} {
{%- endif %}
{%- for code in view.codes %}
{%- if !loop.first %}
{% endif %}
{%- for line in code.doc %}
  ///{{ line }}
{%- endfor %}
{%- if let Some(deprecated) = code.deprecated %}
  @available(
    *, deprecated,
    {{ self::message(deprecated, 4) }}
  )
{%- endif %}
{%- if code.is_short %}
  {{ view.access }}static var {{ code.constant }}: Self { Self(rawValue: {{ code.number }}) }
{%- else %}
  {{ view.access }}static var {{ code.constant }}: Self {
    Self(rawValue: {{ code.number }})
  }
{%- endif %}
{%- endfor %}
}

extension {{ view.type_name }}: CaseIterable {
  /// Every named code, ordered by number. Codes without a name are values too, but not listed.
  {{ view.access }}static let allCases: [Self] = [
{%- for code in view.codes %}
    Self(rawValue: {{ code.number }}){% if view.codes.len() > 1 %},{% endif %}  // {{ code.name }}
{%- endfor %}
{%- if view.codes.is_empty() %}]{%- else %}
  ]{%- endif %}

  /// The codes that this file's spec names itself, ordered by number.
{%- if let Some(own) = view.own %}
  {{ view.access }}static let allOwn: [Self] = [
{%- for code in own %}
    Self(rawValue: {{ code.number }}){% if own.len() > 1 %},{% endif %}  // {{ code.name }}
{%- endfor %}
{%- if own.is_empty() %}]{%- else %}
  ]{%- endif %}
{%- else %}
  {{ view.access }}static var allOwn: [Self] { allCases }
{%- endif %}
}

// MARK: - Names and texts

extension {{ view.type_name }} {
  /// The named code whose ``name`` is this text, such as `"going-away"`, or nil if there is none.
  {{ view.access }}init?(named name: String) {
    guard let code = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = code
  }

  /// Whether the code has a name of its own.
  {{ view.access }}var isNamed: Bool { name != nil }

  /// Whether the name comes from this file's spec, and not from one that it extends.
{%- if let Some(own) = view.own %}
  {{ view.access }}var isOwn: Bool {
    switch rawValue {
{%- for code in own %}
    case {{ code.number }}: return true
{%- endfor %}
    default: return false
    }
  }
{%- else %}
  {{ view.access }}var isOwn: Bool { isNamed }
{%- endif %}

  /// The name in lower case with hyphens, such as `"going-away"`. Nil for a code without a name.
  {{ view.access }}var name: String? {
    switch rawValue {
{%- for code in view.codes %}
    case {{ code.number }}: return "{{ code.name }}"
{%- endfor %}
    default: return nil
    }
  }

  /// What the code means, in one English sentence for logs. Nil for a code without a name.
  {{ view.access }}var summary: String? {
    switch rawValue {
{%- for code in view.codes %}
    case {{ code.number }}:
{%- if code.summary_is_short %}
      return {{ code.summary }}
{%- else %}
      return
        {{ code.summary }}
{%- endif %}
{%- endfor %}
    default:
      return nil
    }
  }

  /// The name, or for a code without one the name of its ``codeRange``.
  ///
  /// Every code has a label and there are few of them, which suits metrics and logs.
  {{ view.access }}var label: String {
    if let name { return name }
{%- if view.labels.is_empty() %}
    return codeRange.rawValue
{%- else %}
    switch rawValue {
{%- for run in view.labels %}
    case {{ run.from }}...{{ run.to }}: return "{{ run.value }}"
{%- endfor %}
    default: return codeRange.rawValue
    }
{%- endif %}
  }
}

extension {{ view.type_name }}: CustomStringConvertible {
  /// The number, a space and the ``label``.
  {{ view.access }}var description: String { "\(rawValue) \(label)" }
}

extension {{ view.type_name }}: Comparable {
  /// Orders codes by number.
  {{ view.access }}static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

// MARK: - Where a code comes from and where it may go

extension {{ view.type_name }} {
  /// {{ view.vocabulary.code_range.about }}
  {{ view.access }}enum CodeRange: String, CaseIterable, Sendable {
{%- for word in view.vocabulary.code_range.words %}
    /// {{ word.meaning }}
    {{ self::word_case(word) }}
{%- endfor %}
  }

  /// {{ view.vocabulary.sent_by.about }}
  {{ view.access }}enum SentBy: String, CaseIterable, Sendable {
{%- for word in view.vocabulary.sent_by.words %}
    /// {{ word.meaning }}
    {{ self::word_case(word) }}
{%- endfor %}
  }

  /// The range that the number lies in.
  {{ view.access }}var codeRange: CodeRange {
    switch rawValue {
    case 0...999: return .unused
    case 1000...2999: return .protocol
    case 3000...3999: return .registered
    case 4000...4999: return .private
    default: return .outOfRange
    }
  }

  /// Which endpoint sends the code. For a code without a name it follows from its ``codeRange``.
  {{ view.access }}var sentBy: SentBy {
    switch rawValue {
{%- for (code, value) in view.sent_by.codes %}
    case {{ code.number }}: return {{ value }}
{%- endfor %}
{%- for run in view.sent_by.runs %}
    case {{ run.from }}...{{ run.to }}: return {{ run.value }}
{%- endfor %}
    default: return isSendable ? .either : .nobody
    }
  }
{# #}
{%- for line in view.sendable_doc %}
  ///{{ line }}
{%- endfor %}
  ///
  /// RFC 6455, section 7.4.1, forbids sending 1005, 1006 and 1015, and gives 1004 no meaning.
  {{ view.access }}var isSendable: Bool {
    switch rawValue {
{%- for run in view.sendable %}
    case {{ run }}: return true
{%- endfor %}
    default: return false
    }
  }

  /// The number for a Close frame, or nil if the code may not be sent.
  {{ view.access }}var wireCode: UInt16? { isSendable ? UInt16(exactly: rawValue) : nil }
{# #}
{%- for line in view.browser_doc %}
  ///{{ line }}
{%- endfor %}
  {{ view.access }}var isBrowserSendable: Bool {
    switch rawValue {
{%- for run in view.browser %}
    case {{ run }}: return true
{%- endfor %}
    default: return false
    }
  }
}
{%- if !view.ranges.is_empty() %}

// MARK: - Ranges

extension {{ view.type_name }} {
  /// The ranges of numbers that this file's spec names, each with its first and its last number.
  ///
  /// They are in a type of their own, so that none has the name of a code.
{%- if view.repeats_ranges %}
  // swift-format-ignore: DontRepeatTypeInStaticProperties
{%- endif %}
  {{ view.access }}enum Ranges {
{%- for range in view.ranges %}
{%- if !loop.first %}
{% endif %}
{%- for line in range.doc %}
    ///{{ line }}
{%- endfor %}
    {{ view.access }}static let {{ self::escaped(range.constant) }} = {{ range.from }}...{{ range.to }}
{%- endfor %}
  }
{%- for range in view.ranges %}
{# #}
{%- for line in range.predicate_doc %}
  ///{{ line }}
{%- endfor %}
  {{ view.access }}var {{ range.predicate }}: Bool {
    Ranges.{{ self::escaped(range.constant) }}.contains(rawValue)
  }
{%- endfor %}
}
{%- endif %}

// MARK: - Reconnecting

extension {{ view.type_name }} {
  /// {{ view.vocabulary.reconnect.about }}
  {{ view.access }}enum Reconnect: String, CaseIterable, Sendable {
{%- for word in view.vocabulary.reconnect.words %}
    /// {{ word.meaning }}
    {{ self::word_case(word) }}
{%- endfor %}
  }

  /// {{ view.vocabulary.after.about }}
  {{ view.access }}enum After: String, CaseIterable, Sendable {
{%- for word in view.vocabulary.after.words %}
    /// {{ word.meaning }}
    {{ self::word_case(word) }}
{%- endfor %}
  }

  /// Whether a client that received the code should connect again. Advice, not a rule.
  {{ view.access }}var reconnect: Reconnect {
    switch rawValue {
{%- for (code, value) in view.reconnect.codes %}
    case {{ code.number }}: return {{ value }}
{%- endfor %}
{%- for run in view.reconnect.runs %}
    case {{ run.from }}...{{ run.to }}: return {{ run.value }}
{%- endfor %}
    default: return {{ view.otherwise.reconnect }}
    }
  }

  /// What a client that received the code should do before it connects again, or nil for nothing.
  {{ view.access }}var after: After? {
    switch rawValue {
{%- for (code, value) in view.after.codes %}
    case {{ code.number }}: return {{ value }}
{%- endfor %}
{%- for run in view.after.runs %}
    case {{ run.from }}...{{ run.to }}: return {{ run.value }}
{%- endfor %}
    default: return {{ view.otherwise.after }}
    }
  }

  /// How long a client that received the code should wait before it connects again.
  ///
  /// This is for a library that counts attempts itself. Do first what ``after`` returns, and count
  /// from 0 again only after a connection that lasted, as ``Reconnection`` does on its own.
  ///
  /// The window of the pause doubles with every attempt up to a cap. Whatever the window, attempts 1,
  /// 2, 3, and 4 and later wait at least 0.5, 1, 2, and 4 seconds.
  ///
  /// - Parameters:
  ///   - attempt: How many connections have failed in a row since the last one that lasted, from 0.
  ///     A negative number counts as 0.
  ///   - random: A random number from 0 to 1, which spreads the clients of a server over time.
  ///     What lies outside is moved to the nearer end, and NaN counts as 1.
  /// - Returns: The pause in seconds, or nil if the advice is not to connect again.
  {{ view.access }}func retryAfter(attempt: Int, random: Double) -> TimeInterval? {
    switch reconnect {
    case .never: return nil
    case .immediately where attempt <= 0: return 0
    case .immediately, .backoff: return backoff.delay(attempt: attempt, random: random)
    }
  }

  private var backoff: Backoff {
    switch rawValue {
{%- for (code, value) in view.backoff.codes %}
    case {{ code.number }}: return {{ value }}
{%- endfor %}
{%- for run in view.backoff.runs %}
    case {{ run.from }}...{{ run.to }}: return {{ run.value }}
{%- endfor %}
    default: return {{ view.otherwise.backoff }}
    }
  }

  /// A window of time that doubles with each attempt. All bounds are seconds.
  struct Backoff {
    let from: Double
    let to: Double
    let cap: Double

    static var standard: Self { Self(from: 0, to: 5, cap: 60) }

    func delay(attempt: Int, random: Double) -> TimeInterval {
      let exponent = Swift.min(Swift.max(attempt, 0), 31)
      let doubled = Double(sign: .plus, exponent: exponent, significand: 1)
      let scale = Swift.min(doubled, cap / to)
      let spread = random < 1 ? Swift.max(random, 0) : 1  // NaN is not below 1.
      let least = attempt > 0 ? Swift.min(doubled, 16) / 4 : 0
      return Swift.max(scale * (from + spread * (to - from)), least)
    }
  }

  /// Decides what a client does each time its connection ends: one for each connection to keep up.
  ///
  /// It counts attempts, and starts over only after a connection that lasted. So a server that accepts
  /// every connection and closes it at once gets few of them.
  ///
  /// It reads no clock and draws no random number. `now` is a monotonic time in seconds since any
  /// origin, such as `ProcessInfo.processInfo.systemUptime`.
  {{ view.access }}struct Reconnection: Sendable {
    private let lastingAfter: TimeInterval
    private var openedAt: TimeInterval?
    private var attempt = 0
    private var isStopped = false

    /// Before the first connection.
    ///
    /// - Parameter lastingAfter: After how many seconds a connection counts as lasting, at least 1.
    ///   NaN counts as 10.
    {{ view.access }}init(lastingAfter: TimeInterval = 10) {
      self.lastingAfter = lastingAfter.isNaN ? 10 : Swift.max(lastingAfter, 1)
    }

    /// The connection is open: the handshake succeeded.
    {{ view.access }}mutating func opened(at now: TimeInterval) {
      openedAt = now
    }

    /// The connection has ended, or the attempt to open it has failed: 1006 if there is no code.
    ///
    /// Call it once for each attempt, and not after closing the connection yourself. Without
    /// ``opened(at:)``, or with a time before it, the connection did not last. The random number is
    /// that of ``{{ view.type_name }}/retryAfter(attempt:random:)``.
    {{ view.access }}mutating func closed(
      _ code: {{ view.type_name }},
      at now: TimeInterval,
      random: Double
    ) -> Next {
      next(after: code.after, at: now) { code.retryAfter(attempt: $0, random: random) }
    }

    mutating func next(
      after: After?, at now: TimeInterval, delay: (_ attempt: Int) -> TimeInterval?
    ) -> Next {
      let time = openedAt.map { now - $0 } ?? 0
      if time.isFinite, time >= lastingAfter { attempt = 0 }
      openedAt = nil
      guard !isStopped, let delay = delay(attempt) else {
        isStopped = true
        return .stop
      }
      attempt = Swift.min(attempt + 1, 31)  // The delays grow no more.
      return after.map { .first($0, delay) } ?? .wait(delay)
    }
  }

  /// What a client does next, after its connection has ended.
  {{ view.access }}enum Next: Hashable, Sendable {
    /// Stay away. From now on this is the answer to everything; only a new ``Reconnection`` starts
    /// again.
    case stop
    /// Wait this many seconds, then connect.
    case wait(TimeInterval)
    /// Wait this many seconds, then do what ``After`` names, then connect. What needs the user can be
    /// offered at once.
    case first(After, TimeInterval)
  }
}

// MARK: - Relaying

extension {{ view.type_name }} {
  /// A side of a connection.
  {{ view.access }}enum Side: Hashable, Sendable {
    /// The side that opened the connection.
    case client
    /// The side that accepted it.
    case server
  }

  /// How a proxy closes a connection after the one on its other side has ended.
  {{ view.access }}enum Relay: Hashable, Sendable {
    /// With the received code and its reason.
    case asIs({{ view.type_name }})
    /// With a Close frame without a code. A library that cannot send one sends 1000.
    case withoutCode
    /// With this code, which may be sent, and without a reason.
    case instead({{ view.type_name }})
  }

  /// How a proxy that received the code on one connection closes the other one, towards `side`.
  ///
  /// Only clients send 1010, so a client gets 1011 in its place. A code that may not be sent, such
  /// as 1006, becomes 1011 towards a client and 1001 towards a server.
  {{ view.access }}func relay(to side: Side) -> Relay {
    if rawValue == 1005 { return .withoutCode }
    switch side {
    case .client where rawValue == 1010 || !isSendable: return .instead(Self(rawValue: 1011))
    case .server where !isSendable: return .instead(Self(rawValue: 1001))
    case .client, .server: return .asIs(self)
    }
  }
}

// MARK: - Reasons

extension {{ view.type_name }} {
  /// The default text to send with the code, or nil for none.
  {{ view.access }}var reason: String? {
    switch rawValue {
{%- for (number, reason) in view.reasons %}
    case {{ number }}:
      return
        {{ reason }}
{%- endfor %}
    default: return nil
    }
  }

  /// The longest reason in bytes of UTF-8: a Close frame has room for 125, and the code takes 2.
  {{ view.access }}static var maxReasonBytes: Int { {{ view.max_reason_bytes }} }

  /// The text itself if it fits into a Close frame, else as much of its beginning as fits.
  ///
  /// The cut never splits a Unicode scalar, so the result is good UTF-8.
  {{ view.access }}static func fitReason(_ reason: String) -> String {
    if reason.utf8.count <= maxReasonBytes { return reason }
    var fitted = String.UnicodeScalarView()
    var bytes = 0
    for scalar in reason.unicodeScalars {
      bytes += UTF8.width(scalar)
      if bytes > maxReasonBytes { break }
      fitted.append(scalar)
    }
    return String(fitted)
  }
}
