#include "support/fixture.h"

#include <stdlib.h>

#include "value/image.h"

#define PNG "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
#define CRC "\1\2\3\4"
#define JFIF(unit, x, y) "\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\2" unit x y "\0\0"
#define SOF "\xFF\xC0\0\x11\x08\1\0\2\x80\3\1\x22\0\2\x11\1\3\x11\1"

#define BYTES(literal) { "" literal, sizeof(literal) - 1 }

/* 640 by 256 each, where nothing else is said. */
static const struct {
	const char *what;
	struct pk_str bytes;
	enum pk_image_kind kind;
	uint32_t dpi_x, dpi_y;
} rows[] = {
	{ "PNG", BYTES(PNG "\0\0\2\x80\0\0\1\0\x08\2\0\0\0" CRC), PK_IMAGE_PNG, 96, 96 },
	{ "PNG, 300 dpi by 150",
		BYTES(PNG "\0\0\2\x80\0\0\1\0\x08\2\0\0\0" CRC "\0\0\0\1gAMA\0" CRC
			"\0\0\0\x09pHYs\0\0\x2e\x23\0\0\x17\x12\1" CRC), PK_IMAGE_PNG, 300, 150 },
	{ "PNG, only a proportion",
		BYTES(PNG "\0\0\2\x80\0\0\1\0\x08\2\0\0\0" CRC "\0\0\0\x09pHYs\0\0\0\2\0\0\0\1\0"
			CRC), PK_IMAGE_PNG, 96, 96 },
	{ "PNG, resolution behind the picture",
		BYTES(PNG "\0\0\2\x80\0\0\1\0\x08\2\0\0\0" CRC "\0\0\0\0IDAT" CRC
			"\0\0\0\x09pHYs\0\0\x2e\x23\0\0\x2e\x23\1" CRC), PK_IMAGE_PNG, 96, 96 },
	{ "PNG, a chunk longer than the file",
		BYTES(PNG "\0\0\2\x80\0\0\1\0\x08\2\0\0\0" CRC "\xff\xff\xff\xffgAMA\0\0\0\0" CRC),
		PK_IMAGE_PNG, 96, 96 },
	{ "JPEG in dots an inch", BYTES(JFIF("\1", "\0\x48", "\0\x90") SOF), PK_IMAGE_JPEG, 72, 144 },
	{ "JPEG in dots a centimetre", BYTES(JFIF("\2", "\0\x76", "\0\x3b") SOF), PK_IMAGE_JPEG,
		300, 150 },
	{ "JPEG, only a proportion", BYTES(JFIF("\0", "\0\1", "\0\1") SOF), PK_IMAGE_JPEG, 96, 96 },
	{ "JPEG without JFIF, filled",
		BYTES("\xFF\xD8\xFF\xFF\xE1\0\4ab\xFF\xC4\0\3x\xFF\xC2\0\x08\x08\1\0\2\x80\3"),
		PK_IMAGE_JPEG, 96, 96 },
};

static void kind_size_and_resolution_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		struct pk_image image = { .name = PK_STR("bild") };
		if (!pk_image_look(rows[i].bytes, &image))
			fail_msg("refused: %s", rows[i].what);
		if (image.kind != rows[i].kind || image.width != 640 || image.height != 256 ||
				image.dpi_x != rows[i].dpi_x || image.dpi_y != rows[i].dpi_y)
			fail_msg("%s: kind %d, %u x %u, %u x %u dpi", rows[i].what, (int)image.kind,
					image.width, image.height, image.dpi_x, image.dpi_y);
		assert_text(image.name, "bild");
	}
}

static void other_files_are_refused(void **state)
{
	static const struct pk_str others[] = {
		{ NULL, 0 },
		BYTES("GIF89a\1\0\1\0\0\0\0"),
		BYTES("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
		BYTES(PNG "\0\0\0\0\0\0\1\0\x08\2\0\0\0" CRC),
		BYTES(PNG "\xff\0\0\0\0\0\1\0\x08\2\0\0\0" CRC),
		BYTES("\xFF\xD8\xFF\xD9"),
		BYTES("\xFF\xD8\xFF\xDA\0\4ab\xFF\xC0\0\x11\x08\1\0\2\x80\3"),
		BYTES("\xFF\xD8\xFF\xC0\0\7\x08\1\0\2\x80"),
		BYTES("\xFF\xD8\xFF\xE0\0\1" SOF),
	};
	(void)state;
	for (size_t i = 0; i < PK_COUNT(others); i++) {
		struct pk_image image = { .width = 7 };
		if (pk_image_look(others[i], &image))
			fail_msg("accepted: row %zu", i);
		assert_int_equal(image.width, 7);
	}
}

/* Every beginning of a picture, in a piece of memory of just that size. */
static void a_cut_picture_is_never_read_past_its_end(void **state)
{
	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++)
		for (size_t n = 0; n < rows[i].bytes.n; n++) {
			char *bytes = malloc(n + (n == 0));
			struct pk_image image = { .width = 0 };
			assert_non_null(bytes);
			memcpy(bytes, rows[i].bytes.p, n);
			if (pk_image_look((struct pk_str){ bytes, n }, &image))
				assert_int_equal(image.width, 640);
			free(bytes);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kind_size_and_resolution_are_read),
		cmocka_unit_test(other_files_are_refused),
		cmocka_unit_test(a_cut_picture_is_never_read_past_its_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
