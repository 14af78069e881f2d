// {{ view.notice[0] }}
// {{ view.notice[1] }}

import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif
{%- if view.outer_name != view.type_name %}

/// ``{{ view.type_name }}`` under a name that also works inside extensions of `URLSessionWebSocketTask`,
/// where the word `CloseCode` means Foundation's type.
{{ view.access }}typealias {{ view.outer_name }} = {{ view.type_name }}
{%- endif %}

// MARK: - Between the two types

extension {{ view.outer_name }} {
  /// The same number. Never fails, but see ``Ending`` for when Foundation's number is not the code.
  {{ view.access }}init(_ code: URLSessionWebSocketTask.CloseCode) {
    self.init(rawValue: code.rawValue)
  }
}

extension URLSessionWebSocketTask.CloseCode {
  /// The same number, or nil if Foundation's type cannot represent it on this platform.
  ///
  /// On Apple platforms the type can represent every number. Elsewhere it is a closed enum of 13 codes:
  /// 0, 1000-1003, 1005-1011 and 1015.
  {{ view.access }}init?(_ code: {{ view.outer_name }}) {
    self.init(rawValue: code.rawValue)
  }
}

// MARK: - Codes that Foundation has no constant for

{%- if view.repeats_type %}

// swift-format-ignore: DontRepeatTypeInStaticProperties
extension URLSessionWebSocketTask.CloseCode {
{%- else %}

extension URLSessionWebSocketTask.CloseCode {
{%- endif %}
  #if canImport(Darwin)
    // The enum is open here: Apple imports it from C, and init(rawValue:) never returns nil.
    private init(open rawValue: Int) {
      self.init(rawValue: rawValue)!
    }
{%- for code in view.lacking %}
{% for line in code.doc %}
    ///{{ line }}
{%- endfor %}
{%- if let Some(deprecated) = code.deprecated %}
    @available(
      *, deprecated,
      {{ self::message(deprecated, 6) }}
    )
{%- endif %}
    {{ view.access }}static var {{ code.constant }}: Self {
      Self(open: {{ code.number }})
    }
{%- endfor %}
  #else
{%- for code in view.lacking %}
{%- if !loop.first %}
{% endif %}
    /// Not on this platform: Foundation's type cannot represent {{ code.number }}.
    @available(
      *, unavailable,
      message:
        "Foundation's enum cannot represent {{ code.number }} on this platform; close(_:reason:) throws for it, too"
    )
    {{ view.access }}static var {{ code.constant }}: Self {
      Swift.fatalError()
    }
{%- endfor %}
  #endif
}

// MARK: - The same answers from Foundation's type

/// The properties of ``{{ view.outer_name }}`` on Foundation's type.
///
/// Foundation's number is not always the one in the Close frame, see `URLSessionWebSocketTask.ending`.
extension URLSessionWebSocketTask.CloseCode {
  /// Whether the code has a name of its own.
  {{ view.access }}var isNamed: Bool { ours.isNamed }

  /// Whether the name comes from this file's spec, and not from one that it extends.
  {{ view.access }}var isOwn: Bool { ours.isOwn }

  /// The name in lower case with hyphens, such as `"going-away"`. Nil for a code without a name.
  {{ view.access }}var name: String? { ours.name }

  /// What the code means, in one English sentence for logs. Nil for a code without a name.
  {{ view.access }}var summary: String? { ours.summary }

  /// The name, or for a code without one the name of its ``codeRange``.
  {{ view.access }}var label: String { ours.label }

  /// The range that the number lies in.
  {{ view.access }}var codeRange: {{ view.outer_name }}.CodeRange {
    ours.codeRange
  }

  /// Which endpoint sends the code.
  {{ view.access }}var sentBy: {{ view.outer_name }}.SentBy {
    ours.sentBy
  }

  /// Whether the code may be sent in a Close frame. `cancel(with:reason:)` does not check it.
  {{ view.access }}var isSendable: Bool { ours.isSendable }

