/* Quoted mail: each line of it begins with ">". */
#ifndef TN_TEXT_QUOTED_H
#define TN_TEXT_QUOTED_H

#include "base/arena.h"
#include "base/span.h"

/* Where most lines begin with ">", puts a copy with blanks in place of these marks into *text, as long as the text was,
 * so that offsets stay. False: out of memory. */
bool tn_unquote(tenor_string *text, tn_arena *arena);

#endif
