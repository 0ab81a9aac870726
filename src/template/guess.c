/* What somebody meant by a name that does not exist, where it is no slip of the pen: what people write
 * in a word processor, and what it makes of it. */
#include "template/build.h"

#include "base/text.h"

/* A letter, a digit, or what else stands in names. */
static bool in_name(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
	       c == '?' || (c >= 0xC0 && c <= 0x24F);
}

/* The name's words with full stops between. */
static bool put_dots(struct pk_job *job, struct pk_str whole, struct pk_str *ret)
{
	struct pk_out out = pk_out_new(job->arena, whole.n);
	bool apart = false;
	for (size_t at = 0, next = 0; at < whole.n; at = next) {
		uint32_t c = pk_text_next(whole, &next);
		if (!in_name(c)) {
			apart = out.n > 0;
			continue;
		}
		if (apart)
			pk_put_byte(&out, '.');
		apart = false;
		pk_put(&out, pk_str_slice(whole, at, next));
	}
	return pk_out_done(job, &out, ret);
}

/* The first word of several that is a name here: "if anslag", "MERGEFIELD anslag". */
static bool find_word(const struct pk_builder *b, struct pk_str whole, struct pk_str *ret)
{
	struct pk_str word;
	while (pk_str_next(&whole, ' ', &word)) {
		if (word.n > 0 && pk_build_look(b, word) != NULL) {
			*ret = word;
			return true;
		}
	}
	return false;
}

static bool is_break(char c)
{
	return c == '\n' || c == '\t';
}

/* The name without line breaks and tabs, and what stands around them; empty: it has none. */
static bool mend_breaks(struct pk_job *job, struct pk_str whole, struct pk_str *ret)
{
	struct pk_out out = pk_out_new(job->arena, whole.n);
	size_t n = 0;
	*ret = PK_STR("");
	for (size_t i = 0; i < whole.n; i++) {
		n += is_break(whole.p[i]);
		if (!is_break(whole.p[i]) && whole.p[i] != ' ')
			pk_put_byte(&out, whole.p[i]);
	}
	return n == 0 || pk_out_done(job, &out, ret);
}

/* {{x?}} is meant to end the section that is open, or x. */
static bool guess_question(struct pk_builder *b, struct pk_str name, struct pk_str *ret)
{
	for (size_t i = b->floor; i < b->n_sections; i++)
		if (pk_str_eq(b->sections[i].written, name))
			return pk_join(b->job, ret, PK_STR("{{/"), name, PK_STR("}}"));
	*ret = pk_str_slice(name, 0, name.n - 1);
	return true;
}

bool pk_model_guess(struct pk_builder *b, struct pk_str whole, enum pk_message *ret_message,
		struct pk_str *ret)
{
	struct pk_str dotted;
	if (!mend_breaks(b->job, whole, ret))
		return false;
	*ret_message = ret->n > 0 ? PK_M_TAG_BROKEN : PK_M_TEMPLATE_NAME_NEAR;
	if (ret->n > 0)
		return true;
	if (whole.n > 1 && whole.p[0] == '\\')
		return pk_join(b->job, ret, PK_STR("{{/"), pk_str_slice(whole, 1, whole.n),
				PK_STR("}}"));
	/* A comma, a dash, a space where the full stop should be. */
	if (!put_dots(b->job, whole, &dotted))
		return false;
	if (pk_build_look(b, dotted) != NULL)
		*ret = dotted;
	else
		(void)find_word(b, whole, ret);
	return !pk_str_ends(*ret, PK_STR("?")) || guess_question(b, *ret, ret);
}
