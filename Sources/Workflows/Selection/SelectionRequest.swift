/// A wish for images as people write it: `OS/RELEASE[:ARCH,…]`, or `RELEASE` alone for Ubuntu.
package struct SelectionRequest: Sendable, Equatable {
    package let os: String
    package let release: String
    package let arches: [String]

    package init(os: String, release: String, arches: [String]) {
        self.os = os
        self.release = release
        self.arches = arches
    }

    /// Without architectures, `amd64` is meant.
    package init(_ text: String) throws(WorkflowError) {
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let names = halves[0].split(separator: "/", omittingEmptySubsequences: false).map(
            String.init)
        let arches =
            halves.count == 2
            ? halves[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            : ["amd64"]
        guard (1...2).contains(names.count), !(names + arches).contains(where: \.isEmpty),
            !text.contains(where: \.isWhitespace)
        else {
            throw WorkflowError(
                .invalidInput, "\"\(text)\" names no images",
                hint: "write OS/RELEASE:ARCH,ARCH, for example ubuntu/noble:amd64,arm64")
        }
        self.init(
            os: names.count == 2 ? names[0] : "ubuntu", release: names[names.count - 1],
            arches: arches.withoutRepeats)
        for (what, name) in [("operating system", os), ("release", release)] where name.count > 20 {
            throw WorkflowError(
                .invalidInput, "the \(what) \"\(name)\" is longer than the 20 characters MAAS keeps"
            )
        }
    }

    /// As people write it.
    package var text: String { "\(os)/\(release):\(arches.joined(separator: ","))" }
}

extension [String] {
    /// Each text once, where it came first.
    var withoutRepeats: [String] {
        reduce(into: []) { kept, text in
            if !kept.contains(text) { kept.append(text) }
        }
    }
}
