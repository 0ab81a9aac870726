/* What the program does with memory that it has freed. */
#ifndef PK_CLI_MEMORY_H
#define PK_CLI_MEMORY_H

/* Memory that is freed is soon asked for again, mostly by zlib, a quarter of a megabyte for each part
 * of a document: given back to the system every time, it would be zeroed page by page every time. For
 * the whole process, so only main() may ask for it. */
void keep_memory(void);

#endif
