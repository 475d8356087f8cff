enum SimpleStreamsTestsPlaceholder {}
