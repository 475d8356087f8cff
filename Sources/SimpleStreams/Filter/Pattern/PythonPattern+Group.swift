/// The groups of a pattern that capture.
struct PatternGroups {
    private var count = 0
    private var open: Set<Int> = []
    private var names: [String: Int] = [:]

    /// Opens a group; nil when its name is taken.
    mutating func begin(named name: String? = nil) -> Int? {
        count += 1
        open.insert(count)
        guard let name else { return count }
        return names.updateValue(count, forKey: name) == nil ? count : nil
    }

    mutating func end(_ group: Int) { open.remove(group) }

    /// Whether a group can be referred to: it is there and closed.
    func isClosed(_ group: Int) -> Bool {
        1...max(count, 1) ~= group && count > 0 && !open.contains(group)
    }

    func number(of name: String) -> Int? { names[name] }
}

extension PythonPattern {
    /// Reads a group; false for one that cannot be repeated, flags and comments.
    mutating func readGroup() throws(PatternRefusal) -> Bool {
        let start = position
        position += 1
        guard take("?") else {
            try readBody("(", group: groups.begin(), from: start)
            return true
        }
        for opening in [":", "=", "!", ">"] where take(opening) {
            try readBody("(?" + opening, group: nil, from: start)
            return true
        }
        if take("#") { return try skipComment(from: start) }
        if take("P<") { return try readNamed(from: start) }
        if take("P=") { return try readNamedReference(from: start) }
        return try readFlags(from: start)
    }

    private mutating func readBody(
        _ opening: String, group: Int?, from start: Int
    ) throws(PatternRefusal) {
        guard depth < Self.deepestGroup else {
            throw refusal(.unsupported("groups over \(Self.deepestGroup) deep"))
        }
        depth += 1
        output += opening
        try readAlternatives()
        guard take(")") else {
            position = start + 1
            throw refusal(.unclosed("("))
        }
        output += ")"
        if let group { groups.end(group) }
        depth -= 1
    }

    private mutating func skipComment(from start: Int) throws(PatternRefusal) -> Bool {
        while let scalar = peek() {
            position += 1
            if scalar == ")" { return false }
        }
        throw refusal(.unclosed("(?#"))
    }

    private mutating func readNamed(from start: Int) throws(PatternRefusal) -> Bool {
        guard let name = takeName(until: ">"), let group = groups.begin(named: name) else {
            throw refusal(.unsupported(text(from: start)))
        }
        try readBody("(", group: group, from: start)
        return true
    }

    private mutating func readNamedReference(from start: Int) throws(PatternRefusal) -> Bool {
        guard let name = takeName(until: ")"), let group = groups.number(of: name),
            groups.isClosed(group)
        else { throw refusal(.unsupported(text(from: start))) }
        output += "(?:\\\(group))"
        return true
    }

    private mutating func takeName(until end: Unicode.Scalar) -> String? {
        let start = position
        while let scalar = peek(), scalar != end {
            guard scalar.isASCII, scalar.properties.isXIDContinue else { return nil }
            position += 1
        }
        let name = text(from: start)
        guard let first = name.first, !first.isNumber, peek() == end else { return nil }
        position += 1
        return name
    }

    /// `(?i)` and `(?s)` where the pattern begins, `(?i:…)` anywhere.
    private mutating func readFlags(from start: Int) throws(PatternRefusal) -> Bool {
        if take("i:") {
            try readBody("(?i:", group: nil, from: start)
            return true
        }
        var flags = ""
        while let flag = peek(), flag == "i" || flag == "s" {
            flags.unicodeScalars.append(flag)
            position += 1
        }
        guard start == 0, !flags.isEmpty, take(")") else {
            position = min(position + 1, scalars.count)
            throw refusal(.unsupported(text(from: start)))
        }
        isDotAll = flags.contains("s")
        if flags.contains("i") { output += "(?i)" }
        return false
    }
}
