// swift-tools-version: 5.9

import PackageDescription

let package = Package(
  name: "Agreement",
  platforms: [.macOS(.v10_15)],
  dependencies: [
    .package(path: "../CloseCodes")
  ],
  targets: [
    .executableTarget(
      name: "Agreement",
      dependencies: [.product(name: "CloseCodes", package: "CloseCodes")]
    )
  ]
)
