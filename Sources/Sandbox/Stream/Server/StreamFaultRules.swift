internal import Glibc
internal import Synchronization

/// The faults in force, in the order in which they were set.
final class StreamFaultRules: Sendable {
    /// A fault that was chosen for an answer, with what was current when it was set.
    struct Chosen: Sendable {
        let fault: StreamFault
        /// The publications of the time when the fault was set.
        let publications: [StreamLine: Int]
    }

    private struct Rule: Sendable {
        let chosen: Chosen
        let pattern: String
        var left: Int?
    }

    private let rules = Mutex<[Rule]>([])

    /// Puts a fault in force, for ever or for so many answers.
    func add(
        _ fault: StreamFault, on pattern: String, times: Int?, publications: [StreamLine: Int]
    ) throws(InvalidStreamFault) {
        try fault.validate()
        if let times, times < 1 { throw .times(times) }
        let rule = Rule(
            chosen: Chosen(fault: fault, publications: publications), pattern: pattern, left: times)
        rules.withLock { $0.append(rule) }
    }

    /// Ends every fault.
    func removeAll() {
        rules.withLock { $0 = [] }
    }

    /// The faults that befall an answer, which counts as one of their times.
    func take(path: String, document: StreamDocumentName?) -> [Chosen] {
        rules.withLock { rules in
            var chosen: [Chosen] = []
            for index in rules.indices
            where rules[index].chosen.fault.concerns(document)
                && Self.matches(rules[index].pattern, path) && rules[index].left != 0
            {
                chosen.append(rules[index].chosen)
                rules[index].left = rules[index].left.map { $0 - 1 }
            }
            return chosen
        }
    }

    /// Every fault that is or was in force since the last `removeAll`.
    var all: [Chosen] { rules.withLock { $0.map(\.chosen) } }

    /// POSIX `fnmatch` without flags: `*` matches slashes too.
    static func matches(_ pattern: String, _ path: String) -> Bool {
        fnmatch(pattern, path, 0) == 0
    }
}
