import CloseCodes

/// What happened to a connection, and what its `Reconnection` answers.
struct Sequence {
  let option: Substring
  let events: Substring

  init(_ line: Substring) throws {
    let columns = line.split(separator: "\t")
    guard columns.count == 4 else { throw Failure("not a sequence: \(line)") }
    (option, events) = (columns[1], columns[2])
  }

  func answer() throws -> String {
    var reconnection = CloseCode.Reconnection()
    if option != "-" { reconnection = .init(lastingAfter: try number(option) / 1000) }
    var answers: [String] = []
    for event in events.split(separator: " ") {
      let parts = event.split(separator: ":")
      switch (parts[0], parts.count) {
      case ("opened", 2):
        reconnection.opened(at: try number(parts[1]) / 1000)
      case ("closed", 4):
        guard let code = Int(parts[1]) else { throw Failure("not a code: \(parts[1])") }
        let next = reconnection.closed(
          CloseCode(rawValue: code), at: try number(parts[2]) / 1000, random: try number(parts[3]))
        answers.append(written(next))
      default:
        throw Failure("cannot happen: \(event)")
      }
    }
    return "reconnection\t\(option)\t\(events)\t\(answers.joined(separator: " "))"
  }

  func written(_ next: CloseCode.Next) -> String {
    switch next {
    case .stop: return "stop"
    case .wait(let delay): return "wait:\(microseconds(delay))"
    case .first(let after, let delay): return "first:\(after.rawValue):\(microseconds(delay))"
    }
  }

  func microseconds(_ seconds: Double) -> Int { Int((seconds * 1_000_000).rounded()) }

  func number(_ text: Substring) throws -> Double {
    guard let number = Double(text) else { throw Failure("not a number: \(text)") }
    return number
  }
}
