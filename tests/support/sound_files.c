/* Judges documents by sound.h: sound_files FILE... prints each fault and ends with 1 when there is one. */
#include <stdio.h>

#include "package/file.h"
#include "support/sound.h"

/* The faults of a file, or what is wrong with it before there can be any. */
static bool judge(const char *path, struct pk_job *job)
{
	struct pk_out faults = pk_out_new(job->arena, (size_t)1 << 20);
	struct pk_package *package;
	struct pk_str bytes;

	if (!pk_file_read(job, pk_str_of(path), job->limits->output_bytes, &bytes) ||
			!pk_package_read(job, bytes, pk_str_of(path), &package)) {
		printf("%s: cannot be read\n", path);
		return false;
	}
	if (sound_faults(package, &faults) == 0)
		return true;
	printf("%s:\n%.*s", path, (int)faults.n, faults.p);
	return false;
}

int main(int argc, char **argv)
{
	bool good = argc > 1;

	for (int i = 1; i < argc; i++) {
		struct pk_job job;

		if (!pk_job_init(&job, &pk_limits_default))
			return 2;
		good &= judge(argv[i], &job);
		pk_job_free(&job);
	}
	return good ? 0 : 1;
}
