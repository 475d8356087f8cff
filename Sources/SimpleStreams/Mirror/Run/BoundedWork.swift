/// Work on many things, a few at once.
enum BoundedWork {
    /// Does the work for each element, at most `width` at once, and returns the results in the
    /// order of the elements. After a cancellation no further work is begun; those elements have no
    /// result.
    static func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], width: Int,
        _ work: @escaping @Sendable (Element) async -> Result
    ) async -> [Result?] {
        await withTaskGroup(of: (Int, Result).self) { group in
            var results = [Result?](repeating: nil, count: elements.count)
            var next = 0
            func begin() {
                guard next < elements.count, !Task.isCancelled else { return }
                let index = next
                group.addTask { (index, await work(elements[index])) }
                next += 1
            }
            for _ in 0..<max(1, width) { begin() }
            for await (index, result) in group {
                results[index] = result
                begin()
            }
            return results
        }
    }
}
