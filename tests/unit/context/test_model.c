/* The table of names against the trees: neither has a name that the other lacks. */
#include "unit/context/tree.h"

static const struct {
	const char *path, *help, *since;
} names[] = {
#define N(path, kind, help, example, since) { path, help, since },
#include "context/names.def"
#undef N
};

/* Trees in which every name must be met. */
struct trees {
	struct pk_value v[12];
	size_t n;
};

/* What the case files lack. */
static const char all_else[] = "organ: Socialnämnden\ndatum: [2024-05-20, 2024-05-21]\nöppet: ja\n"
	"närvarande:\n  beslutande: [\"Karin Holm (S), ordförande\", Per Lindgren (C), Ali Demir (V)]\n"
	"sekreterare: Anna Sjöberg\n"
	"justering: {justerare: Per Lindgren, plats: Sjön, datum: 2024-05-31}\n"
	"anslag: {förvaringsplats: Sjön}\nparagrafer:\n  - nr: 41\n    rubrik: A\n    dag: 2024-05-20\n"
	"    beslut: X\n"
	"    omröstningar:\n"
	"      - {ja_betyder: X, nej_betyder: Y, ja: Karin Holm, nej: [], frånvarande: [Per Lindgren, Ali Demir]}\n"
	"      - {redovisning: rader, ja: [Karin Holm, Ali Demir], nej: Per Lindgren}\n"
	"      - {redovisning: matris, ja: [Karin Holm, Ali Demir], nej: Per Lindgren}\n"
	"      - {redovisning: matris, ja_betyder: X, ja: Karin Holm, nej: [], avstår: Per Lindgren, frånvarande: Ali Demir}\n"
	"    särskilda_yttranden: {av: Per Lindgren, text: Bra.}\n";

static void make_trees(struct pk_job *job, struct trees *all)
{
	static const struct pk_image picture = { .width = 1, .height = 1 };
	struct pk_meeting meeting;
	const struct pk_findings *found = NULL;

	all->v[all->n++] = tree_of(job, case_text(job, "justerat.yaml"),
			"sidfot: {signaturrutor: ja, utdragsbestyrkande: ja}\n"
			"utseende: {accentfärg: \"#1b5e8a\"}\n");
	all->v[all->n++] = tree_of(job, case_text(job, "utkast.yaml"), NULL);
	all->v[all->n++] = tree_of(job, case_text(job, "planerat.yaml"), NULL);
	all->v[all->n++] = tree_of(job, case_text(job, "utan-paragrafer.yaml"), NULL);
	all->v[all->n++] = tree_of(job, "organ: Socialnämnden\ndatum: 2024-05-21\n"
			"justering: {datum: 2024-05-31, signering: digital}\n"
			"närvarande: {beslutande: \"Karin Holm (S), ordförande\"}\n"
			SECTIONS, NULL);
	all->v[all->n++] = tree_of(job, case_text(job, "exempel.yaml"), NULL);
	all->v[all->n++] = tree_of(job, all_else, "bevis: {sida: andra}\nsidnummer: {start: 17}\n");
	all->v[all->n++] = tree_of(job, all_else, "bevis: {sida: sista}\n");
	meeting = *meeting_with(job, "organ: Socialnämnden\ndatum: 2024-05-21\nanslag: nej\n"
			SECTIONS, NULL);
	meeting.settings.logo_image = &picture;
	assert_true(pk_rules_apply(job, &meeting, day_of(""), &found));
	assert_true(pk_context_make(job, &meeting, found, PK_EDITION_FULL, &all->v[all->n++]));
}

/* Every name in tree exists in model, with the same kind. */
static void assert_known(const struct pk_value *tree, const struct pk_value *model, const char *above)
{
	if (tree->kind == PK_NOTHING)
		return;
	if (tree->kind != model->kind)
		fail_msg("below \"%s\": kind %d in a tree, %d in the model", above, (int)tree->kind,
				(int)model->kind);
	if (tree->kind == PK_LIST) {
		assert_int_equal(model->as.list.n, 1);
		for (size_t i = 0; i < tree->as.list.n; i++)
			assert_known(&tree->as.list.v[i], &model->as.list.v[0], above);
	}
	for (size_t i = 0; tree->kind == PK_MAP && i < tree->as.map.n; i++) {
		const struct pk_field *field = &tree->as.map.v[i];
		const struct pk_value *known = pk_value_get(model, field->name);
		char path[200];

		snprintf(path, sizeof(path), "%s.%.*s", above, (int)field->name.n, field->name.p);
		if (known == NULL)
			fail_msg("%s is in a tree but not in the model", path);
		assert_known(&field->value, known, path);
	}
}

