enum CommandsTestsPlaceholder {}
