/// A sink that removes the run's secrets from each text before another sink writes it.
///
/// A secret spread over two writes is not found, so writers write whole lines.
package struct RedactingSink: TextSink {
    private let sink: any TextSink
    private let redaction: Redaction

    package init(_ sink: any TextSink, _ redaction: Redaction) {
        self.sink = sink
        self.redaction = redaction
    }

    package func write(_ text: String) throws(OutputProblem) {
        try sink.write(redaction.applied(to: text))
    }
}
