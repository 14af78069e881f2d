import CloseCodes
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

typealias FoundationCode = URLSessionWebSocketTask.CloseCode

/// Touches every member of the Foundation extension, on whichever shape of enum it is built with.
@main
struct Shapes {
  #if canImport(Darwin)
    static let shape = "open enum"
    static let isOpen = true
  #else
    static let shape = "closed enum"
    static let isOpen = false
  #endif

  static let cases: [(FoundationCode, Int)] = [
    (.invalid, 0),
    (.normalClosure, 1000),
    (.goingAway, 1001),
    (.protocolError, 1002),
    (.unsupportedData, 1003),
    (.noStatusReceived, 1005),
    (.abnormalClosure, 1006),
    (.invalidFramePayloadData, 1007),
    (.policyViolation, 1008),
    (.messageTooBig, 1009),
    (.mandatoryExtensionMissing, 1010),
    (.internalServerError, 1011),
    (.tlsHandshakeFailure, 1015),
  ]

  static let attempts: [(Int, Double)] = [(0, 0), (0, 0.5), (3, 0.25), (1000, 1), (Int.max, 1)]

  var checks = 0

  static func main() {
    var shapes = Shapes()
    shapes.checkConversions()
    shapes.checkConstants()
    shapes.checkAnswers()
    shapes.checkClose()
    shapes.checkErrors()
    shapes.checkEnding()
    shapes.checkHandshakes()
    shapes.checkReconnection()
    print("\(shape): \(shapes.checks) checks")
  }

  mutating func expect<T: Equatable>(_ actual: T, _ expected: T, _ what: String) {
    checks += 1
    if actual == expected { return }
    let message = "\(Self.shape): \(what): expected \(expected), got \(actual)\n"
    FileHandle.standardError.write(Data(message.utf8))
    exit(1)
  }

  /// A task that is never resumed, and so never connects.
  func task() -> URLSessionWebSocketTask {
    guard let url = URL(string: "ws://localhost:9") else { fatalError("not a URL") }
    return URLSession.shared.webSocketTask(with: url)
  }

  /// Waits at most 2 s for a real task, which notes in another thread what it was closed with.
  func wait(for task: URLSessionWebSocketTask, _ code: Int, _ reason: String?) {
    let reason = reason.map { Data($0.utf8) }
    for _ in 0..<20_000 where task.closeCode.rawValue != code || task.closeReason != reason {
      Thread.sleep(forTimeInterval: 0.0001)
    }
  }

  // MARK: - Conversions and constants

  mutating func checkConversions() {
    for (code, number) in Self.cases {
      expect(WebSocketCloseCode(code).rawValue, number, "ours from \(number)")
      expect(FoundationCode(CloseCode(rawValue: number)), code, "Foundation's from \(number)")
    }
    let known = Set(Self.cases.map { $0.1 })
    let numbers = Array(-1...5001) + [65535, 65536, Int.max, Int.min]
    for number in numbers where !known.contains(number) {
      let code = FoundationCode(WebSocketCloseCode(rawValue: number))
      expect(code?.rawValue, Self.isOpen ? number : nil, "Foundation's from \(number)")
      if let code { expect(WebSocketCloseCode(code).rawValue, number, "\(number) and back") }
    }
  }

  mutating func checkConstants() {
    #if canImport(Darwin)
      let constants: [(FoundationCode, WebSocketCloseCode)] = [
        (.serviceRestart, .serviceRestart),
        (.tryAgainLater, .tryAgainLater),
        (.badGateway, .badGateway),
        (.unauthorized, .unauthorized),
        (.forbidden, .forbidden),
        (.timeout, .timeout),
      ]
      for (code, ours) in constants {
        expect(WebSocketCloseCode(code), ours, "constant \(ours)")
        let task = task()
        task.cancel(with: code, reason: nil)
        wait(for: task, ours.rawValue, nil)
        expect(task.closeCode.rawValue, ours.rawValue, "cancel(with:) of constant \(ours)")
      }
      let restarting = task()
      restarting.cancel(with: .serviceRestart, reason: nil)
      wait(for: restarting, 1012, nil)
      switch restarting.closeCode {
      case .goingAway: expect(true, false, "goingAway is not serviceRestart")
      case .serviceRestart: expect(restarting.closeCode.rawValue, 1012, "switch")
      default: expect(true, false, "serviceRestart is a pattern")
      }
    #endif
  }

