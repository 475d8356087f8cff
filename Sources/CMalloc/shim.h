#ifndef CMALLOC_SHIM_H
#define CMALLOC_SHIM_H

// Not in Swift's view of the C library.
#include <malloc.h>

#endif
