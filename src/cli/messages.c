#include "cli/cli.h"

static bool shown(const struct cli *cli, const struct protokoll_message *message)
{
	return !cli->quiet || message->level >= PROTOKOLL_WARNING;
}

int no_memory(const struct cli *cli)
{
	fprintf(stderr, "protokoll: %s\n", say(cli, W_NO_MEMORY));
	return PROTOKOLL_FAULT;
}

void print_messages(const struct cli *cli, struct protokoll_result *result)
{
	struct protokoll_message message;

	for (size_t i = 0; i < protokoll_result_messages(result); i++) {
		if (!protokoll_result_message(result, i, cli->language, &message)) {
			(void)no_memory(cli);
			return;
		}
		if (shown(cli, &message))
			fputs(message.shown, stderr);
	}
	if (protokoll_result_dropped(result) > 0)
		fprintf(stderr, "protokoll: %zu %s\n", protokoll_result_dropped(result),
				say(cli, W_MORE));
}

static void print_json_string(const char *text)
{
	putchar('"');
	for (const unsigned char *p = (const unsigned char *)text; *p != '\0'; p++) {
		if (*p == '"' || *p == '\\')
			printf("\\%c", *p);
		else if (*p < 0x20)
			printf("\\u%04x", *p);
		else
			putchar(*p);
	}
	putchar('"');
}

static void print_json_field(const char *name, const char *value)
{
	printf("\"%s\":", name);
	print_json_string(value);
	putchar(',');
}

static void print_json(const struct protokoll_message *message)
{
	static const char *const levels[] = {
		[PROTOKOLL_NOTE] = "upplysning",
		[PROTOKOLL_REMAINS] = "kvar",
		[PROTOKOLL_WARNING] = "varning",
		[PROTOKOLL_ERROR] = "fel",
	};

	putchar('{');
	print_json_field("file", message->file);
	printf("\"line\":%u,\"column\":%u,", message->line, message->column);
	print_json_field("code", message->code);
	print_json_field("level", levels[message->level]);
	print_json_field("text", message->text);
	print_json_field("hint", message->hint);
	if (message->paragraph > 0) {
		print_json_field("part", message->part);
		printf("\"paragraph\":%u,", message->paragraph);
		print_json_field("around", message->around);
		print_json_field("heading", message->heading);
	}
	printf("\"ground\":");
	print_json_string(message->ground);
	puts("}");
}

void print_messages_json(const struct cli *cli, struct protokoll_result *result)
{
	struct protokoll_message message;

	for (size_t i = 0; i < protokoll_result_messages(result); i++) {
		if (protokoll_result_message(result, i, cli->language, &message) &&
				shown(cli, &message))
			print_json(&message);
	}
}

int tell_result(const struct cli *cli, struct protokoll_result *result, bool json)
{
	int status;

	if (result == NULL)
		return no_memory(cli);
	if (json)
		print_messages_json(cli, result);
	else
		print_messages(cli, result);
	fputs(protokoll_result_text(result), stdout);
	for (size_t i = 0; i < protokoll_result_paths(result); i++)
		puts(protokoll_result_path(result, i));
	status = (int)protokoll_result_status(result);
	protokoll_result_free(result);
	return status;
}
