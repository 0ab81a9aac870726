/* What a document notes while it is rendered: holes, pictures, links. */
#include "format/common/document.h"
#include "format/common/writers.h"
#include "value/image.h"

bool pk_document_hole(struct pk_job *job, struct pk_document *doc, const struct pk_hole *hole)
{
	size_t at = doc->n_holes;

	if (!pk_grow(job, &doc->holes, doc->n_holes, &doc->holes_room))
		return false;
	/* A paragraf's end is known only later; what was noted since stands behind it. */
	while (at > 0 && doc->holes[at - 1].part == hole->part &&
			doc->holes[at - 1].at > hole->at) {
		doc->holes[at] = doc->holes[at - 1];
		at--;
	}
	doc->holes[at] = *hole;
	doc->n_holes++;
	return true;
}

bool pk_document_is_anchored(const struct pk_document *doc, uint32_t anchor)
{
	for (size_t i = doc->n_anchored; i-- > 0;)
		if (doc->anchored[i] == anchor)
			return true;
	return false;
}

bool pk_document_picture(struct pk_job *job, struct pk_document *doc, const struct pk_image *image,
		struct pk_str *ret_file)
{
	for (size_t i = 0; i < doc->n_pictures; i++) {
		const struct pk_document_picture *p = &doc->pictures[i];

		if (p->image == image || pk_str_eq(p->image->bytes, image->bytes)) {
			*ret_file = p->file;
			return true;
		}
	}
	if (!pk_grow(job, &doc->pictures, doc->n_pictures, &doc->pictures_room) ||
			!pk_join(job, ret_file, PK_STR("protokoll"),
					pk_number(job, doc->n_pictures + 1), PK_STR("."),
					pk_str_of(pk_image_type(image)->extension)))
		return false;
	doc->pictures[doc->n_pictures++] = (struct pk_document_picture){ image, *ret_file };
	return true;
}

bool pk_document_link(struct pk_job *job, struct pk_document *doc, uint32_t part,
		struct pk_str target, bool picture, struct pk_str *ret_id)
{
	for (size_t i = 0; i < doc->n_links; i++) {
		const struct pk_document_link *l = &doc->links[i];

		if (l->part == part && l->picture == picture && pk_str_eq(l->target, target)) {
			*ret_id = l->id;
			return true;
		}
	}
	if (!pk_grow(job, &doc->links, doc->n_links, &doc->links_room) ||
			!pk_join(job, ret_id, PK_STR("rIdProtokoll"),
					pk_number(job, doc->n_links + 1)))
		return false;
	doc->links[doc->n_links++] = (struct pk_document_link){ part, *ret_id, target, picture };
	return true;
}

static struct pk_str bookmark_name(struct pk_job *job, uint32_t anchor, bool end)
{
	struct pk_str name = PK_STR("");

	if (!pk_join(job, &name, PK_STR("_P"), pk_number(job, (uint64_t)anchor + 1),
			    end ? PK_STR("e") : PK_STR("")))
		return PK_STR("");
	return name;
}

/* One number, or two when the paragraf ends on another page than it begins and both are wanted. */
static void fill_pages(struct pk_job *job, const struct pk_hole *hole, struct pk_out *out,
		const struct pk_writers *writers, const struct pk_pages *pages)
{
	struct pk_page_range range = { 0, 0 };

	if (pages != NULL && hole->anchor < pages->n)
		range = pages->v[hole->anchor];
	writers->page(out, bookmark_name(job, hole->anchor, false),
			range.first == 0 ? PK_STR("–") : pk_number(job, range.first), hole->bytes);
	if (hole->first || range.first == 0 || range.last <= range.first)
		return;
	writers->words(out, PK_STR("–"), hole->bytes);
	writers->page(out, bookmark_name(job, hole->anchor, true), pk_number(job, range.last),
			hole->bytes);
}

bool pk_document_fill(struct pk_job *job, const struct pk_document *doc, uint32_t part,
		const struct pk_writers *writers, const struct pk_pages *pages, struct pk_str *ret)
{
	struct pk_out out = pk_out_new(job->arena, job->limits->output_bytes);
	struct pk_str bytes = doc->parts[part];
	size_t from = 0;
	bool any = false;

	for (size_t i = 0; i < doc->n_holes; i++) {
		const struct pk_hole *hole = &doc->holes[i];

		if (hole->part != part)
			continue;
		any = true;
		pk_put(&out, pk_str_slice(bytes, from, hole->at));
		from = hole->at + hole->skip;
		if (hole->kind == PK_HOLE_BYTES)
			pk_put(&out, hole->bytes);
		else if (hole->kind == PK_HOLE_ANCHOR_END)
			writers->bookmark(&out, bookmark_name(job, hole->anchor, true), hole->id);
		else if (pk_document_is_anchored(doc, hole->anchor))
			fill_pages(job, hole, &out, writers, pages);
	}
	if (!any) {
		*ret = bytes;
		return true;
	}
	pk_put(&out, pk_str_slice(bytes, from, bytes.n));
	return pk_out_done(job, &out, ret);
}