  // MARK: - Answers

  mutating func checkAnswers() {
    for (code, number) in Self.cases { checkAnswers(code, number) }
    for number in [1, 1004, 1012, 1013, 1014, 2999, 3000, 3003, 3008, 4001, 5000, 65535, -1] {
      guard let code = FoundationCode(rawValue: number) else {
        expect(Self.isOpen, false, "an open enum takes \(number)")
        continue
      }
      checkAnswers(code, number)
    }
  }

  mutating func checkAnswers(_ code: FoundationCode, _ number: Int) {
    let ours = CloseCode(rawValue: number)
    expect(code.isNamed, ours.isNamed, "isNamed of \(number)")
    expect(code.isOwn, ours.isOwn, "isOwn of \(number)")
    expect(code.name, ours.name, "name of \(number)")
    expect(code.summary, ours.summary, "summary of \(number)")
    expect(code.label, ours.label, "label of \(number)")
    expect(code.codeRange, ours.codeRange, "codeRange of \(number)")
    expect(code.sentBy, ours.sentBy, "sentBy of \(number)")
    expect(code.isSendable, ours.isSendable, "isSendable of \(number)")
    expect(code.wireCode, ours.wireCode, "wireCode of \(number)")
    expect(code.isBrowserSendable, ours.isBrowserSendable, "isBrowserSendable of \(number)")
    expect(code.reason, ours.reason, "reason of \(number)")

    let isLost = !Self.isOpen && number == 1003
    expect(code.reconnect, isLost ? .backoff : ours.reconnect, "reconnect of \(number)")
    expect(code.after, isLost ? nil : ours.after, "after of \(number)")
    for (attempt, random) in Self.attempts {
      expect(
        code.retryAfter(attempt: attempt, random: random),
        (isLost ? plainBackoff : ours).retryAfter(attempt: attempt, random: random),
        "retryAfter of \(number), attempt \(attempt)"
      )
    }
  }

  /// A code whose advice is the plain backoff, whatever the spec says of the named ones.
  let plainBackoff = CloseCode.abnormalClosure

  // MARK: - close(_:reason:)

  mutating func checkClose() {
    var untouched: [(URLSessionWebSocketTask, CloseCode)] = []
    let long = String(repeating: "é", count: 100)
    for number in Array(-1...5001) + [65535] {
      let code = CloseCode(rawValue: number)
      let holds = Self.isOpen || FoundationCode(rawValue: number) != nil
      if code.isSendable && holds {
        checkClose(code, nil, sends: code.reason)
        if code.isNamed || number == 4001 {
          checkClose(code, "bye", sends: "bye")
          checkClose(code, "", sends: "")
          checkClose(code, long, sends: String(repeating: "é", count: 61))
        }
      } else {
        let task = task()
        untouched.append((task, code))
        checkClose(
          task, code, throws: code.isSendable ? .unsupportedByPlatform(code) : .notSendable(code))
      }
    }
    Thread.sleep(forTimeInterval: 0.1)
    for (task, code) in untouched {
      expect(task.closeCode, .invalid, "code after close(\(code)) has thrown")
      expect(task.closeReason, nil, "reason after close(\(code)) has thrown")
    }
  }

  mutating func checkClose(_ code: CloseCode, _ reason: String?, sends expected: String?) {
    let task = task()
    do {
      if let reason { try task.close(code, reason: reason) } else { try task.close(code) }
    } catch {
      expect("\(error)", "", "close(\(code)) throws")
    }
    wait(for: task, code.rawValue, expected)
    expect(task.closeCode.rawValue, code.rawValue, "code sent by close(\(code))")
    let sent = task.closeReason.map { String(decoding: $0, as: UTF8.self) }
    expect(sent, expected, "reason sent by close(\(code))")
  }

  mutating func checkClose(
    _ task: URLSessionWebSocketTask, _ code: CloseCode, throws expected: CloseCode.CloseError
  ) {
    do {
      try task.close(code, reason: "bye")
      expect("nothing", "\(expected)", "thrown by close(\(code))")
    } catch {
      expect(error as? CloseCode.CloseError, expected, "thrown by close(\(code))")
    }
  }

