@_exported import CAppleCloseCode
import Foundation

/// A task that never connects: it remembers what it was asked to close with.
open class URLSessionWebSocketTask: @unchecked Sendable {
  public typealias CloseCode = AppleCloseCode

  public private(set) var closeCode: CloseCode = .invalid
  public private(set) var closeReason: Data?

  public init() {}

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
