/* The names in a part's tags against the model: unknown ones are told, and which sections repeat is noted. */
#include "format/common/dialect.h"

static void check_value(struct pk_part *part, struct pk_builder *b, const struct pk_tagged *tagged)
{
	struct pk_compiler *c = part->c;
	bool raw = tagged->tag.kind == PK_TAG_RAW;
	if (!pk_build_value(b, tagged->tag.name, raw, tagged->at))
		c->failed = true;
	const struct pk_value *value = pk_build_look(b, tagged->tag.name);
	if (value == NULL)
		return;
	if (value->kind == PK_PAGE && !c->names_pages) {
		c->names_pages = true;
		c->pages_at = tagged->at;
	}
	c->names_anchors = c->names_anchors || (value->kind == PK_ANCHOR && part->flows);
}

static void check_tag(struct pk_part *part, struct pk_builder *b, struct pk_tagged *tagged)
{
	struct pk_str name = tagged->tag.name;
	uint16_t before = pk_build_depth(b);
	bool good = true;
	switch ((int)tagged->tag.kind) {
	case PK_TAG_VALUE:
	case PK_TAG_RAW:
		check_value(part, b, tagged);
		break;
	case PK_TAG_OPEN:
	case PK_TAG_UNLESS:
		good = pk_build_open(b, name, tagged->tag.kind == PK_TAG_UNLESS, tagged->at);
		tagged->depth = pk_build_depth(b);
		tagged->turns = tagged->depth > before;
		break;
	case PK_TAG_CLOSE:
		good = pk_build_close(b, name, tagged->at);
		break;
	default:
		break;
	}
	part->c->failed = part->c->failed || !good;
	if (pk_str_ends(name, PK_STR("?")))
		name.n--;
	part->c->names_draft = part->c->names_draft || pk_str_is(name, "utkast");
}

bool pk_sections_check(struct pk_part *part)
{
	struct pk_builder *b;
	const struct pk_program *program;
	struct pk_build_options options = { .model = part->c->options->model,
		.renamed = part->c->options->renamed };
	if (!pk_builder_new(part->job, &options, &b))
		return false;
	for (size_t i = 0; i < part->n_tags; i++)
		check_tag(part, b, part->tags[i]);
	if (!pk_build_done(b, &program))
		part->c->failed = true;
	return true;
}
