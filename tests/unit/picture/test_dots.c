/* PNG, JPEG, and what is neither. */
#include "support/fixture.h"

#include <stdlib.h>

#include "picture/picture.h"

#define BYTES(literal) { "" literal, sizeof(literal) - 1 }

/* Pieces of PNG; nobody reads the check sums. SIZE is 640 by 256. */
#define CRC "\1\2\3\4"
#define PNG "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
#define SIZE "\0\0\2\x80\0\0\1\0"
#define RGB "\x08\2\0\0\0" CRC
#define IDAT "\0\0\2\0IDAT" A128 A128 A128 A128 CRC
#define A128 A32 A32 A32 A32
#define A32 "abcdefghijklmnopqrstuvwxyzABCDEF"
#define IEND "\0\0\0\0IEND" CRC
#define PHYS(x, y, unit) "\0\0\0\x09pHYs\0\0" x "\0\0" y unit CRC

/* Pieces of JPEG. */
#define SOI "\xFF\xD8"
#define JFIF(unit, x, y) SOI "\xFF\xE0\0\x10JFIF\0\1\2" unit x y "\0\0"
#define SOF_OF(marker, colours) "\xFF" marker "\0\x11\x08\1\0\2\x80" colours "\1\x22\0\2\x11\1\3\x11\1"
#define SOF SOF_OF("\xC0", "\3")
#define SCAN "\xFF\xDA\0\2\x12\xFF\0\x34\xFF\xD9"
#define EXIF(tiff, n) SOI "\xFF\xE1\0" n "Exif\0\0" tiff
#define BIG(turn) EXIF("MM\0*\0\0\0\x08\0\2\1\0\0\3\0\0\0\1\0\1\0\0\1\x12\0\3\0\0\0\1\0" turn "\0\0", "\x2A")
#define LITTLE(turn) EXIF("II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0" turn "\0\0\0", "\x1E")

/* 640 by 256 each, where nothing else is said. */
static const struct row {
	const char *what;
	struct pk_str bytes;
	enum pk_image_kind kind;
	uint32_t dpi_x, dpi_y;
	bool turned;
} rows[] = {
	{ "PNG", BYTES(PNG SIZE RGB IDAT IEND), PK_IMAGE_PNG, 96, 96, false },
	{ "PNG, 16 bits and transparency", BYTES(PNG SIZE "\x10\6\0\0\0" CRC IDAT IDAT IDAT IEND),
		PK_IMAGE_PNG, 96, 96, false },
	{ "PNG, black and white, interlaced", BYTES(PNG SIZE "\1\0\0\0\1" CRC IDAT IEND),
		PK_IMAGE_PNG, 96, 96, false },
	{ "PNG, animated", BYTES(PNG SIZE RGB "\0\0\0\x08" "acTL\0\0\0\2\0\0\0\0" CRC
			"\0\0\0\0fcTL" CRC IDAT "\0\0\0\4fdATabcd" CRC IEND),
		PK_IMAGE_PNG, 96, 96, false },
	{ "PNG, something behind its end", BYTES(PNG SIZE RGB IDAT IEND "more"), PK_IMAGE_PNG, 96, 96,
		false },
	{ "PNG, 300 dpi by 150", BYTES(PNG SIZE RGB "\0\0\0\1gAMA\0" CRC
			PHYS("\x2e\x23", "\x17\x12", "\1") IDAT IEND), PK_IMAGE_PNG, 300, 150, false },
	{ "PNG, only a proportion", BYTES(PNG SIZE RGB PHYS("\0\2", "\0\1", "\0") IDAT IEND),
		PK_IMAGE_PNG, 96, 96, false },
	{ "PNG, resolution behind the picture",
		BYTES(PNG SIZE RGB IDAT PHYS("\x2e\x23", "\x2e\x23", "\1") IEND), PK_IMAGE_PNG, 96, 96,
		false },
	{ "JPEG in dots an inch", BYTES(JFIF("\1", "\0\x48", "\0\x90") SOF SCAN), PK_IMAGE_JPEG, 72,
		144, false },
	{ "JPEG in dots a centimetre", BYTES(JFIF("\2", "\0\x76", "\0\x3b") SOF SCAN),
		PK_IMAGE_JPEG, 300, 150, false },
	{ "JPEG, only a proportion", BYTES(JFIF("\0", "\0\1", "\0\1") SOF SCAN), PK_IMAGE_JPEG, 96,
		96, false },
	{ "JPEG of four colours", BYTES(SOI "\xFF\xEE\0\x0E" "Adobe\0d\0\0\0\0\2"
			SOF_OF("\xC0", "\4") SCAN), PK_IMAGE_JPEG, 96, 96, false },
	{ "JPEG without JFIF, progressive, filled",
		BYTES(SOI "\xFF\xFF\xE1\0\4ab\xFF\xC4\0\3x\xFF\xC2\0\x08\x08\1\0\2\x80\3" SCAN),
		PK_IMAGE_JPEG, 96, 96, false },
	{ "photograph as it lies", BYTES(BIG("\1") SOF SCAN), PK_IMAGE_JPEG, 96, 96, false },
	{ "photograph upside down", BYTES(LITTLE("\3") SOF SCAN), PK_IMAGE_JPEG, 96, 96, false },
	{ "photograph on its side, big-endian", BYTES(BIG("\6") SOF SCAN), PK_IMAGE_JPEG, 96, 96,
		true },
	{ "photograph on its side, little-endian", BYTES(LITTLE("\x08") SOF SCAN), PK_IMAGE_JPEG, 96,
		96, true },
	{ "photograph with an orientation that does not exist", BYTES(BIG("\x09") SOF SCAN),
		PK_IMAGE_JPEG, 96, 96, false },
	{ "Exif that points outside of itself",
		BYTES(EXIF("MM\0*\xFF\xFF\xFF\xFF\0\1", "\x12") SOF SCAN), PK_IMAGE_JPEG, 96, 96, false },
};

