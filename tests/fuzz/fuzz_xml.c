/* Any bytes as a part: refused with a message, or a tree that can be written and read again. */
#include <string.h>

#include "fuzz.h"
#include "xml/tree.h"

static struct pk_str print(struct pk_job *job, const struct pk_xml *root)
{
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);
	pk_xml_put_tree(&out, root);
	return out.failed ? (struct pk_str){ NULL, 0 } : pk_out_str(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pk_limits limits = fuzz_limits();
	struct pk_xml *root, *again;
	struct pk_job job;
	bool good;

	if (!pk_job_init(&job, &limits))
		return 0;
	good = pk_xml_read(&job, fuzz_text(data, size), PK_STR("del.xml"), &root);
	fuzz_agree(&job, good);
	if (good) {
		struct pk_str first = print(&job, root);
		if (first.p != NULL) {
			if (!pk_xml_read(&job, first, PK_STR("del.xml"), &again))
				abort();
			if (!pk_str_eq(print(&job, again), first))
				abort();
		}
	}
	pk_job_free(&job);
	return 0;
}
