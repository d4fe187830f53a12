/* make_image FILE.c: reads the text files that are compiled in and writes what they come to (src/base/image.h) as C.
 * A program of the build; users never see it. */
#include <stdio.h>

#include "engine/open.h"

static const char head[] =
    "#include <stdalign.h>\n"
    "\n"
    "#include \"engine/open.h\"\n"
    "\n"
    "static const alignas(TN_IMAGE_ALIGN) unsigned char bytes[] =";

/* A string literal: compilers read it many times faster than a list of integers. Octal escapes, since three digits end
 * one whatever follows. */
static void put_byte(FILE *out, unsigned char c) {
    if (c >= ' ' && c < 0x7F && c != '"' && c != '\\' && c != '?') (void)putc(c, out); /* '?': trigraphs */
    else (void)fprintf(out, "\\%03o", c);
}

static int write_source(const char *path, tenor_string image) {
    FILE *out = fopen(path, "w");
    if (!out) return perror(path), 3;
    (void)fputs(head, out);
    for (size_t i = 0; i < image.length; i++) {
        if (i % 64 == 0) (void)fputs(i ? "\"\n\"" : "\n\"", out);
        put_byte(out, (unsigned char)image.data[i]);
    }
    (void)fprintf(out, "\";\n\nconst tn_builtin_image tn_builtin = {bytes, %zu};\n", image.length);
    int failed = ferror(out);
    if (fclose(out) != 0 || failed) return perror(path), 3;
    return 0;
}

static int fail(const tenor_error *error) {
    (void)fprintf(stderr, "%s:%zu:%zu: error: %s\n", error->source, error->line, error->column, error->message);
    return 3;
}

int main(int argc, char **argv) {
    tenor_engine engine = {0};
    tn_arena arena = TN_ARENA_INIT;
    tenor_string image;
    tenor_error error = {0};
    if (argc != 2) return (void)fputs("usage: make_image FILE.c\n", stderr), 2;
    int status = tn_engine_build(&engine, NULL, &error) == TENOR_OK &&
                         tn_engine_save(&engine, &arena, &image, &error) == TENOR_OK
                     ? write_source(argv[1], image)
                     : fail(&error);
    tn_arena_free(&arena);
    tn_arena_free(&engine.arena);
    return status;
}
