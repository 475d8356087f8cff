enum WorkflowsTestsPlaceholder {}
