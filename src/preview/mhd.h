/* libmicrohttpd, loaded when a preview begins: it brings a TLS library with it, and no other command
 * shall wait for that. */
#ifndef PK_PREVIEW_MHD_H
#define PK_PREVIEW_MHD_H

/* Where the library's header is missing the program is built without a server. */
#if __has_include(<microhttpd.h>)
#include <microhttpd.h>
#include <stdbool.h>

#define PK_PREVIEW_MHD(F) \
	F(add_response_header) \
	F(create_response_from_buffer_with_free_callback_cls) \
	F(create_response_from_callback) \
	F(destroy_response) \
	F(get_connection_values) \
	F(get_daemon_info) \
	F(get_timeout) \
	F(lookup_connection_value) \
	F(queue_response) \
	F(resume_connection) \
	F(run) \
	F(start_daemon) \
	F(stop_daemon) \
	F(suspend_connection)

/* The functions of the library that are used, without its prefix MHD_. */
struct pk_preview_mhd {
#define F(name) __typeof__(MHD_##name) *name;
	PK_PREVIEW_MHD(F)
#undef F
};

/* False when the library is not installed, or too old. Once loaded it stays until the process ends. */
bool pk_preview_mhd_load(struct pk_preview_mhd *ret);

#endif
#endif
