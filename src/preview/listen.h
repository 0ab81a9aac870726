/* Sockets that only this machine can reach. */
#ifndef PK_PREVIEW_LISTEN_H
#define PK_PREVIEW_LISTEN_H

#include "preview/serve.h"

/* Listens on 127.0.0.1 and ::1, on the same port: *port, or, when it is 0, one that is free, which
 * is put there. ret[1] is -1 where there is no IPv6. */
PK_MUST enum pk_preview_fault pk_preview_listen(uint16_t *port, int ret[2]);

#endif
