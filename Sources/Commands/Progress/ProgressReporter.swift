/// Something worth telling while work goes on.
package enum ProgressEvent: Sendable, Equatable {
    /// Another stage of the work began: "downloading ubuntu/noble amd64".
    case stage(String)
    /// How many bytes have arrived in this stage, and of how many where that is known.
    case amount(done: Int, total: Int?)
    /// Something that happened and stays worth reading.
    case message(String)
}

/// Takes what happens. Called from any task, often; never slow and never failing.
package protocol ProgressReporter: Sendable {
    func report(_ event: ProgressEvent)
}
