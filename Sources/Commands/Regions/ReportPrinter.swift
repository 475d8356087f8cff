/// Prints a command's values for one region or, with their profiles, for several.
///
/// Made before any work starts, so that a wrong field name costs nothing.
struct ReportPrinter<Value: Sendable>: Sendable {
    /// Whether a command's result is one thing or a list of them.
    enum Shape: Sendable {
        case one
        case list
    }

    private let shape: Shape
    private let single: Printer<Value>?
    private let several: Printer<PerProfile<Value>>?

    init(
        _ listing: Listing<Value>, _ shape: Shape, _ output: OutputOptions,
        _ connection: ConnectionOptions, in context: Context
    ) throws {
        self.shape = shape
        if connection.namesSeveral {
            single = nil
            several = try Printer(listing.perProfile(), output.request, in: context)
        } else {
            single = try Printer(listing, output.request, in: context)
            several = nil
        }
    }

    func print(_ values: [Value]) throws {
        if shape == .one, let value = values.first {
            try single?.print(one: value)
        } else {
            try single?.print(values)
        }
    }

    func print(perProfile values: [PerProfile<Value>]) throws {
        try several?.print(values)
    }
}
