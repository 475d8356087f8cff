internal import MAAS
internal import Workflows

extension Use: FieldNaming {
    static var fieldNames: [String] { SourceReport.listing.fieldNames }
}

extension StatusCommand: FieldNaming {
    static var fieldNames: [String] { RegionStatus.listing.fieldNames }
}

extension Doctor: FieldNaming {
    static var fieldNames: [String] { Finding.listing.fieldNames }
}

extension SourceList: FieldNaming {
    static var fieldNames: [String] { BootSource.listing.fieldNames }
}

extension SourceShow: FieldNaming {
    static var fieldNames: [String] { BootSource.listing.fieldNames }
}

extension SourceAdd: FieldNaming {
    static var fieldNames: [String] { SourceReport.listing.fieldNames }
}

extension SourceUpdate: FieldNaming {
    static var fieldNames: [String] { SourceReport.listing.fieldNames }
}

extension SourceRemove: FieldNaming {
    static var fieldNames: [String] { SourceReport.listing.fieldNames }
}

extension SelectionList: FieldNaming {
    static var fieldNames: [String] { SelectionRow.listing.fieldNames }
}

extension SelectionEnsure: FieldNaming {
    static var fieldNames: [String] { SelectionChange.listing.fieldNames }
}

extension SelectionRemove: FieldNaming {
    static var fieldNames: [String] { SelectionChange.listing.fieldNames }
}

extension ImportStart: FieldNaming {
    static var fieldNames: [String] { ImportReport.listing.fieldNames }
}

extension ImportStop: FieldNaming {
    static var fieldNames: [String] { ImportReport.listing.fieldNames }
}

extension ImportStatus: FieldNaming {
    static var fieldNames: [String] { ImportReport.listing.fieldNames }
}

extension ImportWait: FieldNaming {
    static var fieldNames: [String] { ImportReport.listing.fieldNames }
}

extension ImageList: FieldNaming {
    static var fieldNames: [String] { BootResource.listing.fieldNames }
}

extension ImageShow: FieldNaming {
    static var fieldNames: [String] { BootResource.listing.fieldNames }
}

extension ImageRemove: FieldNaming {
    static var fieldNames: [String] { BootResource.listing.asChange().fieldNames }
}

extension Login: FieldNaming {
    static var fieldNames: [String] { ProfileRow.listing.asChange().fieldNames }
}

extension Logout: FieldNaming {
    static var fieldNames: [String] { LogoutReport.listing.fieldNames }
}

extension ProfileList: FieldNaming {
    static var fieldNames: [String] { ProfileRow.listing.fieldNames }
}

extension ProfileUse: FieldNaming {
    static var fieldNames: [String] { ProfileRow.listing.asChange().fieldNames }
}

extension SourceProbe: FieldNaming {
    static var fieldNames: [String] { StreamProbe.Report.listing.fieldNames }
}

extension SelectionAvailable: FieldNaming {
    static var fieldNames: [String] { AvailableImage.listing.fieldNames }
}

extension MirrorPlanCommand: FieldNaming {
    static var fieldNames: [String] { MirrorReport.listing.fieldNames }
}

extension MirrorSync: FieldNaming {
    static var fieldNames: [String] { MirrorReport.listing.fieldNames }
}

extension MirrorPublishCommand: FieldNaming {
    static var fieldNames: [String] { MirrorReport.listing.fieldNames }
}

extension MirrorVerifyCommand: FieldNaming {
    static var fieldNames: [String] { MirrorVerdict.listing.fieldNames }
}

extension MirrorPruneCommand: FieldNaming {
    static var fieldNames: [String] { PruneReport.listing.fieldNames }
}

extension MirrorPackCommand: FieldNaming {
    static var fieldNames: [String] { PackReport.listing.fieldNames }
}

extension MirrorUnpackCommand: FieldNaming {
    static var fieldNames: [String] { MirrorReport.listing.fieldNames }
}

extension MirrorList: FieldNaming {
    static var fieldNames: [String] { HeldImages.listing.fieldNames }
}

extension Plan: FieldNaming {
    static var fieldNames: [String] { StepRow.listing.fieldNames }
}

extension Apply: FieldNaming {
    static var fieldNames: [String] { ApplyReport.listing.fieldNames }
}

extension Export: FieldNaming {
    static var fieldNames: [String] { ExportedDocument.single.fieldNames }
}

extension MirrorServe: FieldNaming {
    static var fieldNames: [String] { ServedMirror.listing.fieldNames }
}

extension MirrorSchedule: FieldNaming {
    static var fieldNames: [String] { ScheduleReport.listing.fieldNames }
}
