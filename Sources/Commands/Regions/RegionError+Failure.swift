internal import MAAS
internal import Transport
internal import Workflows

extension RegionError: FailureConvertible {
    /// The one place where a region's refusals get their exit status, words and next step.
    package var failure: Failure {
        switch reason {
        case .transport(let error): Self.transport(error)
        case .unauthenticated(let problem): Self.authentication(problem, region)
        case .forbidden(let text):
            Failure(
                .notPermitted, summary, serverText: text,
                hint: "log in with an administrator's key; MAAS up to 3.7 says this too when a "
                    + "proxy removes the Authorization header")
        case .notFound(let text): Failure(.notFound, summary, serverText: text)
        case .notMAAS:
            Failure(
                .failed, summary,
                hint: "check the URL: a region's looks like http://HOST:5240/MAAS")
        case .invalid, .conflict: Failure(.failed, summary)
        case .refused(let text): Failure(.failed, operation + ": refused", serverText: text)
        case .moved(let target):
            Failure(
                .failed, "the region at \(region) wants to be asked at another address",
                received: target.map { "a redirect to \($0)" },
                hint: "log in again with that address; a signed request never follows a redirect")
        case .busy:
            Failure(
                .temporary, summary,
                hint:
                    "try again in a minute; behind a proxy it may be the proxy that does not reach "
                    + "\(region): see no_proxy")
        case .failed(_, let text):
            Failure(
                .failed, "\(operation): the region failed", serverText: text,
                hint: "the region's regiond.log says more")
        case .undecodable(let problem):
            Failure(
                .failed, "\(operation): the answer is not what a MAAS region sends: \(problem)",
                hint: "look for a proxy between here and \(region)")
        case .unsendable: Failure(.failed, summary)
        }
    }

    private static func transport(_ error: TransportError) -> Failure {
        let kind: FailureKind = error.isPassing ? .temporary : .failed
        let hint: String? =
            switch error.kind {
            case .unknownHost: "check the host name, or the network's DNS"
            case .unreachable:
                "check that the region runs and that the port is right (5240, or 5443 with TLS)"
            case .tls:
                "if the region has its own authority, give it with --ca-file; look at it first: "
                    + "openssl s_client -connect HOST:PORT"
            case .timeout: "the region may be overloaded; allow more with --request-timeout"
            case .interrupted: "try again; when it stays so, look at the region's nginx and regiond"
            case .malformed: "check that the port is the region's (5240, or 5443 with TLS)"
            case .proxy, .proxyUnreachable: "check http_proxy, https_proxy and no_proxy"
            case .tooLarge: "the answer is larger than any region's; look for a proxy in between"
            default: nil
            }
        return Failure(
            error.kind == .cancelled ? .interrupted : kind, "\(error)", hint: hint)
    }

    private static func authentication(
        _ problem: AuthenticationProblem, _ region: String
    ) -> Failure {
        let renew = "copy a fresh API key from MAAS (Preferences, API keys) and log in again"
        let (message, hint): (String, String) =
            switch problem {
            case .unknownKey, .unknownToken: ("the region does not know this API key", renew)
            case .wrongSignature:
                (
                    "the region does not accept the request's signature",
                    "the key's secret is wrong; or a proxy rewrites host or scheme, which breaks "
                        + "HMAC-SHA1: then --oauth-signature plaintext helps, over TLS only"
                )
            case .expiredTimestamp(let given, let now):
                (
                    "the region refuses the request's time"
                        + ((given.flatMap { given in
                            now.map { ": this clock is \($0 - given) s behind" }
                        }) ?? ""),
                    "set this machine's clock, for example with systemd-timesyncd"
                )
            case .nonceReused:
                ("the region saw this request before", "a proxy sends requests twice; go past it")
            case .unsupportedMethod:
                ("the region does not know the signature method", "try --oauth-signature plaintext")
            case .noCredentials:
                (
                    "the region saw no API key in the request",
                    "a proxy may remove the Authorization header; go past it"
                )
            case .externalLogin:
                (
                    "the region asks for an external login (Candid or RBAC)",
                    "make an API key in the web pages after logging in there"
                )
            case .other: ("the region did not accept the API key", renew)
            }
        return Failure(.notAuthenticated, message, hint: hint, details: ["region": .string(region)])
    }
}
