/// A fault of the stream and the paths it befalls, as the command line writes them.
package struct StreamFaultSetting: Sendable, Equatable {
    package var fault: StreamFault
    /// A pattern of POSIX `fnmatch` for the whole path from the root.
    package var pattern: String

    package init(_ fault: StreamFault, on pattern: String = "*") {
        self.fault = fault
        self.pattern = pattern
    }

    /// Why a fault's text could not be read.
    package struct Unknown: Error, Equatable, CustomStringConvertible {
        /// The text received.
        package var text: String

        package var description: String {
            let names = StreamFault.named.map(\.name).joined(separator: ", ")
            return "there is no stream fault '\(text)'; the stream's faults are \(names)"
        }
    }

    /// Reads `NAME`, `NAME=VALUE`, and either with `@PATTERN` behind it.
    package init(_ text: String) throws(Unknown) {
        let at = text.lastIndex(of: "@")
        let halves = text[..<(at ?? text.endIndex)].split(separator: "=", maxSplits: 1)
        let value = halves.count == 2 ? String(halves[1]) : nil
        guard let named = StreamFault.named.first(where: { halves.first == $0.name[...] }),
            let fault = named.make(value), (try? fault.validate()) != nil
        else { throw Unknown(text: text) }
        self.fault = fault
        pattern = at.map { String(text[text.index(after: $0)...]) } ?? "*"
    }
}
