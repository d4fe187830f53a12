/* Lines of plain text: joining hard-wrapped ones, and what a line looks like. The questions are answered from bytes, so
 * that they can be asked of every line of a long text. */
#ifndef TN_TEXT_LINES_H
#define TN_TEXT_LINES_H

#include "text/blocks.h"

/* Appends a block a paragraph; start and end are set. */
tenor_status tn_lines_join(tn_block_list *blocks, const tn_blocks_input *input, const tn_text_model *model,
                           tn_arena *arena, tenor_error *error);

/* Runs of bytes between white space, and each two characters of Chinese and Japanese. Counts to 64, in the first 1024
 * bytes. */
size_t tn_count_words(tenor_string line);

/* Ends in . ! ? ... or the like, closing quotation marks and brackets set aside. */
bool tn_ends_in_mark(tenor_string line);

/* The same for ? alone. */
bool tn_ends_in_question(tenor_string line);

/* Ends in ; or , as the items of a list do that is one sentence. */
bool tn_ends_in_pause(tenor_string line);

/* Ends in a colon, of any script's width. */
bool tn_ends_in_colon(tenor_string line);

/* Ends in : ; , or a dash: more is to come. */
bool tn_ends_open(tenor_string line);

/* Begins with an opening quotation mark: its length; 0: it does not. */
size_t tn_opening_quote(tenor_string line);

/* The length of a quotation mark or bracket that closes at the end; 0: none. */
size_t tn_closing_length(tenor_string line);

/* No letter and no digit, as "* * *" and "___". */
bool tn_is_ornament(tenor_string line);

/* No lower-case letter, and a capital. */
bool tn_is_all_capitals(tenor_string line);

/* Has an end mark followed by white space before its end: more than one sentence, most likely. */
bool tn_has_inner_end_mark(tenor_string line);

/* The same, or the full stop of Chinese and Japanese, which no blank follows. */
bool tn_has_inner_stop(tenor_string line);

/* Every word but short ones ("of", "and") begins with a capital, a digit or no letter. */
bool tn_is_capitalised(tenor_string line);

/* Short pieces with marks between them: "Home > Sport > Rowing", "Contact | Terms | Help". */
bool tn_is_menu(tenor_string line);

/* Holds a digit (ASCII). */
bool tn_has_digit(tenor_string line);

/* Words behind the first one that hold a digit. */
size_t tn_count_figures(tenor_string line);

/* The bytes of a label at the start, its colon included: up to four capitalised words, as "GRANGE: Quiet."; 0: none. */
size_t tn_label_length(tenor_string line);

/* A label and a list of five or more behind it: "Castra (4-4-2): Hale; Rook, Amadi, Priddy, Stone; Vance". */
bool tn_is_labelled_list(tenor_string line);

/* "Castra Rovers 2-1 Molveno United" */
bool tn_is_score(tenor_string line);

/* A name and nothing else: two to four capitalised words without a digit or a mark. */
bool tn_is_name(tenor_string line);

/* Pieces that a bar, an arrow or a wide gap parts, two of them or more. */
bool tn_has_pieces(tenor_string line);

/* Begins with what parts a headline from what is no part of it: "- ", "| ", and longer dashes. */
bool tn_begins_with_dash(tenor_string line);

/* Holds a web or an e-mail address. */
bool tn_has_address(tenor_string line);

/* "- item", "* item", "• item". */
bool tn_is_list_item(tenor_string line);

/* The same, with the bullets and dashes beyond ASCII and the numbers of Chinese, which a wrapped line may begin with,
 * too: "– Roads are shut", "一、". */
bool tn_begins_with_bullet(tenor_string line);

/* The bytes of a date at the end, with the dash before it: " - Jul 28, 2017"; 0: none. */
size_t tn_date_tail(tenor_string line);

/* The bytes after the last end mark inside the line and its space; 0: there is no such mark near the end. */
size_t tn_tail_length(tenor_string line);

/* The bytes of "[+2219 chars]" at the end, white space before it included; 0: none. */
size_t tn_truncation_length(tenor_string line);

/* The bytes of a photographer's credit at the end: "Jane Doe/Reuters", after an end mark or as the whole line; 0: none.
 */
size_t tn_credit_length(tenor_string line);

#endif
