import CloseCodes
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// How the answer to the handshake tells a connection that was lost from one that was never open.
/// Only tasks of the stand-in can be given an answer; on the real Foundation a server gives it.
extension Shapes {
  mutating func checkHandshakes() {
    #if canImport(Darwin) && canImport(FoundationNetworking)
      for status in [101, 200, 301, 400, 403, 503] {
        let task = URLSessionWebSocketTask(response: HTTPURLResponse(statusCode: status))
        let isLost = status == 101
        let expected = CloseCode.Ending(
          code: .abnormalClosure, isCertain: isLost, httpStatus: status)
        expect(task.ending, expected, "ending after \(status)")
        expect(
          task.ending(recognizingDefaultReasons: true), expected, "ending(true) after \(status)")
        task.cancel(with: .goingAway, reason: nil)
        let closed = CloseCode.Ending(code: .goingAway, httpStatus: status)
        expect(task.ending, closed, "ending of a closed task after \(status)")
      }
      let other = URLSessionWebSocketTask(response: URLResponse())
      expect(other.ending, .init(code: .abnormalClosure, isCertain: false), "ending without HTTP")
    #endif
  }
}
