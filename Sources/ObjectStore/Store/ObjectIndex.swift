internal import SimpleStreams
internal import Digests

/// What a bucket holds of a mirror, listed once for a run and kept up by what the run does.
///
/// A listing of a thousand objects is one request, as a look at a single one is. Each name in the
/// mirror's root is listed by itself, so that what else the bucket holds is not.
actor ObjectIndex {
    private typealias Listing = Task<Result<[String: StoredItem], S3Error>, Never>

    private let client: S3Client
    private let location: S3Location
    private var listings: [String: Listing] = [:]
    /// What this run changed, by path; nil stands for deleted.
    private var changes: [String: StoredItem?] = [:]

    init(_ client: S3Client, _ location: S3Location) {
        self.client = client
        self.location = location
    }

    /// What is at a path; nil when nothing is.
    func item(at path: RelativePath) async throws(S3Error) -> StoredItem? {
        if let change = changes[path.text] { return change }
        let root = path.components.count > 1 ? "\(path.components[0])/" : path.text
        let items = try await listing(of: root).value.get()
        return changes[path.text] ?? items[path.text]
    }

    /// Notes what this run did at a path.
    func note(_ path: RelativePath, _ item: StoredItem?) {
        changes[path.text] = .some(item)
    }

    /// Forgets everything: another run may have changed it.
    func forget() {
        listings = [:]
        changes = [:]
    }

    private func listing(of root: String) -> Listing {
        if let listing = listings[root] { return listing }
        let listing = Listing { [client, location] in
            do throws(S3Error) {
                var items: [String: StoredItem] = [:]
                for object in try await client.list(location.key(root)) {
                    guard let path = location.path(of: object.key) else { continue }
                    items[String(path)] = StoredItem(
                        size: object.size, entityTag: object.entityTag)
                }
                return .success(items)
            } catch {
                return .failure(error)
            }
        }
        listings[root] = listing
        return listing
    }
}

extension StoredItem {
    /// An object as a look tells: its entity tag changes with its content.
    init(size: Int64, entityTag: String) {
        let digest = SHA256.hash(entityTag.utf8)
        let stamp = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        self.init(size: size, stamp: Int64(bitPattern: stamp))
    }
}
