extension APIResponse {
    /// The headers of the answer as recorded, without Content-Length.
    func headers(_ flavour: MAASFlavour, now: Double) -> [(String, String)] {
        var headers = [
            ("Server", "nginx/1.22.1"),
            ("Date", CivilTime(secondsSinceEpoch: now).headerText),
            ("Content-Type", contentType),
        ]
        headers += kindHeaders(flavour)
        for (name, value) in extraHeaders { headers.append((name, value)) }
        return headers
    }

    private func kindHeaders(_ flavour: MAASFlavour) -> [(String, String)] {
        switch kind {
        case .resource:
            [("Vary", "Authorization, Cookie"), ("X-Maas-Api-Hash", flavour.apiHash)]
                + common(flavour)
        case .anonymous:
            [("Vary", "Authorization"), ("X-Maas-Api-Hash", flavour.apiHash)] + common(flavour)
        case .failure: [("Vary", "Cookie")] + common(flavour)
        case .bare: common(flavour)
        case .proxy: []
        }
    }

    private func common(_ flavour: MAASFlavour) -> [(String, String)] {
        let frame = [("X-Frame-Options", "DENY")]
        return flavour >= .v3_8 ? frame + [("MAAS-trace-id", Self.traceID())] : frame
    }

    private static func traceID() -> String {
        String((0..<32).map { _ in "0123456789abcdef".randomElement() ?? "0" })
    }
}
