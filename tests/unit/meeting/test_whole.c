#include "decoding.h"

#include <stdio.h>

/* The file that the test is given. */
static const char *path;

static const char *text_of_file(void)
{
	static char text[1 << 16];
	FILE *file = fopen(path, "rb");
	size_t n;

	if (file == NULL)
		fail_msg("no %s", path);
	n = fread(text, 1, sizeof(text) - 1, file);
	fclose(file);
	text[n] = '\0';
	return text;
}

static void a_whole_meeting_has_no_fault(void **state)
{
	const struct pk_meeting *m = decode(*state, text_of_file(), NULL);

	assert_silent(*state);
	if (m == NULL)
		return;
	assert_int_equal(m->n_paragrafer, 7);
	assert_int_equal(m->n_persons, 14);
}

/* Eva Ström stands twice: at § 42 she serves. */
static void names_find_their_lines(void **state)
{
	const struct pk_meeting *m = decode(*state, text_of_file(), NULL);
	const struct pk_paragraf *p;
	const struct pk_person *strom;

	assert_non_null(m);
	if (m == NULL)
		return;
	p = &m->paragrafer[1];
	strom = &m->persons[p->reservationer[0].av.v[1].person];
	assert_text(strom->namn, "Eva Ström");
	assert_true(strom->serves_for);
	assert_int_equal(p->omrostningar[0].sides[PK_SIDE_NEJ].names.v[1].person,
			p->reservationer[0].av.v[1].person);
	p = &m->paragrafer[3];
	assert_text(m->persons[p->jav[0].who.person].roll, "ordförande");
	assert_int_equal(m->persons[p->jav[0].ersattare.person].group, PK_GROUP_ERSATTARE);
	assert_text(m->persons[p->ordforande.person].namn, "Per Lindgren");
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		job_test(a_whole_meeting_has_no_fault),
		job_test(names_find_their_lines),
	};

	path = argc > 1 ? argv[1] : "whole.yaml";
	return cmocka_run_group_tests(tests, NULL, NULL);
}
