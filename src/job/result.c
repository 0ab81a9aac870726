#include "job/result.h"

#include <stdlib.h>

#include "base/version.h"
#include "rules/findings.h"

struct protokoll_result *pk_result_new(void)
{
	struct protokoll_result *result = calloc(1, sizeof(*result));

	if (result == NULL)
		return NULL;
	result->text = "";
	if (pk_job_init(&result->job, &pk_limits_default))
		return result;
	free(result);
	return NULL;
}

void pk_result_say(struct protokoll_result *result, struct pk_out *text)
{
	pk_put_byte(text, '\0');
	if (!text->failed)
		result->text = text->p;
	else
		(void)pk_fail(&result->job, PK_M_MEMORY, PK_NOWHERE);
}

void protokoll_result_free(struct protokoll_result *result)
{
	if (result == NULL)
		return;
	pk_job_free(&result->job);
	free(result);
}

struct protokoll_options pk_options_copy(const struct protokoll_options *options)
{
	struct protokoll_options copy = { 0 };
	size_t size = options == NULL ? 0 : options->size;

	if (size > sizeof(copy))
		size = sizeof(copy);
	if (size > 0)
		memcpy(&copy, options, size);
	return copy;
}

/* Codes are grouped (base/messages/all.def): what a message is about gives the status. */
static enum protokoll_status status_of(enum pk_message message)
{
	unsigned number = (unsigned)strtoul(pk_message_code(message) + 1, NULL, 10);

	if (number >= 900)
		return PROTOKOLL_FAULT;
	if ((number >= 250 && number < 260) || number == 340 || number == 370)
		return PROTOKOLL_USAGE;
	if ((number >= 206 && number < 220) || (number >= 100 && number < 200) ||
			(number > 340 && number < 374))
		return PROTOKOLL_FILE;
	return PROTOKOLL_CONTENT;
}

enum protokoll_status pk_result_worst(const struct pk_diags *diags)
{
	enum protokoll_status worst = PROTOKOLL_DONE;

	for (uint32_t i = 0; i < pk_diag_count(diags); i++) {
		enum pk_message message = pk_diag_get(diags, i)->message;

		if (pk_message_level(message) >= PK_LEVEL_ERROR && status_of(message) > worst)
			worst = status_of(message);
	}
	return worst;
}

enum protokoll_status protokoll_result_status(const struct protokoll_result *result)
{
	enum protokoll_status worst;
	const struct pk_diags *diags;

	if (result == NULL)
		return PROTOKOLL_FAULT;
	diags = result->job.diags;
	worst = pk_result_worst(diags);
	if (worst == PROTOKOLL_DONE && result->strict &&
			pk_diag_count_level(diags, PK_LEVEL_WARNING) > 0)
		return PROTOKOLL_WARNED;
	return worst;
}

size_t protokoll_result_paths(const struct protokoll_result *result)
{
	return result->n_paths;
}

const char *protokoll_result_path(const struct protokoll_result *result, size_t i)
{
	return i < result->n_paths ? result->paths[i] : NULL;
}

size_t protokoll_result_written(const struct protokoll_result *result)
{
	return result->n_written;
}

const char *protokoll_result_text(const struct protokoll_result *result)
{
	return result->text;
}

size_t protokoll_result_messages(const struct protokoll_result *result)
{
	return pk_diag_count(result->job.diags);
}

size_t protokoll_result_dropped(const struct protokoll_result *result)
{
	return pk_diag_dropped(result->job.diags);
}

enum protokoll_level pk_result_level(enum pk_level level)
{
	static const enum protokoll_level levels[] = {
		[PK_LEVEL_NOTE] = PROTOKOLL_NOTE,
		[PK_LEVEL_REMAINS] = PROTOKOLL_REMAINS,
		[PK_LEVEL_WARNING] = PROTOKOLL_WARNING,
		[PK_LEVEL_ERROR] = PROTOKOLL_ERROR,
		[PK_LEVEL_FATAL] = PROTOKOLL_ERROR,
	};

	return levels[level];
}

/* Words into a NUL-terminated string of the result's arena; NULL when memory is out. */
static const char *ended(struct pk_out *out)
{
	pk_put_byte(out, '\0');
	return out->failed ? NULL : out->p;
}

static const char *words(struct pk_job *job, const struct pk_report *report,
		enum pk_language language,
		void (*put)(const struct pk_report *, enum pk_language, struct pk_out *))
{
	struct pk_out out = pk_out_new(job->arena, (size_t)1 << 20);

	put(report, language, &out);
	return ended(&out);
}

static const char *terminated(struct pk_job *job, struct pk_str text)
{
	struct pk_str copy;

	return text.n > 0 && pk_copy(job, text, &copy) ? copy.p : "";
}

/* Where in a template. */
static void put_paragraph(struct pk_job *job, const struct pk_source *source,
		struct protokoll_message *message)
{
	if (source->paragraph == 0)
		return;
	message->paragraph = source->paragraph;
	message->part = terminated(job, source->part);
	message->around = terminated(job, source->text);
	message->heading = terminated(job, source->heading);
}

static void put_place(struct pk_job *job, const struct pk_report *report,
		struct protokoll_message *message)
{
	const struct pk_source *source = pk_source_get(job->sources, report->at.source);
	uint32_t line, column;

	message->file = message->part = message->around = message->heading = "";
	if (source == NULL)
		return;
	message->file = source->name.p;
	put_paragraph(job, source, message);
	if (source->paragraph > 0 || source->text.p == NULL)
		return;
	pk_source_place(source, report->at.offset, &line, &column);
	message->line = line;
	message->column = column;
}

bool protokoll_result_message(struct protokoll_result *result, size_t i,
		enum protokoll_language language, struct protokoll_message *ret)
{
	enum pk_language in = language == PROTOKOLL_SWEDISH ? PK_SWEDISH : PK_ENGLISH;
	struct pk_job *job = &result->job;
	struct protokoll_message message = { 0 };
	const struct pk_report *report;
	struct pk_out shown = pk_out_new(job->arena, (size_t)1 << 20);

	if (i >= pk_diag_count(job->diags))
		return false;
	report = pk_diag_get(job->diags, (uint32_t)i);
	message.code = pk_message_code(report->message);
	message.ground = pk_rule_ground(pk_str_of(message.code));
	if (message.ground == NULL)
		message.ground = "";
	message.level = pk_result_level(pk_message_level(report->message));
	put_place(job, report, &message);
	message.text = words(job, report, in, pk_diag_words);
	message.hint = words(job, report, in, pk_diag_hint_words);
	pk_diag_print(job->sources, report, in, &shown);
	message.shown = ended(&shown);
	if (message.text == NULL || message.hint == NULL || message.shown == NULL)
		return false;
	*ret = message;
	return true;
}

const char *protokoll_version(void)
{
	return PK_VERSION;
}
