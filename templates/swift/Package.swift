// swift-tools-version: 5.9
// {{ view.notice[0] }}
// {{ view.notice[1] }}

import PackageDescription

let package = Package(
  name: "{{ view.module }}",
  platforms: [
    .iOS(.v13),
    .macCatalyst(.v13),
    .macOS(.v10_15),
    .tvOS(.v13),
    .visionOS(.v1),
    .watchOS(.v6),
  ],
  products: [
    .library(name: "{{ view.module }}", targets: ["{{ view.module }}"])
  ],
  targets: [
    .target(name: "{{ view.module }}")
  ]
)
