#include "job/edition.h"

#include "base/text.h"
#include "job/warn.h"
#include "markup/blocks.h"
#include "value/image.h"

bool pk_edition_parse(struct pk_job *job, struct pk_str name, enum pk_edition *ret)
{
	*ret = PK_EDITION_FULL;
	if (name.n == 0 || pk_text_same_key(name, PK_STR("fullständig")))
		return true;
	if (!pk_text_same_key(name, PK_STR("offentlig")))
		return pk_fail(job, PK_M_EDITION_UNKNOWN, PK_NOWHERE, name);
	*ret = PK_EDITION_PUBLIC;
	return true;
}

struct pk_str pk_edition_suffix(enum pk_edition edition)
{
	return edition == PK_EDITION_PUBLIC ? PK_STR("-offentlig") : PK_STR("");
}

/* A public edition that is looked through. */
struct look {
	struct pk_job *job;
	const struct pk_meeting *meeting;
	const struct pk_findings *findings;
	struct pk_pos at;         /* the file without its lines, so that no message shows one */
	int32_t paragraf;         /* the index of the § that is looked through, or PK_ANYWHERE */
};

/* "§ 46"; a draft without numbers counts them: "§ – (3)". */
static bool name_of(const struct look *look, size_t i, struct pk_str *ret)
{
	struct pk_str number = look->findings->numbers[i];

	if (number.n > 0)
		return pk_join(look->job, ret, PK_STR("§ "), number);
	return pk_join(look->job, ret, PK_STR("§ – ("), pk_number(look->job, i + 1), PK_STR(")"));
}

static bool tell_secrets(const struct look *look)
{
	for (size_t i = 0; i < look->meeting->n_paragrafer; i++) {
		const struct pk_sekretess *secret = &look->meeting->paragrafer[i].sekretess;
		struct pk_str paragraf;

		if (!secret->given)
			continue;
		if (!name_of(look, i, &paragraf))
			return false;
		pk_tell(look->job, secret->marked ? PK_M_EDITION_MARKED : PK_M_EDITION_WHOLE, look->at,
				paragraf, secret->lagrum.text);
	}
	return true;
}

static bool is_digit(struct pk_str text, size_t i)
{
	return i < text.n && text.p[i] >= '0' && text.p[i] <= '9';
}

/* Digits from i on. */
static size_t digits_at(struct pk_str text, size_t i)
{
	size_t n = 0;

	while (is_digit(text, i + n))
		n++;
	return n;
}

/* The bytes of a sign between date and number: "-", "+" from the age of 100, or one of the hyphens
 * and dashes that editors write instead (U+2010-U+2013). 0: none. */
static size_t sign_at(struct pk_str text, size_t i)
{
	if (i < text.n && (text.p[i] == '-' || text.p[i] == '+'))
		return 1;
	if (i + 2 < text.n && memcmp(text.p + i, "\xE2\x80", 2) == 0 &&
			(unsigned char)text.p[i + 2] >= 0x90 && (unsigned char)text.p[i + 2] <= 0x93)
		return 3;
	return 0;
}

static unsigned two_digits(const char *p)
{
	return (unsigned)(p[0] - '0') * 10 + (unsigned)(p[1] - '0');
}

/* A month and a day (60 more in a samordningsnummer), and the check digit: every other digit
 * doubled, the sum of all digits a multiple of ten. */
static bool is_personnummer(const char *date, const char *number)
{
	unsigned month = two_digits(date + 2), day = two_digits(date + 4) % 60, sum = 0;

	for (size_t i = 0; i < 10; i++) {
		unsigned digit = (unsigned)((i < 6 ? date[i] : number[i - 6]) - '0');

		digit *= i % 2 == 0 ? 2 : 1;
		sum += digit / 10 + digit % 10;
	}
	return month >= 1 && month <= 12 && day >= 1 && day <= 31 && sum % 10 == 0;
}

/* YYMMDD-XXXX or YYYYMMDD-XXXX, with no digit before or behind. */
static bool has_personnummer(struct pk_str text)
{
	for (size_t i = 0, n; i < text.n; i += n > 0 ? n : 1) {
		size_t sign;

		n = digits_at(text, i);
		sign = sign_at(text, i + n);
		if ((n == 6 || n == 8) && sign > 0 && digits_at(text, i + n + sign) == 4 &&
				is_personnummer(text.p + i + n - 6, text.p + i + n + sign))
			return true;
	}
	return false;
}

static bool look_at_text(const struct look *look, struct pk_str text)
{
	struct pk_report report = { .message = PK_M_EDITION_PERSONNUMMER, .at = look->at };

	if (!has_personnummer(text))
		return true;
	report.message = look->paragraf == PK_ANYWHERE ? PK_M_EDITION_PERSONNUMMER_FRONT
						       : PK_M_EDITION_PERSONNUMMER;
	if (look->paragraf != PK_ANYWHERE && !name_of(look, (size_t)look->paragraf, &report.a))
		return false;
	pk_warn(look->job, look->meeting, look->paragraf, &report);
	return true;
}

static bool look_at_blocks(const struct look *look, const struct pk_blocks *blocks)
{
	struct pk_out words = pk_out_new(look->job->arena, look->job->limits->output_bytes);
	struct pk_str text;

	pk_blocks_words(blocks, &words);
	return pk_out_done(look->job, &words, &text) && look_at_text(look, text);
}

static bool look_at(const struct look *look, const struct pk_value *value);

static bool look_at_list(const struct look *look, const struct pk_value *list)
{
	for (size_t i = 0; i < list->as.list.n; i++) {
		if (!look_at(look, &list->as.list.v[i]))
			return false;
	}
	return true;
}

static bool look_at_map(const struct look *look, const struct pk_value *map)
{
	for (size_t i = 0; i < map->as.map.n; i++) {
		if (!look_at(look, &map->as.map.v[i].value))
			return false;
	}
	return true;
}

static bool look_at(const struct look *look, const struct pk_value *value)
{
	switch (value->kind) {
	case PK_TEXT:
		return look_at_text(look, value->as.text);
	case PK_BLOCKS:
		return look_at_blocks(look, value->as.blocks);
	case PK_LIST:
		return look_at_list(look, value);
	case PK_MAP:
		return look_at_map(look, value);
	case PK_IMAGE:
		return look_at_text(look, value->as.image->alt);
	case PK_NOTHING:
	case PK_ANCHOR:
	case PK_PAGE:
	default:
		return true;
	}
}

static bool look_for_numbers(struct look *look, const struct pk_value *root)
{
	for (size_t i = 0; i < root->as.map.n; i++) {
		const struct pk_field *field = &root->as.map.v[i];
		bool paragrafer = pk_str_is(field->name, "paragrafer") && field->value.kind == PK_LIST;
		size_t n = paragrafer ? field->value.as.list.n : 1;

		for (size_t k = 0; k < n; k++) {
			look->paragraf = paragrafer ? (int32_t)k : PK_ANYWHERE;
			if (!look_at(look, paragrafer ? &field->value.as.list.v[k] : &field->value))
				return false;
		}
	}
	return true;
}

bool pk_edition_tell(struct pk_job *job, struct pk_str file, const struct pk_content *content)
{
	struct pk_source source = { .name = file };
	struct look look = { .job = job, .meeting = content->loaded->meeting,
		.findings = content->loaded->findings };

	return pk_source_add(job, &source, &look.at.source) && tell_secrets(&look) &&
			look_for_numbers(&look, &content->root);
}
