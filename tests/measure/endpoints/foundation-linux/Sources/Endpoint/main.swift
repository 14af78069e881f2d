// URLSessionWebSocketTask as a measured endpoint: commands as JSON lines in, events as JSON lines out.

import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

typealias CloseCode = URLSessionWebSocketTask.CloseCode

struct Command: Decodable {
  let `do`: String
  let port: Int?
  let code: Int?
  let reason: String?
}

func report(_ event: [String: Any?]) {
  let values = event.mapValues { $0 ?? NSNull() }
  let line = try! JSONSerialization.data(withJSONObject: values, options: .sortedKeys)
  FileHandle.standardOutput.write(line + Data("\n".utf8))
}

final class Endpoint: NSObject, URLSessionWebSocketDelegate, @unchecked Sendable {
  private let lock = NSLock()  // lets "accepted" come before "closed"
  private var task: URLSessionWebSocketTask?
  private lazy var session = URLSession(
    configuration: .ephemeral, delegate: self, delegateQueue: nil)

  func obey(_ command: Command) {
    switch command.do {
    case "connect": connect(to: command.port!)
    case "close": close(with: command.code, reason: command.reason)
    default: task?.cancel()  // the interface has nothing harder
    }
  }

  private func connect(to port: Int) {
    var request = URLRequest(url: URL(string: "ws://127.0.0.1:\(port)/")!)
    // Foundation on Linux sends keep-alive by default.
    request.setValue("Upgrade", forHTTPHeaderField: "Connection")
    task = session.webSocketTask(with: request)
    task?.resume()
  }

  private func close(with number: Int?, reason: String?) {
    lock.withLock {
      if let number {
        guard let code = CloseCode(rawValue: number) else {
          return report(["event": "refused", "error": "type"])
        }
        task?.cancel(with: code, reason: reason.map { Data($0.utf8) })
      } else {
        task?.cancel()
      }
      report(["event": "accepted"])
    }
  }

  func urlSession(
    _: URLSession, webSocketTask task: URLSessionWebSocketTask, didOpenWithProtocol _: String?
  ) {
    report(["event": "open"])
    Task {
      do {
        while true { _ = try await task.receive() }
      } catch {
        closed(task, error)
      }
    }
  }

  private func closed(_ task: URLSessionWebSocketTask, _ error: Error) {
    var event: [String: Any?] = [
      "event": "closed", "code": task.closeCode.rawValue, "clean": nil,
      "reason": task.closeReason.map { String(decoding: $0, as: UTF8.self) },
    ]
    // 0 is what the property has after a lost connection and after a Close frame with 0; only then the error matters.
    if task.closeCode == .invalid {
      event["error"] = "\((error as NSError).domain) \((error as NSError).code)"
    }
    lock.withLock { report(event) }
  }

  func urlSession(
    _: URLSession, webSocketTask _: URLSessionWebSocketTask, didCloseWith _: CloseCode,
    reason _: Data?
  ) {
    // receive() fails then, too, and closeCode has the same number. It is not called when the connection is lost.
  }

  func urlSession(_: URLSession, task: URLSessionTask, didCompleteWithError error: Error?) {
    if task.response == nil, let error = error as NSError? {
      report(["event": "failed", "error": "\(error.domain) \(error.code)"])
    }
  }
}

var identifiers = [String: String]()
for number in 0...0xFFFF {
  if let code = CloseCode(rawValue: number) { identifiers["\(number)"] = "\(code)" }
}
report([
  "event": "ready", "implementation": "foundation-linux", "identifiers": identifiers,
  "version": ProcessInfo.processInfo.environment["FOUNDATION_VERSION"] ?? "unknown",
])

let endpoint = Endpoint()
while let line = readLine() {
  endpoint.obey(try JSONDecoder().decode(Command.self, from: Data(line.utf8)))
}
exit(0)
