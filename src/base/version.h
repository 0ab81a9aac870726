/* The version: from meson.build, through the compiler's command line. */
#ifndef PK_BASE_VERSION_H
#define PK_BASE_VERSION_H

#ifndef PK_VERSION
#error "PK_VERSION is set by meson.build"
#endif

#define PK_GENERATOR "protokoll " PK_VERSION

#endif
