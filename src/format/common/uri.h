/* Addresses in documents. */
#ifndef PK_FORMAT_URI_H
#define PK_FORMAT_URI_H

#include "base/job.h"

/* The address with everything percent-encoded that a URI cannot hold; what is encoded stays so. */
PK_MUST bool pk_uri_encode(struct pk_job *job, struct pk_str address, struct pk_str *ret);

#endif
