// swift-tools-version: 5.9

// Here, so that the URL of this repository is enough: the package manager reads the manifest at the root and no other. The
// sources are generated, and so is `generated/swift/Package.swift`, for those who take that folder alone.
import PackageDescription

let package = Package(
  name: "CloseCodes",
  platforms: [
    .iOS(.v13),
    .macCatalyst(.v13),
    .macOS(.v10_15),
    .tvOS(.v13),
    .visionOS(.v1),
    .watchOS(.v6),
  ],
  products: [
    .library(name: "CloseCodes", targets: ["CloseCodes"])
  ],
  targets: [
    .target(name: "CloseCodes", path: "generated/swift/Sources/CloseCodes")
  ]
)
