/* SVG: its size, and what may not be in it. */
#include "support/fixture.h"

#include "picture/picture.h"

#define HEAD "<svg xmlns=\"http://www.w3.org/2000/svg\""
#define LINK " xmlns:xlink=\"http://www.w3.org/1999/xlink\""

static bool read_at_place(struct pk_job *job, const char *svg, struct pk_image *image)
{
	struct pk_pos at = { source_of(job, "möte.yaml", "organ: x\nbild\n"), 9, 4 };

	*image = (struct pk_image){ .name = PK_STR("vapen.svg"), .width = 7 };
	return pk_picture_read(job, pk_str_of(svg), at, image);
}

/* Hundredths of a CSS pixel, of which there are 96 an inch. */
static const struct {
	const char *attrs;
	uint32_t width, height;
} sizes[] = {
	{ "width=\"210\" height=\"297\"", 21000, 29700 },
	{ "width=\"25.4mm\" height=\"2.54cm\"", 9600, 9600 },
	{ "width='1in' height='72pt' viewBox='0 0 5 7'", 9600, 9600 },
	{ "width=' 6pc ' height='96px'", 9600, 9600 },
	{ "width='101.6Q' height='+.5e2'", 9600, 5000 },
	{ "viewBox='0 0 210 297'", 21000, 29700 },
	{ "viewBox=' -10,-10 , 12.5 25 '", 1250, 2500 },
	{ "width='100%' height='100%' viewBox='0 0 30 40'", 3000, 4000 },
	{ "width='10em' height='20ex' viewBox='0 0 30 40'", 3000, 4000 },
	{ "width='60' viewBox='0 0 30 40'", 6000, 8000 },
	{ "height='20' width='auto' viewBox='0 0 30 40'", 1500, 2000 },
	{ "viewBox='0 0 2000000 1000000'", 10000000, 5000000 },
	{ "width='1e-9' height='5'", 1, 500 },
};

static void the_size_is_told_by_width_height_or_view_box(void **state)
{
	for (size_t i = 0; i < PK_COUNT(sizes); i++) {
		struct pk_image image;
		struct pk_str svg;

		assert_true(pk_join(*state, &svg, PK_STR(HEAD " "), pk_str_of(sizes[i].attrs),
				PK_STR("/>")));
		if (!read_at_place(*state, svg.p, &image))
			fail_msg("%s: %s", sizes[i].attrs, reports(*state, PK_ENGLISH));
		if (image.width != sizes[i].width || image.height != sizes[i].height)
			fail_msg("%s: %u x %u", sizes[i].attrs, image.width, image.height);
		assert_int_equal(image.kind, PK_IMAGE_SVG);
		assert_int_equal(image.dpi_x, 9600);
		assert_silent(*state);
	}
}

#define BOX HEAD LINK " viewBox='0 0 9 9'"
#define IN(markup) BOX ">\n" markup "</svg>"

