#include "package/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

bool pk_disk_fault(struct pk_job *job, struct pk_str name, int error)
{
	switch (error) {
	case ENOENT:
		return pk_fail(job, PK_M_FILE_MISSING, PK_NOWHERE, name);
	case EACCES:
	case EPERM:
		return pk_fail(job, PK_M_FILE_DENIED, PK_NOWHERE, name);
	case ENOSPC:
	case EDQUOT:
	case EFBIG:
		return pk_fail(job, PK_M_FILE_DISK_FULL, PK_NOWHERE, name);
	case EROFS:
		return pk_fail(job, PK_M_FILE_READ_ONLY, PK_NOWHERE, name);
	case EISDIR:
		return pk_fail(job, PK_M_FILE_IS_FOLDER, PK_NOWHERE, name);
	case ENOTDIR:
		return pk_fail(job, PK_M_FILE_NOT_FOLDER, PK_NOWHERE, name);
	default:
		break;
	}
	struct pk_str answer = pk_number(job, (uint64_t)error);
	if (error == EIO || error == ELOOP || error == ENAMETOOLONG || error == EMFILE)
		answer = error == EIO      ? PK_STR("EIO")
			 : error == ELOOP  ? PK_STR("ELOOP")
			 : error == EMFILE ? PK_STR("EMFILE")
					   : PK_STR("ENAMETOOLONG");
	return pk_fail(job, PK_M_FILE_FAULT, PK_NOWHERE, name, answer);
}

bool pk_disk_path(struct pk_job *job, struct pk_str name, const char **ret)
{
	struct pk_str path;

	if (name.n == 0 || memchr(name.p, '\0', name.n) != NULL)
		return pk_disk_fault(job, name, ENOENT);
	if (!pk_copy(job, name, &path))
		return false;
	*ret = path.p;
	return true;
}

bool pk_disk_regular(struct pk_job *job, struct pk_str name, mode_t mode)
{
	if (S_ISDIR(mode))
		return pk_disk_fault(job, name, EISDIR);
	return S_ISREG(mode) || pk_fail(job, PK_M_FILE_NOT_REGULAR, PK_NOWHERE, name);
}

int pk_disk_open(int folder, const char *path, int flags, mode_t mode)
{
	int fd;

	do
		fd = openat(folder, path, flags | O_CLOEXEC, mode);
	while (fd < 0 && errno == EINTR);
	return fd;
}

bool pk_disk_name(struct pk_str name, char path[PATH_MAX])
{
	if (name.n == 0 || name.n >= PATH_MAX || memchr(name.p, '\0', name.n) != NULL)
		return false;
	memcpy(path, name.p, name.n);
	path[name.n] = '\0';
	return true;
}

