// SAMPLE URL PATH...: runs one of the samples to every path at once, and to those that a line closes, until standard input ends.

import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@main
struct Main {
  static func main() async throws {
    let sample = CommandLine.arguments[1]
    let url = CommandLine.arguments[2]
    await withTaskGroup(of: Void.self) { group in
      for path in CommandLine.arguments.dropFirst(3) {
        group.addTask { await stay(sample, url, path) }
      }
      let closed = ["/open", "/open/1011"].map { path in
        Task { await stay(sample, url, path) }
      }
      Thread.detachNewThread {
        while readLine() != nil {
          for task in closed { task.cancel() }
        }
        exit(0)
      }
    }
  }

  static func stay(_ sample: String, _ url: String, _ path: String) async {
    let url = URL(string: url + path)!
    do {
      if sample == "readme" {
        try await listen(
          to: url, prepare: { report("prepared", path, $0.rawValue) }, handle: { _ in })
      } else {
        try await receiveMessages(
          request: { after in
            if let after { report("prepared", path, after.rawValue) }
            return URLRequest(url: url)
          }, handle: { _ in }, report: { report($0, $1, path) })
      }
    } catch {
      report("stopped", path, "\(error)")
    }
  }

  static func report(_ ending: CloseCode.Ending, _ error: any Error, _ path: String) {
    let certainty = ending.isCertain ? "certain" : "uncertain"
    let status = ending.httpStatus.map(String.init) ?? "-"
    report(
      "ended", path, "\(ending.code.rawValue)", certainty, status, error.localizedDescription)
  }

  static func report(_ words: String...) {
    let line = words.joined(separator: " ") + "\n"
    FileHandle.standardOutput.write(Data(line.utf8))  // Not kept in a buffer.
  }
}
