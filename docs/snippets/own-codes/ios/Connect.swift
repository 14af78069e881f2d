import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

func connect(to url: URL) -> URLSessionWebSocketTask {
  var request = URLRequest(url: url)
  request.setValue("Upgrade", forHTTPHeaderField: "Connection")
  return URLSession.shared.webSocketTask(with: request)
}
