/* A template as a folder of parts. */
#ifndef PK_JOB_FOLDER_H
#define PK_JOB_FOLDER_H

#include "format/common/format.h"
#include "package/package.h"

/* Writes the parts below the folder, which is made, XML with a line for each block. A folder that
 * holds something is refused unless force is set; files of other names are then left alone. */
PK_MUST bool pk_folder_write(struct pk_job *job, const struct pk_package *package,
		struct pk_str folder, bool force);

/* Reads the files below the folder as a package of the format, in the order that it wants. What cannot
 * belong to one (an editor's copy, a link) is left out and told. */
PK_MUST bool pk_folder_read(struct pk_job *job, struct pk_str folder,
		const struct pk_format *format, struct pk_package **ret);

#endif
