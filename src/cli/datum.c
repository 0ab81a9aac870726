/* protokoll datum */
#include <string.h>

#include "cli/options.h"

/* How the dates are told. */
struct telling {
	enum protokoll_event event;
	const char *format;       /* "text", "tsv", "json" */
};

/* What the date is: as it is written, without its diacritics, and what the printed words are. */
static const struct {
	const char *name, *twin;
	enum protokoll_event event;
	enum word from, counted, last, ground;
} events[] = {
	{ "anslag", "anslag", PROTOKOLL_ANSLAG, W_DATUM_ANSLAG, W_DATUM_THREE_WEEKS, W_DATUM_APPEAL,
			W_DATUM_APPEAL_LAW },
	{ "justering", "justering", PROTOKOLL_JUSTERING, W_DATUM_JUSTERING, W_DATUM_TWO_DAYS,
			W_DATUM_POST, W_DATUM_POST_LAW },
	{ "möte", "mote", PROTOKOLL_MEETING, W_DATUM_MEETING, W_DATUM_FOURTEEN, W_DATUM_APPROVE,
			W_DATUM_APPROVE_LAW },
};

enum { N_EVENTS = sizeof(events) / sizeof(events[0]) };

/* A line of standard input: no date is longer, and what does not fit is no date. */
enum { LINE = 80 };

static bool find_event(const char *name, enum protokoll_event *ret)
{
	for (size_t i = 0; i < N_EVENTS; i++) {
		if (strcmp(name, events[i].name) == 0 || strcmp(name, events[i].twin) == 0) {
			*ret = events[i].event;
			return true;
		}
	}
	return false;
}

static void print_day(const struct cli *cli, enum word what, const struct protokoll_day *day)
{
	printf("%s%s  %s\n", say(cli, what), day->date, day->words[cli->language]);
}

static void print_text(const struct cli *cli, const struct telling *telling,
		const struct protokoll_dates *dates)
{
	size_t i = 0;

	while (events[i].event != telling->event)
		i++;
	print_day(cli, events[i].from, &dates->from);
	print_day(cli, events[i].counted, &dates->counted);
	for (size_t k = 0; k < dates->n_pushed; k++) {
		const struct protokoll_day *day = &dates->pushed[k];

		printf("%s%s  %s\n", say(cli, k == 0 ? W_DATUM_NOT : W_DATUM_NOR), day->date,
				day->why[cli->language]);
	}
	print_day(cli, events[i].last, &dates->last);
	if (telling->event == PROTOKOLL_ANSLAG)
		print_day(cli, W_DATUM_REMOVE, &dates->after);
	printf("%s\n", say(cli, events[i].ground));
}

static void print_tsv(const struct telling *telling, const struct protokoll_dates *dates)
{
	fputs(dates->from.date, stdout);
	putchar('\t');
	fputs(dates->last.date, stdout);
	if (telling->event == PROTOKOLL_ANSLAG) {
		putchar('\t');
		fputs(dates->after.date, stdout);
	}
	putchar('\n');
}

static void print_json(const struct cli *cli, const struct telling *telling,
		const struct protokoll_dates *dates)
{
	size_t i = 0;

	while (events[i].event != telling->event)
		i++;
	printf("{\"event\":\"%s\",\"date\":\"%s\",\"counted\":\"%s\",\"pushed\":[", events[i].name,
			dates->from.date, dates->counted.date);
	for (size_t k = 0; k < dates->n_pushed; k++)
		printf("%s{\"date\":\"%s\",\"why\":\"%s\"}", k == 0 ? "" : ",",
				dates->pushed[k].date, dates->pushed[k].why[cli->language]);
	printf("],\"last\":\"%s\"", dates->last.date);
	if (telling->event == PROTOKOLL_ANSLAG)
		printf(",\"removal\":\"%s\"", dates->after.date);
	puts("}");
}

static void print_dates(const struct cli *cli, const struct telling *telling,
		const struct protokoll_dates *dates)
{
	if (strcmp(telling->format, "tsv") == 0)
		print_tsv(telling, dates);
	else if (strcmp(telling->format, "json") == 0)
		print_json(cli, telling, dates);
	else
		print_text(cli, telling, dates);
}

