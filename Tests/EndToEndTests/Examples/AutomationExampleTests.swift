import Foundation
import TestSupport
import Testing

/// The examples for tools that set up machines, run by those tools where they are there.
@Suite(.timeLimit(.minutes(5))) struct AutomationExampleTests {
    private static let sandbox = ["--stream", "--import-seconds", "0.2"]

    @Test(.enabled(if: Automation.ansible != nil, "needs ansible-core in .venv-ansible"))
    func `ansible says what would change, changes it, and changes nothing the second time`()
        async throws
    {
        try await LiveSandbox.with(options: Self.sandbox) { region in
            let automation = try Automation(region)
            let before = try await region.run("selection list --jq .")
            for (option, changed) in [("--check", 1), ("", 1), ("", 0)] {
                let run = try await automation.shell(
                    "cd examples/ansible && ansible-playbook \(option) boot-images.yml")
                #expect(run.status == 0, "\(run.output)\n\(run.error)")
                #expect(run.output.contains(" changed=\(changed) "), "\(run.output)")
                let after = try await region.run("selection list --jq .")
                #expect((after.output == before.output) == (option == "--check"))
            }
        }
    }

    @Test(.enabled(if: Automation.terraform != nil, "needs terraform"))
    func `terraform applies a document once, and its state knows no key`() async throws {
        try await LiveSandbox.with(options: Self.sandbox) { region in
            let automation = try Automation(region)
            let run = try await automation.shell(
                """
                cp examples/terraform/main.tf "$HOME" && cd "$HOME" && terraform init
                variables="-var maas_url=$MAAS_URL -var maas_api_key_file=$MAAS_API_KEY_FILE \\
                    -var document=$EXAMPLES/images.yaml -no-color -input=false"
                terraform apply -auto-approve $variables &&
                    terraform plan -detailed-exitcode $variables
                """)
            #expect(run.status == 0, "\(run.output)\n\(run.error)")
            let state = try String(
                contentsOfFile: region.home.path("terraform.tfstate"), encoding: .utf8)
            #expect(SecretHunt(keys: [region.key]).traces(in: state + run.output).isEmpty)
            let plan = try await automation.shell("maas-boot plan -f examples/images.yaml")
            #expect(plan.status == 0, "\(plan.output)\n\(plan.error)")
        }
    }

    @Test func `what cloud-init writes and runs makes a fresh region ready`() async throws {
        try await LiveSandbox.with(options: Self.sandbox) { region in
            let automation = try Automation(region)
            try Automation.cloudInitScript().write(
                toFile: region.home.path("first-images"), atomically: true, encoding: .utf8)
            for _ in 1...2 {
                let run = try await automation.shell(
                    #"REGION=$MAAS_URL MAAS_URL= MAAS_API_KEY_FILE= sh "$HOME/first-images""#)
                #expect(run.status == 0, "\(run.output)\n\(run.error)")
                #expect(SecretHunt(keys: [region.key]).traces(in: run.output + run.error).isEmpty)
            }
            let status = try await region.run("status --jq .ready")
            #expect(status.output == "true\n")
        }
    }

    @Test(.enabled(if: Automation.cloudInit != nil, "needs cloud-init"))
    func `cloud-init finds its example valid`() async throws {
        let run = try await Programs.shell(
            "cloud-init schema --config-file \(Automation.examples)/cloud-init/user-data.yaml",
            ["LANG": "C.UTF-8"])
        #expect(run.status == 0, "\(run.output)\n\(run.error)")
    }
}
