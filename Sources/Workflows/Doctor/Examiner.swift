package import FoundationEssentials
internal import MAAS

/// Reads what the doctor judges by.
package struct Examiner: Sendable {
    private let session: RegionSession
    private let signature: String

    /// - Parameter signature: the OAuth method in use, by its name.
    package init(session: RegionSession, signature: String) {
        self.session = session
        self.signature = signature
    }

    /// Asks the region for all parts side by side; a refusal of one part leaves that part out.
    package func examine(now: Date) async throws -> Examination {
        let client = session.client
        var observer = RegionObserver(
            session: session, lastEvent: nil, stopwatch: Stopwatch(ContinuousClock()))
        async let serverTime = client.serverTime()
        async let user = client.whoami()
        async let settings = settings()
        async let controllers = try? client.regionControllers().count
        async let racks = session.version.keepsImagesOnRegions ? [] : racks()
        async let sources = sources()
        let seen = try await observer.observe()
        return Examination(
            url: client.url, signature: signature, version: session.version,
            serverTime: try await serverTime, localTime: now, user: try await user,
            sources: try await sources, settings: await settings, images: seen.images,
            importing: seen.importing, notices: seen.notices.filter(\.isAboutImages),
            racks: await racks, regionControllers: await controllers ?? 1)
    }

    /// Nil when the key may not list sources.
    private func sources() async throws -> [RegionStatus.Source]? {
        do {
            return try await RegionStatus.Source.read(session)
        } catch let error as RegionError {
            guard case .forbidden = error.reason else { throw error }
            return nil
        }
    }

    private func settings() async -> [SettingName: SettingValue] {
        await withTaskGroup(of: (SettingName, SettingValue?).self) { group in
            for name in SettingName.allCases {
                group.addTask { (name, try? await session.client.setting(name)) }
            }
            var found: [SettingName: SettingValue] = [:]
            for await (name, value) in group { found[name] = value }
            return found
        }
    }

    private func racks() async -> [(hostname: String, state: RackImageState)] {
        let racks = (try? await session.client.rackControllers()) ?? []
        return await withTaskGroup(of: (String, RackImageState?).self) { group in
            for rack in racks {
                group.addTask {
                    (rack.hostname, try? await session.client.images(ofRack: rack.systemID))
                }
            }
            var found: [(hostname: String, state: RackImageState)] = []
            for await (hostname, state) in group {
                if let state { found.append((hostname, state)) }
            }
            return found.sorted { $0.hostname < $1.hostname }
        }
    }
}
