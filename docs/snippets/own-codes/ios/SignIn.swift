import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

func needsSignIn(_ task: URLSessionWebSocketTask) -> Bool {
  let ending = task.ending(recognizingDefaultReasons: true)
  return ending.code == .sessionExpired || ending.after == .newCredentials
}
