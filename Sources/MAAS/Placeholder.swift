enum MAASPlaceholder {}
