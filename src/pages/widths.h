/* Advance widths and line heights of the free fonts that documents are made with: Carlito (metrics of
 * Calibri), Caladea (Cambria), Liberation Sans (Arial), Serif (Times New Roman) and Mono (Courier
 * New). The tables in widths.inc are made by widths.py. */
#ifndef PK_PAGES_WIDTHS_H
#define PK_PAGES_WIDTHS_H

#include "base/str.h"

/* Units of an em: all tables are scaled to it. The characters that each face has advances for. */
enum { PK_EM = 2048, PK_FONT_FIRST = 0x20, PK_FONT_LAST = 0x17F };

/* The face of a family name (metric twins and unknown names find their nearest class) in that weight
 * and slant. *ret_exact, when not NULL, tells whether the family has a table of its own. */
uint8_t pk_font_find(struct pk_str family, bool bold, bool italic, bool *ret_exact);

/* The same face, bold or italic added. */
uint8_t pk_font_with(uint8_t font, bool bold, bool italic);

/* Advance of a character in units of PK_EM; characters without an entry get a typical width. */
uint16_t pk_font_advance(uint8_t font, uint32_t code_point);

/* The advances of the characters from PK_FONT_FIRST to PK_FONT_LAST, in units of PK_EM. */
const uint16_t *pk_font_advances(uint8_t font);

/* How much wider two or three letters are when the font draws them as one (a ligature: "tt", "ffi");
 * less than 0 for nearly all, 0 when it does not. LibreOffice joins letters wherever the font can;
 * Word does when it is told to. */
int16_t pk_font_joined(uint8_t font, struct pk_str letters);

/* Whether there are fonts that draw the two as one. */
bool pk_font_may_join(char first, char second);

/* Height of the letters from the top of the highest to the foot of the lowest, and the space that the
 * font wants between lines, in units of PK_EM: both make a line. */
uint16_t pk_font_body(uint8_t font);
uint16_t pk_font_leading(uint8_t font);

#endif
