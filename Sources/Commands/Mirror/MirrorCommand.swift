package import ArgumentParser

/// The group of commands on local mirrors.
package struct MirrorCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "mirror",
        abstract: "Make and keep a local mirror of an image stream.",
        subcommands: [
            MirrorPlanCommand.self, MirrorSync.self, MirrorVerifyCommand.self, MirrorList.self,
            MirrorPruneCommand.self, MirrorPackCommand.self, MirrorUnpackCommand.self,
            MirrorPublishCommand.self, MirrorServe.self, MirrorSchedule.self,
        ])

    package init() {}
}
