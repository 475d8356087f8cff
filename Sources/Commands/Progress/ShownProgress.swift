internal import Synchronization

/// Writes progress on the context's standard error, in order, whoever reports it.
final class ShownProgress: ProgressReporter {
    private struct Drawing: Sendable {
        var renderer: any ProgressRenderer
        var state = ProgressState()
        var hasEnded = false
    }

    private let context: Context
    private let drawing: Mutex<Drawing>

    init(_ renderer: any ProgressRenderer, in context: Context) {
        self.context = context
        self.drawing = Mutex(Drawing(renderer: renderer))
    }

    func report(_ event: ProgressEvent) {
        write { drawing, moment in
            drawing.state.take(event, at: moment.elapsed)
            return drawing.renderer.text(for: event, drawing.state, moment)
        }
    }

    /// Draws again although nothing happened.
    func tick() {
        write { $0.renderer.textForTick($0.state, $1) }
    }

    /// Ends the drawing; later events are not shown.
    func end() {
        write { drawing, _ in
            drawing.hasEnded = true
            return drawing.renderer.textAtEnd()
        }
    }

    /// Writes under the lock, so that two texts never change places.
    private func write(_ text: (inout Drawing, ProgressMoment) -> String) {
        let moment = ProgressMoment(
            elapsed: context.clock.elapsed, date: context.clock.now, width: context.terminal.width)
        drawing.withLock { drawing in
            guard !drawing.hasEnded else { return }
            let text = text(&drawing, moment)
            if !text.isEmpty { try? context.standardError.write(text) }
        }
    }
}

/// Takes what happens and shows nothing.
package struct SilentProgress: ProgressReporter {
    package init() {}

    package func report(_ event: ProgressEvent) {}
}
