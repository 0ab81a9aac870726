/* The person line: a name, a party, and parts that are told apart by their form. */
#include "meeting/persons.h"

#include "base/text.h"
#include "meeting/meeting.h"
#include "meeting/spans.h"

static const struct {
	const char *word;
	enum pk_role role;
} roles[] = {
	{ "ordförande", PK_ROLE_ORDFORANDE }, { "vice ordförande", PK_ROLE_VICE },
	{ "1:e vice ordförande", PK_ROLE_FORSTE_VICE }, { "2:e vice ordförande", PK_ROLE_ANDRE_VICE },
	{ "mötesordförande", PK_ROLE_MOTESORDFORANDE }, { "ledamot", PK_ROLE_LEDAMOT },
	{ "ersättare", PK_ROLE_ERSATTARE }, { "sekreterare", PK_ROLE_SEKRETERARE },
};

static const char role_words[] = "ordförande, vice ordförande, 1:e vice ordförande, "
	"2:e vice ordförande, mötesordförande, ledamot, ersättare, sekreterare";

/* Before the name of the one who is substituted, longest first. */
static const char *const serves_for[] = {
	"tjänstgörande ersättare för ", "tjänstgörande för ", "tjg. ersättare för ",
	"tjg ersättare för ", "tjg. ers. för ", "tjg ers. för ", "tjg ers för ", "tjg. för ",
	"tjg för ", "ersättare för ", "ersätter ", "för ",
};

static const char *const serves[] = {
	"tjänstgörande ersättare", "tjänstgörande", "tjg. ersättare", "tjg ersättare", "tjg. ers.",
	"tjg ers.", "tjg ers",
};

static const char *const remote_words[] = {
	"på distans", "via länk", "via teams", "via zoom", "via video", "via videolänk",
	"via telefon", "deltar på distans", "deltar via länk", "deltar via teams",
	"deltar via zoom", "deltar via video", "deltar via videolänk", "deltar via telefon",
};

/* Equal but for capitals. */
static bool is_one_of(struct pk_str text, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (pk_text_same_key(text, pk_str_of(words[i])))
			return true;
	}
	return false;
}

static bool starts_with(struct pk_str text, const char *word)
{
	size_t n = strlen(word);

	return text.n > n && pk_text_same_key(pk_str_slice(text, 0, n), pk_str_of(word));
}

/* The words after "tjänstgörande ersättare för " and its like; false for other parts. A bare "för"
 * needs a name: "för ekonomi" is part of a title. */
static bool substitution(struct pk_str part, struct pk_str *ret)
{
	for (size_t i = 0; i < PK_COUNT(serves_for); i++) {
		if (!starts_with(part, serves_for[i]))
			continue;
		*ret = pk_str_trim(pk_str_slice(part, strlen(serves_for[i]), part.n));
		if (ret->n == 0)
			return false;
		return strcmp(serves_for[i], "för ") != 0 || ret->p[0] < 'a' || ret->p[0] > 'z';
	}
	return false;
}

/* The next part up to a comma outside parentheses; *rest moves behind it. */
static bool next_part(struct pk_str *rest, struct pk_str *ret)
{
	size_t depth = 0, i = 0;

	if (rest->p == NULL)
		return false;
	for (; i < rest->n && (rest->p[i] != ',' || depth > 0); i++) {
		if (rest->p[i] == '(')
			depth++;
		else if (rest->p[i] == ')' && depth > 0)
			depth--;
	}
	*ret = pk_str_trim(pk_str_slice(*rest, 0, i));
	*rest = i < rest->n ? pk_str_slice(*rest, i + 1, rest->n) : (struct pk_str){ NULL, 0 };
	return true;
}

/* The party stands in the first parentheses, or in the last when they end the part and no words of
 * substitution come between: "Ann (Anna) Berg (S)". */
static size_t party_start(struct pk_str head)
{
	size_t first = pk_str_find(head, PK_STR("("), 0), close, last = first;
	struct pk_str after, for_whom;

	close = pk_str_find(head, PK_STR(")"), first);
	after = pk_str_trim(pk_str_slice(head, close + 1, head.n));
	if (after.n == 0 || substitution(after, &for_whom) || !pk_str_ends(after, PK_STR(")")))
		return first;
	for (size_t at = first; at < head.n; at = pk_str_find(head, PK_STR("("), at + 1))
		last = at;
	return last;
}

bool pk_name_read(struct pk_reader *r, const struct pk_origin *origin, struct pk_str words,
		struct pk_str *ret_namn, struct pk_str *ret_parti, struct pk_str *ret_rest)
{
	struct pk_str rest = words, head;
	size_t open, close;

