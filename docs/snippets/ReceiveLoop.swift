import CloseCodes
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Hands over messages, and connects again for as long as the close codes advise it.
///
/// Ends with a thrown ``CloseCode`` that forbids another attempt, or when the surrounding `Task` is
/// cancelled. `request` makes the request of each connection: it first does what it is told must
/// happen, such as `.newCredentials`, or throws to give up. `report` gets the end of each attempt,
/// and the error, which says why a handshake was refused or failed.
func receiveMessages(
  request: @Sendable (_ after: CloseCode.After?) async throws -> URLRequest,
  handle: @Sendable (URLSessionWebSocketTask.Message) async -> Void,
  report: @Sendable (CloseCode.Ending, any Error) -> Void = { print("closed: \($0.code), \($1)") }
) async throws {
  var reconnection = CloseCode.Reconnection()
  var after: CloseCode.After?
  while true {
    var request = try await request(after)
    // Foundation on Linux sends `keep-alive`, which servers refuse.
    request.setValue("Upgrade", forHTTPHeaderField: "Connection")
    let opening = Opening()
    let session = URLSession(configuration: .default, delegate: opening, delegateQueue: nil)
    defer { session.finishTasksAndInvalidate() }
    let task = session.webSocketTask(with: request)
    do {
      try await withTaskCancellationHandler {
        task.resume()
        while true { await handle(try await task.receive()) }
      } onCancel: {
        try? task.close(.normalClosure)
      }
    } catch {
      try Task.checkCancellation()  // Else the peer's answer to `onCancel` would count.
      let ending = task.ending(recognizingDefaultReasons: true)
      report(ending, error)
      if let time = opening.time { reconnection.opened(at: time) }
      let now = ProcessInfo.processInfo.systemUptime
      let delay: TimeInterval
      switch reconnection.closed(ending, at: now, random: .random(in: 0...1)) {
      case .stop: throw ending.code
      case .wait(let seconds): (after, delay) = (nil, seconds)
      case .first(let step, let seconds): (after, delay) = (step, seconds)
      }
      try await Task.sleep(nanoseconds: UInt64(delay * 1_000_000_000))
    }
  }
}

/// Keeps the time at which a connection opened.
private final class Opening: NSObject, URLSessionWebSocketDelegate, @unchecked Sendable {
  private let lock = NSLock()
  private var opened: TimeInterval?

  var time: TimeInterval? { lock.withLock { opened } }

  func urlSession(
    _ session: URLSession, webSocketTask: URLSessionWebSocketTask,
    didOpenWithProtocol protocol: String?
  ) {
    lock.withLock { opened = ProcessInfo.processInfo.systemUptime }
  }

  func urlSession(
    _ session: URLSession, webSocketTask: URLSessionWebSocketTask,
    didCloseWith closeCode: URLSessionWebSocketTask.CloseCode, reason: Data?
  ) {
    // Foundation on Linux requires this method.
  }
}
