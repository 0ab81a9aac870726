#include "writer.h"

#include <string.h>

static void put(struct writer *w, char c)
{
	fputc(c, w->out);
	w->last = c;
}

void writer_section(struct writer *w, const char *name)
{
	fprintf(w->out, "[%s]\n", name);
	w->last = '\n';
}

void writer_paragraph(struct writer *w, const char *mark)
{
	if (w->table > 0) {
		if (!w->fresh)
			fputs(" / ", w->out);
		w->fresh = false;
	}
	fputs(mark, w->out);
	w->last = '\n';
}

void writer_heading(struct writer *w, int level)
{
	static const char marks[] = "########## ";
	int most = (int)sizeof(marks) - 2;

	writer_paragraph(w, marks + most - (level < most ? level : most));
}

/* An empty paragraph, which one format needs behind a table and the other does not, is no line. */
void writer_end(struct writer *w)
{
	if (w->table == 0 && w->last != '\n')
		put(w, '\n');
}

static const char *roman(int number)
{
	static const char *const ones[] = { "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix" };

	return number < 10 ? ones[number] : "x...";
}

void writer_item(struct writer *w, int level, const struct writer_mark *mark)
{
	char text[64] = "- ";

	if (mark->number > 0 && mark->kind == 'a')
		snprintf(text, sizeof(text), "%c%s ", 'a' + (mark->number - 1) % 26, mark->suffix);
	else if (mark->number > 0 && mark->kind == 'i')
		snprintf(text, sizeof(text), "%s%s ", roman(mark->number), mark->suffix);
	else if (mark->number > 0)
		snprintf(text, sizeof(text), "%d%s ", mark->number, mark->suffix);
	fprintf(w->out, "%*s", 2 * level, "");
	writer_paragraph(w, text);
}

void writer_text(struct writer *w, const char *text)
{
	for (const char *p = text; *p != '\0'; p++)
		put(w, *p);
}

void writer_collapsed(struct writer *w, const char *text)
{
	for (const char *p = text; *p != '\0'; p++) {
		if (strchr(" \t\r\n", *p) == NULL)
			put(w, *p);
		else if (w->last != ' ' && w->last != '\n')
			put(w, ' ');
	}
}

void writer_break(struct writer *w)
{
	fputs(w->table > 0 ? " / " : "\n    ", w->out);
	w->last = '\n';
}

void writer_row(struct writer *w, bool header)
{
	fputs(header ? "|= " : "| ", w->out);
	w->table++;
}

void writer_cell(struct writer *w, bool first)
{
	if (!first)
		fputs(" | ", w->out);
	w->fresh = true;
}

void writer_row_end(struct writer *w)
{
	w->table--;
	put(w, '\n');
}
