/* Pieces of the model as JSON. */
#include "meeting/json.h"

#include "meeting/meeting.h"

void pk_json_next(struct pk_json *j)
{
	if (!j->first)
		pk_put_c(j->out, j->depth > 2 ? ", " : ",");
	if (j->depth <= 2)
		pk_put_byte(j->out, '\n');
	j->first = false;
}

void pk_json_quoted(struct pk_json *j, struct pk_str s)
{
	pk_put_byte(j->out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\n' || s.p[i] == '\t') {
			pk_put_c(j->out, s.p[i] == '\n' ? "\\n" : "\\t");
			continue;
		}
		/* Marks of secret words are no characters of JSON. */
		if (pk_str_starts(pk_str_slice(s, i, s.n), PK_STR(PK_SECRET_BEGINS)) ||
				pk_str_starts(pk_str_slice(s, i, s.n), PK_STR(PK_SECRET_ENDS))) {
			pk_put_c(j->out, s.p[++i] == PK_SECRET_BEGINS[1] ? "<<" : ">>");
			continue;
		}
		if (s.p[i] == '"' || s.p[i] == '\\')
			pk_put_byte(j->out, '\\');
		pk_put_byte(j->out, s.p[i]);
	}
	pk_put_byte(j->out, '"');
}

void pk_json_key(struct pk_json *j, const char *name)
{
	pk_json_next(j);
	pk_json_quoted(j, pk_str_of(name));
	pk_put_c(j->out, ": ");
}

void pk_json_open(struct pk_json *j, char bracket)
{
	pk_put_byte(j->out, bracket);
	j->depth++;
	j->first = true;
}

void pk_json_close(struct pk_json *j, char bracket)
{
	pk_put_byte(j->out, bracket);
	j->depth--;
	j->first = false;
}

void pk_json_str(struct pk_json *j, const char *name, struct pk_str s)
{
	if (s.n == 0)
		return;
	pk_json_key(j, name);
	pk_json_quoted(j, s);
}

void pk_json_flag(struct pk_json *j, const char *name, bool on)
{
	if (!on)
		return;
	pk_json_key(j, name);
	pk_put_c(j->out, "true");
}

void pk_json_number(struct pk_json *j, const char *name, uint64_t number)
{
	pk_json_key(j, name);
	pk_put_uint(j->out, number);
}

void pk_json_date(struct pk_json *j, const char *name, struct pk_date date)
{
	if (!pk_date_given(date))
		return;
	pk_json_key(j, name);
	pk_put_byte(j->out, '"');
	pk_date_put_iso(j->out, date);
	pk_put_byte(j->out, '"');
}

void pk_json_words(struct pk_json *j, const struct pk_prose *prose)
{
	struct pk_out words = pk_out_new(j->out->arena, j->out->max);

	if (prose->blocks != NULL)
		pk_blocks_words(prose->blocks, &words);
	j->out->failed = j->out->failed || words.failed;
	pk_json_quoted(j, pk_out_str(&words));
}

void pk_json_prose(struct pk_json *j, const char *name, const struct pk_prose *prose)
{
	if (prose->blocks == NULL)
		return;
	pk_json_key(j, name);
	pk_json_words(j, prose);
}

void pk_json_lines(struct pk_json *j, const char *name, const struct pk_lines *lines)
{
	if (lines->n == 0)
		return;
	pk_json_key(j, name);
	pk_json_open(j, '[');
	for (size_t i = 0; i < lines->n; i++) {
		pk_json_next(j);
		pk_json_quoted(j, lines->v[i].text);
	}
	pk_json_close(j, ']');
}

void pk_json_sections(struct pk_json *j, const char *name, const struct pk_sections *sections)
{
	if (sections->n == 0)
		return;
	pk_json_key(j, name);
	pk_json_open(j, '[');
	for (size_t i = 0; i < sections->n; i++) {
		pk_json_next(j);
		pk_json_open(j, '{');
		pk_json_str(j, "rubrik", sections->v[i].rubrik.text);
		pk_json_prose(j, "text", &sections->v[i].text);
		pk_json_str(j, "fil", sections->v[i].fil.text);
		pk_json_close(j, '}');
	}
	pk_json_close(j, ']');
}

/* The spans as "0-1", "!3" (except) and "~4" (part of). */
void pk_json_presence(struct pk_json *j, const struct pk_presence *presence)
{
	pk_json_str(j, "när", presence->text);
	if (presence->n_spans == 0)
		return;
	pk_json_key(j, "spann");
	pk_put_byte(j->out, '"');
	for (size_t i = 0; i < presence->n_spans; i++) {
		const struct pk_span *span = &presence->spans[i];

		pk_put_c(j->out, i > 0 ? " " : "");
		pk_put_c(j->out, span->except ? "!" : span->part ? "~" : "");
		pk_put_uint(j->out, span->from);
		pk_put_c(j->out, "-");
		pk_put_uint(j->out, span->to);
	}
	pk_put_byte(j->out, '"');
}

void pk_json_who(struct pk_json *j, const struct pk_who *who)
{
	pk_json_open(j, '{');
	pk_json_str(j, "namn", who->namn);
	pk_json_str(j, "parti", who->parti);
	if (who->person >= 0)
		pk_json_number(j, "person", (uint64_t)who->person);
	pk_json_presence(j, &who->presence);
	pk_json_close(j, '}');
}

void pk_json_whos(struct pk_json *j, const char *name, const struct pk_whos *whos)
{
	if (whos->n == 0)
		return;
	pk_json_key(j, name);
	pk_json_open(j, '[');
	for (size_t i = 0; i < whos->n; i++) {
		pk_json_next(j);
		pk_json_who(j, &whos->v[i]);
	}
	pk_json_close(j, ']');
}