static void the_model_knows_every_name(void **state)
{
	struct pk_job *job = *state;
	struct trees all = { 0 };
	struct pk_value model;

	assert_true(pk_context_model(job, &model));
	make_trees(job, &all);
	for (size_t i = 0; i < all.n; i++)
		assert_known(&all.v[i], &model, "");
}

/* Whether a path is met in a tree, in any item of the lists on the way. */
static bool met(const struct pk_value *v, struct pk_str path)
{
	struct pk_str rest = path, name;

	if (path.p == NULL)
		return pk_value_true(v) || v->kind == PK_BLOCKS;
	if (v->kind == PK_LIST) {
		for (size_t i = 0; i < v->as.list.n; i++) {
			if (met(&v->as.list.v[i], path))
				return true;
		}
		return false;
	}
	if (!pk_str_next(&rest, '.', &name) || pk_value_get(v, name) == NULL)
		return false;
	return met(pk_value_get(v, name), rest);
}

static void every_name_is_met_in_some_meeting(void **state)
{
	struct trees all = { 0 };

	make_trees(*state, &all);
	for (size_t n = 0; n < PK_COUNT(names); n++) {
		bool found = false;

		for (size_t i = 0; i < all.n; i++)
			found = found || met(&all.v[i], pk_str_of(names[n].path));
		if (!found)
			fail_msg("no meeting has %s", names[n].path);
	}
}

static void the_model_has_every_name(void **state)
{
	struct pk_value model;

	assert_true(pk_context_model(*state, &model));
	for (size_t n = 0; n < PK_COUNT(names); n++) {
		struct pk_str rest = pk_str_of(names[n].path), name;
		const struct pk_value *v = &model;

		while (v != NULL && pk_str_next(&rest, '.', &name))
			v = pk_value_get(v->kind == PK_LIST ? &v->as.list.v[0] : v, name);
		if (v == NULL)
			fail_msg("the model lacks %s", names[n].path);
	}
	assert_text(text_at(&model, "datum"), "2024-05-21");
	assert_non_null(value_at(&model, "datum.veckodag"));
	assert_int_equal(kind_at(&model, "paragrafer.0.delar.0.text"), PK_BLOCKS);
	assert_int_equal(kind_at(&model, "paragrafer.0.sidor"), PK_PAGE);
}

static bool stands_below(const char *path, struct pk_str parent)
{
	struct pk_str name = pk_str_of(path);

	return parent.n == 0 || (pk_str_starts(name, parent) &&
			(name.n == parent.n || name.p[parent.n] == '.'));
}

static void names_below_a_path_follow_on_it(void **state)
{
	(void)state;
	for (size_t n = 1; n < PK_COUNT(names); n++) {
		struct pk_str path = pk_str_of(names[n].path), parent = path;

		while (parent.n > 0 && parent.p[parent.n - 1] != '.')
			parent.n--;
		parent.n -= parent.n > 0;
		if (!stands_below(names[n - 1].path, parent))
			fail_msg("%s stands away from what it belongs to", names[n].path);
	}
}

static void every_name_is_explained(void **state)
{
	(void)state;
	for (size_t n = 0; n < PK_COUNT(names); n++) {
		if (names[n].help[0] == '\0' || names[n].since[0] == '\0')
			fail_msg("%s has no help", names[n].path);
	}
}

/* What the path leads to, through the items of lists; *ret_map is where its last part was looked for. */
static const struct pk_value *in_model(
		const struct pk_value *model, const char *path, const struct pk_value **ret_map)
{
	struct pk_str rest = pk_str_of(path), name;
	const struct pk_value *v = model;

	while (v != NULL && pk_str_next(&rest, '.', &name)) {
		*ret_map = v->kind == PK_LIST ? &v->as.list.v[0] : v;
		v = pk_value_get(*ret_map, name);
	}
	return v;
}

static void a_renamed_name_leads_to_a_name_in_the_same_place(void **state)
{
	struct pk_value model;

	assert_true(pk_context_model(*state, &model));
	for (const struct pk_renamed *row = pk_context_renamed(); row->was != NULL; row++) {
		const struct pk_value *here = NULL, *there = NULL;

		if (in_model(&model, row->was, &here) != NULL)
			fail_msg("%s is a name of today", row->was);
		if (in_model(&model, row->now, &there) == NULL)
			fail_msg("%s became %s, which is no name", row->was, row->now);
		if (here != there || row->since[0] == '\0')
			fail_msg("%s and %s stand in different places", row->was, row->now);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		job_test(the_model_knows_every_name),
		job_test(every_name_is_met_in_some_meeting),
		job_test(the_model_has_every_name),
		job_test(names_below_a_path_follow_on_it),
		cmocka_unit_test(every_name_is_explained),
		job_test(a_renamed_name_leads_to_a_name_in_the_same_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
