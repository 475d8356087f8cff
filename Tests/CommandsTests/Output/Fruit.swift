import Commands
import FoundationEssentials

/// A thing to print.
struct Fruit: Sendable {
    var id: Int
    var name: String
    var origin: String
    var picked: Date?

    static let listing = Listing<Fruit>(
        plural: "fruits",
        fields: [
            Field("id") { .integer($0.id) }, Field("name") { .string($0.name) },
            Field("origin") { .string($0.origin) }, Field("picked") { .time($0.picked) },
        ],
        columns: [
            Column("ID", .number) { fruit, _ in String(fruit.id) },
            Column("NAME", .identifier, style: { _ in .green }) { fruit, _ in fruit.name },
            Column("ORIGIN") { fruit, _ in fruit.origin },
            Column("PICKED", .identifier, onlyWhenWide: true) { $1.time($0.picked) },
        ])

    static let basket = [
        Fruit(
            id: 7, name: "apple", origin: "an orchard by the old mill road",
            picked: Date(timeIntervalSince1970: 1_769_860_620)),
        Fruit(id: 12, name: "蜜柑", origin: "愛媛", picked: nil),
    ]
}
