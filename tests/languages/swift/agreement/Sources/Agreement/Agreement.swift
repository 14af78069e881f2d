import CloseCodes
import Foundation

/// Answers every line of the vectors on standard input from the generated API. The output must equal the input.
@main
struct Agreement {
  let pairs: [(attempt: Int, random: Double)]

  static func main() {
    do {
      try checkNames()
      let vectors = FileHandle.standardInput.readDataToEndOfFile()
      let answers = try answer(String(decoding: vectors, as: UTF8.self))
      FileHandle.standardOutput.write(Data(answers.utf8))
    } catch {
      FileHandle.standardError.write(Data("agreement: \(error)\n".utf8))
      exit(1)
    }
  }

  static func answer(_ text: String) throws -> String {
    var lines = text.split(separator: "\n")[...]
    guard let first = lines.popFirst(), first.hasPrefix("#\t") else {
      throw Failure("line 1 must be #, a tab, and attempt:random pairs")
    }
    let agreement = Agreement(pairs: try first.dropFirst(2).split(separator: " ").map(pair))
    var answers = "\(first)\n"
    for line in lines {
      let column = line.prefix { $0 != "\t" }
      if column == "reconnection" {
        answers += try Sequence(line).answer() + "\n"
        continue
      }
      guard let number = Int(column) else { throw Failure("not a code: \(column)") }
      answers += try agreement.line(CloseCode(rawValue: number))
      answers += "\n"
    }
    return answers
  }

  static func pair(_ text: Substring) throws -> (attempt: Int, random: Double) {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let attempt = Int(parts[0]), let random = Double(parts[1]) else {
      throw Failure("not an attempt:random pair: \(text)")
    }
    return (attempt, random)
  }

  func line(_ code: CloseCode) throws -> String {
    let columns: [String] = [
      String(code.rawValue),
      code.isNamed ? "yes" : "no",
      code.isOwn ? "yes" : "no",
      code.name ?? "-",
      code.summary ?? "-",
      code.label,
      code.codeRange.rawValue,
      code.sentBy.rawValue,
      code.isSendable ? "yes" : "no",
      code.wireCode.map { String($0) } ?? "-",
      code.isBrowserSendable ? "yes" : "no",
      code.reconnect.rawValue,
      code.after?.rawValue ?? "-",
      code.reason ?? "-",
      delays(code) ?? "-",
      relay(code.relay(to: .client)),
      relay(code.relay(to: .server)),
      try rangeAround(code) ?? "-",
    ]
    return columns.joined(separator: "\t")
  }

  /// The range that the number is in, by its ends and by its predicate.
  func rangeAround(_ code: CloseCode) throws -> String? {
    for range in ranges where range.ends.contains(code.rawValue) != range.isIn(code) {
      throw Failure("the ends and the predicate of \(range.name) differ at \(code)")
    }
    return ranges.first { $0.isIn(code) }?.name
  }

  func delays(_ code: CloseCode) -> String? {
    var delays: [String] = []
    for (attempt, random) in pairs {
      guard let seconds = code.retryAfter(attempt: attempt, random: random) else { return nil }
      delays.append(String(Int((seconds * 1_000_000).rounded())))
    }
    return delays.joined(separator: " ")
  }

  func relay(_ relay: CloseCode.Relay) -> String {
    switch relay {
    case .asIs(let code): return "as-is:\(code.rawValue)"
    case .withoutCode: return "without-code"
    case .instead(let code): return "instead:\(code.rawValue)"
    }
  }

  /// Names lead back to their codes, and the lists hold exactly the codes that say they belong.
  static func checkNames() throws {
    let all = (-1...70_000).map(CloseCode.init(rawValue:))
    guard CloseCode.allCases == all.filter(\.isNamed) else {
      throw Failure("allCases is not the list of named codes in order")
    }
    guard CloseCode.allOwn == all.filter(\.isOwn) else {
      throw Failure("allOwn is not the list of own codes in order")
    }
    for code in CloseCode.allCases {
      guard let name = code.name, CloseCode(named: name) == code else {
        throw Failure("the name of \(code) does not lead back to it")
      }
    }
    for text in ["", "no-such-name", "Going-Away", "goingAway", "1001", "private"] {
      guard CloseCode(named: text) == nil else { throw Failure("\"\(text)\" is no name") }
    }
  }
}

struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
