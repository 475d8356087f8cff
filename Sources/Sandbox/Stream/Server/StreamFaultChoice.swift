extension StreamFaultRules.Chosen {
    /// The publication whose documents a line serves under this fault.
    func publication(_ line: StreamLine, current: Int) -> Int? {
        switch fault {
        case .rolledBack: current - 1
        case .frozen: publications[line]
        default: nil
        }
    }
}

extension StreamVariant {
    /// How a document of a line is told under the faults chosen for it.
    init(_ line: StreamLine, current: Int, chosen: [StreamFaultRules.Chosen]) {
        self.init(publication: current)
        for choice in chosen {
            publication = choice.publication(line, current: current) ?? publication
            signer = choice.fault.signer ?? signer
            tampered = tampered || choice.fault == .tampered
            if let edit = choice.fault.edit { edits.append(edit) }
        }
    }
}
