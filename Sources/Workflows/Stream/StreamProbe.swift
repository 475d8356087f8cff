package import SimpleStreams

/// Looks at an address as a region would: is it a stream, who signed it, what does it offer, and
/// would MAAS take it.
package struct StreamProbe: Sendable {
    private let reading: StreamReading

    package init(_ reading: StreamReading) {
        self.reading = reading
    }

    /// What was found.
    package struct Report: Sendable {
        package let catalogue: StreamCatalogue
        /// Why the signature was not checked; nil when it was.
        package let unverified: String?
        /// What would keep a region from using it, or part of it.
        package let findings: [Finding]
    }

    /// Probes the address.
    ///
    /// - Parameter keyring: nil looks without checking signatures.
    package func probe(_ url: String, keyring: Keyring?) async throws -> Report {
        let address = try StreamAddress(url)
        do {
            let catalogue = try await reading.catalogue(of: address, keyring: keyring)
            return Report(
                catalogue: catalogue, unverified: unverifiedReason(address, keyring),
                findings: Self.findings(catalogue, address))
        } catch {
            throw try await explained(error, url)
        }
    }

    private func unverifiedReason(_ address: StreamAddress, _ keyring: Keyring?) -> String? {
        if !address.isSigned { return "its index ends in .json, which MAAS never checks" }
        return keyring == nil ? "no keyring to check it with" : nil
    }

    /// An error that says, where one of the usual mistakes was made, which address to use.
    private func explained(_ error: CatalogueError, _ url: String) async throws -> WorkflowError {
        let suggestion = await workingAlternative(to: url)
        let hint = suggestion.map { "there is a stream at \($0)" }
        switch error {
        case .unverified(let cause):
            return WorkflowError(.verification, error.summary, hint: cause.hint)
        case .unreadable(_, let cause):
            let isMissing = cause.kind == .notFound
            return WorkflowError(
                isMissing ? .notFound : (cause.isPassing ? .unreachable : .failed),
                isMissing ? "there is no stream at \(url): \(cause)" : error.summary,
                hint: hint ?? (isMissing ? "a stream has streams/v1/index.sjson below it" : nil))
        case .unusable:
            return WorkflowError(.failed, "\(url) is no stream: \(error.summary)", hint: hint)
        }
    }

    private func workingAlternative(to url: String) async -> String? {
        for guess in StreamGuess.alternatives(to: url) {
            guard let address = try? StreamAddress(guess) else { continue }
            if (try? await reading.catalogue(of: address, keyring: nil)) != nil { return guess }
        }
        return nil
    }

    /// MAAS's own rules (3.7 and 3.8), by which it leaves things out without a word.
    static func findings(_ catalogue: StreamCatalogue, _ address: StreamAddress) -> [Finding] {
        var findings: [Finding] = []
        let missing = Bootloader.needed(for: Set(catalogue.offers.map(\.arch)).sorted())
            .filter { !catalogue.bootloaders.contains($0) }
            .map { "\($0.tags.os)/\($0.tags.arch)" }
        if !missing.isEmpty {
            findings.append(
                Finding(
                    "bootloaders", .problem,
                    "it lacks the \(missing.count == 1 ? "boot loader" : "boot loaders") "
                        + missing.joined(separator: ", "),
                    fix: "mirror with --arch, which brings them"))
        }
        if catalogue.offers.isEmpty {
            findings.append(Finding("images", .problem, "it offers no image that MAAS takes"))
        }
        if !catalogue.ignored.isEmpty {
            findings.append(
                Finding(
                    "products", .warning,
                    "MAAS ignores \(Counted.text(catalogue.ignored.count, "product")) whose ids are not "
                        + "of a generation it takes: \(catalogue.ignored.prefix(3).joined(separator: ", "))"
                ))
        }
        if !address.isSigned {
            findings.append(
                Finding(
                    "signature", .warning, "MAAS takes an index that ends in .json without checking"
                ))
        }
        return findings
    }
}
