/// The generation of MAAS a sandbox region behaves like.
///
/// Each stands for one release whose answers were recorded: 3.3.9, 3.5.13, 3.7.3, and an alpha of 3.8.
package enum MAASFlavour: String, CaseIterable, Sendable, Codable, Comparable {
    case v3_3 = "3.3"
    case v3_5 = "3.5"
    case v3_7 = "3.7"
    case v3_8 = "3.8"

    /// What `version/` answers.
    package var version: String {
        switch self {
        case .v3_3: "3.3.9"
        case .v3_5: "3.5.13"
        case .v3_7: "3.7.3"
        case .v3_8: "3.8.0~alpha1"
        }
    }

    /// The `X-Maas-Api-Hash` header: a SHA-1 of the API's description, constant per release.
    package var apiHash: String {
        switch self {
        case .v3_3: "1d020ba276dee29a88822f085bea1125af4cff1b"
        case .v3_5: "c0053eeddf3dca48adefc3fab1503bc843b51429"
        case .v3_7: "36763f1444f05f8c565d0292aabefcaa9ece4369"
        case .v3_8: "9f5a8fce183acc2d00b20a8480a413a4597adeb7"
        }
    }

    /// Whether boot sources have name, priority, enabled and skip_keyring_verification (3.8).
    package var hasSourcePriorities: Bool { self >= .v3_8 }

    /// Whether timestamps end in `Z`; before 3.6 they have no zone.
    package var zonesTimestamps: Bool { self >= .v3_7 }

    /// Whether images live on the region controllers (3.5 on) rather than in its database.
    package var keepsImagesOnRegions: Bool { self >= .v3_5 }

    package static func < (left: MAASFlavour, right: MAASFlavour) -> Bool {
        left.order < right.order
    }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
