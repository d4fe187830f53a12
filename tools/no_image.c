/* The place of the image in the program that makes it, and where none can be made (cross-compiling without an
 * emulator): the text files that are compiled in get read instead. */
#include "engine/open.h"

const tn_builtin_image tn_builtin = {0, 0};