/* Read at the word "bild" of a meeting, so that the place of a message can be asked for. */
static bool read_at_place(struct pk_job *job, struct pk_str bytes, struct pk_image *image)
{
	struct pk_pos at = { source_of(job, "möte.yaml", "organ: x\nbild\n"), 9, 4 };

	*image = (struct pk_image){ .name = PK_STR("bild"), .width = 7 };
	return pk_picture_read(job, bytes, at, image);
}

static void kind_size_and_resolution_are_read(void **state)
{
	for (size_t i = 0; i < PK_COUNT(rows); i++) {
		const struct row *row = &rows[i];
		struct pk_image image;

		if (!read_at_place(*state, row->bytes, &image))
			fail_msg("%s: %s", row->what, reports(*state, PK_ENGLISH));
		if (image.kind != row->kind || image.width != 640 || image.height != 256 ||
				image.dpi_x != row->dpi_x || image.dpi_y != row->dpi_y ||
				image.turned != row->turned)
			fail_msg("%s: kind %d, %u x %u, %u x %u dpi, turned %d", row->what,
					(int)image.kind, image.width, image.height, image.dpi_x,
					image.dpi_y, image.turned);
		assert_text(image.name, "bild");
		assert_true(pk_str_eq(image.bytes, row->bytes));
	}
}

