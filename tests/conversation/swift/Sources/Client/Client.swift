// Client PORT
//
// The client of the conversation on Foundation: for each sendable code the server closes with it, then the client
// does. It prints one line for each.

import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@main
struct Client {
  static func main() async throws {
    let url = "ws://127.0.0.1:\(CommandLine.arguments[1])"
    let session = URLSession(configuration: .ephemeral)
    for code in (0...0xFFFF).map(CloseCode.init(rawValue:)) where code.isSendable {
      print(try await hear(try start(session, "\(url)/close/\(code.rawValue)")))
      print(try await say(code, on: try start(session, "\(url)/listen")))
    }
  }

  static func start(_ session: URLSession, _ url: String) throws -> URLSessionWebSocketTask {
    guard let url = URL(string: url) else { throw URLError(.badURL) }
    var request = URLRequest(url: url)
    // Foundation on Linux says keep-alive of its own accord.
    request.setValue("Upgrade", forHTTPHeaderField: "Connection")
    let task = session.webSocketTask(with: request)
    task.resume()
    return task
  }

  static func hear(_ task: URLSessionWebSocketTask) async throws -> String {
    await end(task)
    return "received\t" + line(task.ending(recognizingDefaultReasons: true))
  }

  static func say(_ code: CloseCode, on task: URLSessionWebSocketTask) async throws -> String {
    _ = try await task.receive()
    var said = "sent\t" + line(.init(code: code, reason: code.reason))
    do {
      try task.close(code)
    } catch let error as CloseCode.CloseError {
      guard error == .unsupportedByPlatform(code) else { throw error }
      said = "refused\t\(code.rawValue)\tunsupportedByPlatform"
      try task.close(.normalClosure)
    }
    await end(task)
    return said
  }

  static func end(_ task: URLSessionWebSocketTask) async {
    do {
      while true { _ = try await task.receive() }
    } catch {
      // The task knows more than the error.
    }
  }

  /// What the generated code says of an ending, in the columns of all sides.
  static func line(_ ending: CloseCode.Ending) -> String {
    let code = ending.code
    let delay = ending.retryAfter(attempt: 1, random: 0.5)
    return [
      "\(code.rawValue)",
      code.name ?? "-",
      code.label,
      ending.reconnect.rawValue,
      ending.after?.rawValue ?? "-",
      delay.map { "\(Int($0 * 1000))" } ?? "-",
      ending.isCertain ? "certain" : "uncertain",
      ending.reason ?? "",
    ].joined(separator: "\t")
  }
}
