import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

func needsSignIn(_ task: URLSessionWebSocketTask) -> Bool {
  task.ending.code == .sessionExpired || task.ending.after == .newCredentials
}
