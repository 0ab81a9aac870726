/* In the place of the server where libmicrohttpd was not there when the program was built. */
#include "preview/serve.h"

enum pk_preview_fault pk_preview_open(const struct pk_preview_request *request,
		pk_preview_tell_day *tell_day, uint16_t port, struct pk_preview_server **ret)
{
	(void)request;
	(void)tell_day;
	(void)port;
	(void)ret;
	return PK_PREVIEW_UNBUILT;
}

const char *pk_preview_url(const struct pk_preview_server *server)
{
	(void)server;
	return "";
}

const char *pk_preview_url_once(const struct pk_preview_server *server)
{
	return pk_preview_url(server);
}

enum pk_preview_fault pk_preview_run(struct pk_preview_server *server, int stop)
{
	(void)server;
	(void)stop;
	return PK_PREVIEW_UNBUILT;
}

void pk_preview_close(struct pk_preview_server *server)
{
	(void)server;
}
