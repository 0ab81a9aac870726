#include "preview/mhd.h"

#include <dlfcn.h>
#include <string.h>

/* ISO C knows no way from an object pointer to a function pointer; POSIX says that they are alike. */
static bool find(void *library, const char *name, void *function)
{
	void *found = dlsym(library, name);

	memcpy(function, &found, sizeof(found));
	return found != NULL;
}

bool pk_preview_mhd_load(struct pk_preview_mhd *ret)
{
	/* The name carries the version of the interface that the header describes. */
	void *library = dlopen("libmicrohttpd.so.12", RTLD_NOW | RTLD_LOCAL);
	bool all = library != NULL;

#define F(name) all = all && find(library, "MHD_" #name, &ret->name);
	PK_PREVIEW_MHD(F)
#undef F
	return all;
}
