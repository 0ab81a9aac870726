#include "format/common/geometry.h"

#include "xml/tree.h"

static bool open_geometry(struct pk_job *job, const struct pk_xml *styles, const struct pk_xml *body,
		const struct pk_xml *const *headers, size_t n, struct pk_geometry **ret)
{
	(void)styles, (void)body, (void)headers, (void)n;
	*ret = pk_new(job, struct pk_geometry, 1);
	return *ret != NULL;
}

static uint16_t paragraph(struct pk_job *job, struct pk_geometry *g, const struct pk_xml *p)
{
	(void)job, (void)g, (void)p;
	return 0;
}

static uint16_t named(struct pk_job *job, struct pk_geometry *g, struct pk_str style, uint32_t level)
{
	(void)job, (void)g, (void)style, (void)level;
	return 0;
}

static uint16_t run(struct pk_job *job, struct pk_geometry *g, const struct pk_xml *p,
		const struct pk_xml *r)
{
	(void)job, (void)g, (void)p, (void)r;
	return 0;
}

static uint16_t styled(struct pk_job *job, struct pk_geometry *g, uint16_t p, struct pk_str character)
{
	(void)job, (void)g, (void)p, (void)character;
	return 0;
}

static uint32_t table(struct pk_job *job, struct pk_geometry *g, const struct pk_xml *t)
{
	(void)job, (void)g, (void)t;
	return 0;
}

const struct pk_geometry_reader pk_docx_geometry = { open_geometry, paragraph, named, run, styled,
	table };
