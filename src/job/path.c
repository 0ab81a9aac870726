#include "job/path.h"

struct pk_str pk_path_folder(struct pk_str path)
{
	size_t n = path.n;

	while (n > 0 && path.p[n - 1] != '/')
		n--;
	return pk_str_slice(path, 0, n);
}

struct pk_str pk_path_base(struct pk_str path)
{
	return pk_str_slice(path, pk_path_folder(path).n, path.n);
}

struct pk_str pk_path_extension(struct pk_str path)
{
	struct pk_str base = pk_path_base(path);

	for (size_t i = base.n; i > 1; i--) {
		if (base.p[i - 1] == '.')
			return pk_str_slice(base, i - 1, base.n);
	}
	return PK_STR("");
}

bool pk_path_in(struct pk_job *job, struct pk_str folder, struct pk_str path, struct pk_str *ret)
{
	bool absolute = path.n > 0 && path.p[0] == '/';
	bool joined = folder.n == 0 || folder.p[folder.n - 1] == '/';

	if (absolute)
		return pk_copy(job, path, ret);
	return pk_join(job, ret, folder, joined ? PK_STR("") : PK_STR("/"), path);
}