/* The code, and for P406 what is said to be there. */
static const struct {
	const char *code, *what, *svg;
} faults[] = {
	{ "P404", NULL, IN("<g>") },
	{ "P404", NULL, IN("&vapen;") },
	{ "P404", NULL, "<svg" },
	{ "P405", NULL, "<svg viewBox='0 0 9 9'/>" },
	{ "P405", NULL, "<html xmlns='http://www.w3.org/1999/xhtml'/>" },
	{ "P405", NULL, "<svg xmlns='http://example.org/' viewBox='0 0 9 9'/>" },
	{ "P406", "<!DOCTYPE> on line 2", "<?xml version='1.0'?>\n<!DOCTYPE svg [<!ENTITY a 'b'>]>"
			BOX "/>" },
	{ "P406", "<script> on line 2", IN("<script>alert(1)</script>") },
	{ "P406", "<SCRIPT> on line 2", IN("<SCRIPT/>") },
	{ "P406", "<script> on line 2",
		IN("<h:script xmlns:h='http://www.w3.org/1999/xhtml'>1</h:script>") },
	{ "P406", "<foreignObject> on line 2",
		IN("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>") },
	{ "P406", "<iframe> on line 2", IN("<iframe xmlns='http://www.w3.org/1999/xhtml'/>") },
	{ "P406", "onload= on line 1", BOX " onload='alert(1)'/>" },
	{ "P406", "OnClick= on line 2", IN("<g OnClick='1'/>") },
	{ "P406", "href=\"http://example.org/\" on line 2", IN("<image href='http://example.org/'/>") },
	{ "P406", "href=\"https://example.org/a/very/long/path/tha...\" on line 2",
		IN("<image xlink:href='https://example.org/a/very/long/path/that/goes/on'/>") },
	{ "P406", "href=\"file:///etc/passwd#a\" on line 2", IN("<use href='file:///etc/passwd#a'/>" )},
	{ "P406", "href=\"annan.svg#a\" on line 2", IN("<use href='annan.svg#a'/>") },
	{ "P406", "href=\" javascript:alert(1)\" on line 2",
		IN("<a href=' javascript:alert(1)'><g/></a>") },
	{ "P406", "href=\"data:image/svg+xml;base64,AAAA\" on line 2",
		IN("<image href='data:image/svg+xml;base64,AAAA'/>") },
	{ "P406", "href=\"data:text/html,x\" on line 2", IN("<use href='data:text/html,x'/>") },
	{ "P406", "url(http://example.org/) on line 2",
		IN("<g style='fill: URL( \"http://example.org/\" )'/>") },
	{ "P406", "url(a.svg#b) on line 2", IN("<g filter='url(a.svg#b)'/>") },
	{ "P406", "url(//example.org/) on line 2", IN("<g fill='url(#a) url(//example.org/'/>") },
	{ "P406", "u\\72l(x) on line 2", IN("<g fill='u\\72l(x)'/>") },
	{ "P406", "@import on line 2", IN("<style>@im<!-- -->port 'x.css';</style>") },
	{ "P406", "url(x.woff) on line 2",
		IN("<style><![CDATA[@font-face { src: url(x.woff) }]]></style>") },
	{ "P406", "image-set( on line 2", IN("<style>g { mask: image-set('x' 1x) }</style>") },
	{ "P406", "<style> \\ on line 2", IN("<style>@\\69mport 'x.css';</style>") },
	{ "P406", "attributeName=\"xlink:href\" on line 2",
		IN("<a><set attributeName='xlink:href' to='https://example.org/'/></a>") },
	{ "P406", "attributeName=\"onclick\" on line 2", IN("<set attributeName='onclick' to='1'/>") },
	{ "P406", "xml:base= on line 2", IN("<g xml:base='https://example.org/'/>") },
	{ "P407", NULL, IN("<g id='a'><use href='#a'/></g>") },
	{ "P407", NULL, IN("<pattern id='a'><g fill='url(#a)'/></pattern>") },
	{ "P408", NULL, HEAD "/>" },
	{ "P408", NULL, HEAD " width='100%' height='10em'/>" },
	{ "P408", NULL, HEAD " width='5'/>" },
	{ "P408", NULL, HEAD " width='-5' height='5' viewBox='0 0 0 9'/>" },
	{ "P408", NULL, HEAD " width='5 5' height='5' viewBox='0 0 9'/>" },
	{ "P408", NULL, HEAD " viewBox='0 0 1000000000000000000000 9'/>" },
};

static void what_may_not_be_there_is_told_at_the_place_of_the_picture(void **state)
{
	(void)state;
	for (size_t i = 0; i < PK_COUNT(faults); i++) {
		struct pk_image image;
		struct pk_job job;
		const char *said;

		assert_true(pk_job_init(&job, &pk_limits_default));
		if (read_at_place(&job, faults[i].svg, &image))
			fail_msg("accepted: %s", faults[i].svg);
		assert_only(&job, faults[i].code, 2, 1);
		assert_int_equal(image.width, 7);
		said = reports(&job, PK_ENGLISH);
		if (faults[i].what != NULL && strstr(said, faults[i].what) == NULL)
			fail_msg("expected %s, found %s", faults[i].what, said);
		pk_job_free(&job);
	}
}

