// App URL...: prints what the guide's app makes of the end of a connection to each URL.

import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@main
struct App {
  struct Step: Error {
    let after: CloseCode.After
  }

  static func main() async throws {
    for address in CommandLine.arguments.dropFirst() {
      guard let url = URL(string: address) else { throw URLError(.badURL) }
      let task = connect(to: url)
      task.resume()
      while (try? await task.receive()) != nil {}
      print(address, needsSignIn(task) ? "sign in" : "\(task.ending)")

      do {
        try await receiveMessages(
          request: { after in
            if let after { throw Step(after: after) }
            return URLRequest(url: url)
          }, handle: { _ in }, report: { ending, _ in print(address, ending.code) })
      } catch let step as Step {
        print(address, "stopped: \(step.after.rawValue)")
      }
    }
  }
}