/* No file can write to the terminal: control characters, those of U+0080-U+009F too, are shown as
 * question marks. */
static void make_harmless(char *text)
{
	unsigned char before = 0;

	for (char *p = text; *p != '\0'; p++) {
		unsigned char c = (unsigned char)*p;

		if (c < 0x20 || c == 0x7F || (before == 0xC2 && c < 0xA0))
			*p = '?';
		before = c;
	}
}

/* What stands between blanks at either end, in place. */
static char *trim(char *text)
{
	size_t n;

	text += strspn(text, " \t");
	for (n = strlen(text); n > 0 && strchr(" \t\r\n", text[n - 1]) != NULL; n--)
		text[n - 1] = '\0';
	return text;
}

/* Reads a line without its end; what is longer than the room is cut, what follows a NUL is lost: neither
 * can make a date of it. False at the end. */
static bool read_line(char line[LINE])
{
	int c;

	if (fgets(line, LINE, stdin) == NULL)
		return false;
	if (strchr(line, '\n') == NULL && strlen(line) == LINE - 1) {
		while ((c = getc(stdin)) != EOF && c != '\n')
			continue;
	}
	return true;
}

/* One date a line: bad lines are told, the rest goes on. */
static int tell_lines(const struct cli *cli, const struct telling *telling)
{
	char line[LINE], *text;
	int status = PROTOKOLL_DONE;

	for (unsigned long number = 1; read_line(line); number++) {
		struct protokoll_dates dates;

		text = trim(line);
		if (protokoll_dates(telling->event, text, &dates)) {
			print_dates(cli, telling, &dates);
			continue;
		}
		make_harmless(text);
		fprintf(stderr, "protokoll: %s %lu: '%s' %s\n", say(cli, W_LINE), number, text,
				say(cli, W_NO_DATE));
		status = PROTOKOLL_CONTENT;
	}
	if (ferror(stdin)) {
		fprintf(stderr, "protokoll: %s\n", say(cli, W_NO_STDIN));
		status = PROTOKOLL_FILE;
	}
	return status;
}

static int tell_one(const struct cli *cli, const struct telling *telling, char *day, bool first)
{
	struct protokoll_dates dates;

	if (!protokoll_dates(telling->event, day, &dates)) {
		make_harmless(day);
		fprintf(stderr, "protokoll: '%s' %s\n", day, say(cli, W_NO_DATE));
		return PROTOKOLL_USAGE;
	}
	if (!first && strcmp(telling->format, "text") == 0)
		putchar('\n');
	print_dates(cli, telling, &dates);
	return PROTOKOLL_DONE;
}

static bool known_format(const char *format)
{
	return strcmp(format, "text") == 0 || strcmp(format, "tsv") == 0 ||
			strcmp(format, "json") == 0;
}

int command_datum(struct cli *cli, int argc, char **argv)
{
	struct telling telling = { .event = PROTOKOLL_ANSLAG };
	const char *format = NULL, *event = "anslag";
	const struct option_row rows[] = {
		{ "--format", 'f', &format, NULL },
		{ "--from", 0, &event, NULL },
	};
	int n, worst = PROTOKOLL_DONE;
	int status = read_options(cli, rows, sizeof(rows) / sizeof(rows[0]), argc, argv, &n);

	if (status != -1)
		return status;
	if (format != NULL && !known_format(format))
		return usage_error(cli, W_DATUM_FORMAT, format);
	if (!find_event(event, &telling.event))
		return usage_error(cli, W_DATUM_EVENT, event);
	if (n == 0)
		return usage_error(cli, W_NO_DAY, NULL);
	for (int i = 1; i <= n; i++) {
		bool lines = strcmp(argv[i], "-") == 0;

		telling.format = format != NULL ? format : lines ? "tsv" : "text";
		status = lines ? tell_lines(cli, &telling) : tell_one(cli, &telling, argv[i], i == 1);
		worst = status > worst ? status : worst;
	}
	return finish_output(cli, worst);
}
