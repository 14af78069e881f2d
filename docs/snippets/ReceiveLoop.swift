import CloseCodes
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Hands over messages, and connects again for as long as the close codes advise it.
///
/// Ends with a normal closure, with a thrown ``CloseCode`` that forbids another attempt, or when
/// the surrounding `Task` is cancelled. `request` makes the request of each connection: it first
/// does what it is told must happen, such as `.newCredentials`, or throws to give up.
func receiveMessages(
  request: @Sendable (_ after: CloseCode.After?) async throws -> URLRequest,
  handle: @Sendable (URLSessionWebSocketTask.Message) async -> Void
) async throws {
  var attempt = 0
  var after: CloseCode.After?
  while true {
    let task = URLSession.shared.webSocketTask(with: try await request(after))
    let start = ProcessInfo.processInfo.systemUptime
    do {
      try await withTaskCancellationHandler {
        task.resume()
        while true {
          let message = try await task.receive()
          // A greeting proves little; a connection that lasts ends the row of failed attempts.
          if ProcessInfo.processInfo.systemUptime - start > 10 { attempt = 0 }
          await handle(message)
        }
      } onCancel: {
        try? task.close(.goingAway)
      }
    } catch {
      try Task.checkCancellation()  // Else `ending` would tell the code from `onCancel`.
      let ending = task.ending
      guard let pause = ending.retryAfter(attempt: attempt, random: .random(in: 0...1)) else {
        if ending.code == .normalClosure { return }
        throw ending.code
      }
      attempt += 1
      after = ending.after
      try await Task.sleep(nanoseconds: UInt64(pause * 1_000_000_000))
    }
  }
}