  mutating func checkErrors() {
    let notSendable = CloseCode.CloseError.notSendable(.abnormalClosure)
    let text = "Close code 1006 abnormal-closure must not be sent in a Close frame."
    expect(notSendable.description, text, "description of notSendable")
    expect(notSendable.localizedDescription, text, "localizedDescription of notSendable")
    let unsupported = CloseCode.CloseError.unsupportedByPlatform(CloseCode(rawValue: 4001))
    expect(
      unsupported.description,
      "Close code 4001 private cannot be sent by Foundation on this platform.",
      "description of unsupportedByPlatform"
    )
  }

  // MARK: - Endings

  func ended(_ code: FoundationCode, _ reason: String?) -> URLSessionWebSocketTask {
    let task = task()
    task.cancel(with: code, reason: reason.map { Data($0.utf8) })
    wait(for: task, code.rawValue, reason)
    return task
  }

  mutating func checkEnding() {
    checkEnding(task(), .abnormalClosure, nil, isCertain: false)
    for (code, number) in Self.cases where number != 0 {
      let isCertain = Self.isOpen || number != 1003
      let isClosed = Self.isOpen || number != 1000
      checkEnding(ended(code, nil), CloseCode(code), nil, isCertain: isCertain && isClosed)
      checkEnding(ended(code, "bye"), CloseCode(code), "bye", isCertain: isCertain)
      checkEnding(ended(code, ""), CloseCode(code), nil, isCertain: isCertain)
    }
    for number in [1012, 4001, 65535, -1] {
      guard let code = FoundationCode(rawValue: number) else {
        expect(Self.isOpen, false, "an open enum takes \(number)")
        continue
      }
      checkEnding(ended(code, "bye"), CloseCode(rawValue: number), "bye", isCertain: true)
    }
    checkRecognizing()
  }

  mutating func checkEnding(
    _ task: URLSessionWebSocketTask, _ code: CloseCode, _ reason: String?, isCertain: Bool
  ) {
    let ending = task.ending
    expect(
      ending, CloseCode.Ending(code: code, reason: reason, isCertain: isCertain), "ending \(code)")
    expect(ending.code, code, "code of ending \(code)")
    expect(ending.reason, reason, "reason of ending \(code)")
    expect(ending.isCertain, isCertain, "isCertain of ending \(code)")
    expect(ending.reconnect, isCertain ? code.reconnect : .backoff, "reconnect of ending \(code)")
    expect(ending.after, isCertain ? code.after : nil, "after of ending \(code)")
    for (attempt, random) in Self.attempts {
      expect(
        ending.retryAfter(attempt: attempt, random: random),
        (isCertain ? code : plainBackoff).retryAfter(attempt: attempt, random: random),
        "retryAfter of ending \(code), attempt \(attempt)"
      )
    }
    expect(task.ending(recognizingDefaultReasons: false), ending, "ending(false) \(code)")
    expect(task.ending(recognizingDefaultReasons: true), ending, "ending(true) \(code)")
  }

  /// Of what has a reason, only 1003 on a closed enum is uncertain, and may become another code.
  mutating func checkRecognizing() {
    for code in CloseCode.allCases {
      guard let reason = code.reason else { continue }
      let lost = ended(.unsupportedData, reason)
      let uncertain = CloseCode.Ending(
        code: .unsupportedData, reason: reason, isCertain: Self.isOpen)
      let recognized = CloseCode.Ending(code: code, reason: reason, isCertain: true)
      expect(lost.ending, uncertain, "ending of a lost \(code)")
      expect(
        lost.ending(recognizingDefaultReasons: false), uncertain, "ending(false) of a lost \(code)")
      expect(
        lost.ending(recognizingDefaultReasons: true), Self.isOpen ? uncertain : recognized,
        "ending(true) of a lost \(code)"
      )

      let certain = ended(.goingAway, reason)
      expect(
        certain.ending(recognizingDefaultReasons: true),
        CloseCode.Ending(code: .goingAway, reason: reason),
        "a certain code is not replaced by that of its reason"
      )
    }
    expect(
      ended(.unsupportedData, "Bad gateway").ending(recognizingDefaultReasons: true).code,
      .unsupportedData,
      "another text is no default reason"
    )
  }
}
