// swift-tools-version: 5.9

import PackageDescription

// A program that depends on the package at a path, as it would at a URL.
let path = Context.environment["CLOSE_CODES"] ?? ""
let folder = path.split(separator: "/").last.map(String.init) ?? ""

let package = Package(
  name: "Consumer",
  platforms: [.macOS(.v10_15)],
  dependencies: [
    .package(path: path)
  ],
  targets: [
    .executableTarget(
      name: "Consumer",
      dependencies: [.product(name: "CloseCodes", package: folder)]
    )
  ]
)
