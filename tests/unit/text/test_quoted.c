/* Quoted mail: the marks become blanks, everything else stays where it was. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "text/quoted.h"

/* What is left of a text, and whether it is a copy; the arena is closed by the caller. */
static tenor_string unquoted(tn_arena *arena, const char *text, bool *copied) {
    tenor_string s = tn_str(text);
    *arena = (tn_arena){0};
    cr_assert(tn_unquote(&s, arena));
    cr_expect_eq(s.length, strlen(text), "offsets stay");
    *copied = s.data != text;
    return s;
}

static void expect(const char *text, const char *expected) {
    tn_arena arena;
    bool copied;
    tenor_string got = unquoted(&arena, text, &copied);
    cr_expect(tn_equal(got, tn_str(expected)), "'%s' became '%.*s'", text, (int)got.length, got.data);
    cr_expect_eq(copied, strcmp(text, expected) != 0, "a copy only where something changes");
    tn_arena_free(&arena);
}

Test(quoted, marks_become_blanks) {
    expect("> One.\n> Two.\n> Three.\n", "  One.\n  Two.\n  Three.\n");
    expect(">One.\n>Two.\n>Three.", " One.\n Two.\n Three.");
    expect("  > One.\r\n\t> Two.\r\n> Three.\r\n", "    One.\r\n\t  Two.\r\n  Three.\r\n");
}

Test(quoted, blank_lines_do_not_count) {
    expect("> One.\n\n> Two.\n>\n   \n> Three.\n", "  One.\n\n  Two.\n \n   \n  Three.\n");
}

Test(quoted, most_lines_have_to_be_quoted) {
    expect("He wrote:\n> One.\n> Two.\n> Three.\n", "He wrote:\n  One.\n  Two.\n  Three.\n");
    expect("A.\nB.\nC.\n> One.\n> Two.\n> Three.\n", "A.\nB.\nC.\n> One.\n> Two.\n> Three.\n");
    expect("> One.\n> Two.\n", "> One.\n> Two.\n");
}

Test(quoted, a_mark_inside_a_line_is_none) {
    expect("a > b\nb > c\nc > d\n", "a > b\nb > c\nc > d\n");
    expect("> a > b\n> b\n> c\n", "  a > b\n  b\n  c\n");
    expect("No mark.\n", "No mark.\n");
    expect("", "");
}

Test(quoted, quotations_of_quotations_too) {
    expect("> > One.\n> > Two.\n> > Three.\n", "    One.\n    Two.\n    Three.\n");
    expect(">> One.\n>> Two.\n>> Three.\n", "   One.\n   Two.\n   Three.\n");
    expect("> > One.\n> > Two.\n> Three.\n> Four.\n> Five.\n", "  > One.\n  > Two.\n  Three.\n  Four.\n  Five.\n");
    expect(">>>>>> a\n>>>>>> b\n>>>>>> c\n", "    >> a\n    >> b\n    >> c\n");
}

Test(quoted, the_input_is_left_as_it_is) {
    char text[] = "> One.\n> Two.\n> Three.\n";
    tn_arena arena;
    bool copied;
    (void)unquoted(&arena, text, &copied);
    cr_expect(copied);
    cr_expect_str_eq(text, "> One.\n> Two.\n> Three.\n");
    tn_arena_free(&arena);
}
