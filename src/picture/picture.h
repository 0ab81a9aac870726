/* Picture files: what they are, how large, and whether they may go into a document. */
#ifndef PK_PICTURE_PICTURE_H
#define PK_PICTURE_PICTURE_H

#include "value/image.h"

/* Reads a picture file: sets kind, bytes, size and resolution of *ret, whose name and alt stay as
 * they are. PNG (also animated, 16 bits) and JPEG (also of four colours) are kept byte for byte. An
 * SVG is written anew from what was read, without comments, processing instructions and the drawing
 * program's own notes, so that nothing goes along that has not been looked at.
 *
 * False, *ret untouched, after an error at the place where the picture is named: a file of another
 * kind, cut off or damaged, with more pixels than limits.image_pixels, or an SVG that is too large,
 * without size, or with what could run or reach out (scripts, event handlers, foreign elements,
 * addresses outside of the file, DOCTYPE). A photograph that lies on its side is a warning. */
PK_MUST bool pk_picture_read(struct pk_job *job, struct pk_str bytes, struct pk_pos at,
		struct pk_image *ret);

#endif