	if (!next_part(&rest, &head))
		head = PK_STR("");
	*ret_parti = PK_STR("");
	*ret_rest = rest;
	open = party_start(head);
	close = pk_str_find(head, PK_STR(")"), open);
	*ret_namn = pk_str_trim(pk_str_slice(head, 0, open));
	if (open < head.n && close < head.n) {
		*ret_parti = pk_str_trim(pk_str_slice(head, open + 1, close));
		/* A comma forgotten: "Karin Holm (S) ordförande". */
		if (pk_str_trim(pk_str_slice(head, close + 1, head.n)).n > 0)
			*ret_rest = (struct pk_str){ head.p + close + 1,
				(size_t)(words.p + words.n - head.p) - close - 1 };
	}
	if (ret_namn->n == 0 || (open < head.n && (close == head.n || ret_parti->n == 0)))
		return pk_fail(r->job, PK_M_PERSON_NAME, pk_origin_place(r, origin, head), head);
	return true;
}

static bool set_role(struct pk_reader *r, struct pk_pos at, size_t i, struct pk_person *person)
{
	if (person->role != PK_ROLE_NONE)
		return pk_fail(r->job, PK_M_PERSON_BOTH, at, person->roll,
				pk_str_of(roles[i].word));
	person->role = roles[i].role;
	person->roll = pk_str_of(roles[i].word);
	return true;
}

static size_t role_index(struct pk_str part)
{
	size_t i = 0;

	while (i < PK_COUNT(roles) && !pk_text_same_key(part, pk_str_of(roles[i].word)))
		i++;
	return i;
}

bool pk_role_find(struct pk_str words, enum pk_role *ret)
{
	size_t i = role_index(words);

	if (i == PK_COUNT(roles))
		return false;
	*ret = roles[i].role;
	return true;
}

struct pk_str pk_role_word(enum pk_role role)
{
	for (size_t i = 0; i < PK_COUNT(roles); i++) {
		if (roles[i].role == role)
			return pk_str_of(roles[i].word);
	}
	return PK_STR("");
}

struct pk_str pk_role_words(void)
{
	return pk_str_of(role_words);
}

static bool set_for(struct pk_reader *r, const struct pk_origin *origin, struct pk_str name,
		struct pk_person *person)
{
	struct pk_who *who = &person->for_whom;
	struct pk_str rest;

	if (person->serves_for && who->namn.n > 0)
		return pk_fail(r->job, PK_M_PERSON_BOTH, pk_origin_place(r, origin, name),
				who->namn, name);
	person->serves_for = true;
	who->at = pk_origin_place(r, origin, name);
	if (!pk_name_read(r, origin, name, &who->namn, &who->parti, &rest))
		return false;
	return rest.p == NULL || pk_fail(r->job, PK_M_PERSON_NAME, who->at, name);
}

/* "gick kl. 15.00": a time that no form covers must not pass for a title. */
static bool has_clock(struct pk_str part)
{
	size_t at = pk_str_find(part, PK_STR("kl."), 0);
	struct pk_str after = pk_str_trim(pk_str_slice(part, at + 3, part.n));

	return after.n > 0 && after.p[0] >= '0' && after.p[0] <= '9';
}

/* "Bo Ek (S)" after another with a party: two on one line, where a list was meant. */
static bool is_second_person(struct pk_str part)
{
	size_t open = pk_str_find(part, PK_STR(" ("), 0), end = part.n - 1;
	char first = part.p[0];

	if (open == part.n || part.p[end] != ')' || end < open + 3 || end > open + 6)
		return false;
	for (size_t i = open + 2; i < end; i++) {
		if (part.p[i] < 'A' || part.p[i] > 'Z')
			return false;
	}
	return pk_str_find(part, PK_STR(" "), 0) < open && (first < 'a' || first > 'z');
}

static bool add_title(struct pk_reader *r, const struct pk_origin *origin, struct pk_str part,
		struct pk_person *person)
{
	if (part.n == 0)
		return true;
	if (person->parti.n > 0 && is_second_person(part))
		return pk_fail(r->job, PK_M_WHO_REST, pk_origin_place(r, origin, part), part);
	if (has_clock(part))
		return pk_fail(r->job, PK_M_SPANS_FORM, pk_origin_place(r, origin, part), part);
	if (person->titel.n == 0) {
		person->titel = part;
		return true;
	}
	return pk_join(r->job, &person->titel, person->titel, PK_STR(", "), part);
}

/* A part that is no time: a role, a substitution, a distance, else a piece of the title. */
static bool read_part(struct pk_reader *r, const struct pk_origin *origin, struct pk_str part,
		struct pk_person *person)
{
	size_t role = role_index(part);
	struct pk_str name;

