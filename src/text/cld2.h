/* CLD2, loaded at the first text whose language the gate is not sure of (base/late.h). Optional: TENOR_CLD2 is defined
 * where tenor was built with it.
 *
 * CLD2 is C++, but the two functions used take and return what C has too: pointers, integers, a bool, an enum of an
 * int's size. So they are called by their linker names, as GCC and Clang spell them everywhere but on Windows (Itanium
 * C++ ABI, 5.1), and tenor has neither a C++ file to compile nor the C++ runtime to start with. CMake asks the library
 * for these very names. */
#ifndef TN_TEXT_CLD2_H
#define TN_TEXT_CLD2_H

#include "base/late.h"
#include "tenor/tenor.h"

extern const char tn_cld2_version[]; /* "0.0.197", or "not built in" */

#ifdef TENOR_CLD2
extern tn_late tn_cld2_library;
#endif

/* The language that well-formed UTF-8 is in, as an ISO 639 code that lives as long as the program; NULL: not sure, not
 * built in, or not installed. `maybe_english`: what speaks for another language must outweigh that. */
const char *tn_cld2_language(tenor_string text, bool maybe_english);

#endif
