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

/// Only the file with the extension of Foundation's types adds to the task; the others' codes are converted.
func leave(_ chat: URLSessionWebSocketTask, _ gateway: URLSessionWebSocketTask) throws {
  try chat.close(.normalClosure)
  try gateway.close(ChatCloseCode(rawValue: GatewayCloseCode.rateLimited.rawValue))
  print(chat.ending.code, GatewayCloseCode(rawValue: gateway.closeCode.rawValue))
}