	if (role < PK_COUNT(roles))
		return set_role(r, pk_origin_place(r, origin, part), role, person);
	if (is_one_of(part, serves, PK_COUNT(serves))) {
		person->serves_for = true;
		return true;
	}
	if (substitution(part, &name))
		return set_for(r, origin, name, person);
	if (is_one_of(part, remote_words, PK_COUNT(remote_words))) {
		person->remote = true;
		return true;
	}
	return add_title(r, origin, part, person);
}

/* All parts after the name. What goes on with a § or a time is read together with it. */
static bool read_parts(struct pk_reader *r, const struct pk_origin *origin, struct pk_str rest,
		struct pk_person *person)
{
	struct pk_str part, when = PK_STR("");
	bool ok = true;

	while (next_part(&rest, &part)) {
		enum pk_looks looks = pk_presence_looks(part);

		if (looks == PK_LOOKS_PRESENCE || (looks == PK_LOOKS_GOING_ON && when.n > 0)) {
			when.n = when.n == 0 ? part.n : (size_t)(part.p + part.n - when.p);
			when.p = part.p + part.n - when.n;
			continue;
		}
		if (when.n > 0)
			ok = pk_presence_add(r, origin, when, PK_BARE_PARAGRAFER, &person->presence) && ok;
		when.n = 0;
		ok = read_part(r, origin, part, person) && ok;
	}
	if (when.n > 0)
		ok = pk_presence_add(r, origin, when, PK_BARE_PARAGRAFER, &person->presence) && ok;
	return ok;
}

bool pk_person_read(struct pk_reader *r, const struct pk_origin *origin, struct pk_str words,
		struct pk_person *ret)
{
	struct pk_person person = { .at = origin->at, .group = PK_GROUP_NONE, .for_whom.person = -1 };
	struct pk_str rest;
	bool ok = pk_name_read(r, origin, pk_str_trim(words), &person.namn, &person.parti, &rest);

	person.vacant = pk_text_same_key(person.namn, PK_STR("vakant"));
	ok = read_parts(r, origin, rest, &person) && ok;
	*ret = person;
	return ok;
}

bool pk_person_line(struct pk_job *job, struct pk_str line, struct pk_pos at, struct pk_person *ret)
{
	struct pk_reader r = { .job = job, .paragraf = -1 };
	struct pk_origin origin = { NULL, at };
	struct pk_person person;

	if (!pk_person_read(&r, &origin, line, &person))
		return false;
	*ret = person;
	return true;
}

void pk_person_put_name(struct pk_out *out, const struct pk_person *person)
{
	pk_put(out, person->namn);
	if (person->parti.n == 0)
		return;
	pk_put_c(out, " (");
	pk_put(out, person->parti);
	pk_put_c(out, ")");
}

PK_READER(pk_read_person_name)
{
	struct pk_person *person = target;
	struct pk_origin origin = pk_origin_of(node);
	struct pk_str text, parti, rest;

	if (!pk_read_one_line(r, key->name, node, &text) ||
			!pk_name_read(r, &origin, text, &person->namn, &parti, &rest))
		return false;
	person->vacant = pk_text_same_key(person->namn, PK_STR("vakant"));
	/* parti, as a key of its own, is read later and wins. */
	if (parti.n > 0)
		person->parti = parti;
	return rest.p == NULL || pk_fail(r->job, PK_M_PERSON_NAME, node->at, text);
}

PK_READER(pk_read_person_role)
{
	struct pk_str text;
	size_t role;

	if (!pk_read_one_line(r, key->name, node, &text))
		return false;
	role = role_index(text);
	if (role == PK_COUNT(roles))
		return pk_fail(r->job, PK_M_WORD, node->at, text, pk_str_of(role_words));
	return set_role(r, node->at, role, target);
}

PK_READER(pk_read_person_for)
{
	struct pk_person *person = target;
	struct pk_origin origin = pk_origin_of(node);
	struct pk_str text;
	bool yes;

	if (!pk_read_one_line(r, key->name, node, &text))
		return false;
	if (!pk_yes_no(text, &yes))
		return set_for(r, &origin, text, person);
	person->serves_for = yes;
	return true;
}

static bool read_presence(struct pk_reader *r, const struct pk_key *key, const struct pk_node *node,
		enum pk_bare bare, struct pk_presence *presence)
{
	struct pk_origin origin = pk_origin_of(node);
	struct pk_str text;

	return pk_read_one_line(r, key->name, node, &text) &&
			pk_presence_add(r, &origin, text, bare, presence);
}

PK_READER(pk_read_person_spans)
{
	struct pk_person *person = target;

	return read_presence(r, key, node, PK_BARE_PARAGRAFER, &person->presence);
}

PK_READER(pk_read_person_times)
{
	struct pk_person *person = target;

	return read_presence(r, key, node, PK_BARE_TIMES, &person->presence);
}

PK_READER(pk_read_spans)
{
	return read_presence(r, key, node, PK_BARE_PARAGRAFER, target);
}
