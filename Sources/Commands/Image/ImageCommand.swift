package import ArgumentParser

/// The group of commands on images.
package struct ImageCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "image", abstract: "Look at the images a region holds.",
        subcommands: [ImageList.self, ImageShow.self, ImageRemove.self],
        defaultSubcommand: ImageList.self)

    package init() {}
}
