// swift-tools-version: 5.9

import PackageDescription

// Runs one program against both shapes of Foundation's close code. Stand-ins for
// FoundationNetworking and Darwin hide the real ones, unless FOUNDATION=real is set. The two must
// not share a scratch path: a stand-in that lies there is found by every later build.
// The test copies the generated sources into Sources/CloseCodes.

let isReal = Context.environment["FOUNDATION"] == "real"

let standIns: [Target] = [
  .target(name: "CAppleCloseCode"),
  .target(name: "FoundationNetworking", dependencies: ["CAppleCloseCode"]),
  .target(name: "Darwin"),
]
let foundation: [Target.Dependency] = isReal ? [] : ["FoundationNetworking", "Darwin"]

let package = Package(
  name: "Shapes",
  platforms: [.macOS(.v10_15)],
  targets: [
    .target(name: "CloseCodes", dependencies: foundation),
    .executableTarget(name: "Shapes", dependencies: ["CloseCodes"] + foundation),
  ] + (isReal ? [] : standIns)
)
