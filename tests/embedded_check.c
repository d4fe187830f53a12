/* embedded_check ROOT: each embedded file is the file of the tree, byte for byte, and the table is in order. */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "data/embedded.h"

static int is_right(const char *root, const tn_embedded_file *file, const char *before) {
    tn_buf path = TN_BUF_INIT, disk = TN_BUF_INIT;
    tenor_error error;
    tn_putf(&path, "%s/%s", root, file->path);
    int right = tn_read_file(&disk, path.data, &error) == TENOR_OK && disk.length == file->length &&
                (disk.length == 0 || memcmp(disk.data, file->bytes, disk.length) == 0);
    if (!right) (void)printf("%s is not what is embedded\n", file->path);
    if (strcmp(before, file->path) >= 0) right = 0, (void)printf("%s is out of order\n", file->path);
    if (file->bytes[file->length] != 0) right = 0, (void)printf("%s has no NUL after it\n", file->path);
    tn_buf_free(&path);
    tn_buf_free(&disk);
    return right;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    size_t passed = 0;
    for (size_t i = 0; i < tn_embedded_file_count; i++)
        passed += (size_t)is_right(argv[1], &tn_embedded_files[i], i ? tn_embedded_files[i - 1].path : "");
    (void)printf("tally: %zu passed, %zu failed\n", passed, tn_embedded_file_count - passed);
    return passed == tn_embedded_file_count ? 0 : 1;
}
