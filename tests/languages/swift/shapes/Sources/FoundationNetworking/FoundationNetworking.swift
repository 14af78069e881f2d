@_exported import CAppleCloseCode
import Foundation

open class URLResponse {
  public init() {}
}

public final class HTTPURLResponse: URLResponse {
  public let statusCode: Int

  public init(statusCode: Int) {
    self.statusCode = statusCode
  }
}

/// A task that never connects: it remembers what it was asked to close with, and what answer its
/// handshake is said to have got.
open class URLSessionWebSocketTask: @unchecked Sendable {
  public typealias CloseCode = AppleCloseCode

  public private(set) var closeCode: CloseCode = .invalid
  public private(set) var closeReason: Data?

  public let response: URLResponse?

  public init(response: URLResponse? = nil) {
    self.response = response
  }

  open func cancel(with closeCode: CloseCode, reason: Data?) {
    self.closeCode = closeCode
    closeReason = reason
  }
}

/// Just enough to make a task as with the real one.
public final class URLSession: Sendable {
  public static let shared = URLSession()

  public func webSocketTask(with url: URL) -> URLSessionWebSocketTask {
    URLSessionWebSocketTask()
  }
}