/* Ten of ten of ten ...: a few lines that would be drawn a thousand million times. */
static void what_is_drawn_again_and_again_is_counted(void **state)
{
	struct pk_out out = pk_out_new(((struct pk_job *)*state)->arena, 65536);
	struct pk_image image;

	pk_put_c(&out, BOX "><g id='a0'/>");
	for (char level = '1'; level <= '9'; level++) {
		pk_put_c(&out, "<g id='a");
		pk_put_byte(&out, level);
		pk_put_c(&out, "'>");
		for (int i = 0; i < 10; i++) {
			pk_put_c(&out, "<use href='#a");
			pk_put_byte(&out, (char)(level - 1));
			pk_put_c(&out, "'/>");
		}
		pk_put_c(&out, "</g>");
	}
	pk_put_c(&out, "</svg>");
	pk_put_byte(&out, '\0');
	assert_false(read_at_place(*state, out.p, &image));
	assert_only(*state, "P407", 2, 1);
}

static void elements_deep_in_each_other_are_refused(void **state)
{
	struct pk_out out = pk_out_new(((struct pk_job *)*state)->arena, 65536);
	struct pk_image image;

	pk_put_c(&out, BOX ">");
	for (int i = 0; i < 100; i++)
		pk_put_c(&out, "<g>");
	for (int i = 0; i < 100; i++)
		pk_put_c(&out, "</g>");
	pk_put_c(&out, "</svg>");
	pk_put_byte(&out, '\0');
	assert_false(read_at_place(*state, out.p, &image));
	assert_only(*state, "P407", 2, 1);
}

/* What a drawing is made of stays; comments, instructions, metadata and the program's notes go. */
static void only_the_drawing_itself_is_kept(void **state)
{
	struct pk_image image;

	assert_true(read_at_place(*state,
			"\xEF\xBB\xBF<?xml version='1.0'?><?xml-stylesheet href='http://x.se/a.css'?>"
			"<!-- Anna --><svg xmlns='http://www.w3.org/2000/svg' xmlns:i='urn:ink' "
			"i:path='C:\\Anna' viewBox='0 0 9 9'><metadata>Anna</metadata>"
			"<i:view><g/></i:view><title>Å &amp; Ö</title><defs>"
			"<path id='p' d='M0 0'/></defs><style>.a{fill:url(#p)}</style>"
			"<use href='#p' class='a'/><image href='data:image/png;base64,iVBORw=='/></svg>",
			&image));
	assert_silent(*state);
	assert_text(image.bytes,
			"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">"
			"<title>Å &amp; Ö</title><defs><path id=\"p\" d=\"M0 0\"/></defs>"
			"<style>.a{fill:url(#p)}</style><use href=\"#p\" class=\"a\"/>"
			"<image href=\"data:image/png;base64,iVBORw==\"/></svg>");
}

/* Prefixed elements, and UTF-16, become what everybody reads. */
static void other_spellings_of_xml_are_read(void **state)
{
	struct pk_image image;
	const char utf16[] = "\xFF\xFE<\0s\0v\0g\0 \0x\0m\0l\0n\0s\0=\0'\0h\0t\0t\0p\0:\0/\0/\0w\0w\0w"
			"\0.\0w\0" "3\0.\0o\0r\0g\0/\0" "2\0" "0\0" "0\0" "0\0/\0s\0v\0g\0'\0 \0v\0i\0e\0w"
			"\0B\0o\0x\0=\0'\0" "0\0 \0" "0\0 \0" "9\0 \0" "9\0'\0/\0>\0";
	struct pk_pos at = { source_of(*state, "möte.yaml", "bild"), 0, 4 };

	assert_true(read_at_place(*state, "<s:svg xmlns:s='http://www.w3.org/2000/svg' "
			"viewBox='0 0 9 9'><s:g/></s:svg>", &image));
	assert_int_equal(image.width, 900);
	assert_true(pk_picture_read(*state, (struct pk_str){ utf16, sizeof(utf16) - 1 }, at, &image));
	assert_int_equal(image.width, 900);
	assert_silent(*state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(the_size_is_told_by_width_height_or_view_box),
		job_test(what_may_not_be_there_is_told_at_the_place_of_the_picture),
		job_test(what_is_drawn_again_and_again_is_counted),
		job_test(elements_deep_in_each_other_are_refused),
		job_test(only_the_drawing_itself_is_kept),
		job_test(other_spellings_of_xml_are_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
