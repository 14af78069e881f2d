// Client PORT
//
// The client of the conversation on Foundation: it connects until a message tells it to stop, closes with the number in any
// other message, and prints a line for each end of a connection.

import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@main
struct Client {
  static func main() async throws {
    guard let url = URL(string: "ws://127.0.0.1:\(CommandLine.arguments[1])/") else {
      throw URLError(.badURL)
    }
    let session = URLSession(configuration: .ephemeral)
    while let line = try await converse(start(session, url)) {
      // `print` keeps lines back when its output is no terminal.
      FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
  }

  static func start(_ session: URLSession, _ url: URL) -> URLSessionWebSocketTask {
    var request = URLRequest(url: url)
    // Foundation on Linux says keep-alive of its own accord.
    request.setValue("Upgrade", forHTTPHeaderField: "Connection")
    let task = session.webSocketTask(with: request)
    task.resume()
    return task
  }

  /// What to print of a connection, and nothing when it was the last one.
  static func converse(_ task: URLSessionWebSocketTask) async throws -> String? {
    guard case .string(let message)? = try? await task.receive() else {
      return "received\t" + line(task.ending(recognizingDefaultReasons: true))
    }
    guard let number = Int(message) else {
      try task.close(.normalClosure)
      await end(task)
      return nil
    }
    let code = CloseCode(rawValue: number)
    var said = "sent\t" + line(.init(code: code, reason: code.reason))
    do {
      try task.close(code)
    } catch let error as CloseCode.CloseError {
      guard error == .unsupportedByPlatform(code) else { throw error }
      said = "refused\t\(number)\tunsupportedByPlatform"
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

  /// What the generated code answers for an ending, in the columns of all bridges.
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
      ending.reason ?? "",
    ].joined(separator: "\t")
  }
}
