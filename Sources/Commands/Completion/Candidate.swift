internal import ArgumentParser

/// One word that a shell may offer.
struct Candidate: Equatable {
    let word: String
    /// What fish and zsh show beside the word; bash has no room for it.
    let description: String?

    init(_ word: String, _ description: String? = nil) {
        self.word = word
        self.description = description.map(VisibleText.oneLine)
    }

    /// The line that tells the shell. fish ends the word at a tab; zsh (`_describe`) at a colon
    /// that no backslash stands before.
    func line(for shell: CompletionShell?) -> String {
        switch shell {
        case .fish: description.map { "\(word)\t\($0)" } ?? word
        case .zsh: Self.escaped(word) + (description.map { ":\(Self.escaped($0))" } ?? "")
        default: word
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(":", with: "\\:")
    }
}
