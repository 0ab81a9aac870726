#include "pages/widths.h"

#include "base/text.h"

enum { EXTRA = 28, JOINED = 20, FACES = 4,
	SOFT_HYPHEN = 0xAD };

struct face {
	uint16_t body, leading;
	uint16_t run[PK_FONT_LAST - PK_FONT_FIRST + 1];
	uint16_t extra[EXTRA];
	int16_t joined[JOINED];
};

#include "pages/widths.inc"

enum family { CARLITO, CALADEA, SANS, SERIF, MONO };

/* Families with the metrics of a table, then those whose letters are nearest to it in width. What is
 * not named is taken for SANS: Verdana, Segoe UI, Tahoma, Open Sans, Noto Sans, DejaVu Sans. */
static const struct {
	struct pk_str name;
	uint8_t family;
	bool exact;
} families[] = {
	{ PK_STR_INIT("Carlito"), CARLITO, true },
	{ PK_STR_INIT("Calibri"), CARLITO, true },
	{ PK_STR_INIT("Caladea"), CALADEA, true },
	{ PK_STR_INIT("Cambria"), CALADEA, true },
	{ PK_STR_INIT("Liberation Sans"), SANS, true },
	{ PK_STR_INIT("Arial"), SANS, true },
	{ PK_STR_INIT("Helvetica"), SANS, true },
	{ PK_STR_INIT("Liberation Serif"), SERIF, true },
	{ PK_STR_INIT("Times New Roman"), SERIF, true },
	{ PK_STR_INIT("Liberation Mono"), MONO, true },
	{ PK_STR_INIT("Courier New"), MONO, true },
	{ PK_STR_INIT("Arimo"), SANS, true },
	{ PK_STR_INIT("Tinos"), SERIF, true },
	{ PK_STR_INIT("Times"), SERIF, true },
	{ PK_STR_INIT("Cousine"), MONO, true },
	{ PK_STR_INIT("Courier"), MONO, true },
	{ PK_STR_INIT("Calibri Light"), CARLITO, false },
	{ PK_STR_INIT("Gill Sans MT"), CARLITO, false },
	{ PK_STR_INIT("Franklin Gothic Book"), CARLITO, false },
	{ PK_STR_INIT("Georgia"), CALADEA, false },
	{ PK_STR_INIT("Palatino Linotype"), CALADEA, false },
	{ PK_STR_INIT("Book Antiqua"), CALADEA, false },
	{ PK_STR_INIT("Century Schoolbook"), CALADEA, false },
	{ PK_STR_INIT("DejaVu Serif"), CALADEA, false },
	{ PK_STR_INIT("Noto Serif"), CALADEA, false },
	{ PK_STR_INIT("Garamond"), SERIF, false },
	{ PK_STR_INIT("EB Garamond"), SERIF, false },
	{ PK_STR_INIT("Baskerville Old Face"), SERIF, false },
	{ PK_STR_INIT("Arial Narrow"), SERIF, false },
	{ PK_STR_INIT("Liberation Sans Narrow"), SERIF, false },
	{ PK_STR_INIT("Consolas"), MONO, false },
	{ PK_STR_INIT("DejaVu Sans Mono"), MONO, false },
};

uint8_t pk_font_find(struct pk_str family, bool bold, bool italic, bool *ret_exact)
{
	uint8_t found = SANS;
	bool exact = false;

	for (size_t i = 0; i < PK_COUNT(families); i++) {
		if (pk_text_same_key(families[i].name, family)) {
			found = families[i].family;
			exact = families[i].exact;
			break;
		}
	}
	if (ret_exact != NULL)
		*ret_exact = exact;
	return (uint8_t)(found * FACES + (bold ? 1 : 0) + (italic ? 2 : 0));
}

uint8_t pk_font_with(uint8_t font, bool bold, bool italic)
{
	return (uint8_t)(font | (bold ? 1 : 0) | (italic ? 2 : 0));
}

/* Most characters have the width of an n; ideographs and emoji fill the em. */
static uint16_t typical(const struct face *face, uint32_t c)
{
	if ((c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF)
		return 0;
	if (c >= 0x2E80)
		return PK_EM;
	return face->run['n' - PK_FONT_FIRST];
}

static const struct face *face_of(uint8_t font)
{
	return &faces[font < PK_COUNT(faces) ? font : 0];
}

const uint16_t *pk_font_advances(uint8_t font)
{
	return face_of(font)->run;
}

uint16_t pk_font_advance(uint8_t font, uint32_t code_point)
{
	const struct face *face = face_of(font);
	uint16_t width = 0;

	if (code_point == SOFT_HYPHEN)
		return 0;
	if (code_point >= PK_FONT_FIRST && code_point <= PK_FONT_LAST)
		return face->run[code_point - PK_FONT_FIRST];
	for (size_t i = 0; i < PK_COUNT(extra); i++) {
		if (extra[i] == code_point)
			width = face->extra[i];
	}
	return width > 0 ? width : typical(face, code_point);
}

/* Asked for each f and t of a text: whole entries are compared, as numbers. */
int16_t pk_font_joined(uint8_t font, struct pk_str letters)
{
	char key[sizeof(joined[0])] = { 0 };

	if (letters.n >= sizeof(key))
		return 0;
	memcpy(key, letters.p, letters.n);
	for (size_t i = 0; i < PK_COUNT(joined); i++) {
		if (memcmp(key, joined[i], sizeof(key)) == 0)
			return face_of(font)->joined[i];
	}
	return 0;
}

bool pk_font_may_join(char first, char second)
{
	for (size_t i = 0; i < PK_COUNT(joined); i++) {
		if (joined[i][0] == first && joined[i][1] == second)
			return true;
	}
	return false;
}

uint16_t pk_font_body(uint8_t font)
{
	return face_of(font)->body;
}

uint16_t pk_font_leading(uint8_t font)
{
	return face_of(font)->leading;
}
