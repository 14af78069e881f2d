// swift-tools-version: 5.9

import PackageDescription

let package = Package(
  name: "Client",
  platforms: [.macOS(.v12)],
  targets: [.executableTarget(name: "Client")]
)
