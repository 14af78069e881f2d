import CloseCodes
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// What a task's ending leads to: the next connection, and how a proxy closes the other one.
extension Shapes {
  mutating func checkReconnection() {
    for code in CloseCode.allCases + [.init(rawValue: 4123), .init(rawValue: -1)] {
      for isCertain in [true, false] {
        let ending = CloseCode.Ending(code: code, isCertain: isCertain)
        let known = isCertain ? code : plainBackoff
        expect(answers(ending), answers(known), "\(ending) leads to what its code leads to")
        for side in [CloseCode.Side.client, .server] {
          expect(ending.relay(to: side), known.relay(to: side), "\(ending) handed on to a \(side)")
        }
      }
    }
    for (code, number) in Self.cases {
      let isLost = !Self.isOpen && number == 1003
      let known = isLost ? plainBackoff : CloseCode(code)
      for side in [CloseCode.Side.client, .server] {
        expect(code.relay(to: side), known.relay(to: side), "\(number) handed on to a \(side)")
      }
    }
  }

  /// Attempts that fail, and connections that last and do not.
  private func answers(_ ending: CloseCode.Ending) -> [CloseCode.Next] {
    var reconnection = CloseCode.Reconnection()
    return Self.lives.map { opened, closed in
      if let opened { reconnection.opened(at: opened) }
      return reconnection.closed(ending, at: closed, random: 0.5)
    }
  }

  private func answers(_ code: CloseCode) -> [CloseCode.Next] {
    var reconnection = CloseCode.Reconnection()
    return Self.lives.map { opened, closed in
      if let opened { reconnection.opened(at: opened) }
      return reconnection.closed(code, at: closed, random: 0.5)
    }
  }

  private static let lives: [(opened: TimeInterval?, closed: TimeInterval)] = [
    (nil, 0), (0, 1), (0, 9), (0, 10), (nil, 20), (20, 10), (.nan, 40),
  ]
}
