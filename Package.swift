// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// Modules that hold C pointers say `unsafe` at every use of one.
let guarded = strict + [.strictMemorySafety()]

let argumentParser: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")
let flyingFox: Target.Dependency = .product(name: "FlyingFox", package: "FlyingFox")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
    name: "maas-boot",
    products: [
        .executable(name: "maas-boot", targets: ["maas-boot"]),
        .executable(name: "maas-sandbox", targets: ["maas-sandbox"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "COAuth", pkgConfig: "oauth", providers: [.apt(["liboauth-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CJq", providers: [.apt(["libjq-dev"])]),
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(
            name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CFiles"),
        .systemLibrary(name: "CMalloc"),

        .target(name: "YAML", dependencies: ["CYAML"], swiftSettings: guarded),
        .target(name: "Digests", dependencies: ["CCrypto"], swiftSettings: guarded),
        .target(
            name: "Transport", dependencies: ["CCurl", "COAuth", logging], swiftSettings: guarded),
        .target(name: "MAAS", dependencies: ["Transport", logging], swiftSettings: strict),
        .target(
            name: "SimpleStreams", dependencies: ["CFiles", "Digests", subprocess],
            swiftSettings: strict),
        .target(
            name: "ObjectStore",
            dependencies: ["CExpat", "Digests", "SimpleStreams", "Transport", logging],
            swiftSettings: guarded),
        .target(
            name: "Workflows", dependencies: ["MAAS", "SimpleStreams", "Transport", "YAML"],
            swiftSettings: strict),
        .target(name: "MirrorServer", swiftSettings: guarded),
        .target(
            name: "Commands",
            dependencies: [
                "CJq", "CMalloc", "CSQLite", "MAAS", "MirrorServer", "ObjectStore", "SimpleStreams",
                "Transport", "Workflows", "YAML", argumentParser, logging, subprocess,
            ],
            swiftSettings: strict),
        .target(
            name: "Sandbox", dependencies: ["Digests", "SimpleStreams", flyingFox, subprocess],
            swiftSettings: strict),
        .executableTarget(name: "maas-boot", dependencies: ["Commands"], swiftSettings: strict),
        .executableTarget(
            name: "maas-sandbox", dependencies: ["Sandbox", argumentParser], swiftSettings: strict),

        .target(
            name: "TestSupport",
            dependencies: [
                "Commands", "Digests", "MAAS", "ObjectStore", "Sandbox", "Transport", flyingFox,
                subprocess,
            ],
            path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "DigestsTests", dependencies: ["Digests"], swiftSettings: strict),
        .testTarget(
            name: "MirrorServerTests", dependencies: ["MirrorServer", "TestSupport"],
            swiftSettings: strict),
        .testTarget(name: "YAMLTests", dependencies: ["YAML", yams], swiftSettings: strict),
        .testTarget(
            name: "TransportTests", dependencies: ["Transport", "TestSupport", flyingFox],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "ObjectStoreTests",
            dependencies: ["Digests", "ObjectStore", "SimpleStreams", "TestSupport", "Transport"],
            swiftSettings: strict),
        .testTarget(
            name: "MAASTests", dependencies: ["MAAS", "TestSupport", "Transport"],
            swiftSettings: strict),
        .testTarget(
            name: "SimpleStreamsTests",
            dependencies: ["SimpleStreams", "Digests", "ObjectStore", "TestSupport", subprocess],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "SandboxTests",
            dependencies: ["Sandbox", "Digests", "TestSupport", flyingFox, subprocess],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "WorkflowsTests",
            dependencies: [
                "MAAS", "Sandbox", "SimpleStreams", "TestSupport", "Transport", "Workflows", "YAML",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CommandsTests",
            dependencies: [
                "CSQLite", "Commands", "MirrorServer", "ObjectStore", "Sandbox", "SimpleStreams",
                "TestSupport", "Transport",
                "Workflows", argumentParser, logging, yams,
            ],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["Sandbox", "TestSupport", "maas-boot", "maas-sandbox", subprocess],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
