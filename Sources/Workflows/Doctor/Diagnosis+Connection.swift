internal import FoundationEssentials
internal import MAAS

extension Diagnosis {
    static func version(_ examination: Examination) -> Finding {
        let version = examination.version
        guard version.isAtLeast(2, 9), !version.isAtLeast(3, 9) else {
            return Finding(
                "version", .warning,
                "MAAS \(version.text) is outside 2.9 to 3.8, the versions this program knows")
        }
        return Finding("version", .ok, "MAAS \(version.text)")
    }

    /// Regions refuse requests whose time is more than 300 seconds behind theirs.
    static func clock(_ examination: Examination) -> Finding {
        guard let server = examination.serverTime else {
            return Finding("clock", .warning, "the region does not tell its time")
        }
        let behind = Int(server.timeIntervalSince(examination.localTime).rounded())
        let text =
            "this clock is \(abs(behind)) s \(behind > 0 ? "behind" : "ahead of") the region's"
        switch behind {
        case 250...:
            return Finding(
                "clock", .problem, "\(text); regions refuse a clock 300 s behind",
                fix: "set this machine's clock, for example with systemd-timesyncd")
        case 30..., ...(-30):
            return Finding("clock", .warning, text, fix: "synchronise both clocks with NTP")
        default: return Finding("clock", .ok, "within \(abs(behind)) s of the region's")
        }
    }

    static func connection(_ examination: Examination) -> Finding {
        let isTLS = examination.url.lowercased().hasPrefix("https://")
        guard !isTLS else { return Finding("connection", .ok, "TLS, \(examination.signature)") }
        guard examination.signature == "PLAINTEXT" else {
            return Finding(
                "connection", .ok,
                "plain HTTP; HMAC-SHA1 signatures keep the secret off the wire")
        }
        return Finding(
            "connection", .warning,
            "plain HTTP with PLAINTEXT signatures: every request shows the secret to the network",
            fix: "leave --oauth-signature out, or turn on TLS in MAAS: sudo maas config-tls enable")
    }

    static func permission(_ examination: Examination) -> Finding {
        let name = examination.user?.username ?? "nobody"
        if examination.sources == nil {
            return Finding(
                "permission", .problem, "the key's user \(name) may not read boot sources",
                fix: "log in with the key of an administrator")
        }
        let isAdmin = examination.user?.isSuperuser == true
        guard isAdmin || examination.version.hasSourcePriorities else {
            return Finding(
                "permission", .warning, "\(name) is not an administrator",
                fix: "log in with the key of an administrator")
        }
        return Finding("permission", .ok, "\(name) may read boot sources")
    }
}