  /// The number for a Close frame, or nil if the code may not be sent.
  {{ view.access }}var wireCode: UInt16? { ours.wireCode }
{# #}
{%- for line in view.browser_doc %}
  ///{{ line }}
{%- endfor %}
  {{ view.access }}var isBrowserSendable: Bool { ours.isBrowserSendable }
{%- for range in view.ranges %}
{# #}
{%- for line in range.predicate_doc %}
  ///{{ line }}
{%- endfor %}
  {{ view.access }}var {{ range.predicate }}: Bool {
    ours.{{ range.predicate }}
  }
{%- endfor %}

  /// The default text to send with the code, or nil for none.
  {{ view.access }}var reason: String? { ours.reason }

  /// Whether a client that received the code should connect again.
  ///
  /// Where Foundation's type is a closed enum (Linux), `unsupportedData` stands for every code that
  /// the enum lacks. There its advice is a plain ``{{ view.outer_name }}/Reconnect/backoff``.
  {{ view.access }}var reconnect: {{ view.outer_name }}.Reconnect {
    received.reconnect
  }

  /// What a client that received the code should do before it connects again, or nil for nothing.
  ///
  /// Nil for `unsupportedData` where Foundation's type is a closed enum, see ``reconnect``.
  {{ view.access }}var after: {{ view.outer_name }}.After? {
    received.after
  }

  /// How many seconds a client that received the code should wait, or nil for not to connect again.
  ///
  /// For `unsupportedData` a plain backoff where Foundation's type is a closed enum, see
  /// ``reconnect``. The parameters are those of ``{{ view.outer_name }}/retryAfter(attempt:random:)``.
  {{ view.access }}func retryAfter(attempt: Int, random: Double) -> TimeInterval? {
    received.retryAfter(attempt: attempt, random: random)
  }

  /// How a proxy that received the code closes its other connection.
  ///
  /// `unsupportedData` is not relayed where Foundation's type is a closed enum, see ``reconnect``.
  {{ view.access }}func relay(
    to side: {{ view.outer_name }}.Side
  ) -> {{ view.outer_name }}.Relay {
    received.relay(to: side)
  }

  private var ours: {{ view.outer_name }} {
    {{ view.outer_name }}(self)
  }

  private var received: {{ view.outer_name }}.Ending {
    .init(code: ours, isCertain: isCertain)
  }

  fileprivate var isCertain: Bool {
    #if canImport(Darwin)
      return true
    #else
      return self != .unsupportedData
    #endif
  }
}

// MARK: - Closing

extension {{ view.outer_name }} {
  /// Why `URLSessionWebSocketTask.close(_:reason:)` sent nothing.
  {{ view.access }}enum CloseError: Error, Hashable, CustomStringConvertible, LocalizedError {
    /// The code may not be sent in a Close frame, see ``{{ view.outer_name }}/isSendable``.
    case notSendable({{ view.outer_name }})
    /// The code may be sent, but Foundation's type cannot represent it on this platform.
    case unsupportedByPlatform({{ view.outer_name }})

    /// The error in one English sentence.
    {{ view.access }}var description: String {
      switch self {
      case .notSendable(let code):
        return "Close code \(code) must not be sent in a Close frame."
      case .unsupportedByPlatform(let code):
        return "Close code \(code) cannot be sent by Foundation on this platform."
      }
    }

    /// The same text as ``description``.
    {{ view.access }}var errorDescription: String? { description }
  }

  /// The code as Foundation's type, if it may be sent and can be.
  fileprivate func checked() throws -> URLSessionWebSocketTask.CloseCode {
    guard isSendable else { throw CloseError.notSendable(self) }
    guard let code = URLSessionWebSocketTask.CloseCode(self) else {
      throw CloseError.unsupportedByPlatform(self)
    }
    return code
  }

  /// The bytes behind the code in a Close frame.
  fileprivate func payload(_ reason: String?) -> Data? {
    (reason ?? self.reason).map { Data(Self.fitReason($0).utf8) }
  }
}

extension URLSessionWebSocketTask {
  /// Closes the connection with a code, and never with another one in its place.
  ///
  /// - Parameters:
  ///   - code: Why the connection ends.
  ///   - reason: A text for the peer, cut to ``{{ view.outer_name }}/maxReasonBytes`` if it is longer.
  ///     Without one, the code's own ``{{ view.outer_name }}/reason`` is sent, if it has any.
  /// - Throws: ``{{ view.outer_name }}/CloseError`` if the code may not be sent, or if Foundation
  ///   cannot send it on this platform: on Linux only 1000-1003 and 1007-1011 can be sent.
  ///   The connection then stays as it was.
  {{ view.access }}func close(
    _ code: {{ view.outer_name }},
    reason: String? = nil
  ) throws {
    cancel(with: try code.checked(), reason: code.payload(reason))
  }
}

// MARK: - What a connection ended with

extension {{ view.outer_name }} {
  /// How a connection ended, with advice on connecting again.
  {{ view.access }}struct Ending: Hashable, Sendable {
    /// The close code.
    {{ view.access }}let code: {{ view.outer_name }}

    /// The text that came with the code, or nil if there was none.
    {{ view.access }}let reason: String?

    /// Whether ``code`` can be trusted. If not, the advice is a plain backoff.
    {{ view.access }}let isCertain: Bool

    /// The HTTP status that the server answered the handshake with, or nil if none is known.
    ///
    /// 101 opened the connection. With another status, such as 403, or without one, it was never open.
    {{ view.access }}let httpStatus: Int?

    /// Describes an ending. Tasks do so themselves: `URLSessionWebSocketTask.ending`.
    {{ view.access }}init(
      code: {{ view.outer_name }},
      reason: String? = nil,
      isCertain: Bool = true,
      httpStatus: Int? = nil
    ) {
      self.code = code
      self.reason = reason
      self.isCertain = isCertain
      self.httpStatus = httpStatus
    }

    /// Whether to connect again.
    {{ view.access }}var reconnect: Reconnect { isCertain ? code.reconnect : .backoff }

    /// What must happen before a client reconnects, or nil for nothing.
    {{ view.access }}var after: After? { isCertain ? code.after : nil }

    /// How many seconds to wait before connecting again, or nil for not to connect again.
    ///
    /// The parameters are those of ``{{ view.outer_name }}/retryAfter(attempt:random:)``.
    {{ view.access }}func retryAfter(attempt: Int, random: Double) -> TimeInterval? {
      isCertain
        ? code.retryAfter(attempt: attempt, random: random)
        : Backoff.standard.delay(attempt: attempt, random: random)
    }

    /// How a proxy closes its other connection. A code that is not certain is not relayed.
    {{ view.access }}func relay(to side: Side) -> Relay {
      let known = isCertain ? code : .init(rawValue: 1006)
      return known.relay(to: side)
    }
  }

  /// The only code with this default reason, or nil if there is none or more than one.
  fileprivate init?(defaultReason: String) {
    let codes = Self.allCases.filter { $0.reason == defaultReason }
    guard codes.count == 1 else { return nil }
    self = codes[0]
  }
}

extension {{ view.outer_name }}.Reconnection {
  /// The connection has ended like this, or the attempt to open it has failed.
  ///
  /// Call it once for each attempt, and not after closing the connection yourself. Where the code is
  /// not certain, the advice is a plain backoff.
  {{ view.access }}mutating func closed(
    _ ending: {{ view.outer_name }}.Ending,
    at now: TimeInterval,
    random: Double
  ) -> {{ view.outer_name }}.Next {
    next(after: ending.after, at: now) { ending.retryAfter(attempt: $0, random: random) }
  }
}

extension URLSessionWebSocketTask {
  /// What the connection ended with. Read it only after the end: when `receive()` has thrown or the
  /// delegate was called.
  ///
  /// Foundation's `closeCode` is not always the code that the peer sent:
  /// - It stays 0 when no Close frame ended the connection, which is 1006, an abnormal closure, here. That
  ///   is certain only if the handshake was answered with 101. If it was refused or failed, there was no
  ///   connection: the ``{{ view.outer_name }}/Ending/httpStatus`` and the task's `error` tell why.
  /// - After a `cancel(with:reason:)` or `close(_:reason:)` of one's own it is one's own code.
  /// - On Linux it is 1000 after a Close frame without a code, and when the peer ends a connection that
  ///   has carried messages without any Close frame. So 1000 without a `closeReason` is not certain there.
  /// - On Linux it is 1003 for every code that the closed enum lacks, such as 1012 or 4001.
  ///   So 1003 is not certain there.
  ///
  /// Where the code is not certain, the advice is a plain backoff. Whether the `response` of a task on
  /// Apple platforms has the 101 was not tested: if not, no 1006 is certain there.
  {{ view.access }}var ending: {{ view.outer_name }}.Ending {
    let httpStatus = (response as? HTTPURLResponse)?.statusCode
    let isClosed = closeCode.rawValue != 0
    return .init(
      code: isClosed ? .init(closeCode) : .init(rawValue: 1006),
      reason: closeReason.flatMap { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) },
      isCertain: isClosed ? isCodeCertain : httpStatus == 101,
      httpStatus: httpStatus
    )
  }

  private var isCodeCertain: Bool {
    #if canImport(Darwin)
      return true
    #else
      // The reason of a Close frame is empty if it has none.
      return closeCode.isCertain && (closeCode != .normalClosure || closeReason != nil)
    #endif
  }

  /// What the connection ended with, where a reason may identify the code that Foundation has lost.
  ///
  /// - Parameter recognizingDefaultReasons: Whether to take a ``{{ view.outer_name }}/reason`` for its
  ///   code. If the code is not certain and the text is the default reason of exactly one code,
  ///   that code is the answer, and counts as certain. Ask for it only if the server sends these
  ///   texts with these codes alone.
  /// - Returns: The same as ``ending`` wherever the code is certain or the text is not known.
  {{ view.access }}func ending(
    recognizingDefaultReasons: Bool
  ) -> {{ view.outer_name }}.Ending {
    let ending = self.ending
    guard
      recognizingDefaultReasons,
      !ending.isCertain,
      let reason = ending.reason,
      let code = {{ view.outer_name }}(defaultReason: reason)
    else { return ending }
    return .init(code: code, reason: reason, httpStatus: ending.httpStatus)
  }
}
