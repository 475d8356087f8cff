import MAAS
import Sandbox
import Testing
import Transport
import Workflows

/// A run that is cut off at any of its writes is made good by the next.
@Suite struct DocumentCutTests {
    /// A switch in place, a new source, other defaults; noble and its selection go.
    static let text = """
        settings: {boot_images_no_proxy: true, commissioning_distro_series: jammy}
        sources:
          - url: candidate
            replaces: [stable]
            keyring: auto
            selections:
              - {os: ubuntu, release: jammy, arches: [amd64, arm64]}
          - url: http://mirror.example.com/maas
            keyring: auto
            selections:
              - {os: ubuntu, release: focal, arches: [arm64]}
        """

    /// Applies until nothing is left to do; images that were ordered come in between.
    private func settle(_ bench: DocumentLab, _ text: String) async throws -> Int {
        for count in 0..<6 {
            let isDone = try await !bench.plan(text).plan.changesAnything
            try await bench.pass(.seconds(120))
            if isDone { return count }
            try await bench.apply(text)
        }
        return .max
    }

    private func final(_ flavour: MAASFlavour, _ text: String) async throws -> [String] {
        try await Self.run(flavour) { lab in
            let bench = DocumentLab(lab: lab, prunes: true)
            let count = try await settle(bench, text)
            #expect(count < 5)
            return await bench.state()
        }
    }

    private static func run<Value>(
        _ flavour: MAASFlavour, _ body: (Lab) async throws -> Value
    ) async throws -> Value {
        try await Lab.run(
            flavour,
            { $0.catalogues = BuiltInCatalogue(aliases: ["http://mirror.example.com/maas"]) },
            body)
    }

    /// The oldest and the newest: what a run does between them differs by nothing that is cut here.
    @Test(arguments: [MAASFlavour.v3_3, .v3_8], CuttingExchange.Moment.allCases)
    func `is made good by the next run, wherever it was cut off`(
        flavour: MAASFlavour, moment: CuttingExchange.Moment
    ) async throws {
        let text = Self.text
        let expected = try await final(flavour, text)
        for write in 1... {
            let hasCut = try await Self.run(flavour) { lab in
                let bench = DocumentLab(lab: lab, prunes: true)
                let exchange = CuttingExchange(
                    HTTPClient(retry: .never, clock: lab.clock), at: write, moment)
                let outcome = try await bench.apply(text, through: exchange)
                guard exchange.hasCut else { return false }
                #expect(outcome.results.contains { $0.failure != nil })
                let count = try await settle(bench, text)
                #expect(count < 5, "cut at write \(write)")
                let state = await bench.state()
                #expect(state == expected, "cut at write \(write)")
                return true
            }
            guard hasCut else {
                #expect(write > 5)
                return
            }
        }
    }
}