/* One code each, at the picture's place. */
static const struct {
	const char *what, *code;
	struct pk_str bytes;
} faults[] = {
	{ "nothing", "P202", { NULL, 0 } },
	{ "text", "P202", BYTES("en karta") },
	{ "GIF", "P400", BYTES("GIF89a\1\0\1\0\0\0\0") },
	{ "WebP", "P400", BYTES("RIFF\1\2\3\4WEBPVP8 ") },
	{ "HEIC", "P400", BYTES("\0\0\0\x18" "ftypheic\0\0\0\0") },
	{ "AVIF", "P400", BYTES("\0\0\0\x18" "ftypavif\0\0\0\0") },
	{ "BMP", "P400", BYTES("BM\1\2\3\4") },
	{ "TIFF", "P400", BYTES("II*\0\1\2\3\4") },
	{ "PDF", "P400", BYTES("%PDF-1.4\n") },
	{ "packed SVG", "P400", BYTES("\x1F\x8B\x08\0") },
	{ "PNG of no width", "P401", BYTES(PNG "\0\0\0\0\0\0\1\0" RGB IDAT IEND) },
	{ "PNG of no height", "P401", BYTES(PNG "\0\0\2\x80\0\0\0\0" RGB IDAT IEND) },
	{ "PNG wider than a number goes", "P401", BYTES(PNG "\xff\0\0\0\0\0\1\0" RGB IDAT IEND) },
	{ "PNG of a size that its bytes cannot hold", "P401",
		BYTES(PNG "\0\0\x20\0\0\0\x20\0" RGB IDAT IEND) },
	{ "PNG of a depth that there is none of", "P401", BYTES(PNG SIZE "\3\2\0\0\0" CRC IDAT IEND) },
	{ "PNG without a picture", "P401", BYTES(PNG SIZE RGB IEND) },
	{ "PNG without its end", "P401", BYTES(PNG SIZE RGB IDAT) },
	{ "PNG, a chunk longer than the file", "P401",
		BYTES(PNG SIZE RGB "\xff\xff\xff\xffgAMA\0\0\0\0" CRC IDAT IEND) },
	{ "JPEG without a frame", "P401", BYTES(SOI "\xFF\xD9") },
	{ "JPEG, scan before the frame", "P401", BYTES(SOI "\xFF\xDA\0\4ab" SOF SCAN) },
	{ "JPEG, short frame", "P401", BYTES(SOI "\xFF\xC0\0\7\x08\1\0\2\x80" SCAN) },
	{ "JPEG, a piece of no length", "P401", BYTES(SOI "\xFF\xE0\0\1" SOF SCAN) },
	{ "JPEG of no height", "P401", BYTES(SOI "\xFF\xC0\0\x08\x08\0\0\2\x80\3" SCAN) },
	{ "JPEG cut off in its picture", "P401", BYTES(JFIF("\1", "\0\x48", "\0\x48") SOF
			"\xFF\xDA\0\2\x12\xFF\0\x34") },
	{ "JPEG, lossless", "P400", BYTES(SOI SOF_OF("\xC3", "\3") SCAN) },
	{ "JPEG with too many pixels", "P402", BYTES(SOI "\xFF\xC0\0\x08\x08\xFF\xFF\xFF\xFF\3" SCAN) },
};

static void what_is_no_sound_picture_is_told_at_its_place(void **state)
{
	(void)state;
	for (size_t i = 0; i < PK_COUNT(faults); i++) {
		struct pk_image image;
		struct pk_job job;

		assert_true(pk_job_init(&job, &pk_limits_default));
		if (read_at_place(&job, faults[i].bytes, &image))
			fail_msg("accepted: %s", faults[i].what);
		assert_only(&job, faults[i].code, 2, 1);
		assert_int_equal(image.width, 7);
		pk_job_free(&job);
	}
}

/* Every beginning of a picture, in a piece of memory of just that size. */
static void a_cut_picture_is_refused_and_never_read_past_its_end(void **state)
{
	(void)state;
	for (size_t i = 0; i < PK_COUNT(rows); i++)
		for (size_t n = 0; n + 12 < rows[i].bytes.n; n++) {
			char *bytes = malloc(n + (n == 0));
			struct pk_image image;
			struct pk_job job;

			assert_non_null(bytes);
			assert_true(pk_job_init(&job, &pk_limits_default));
			memcpy(bytes, rows[i].bytes.p, n);
			if (read_at_place(&job, (struct pk_str){ bytes, n }, &image))
				fail_msg("%s, %zu bytes of it", rows[i].what, n);
			pk_job_free(&job);
			free(bytes);
		}
}

static void more_pixels_than_the_limit_are_refused(void **state)
{
	struct pk_limits limits = pk_limits_default;
	struct pk_image image;
	struct pk_job job;

	(void)state;
	limits.image_pixels = 640 * 256;
	assert_true(pk_job_init(&job, &limits));
	assert_true(read_at_place(&job, rows[0].bytes, &image));
	limits.image_pixels--;
	assert_false(read_at_place(&job, rows[0].bytes, &image));
	assert_only(&job, "P402", 2, 1);
	pk_job_free(&job);
}

static void a_photograph_on_its_side_is_a_warning(void **state)
{
	struct pk_image image;

	assert_true(read_at_place(*state, (struct pk_str)BYTES(BIG("\6") SOF SCAN), &image));
	assert_only(*state, "P403", 2, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(kind_size_and_resolution_are_read),
		job_test(what_is_no_sound_picture_is_told_at_its_place),
		job_test(a_cut_picture_is_refused_and_never_read_past_its_end),
		job_test(more_pixels_than_the_limit_are_refused),
		job_test(a_photograph_on_its_side_is_a_warning),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
