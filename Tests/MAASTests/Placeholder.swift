enum MAASTestsPlaceholder {}
