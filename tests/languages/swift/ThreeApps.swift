// An app that speaks three protocols, each with close codes of its own.

#if canImport(FoundationNetworking)
  import FoundationNetworking
#else
  import Foundation
#endif

/// What one number means in each of the three.
func labels(_ number: Int) -> [String] {
  [
    ChatCloseCode(rawValue: number).label,
    GatewayCloseCode(rawValue: number).label,
    GraphQLCloseCode(rawValue: number).label,
  ]
}

/// Which part of the chat has no capacity.
func overloadedPart(_ code: ChatCloseCode) -> Int? {
  code.isOverloaded ? code.rawValue - ChatCloseCode.Ranges.overloaded.lowerBound : nil
}

/// Foundation's type has the predicate as well, and any number can be sent.
func refuse(_ task: URLSessionWebSocketTask, part: Int) throws {
  if task.closeCode.isOverloaded { return }
  try task.close(.init(rawValue: ChatCloseCode.Ranges.overloaded.lowerBound + part))
}

/// Only the file with the extension of Foundation's types adds to the task; the others' codes are converted.
func leave(_ chat: URLSessionWebSocketTask, _ gateway: URLSessionWebSocketTask) throws {
  try chat.close(.normalClosure)
  try gateway.close(ChatCloseCode(rawValue: GatewayCloseCode.rateLimited.rawValue))
  print(chat.ending.code, GatewayCloseCode(rawValue: gateway.closeCode.rawValue))
}
