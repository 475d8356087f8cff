enum SimpleStreamsPlaceholder {}
