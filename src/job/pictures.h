/* Pictures that a meeting names: read before anything is rendered. */
#ifndef PK_JOB_PICTURES_H
#define PK_JOB_PICTURES_H

#include "meeting/model.h"

struct pk_format;

/* Reads every picture of the meeting's texts, relative to the file that names it, and sets
 * pk_run.image; the logotype goes to *ret_logo (NULL when there is none). The PNG of the same name
 * beside an SVG comes along (pk_image.plain). A picture that is missing, lies outside the folder of
 * the file that names it (unless allow_outside), is no sound PNG, JPEG or SVG, or has no alternative
 * text is an error at its place; all are told. */
PK_MUST bool pk_pictures_read(struct pk_job *job, const struct pk_meeting *meeting,
		bool allow_outside, const struct pk_image **ret_logo);

/* False after telling, each at its place, the pictures that the format cannot show: SVG without a
 * PNG beside it in DOCX. */
PK_MUST bool pk_pictures_suit(struct pk_job *job, const struct pk_meeting *meeting,
		const struct pk_format *format);

#endif
