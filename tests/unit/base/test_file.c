#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/file.h"

static char directory[200];
static char path[256];

static void set_up(void) {
    const char *place = getenv("TMPDIR");
    (void)snprintf(directory, sizeof directory, "%s/tenor-file-XXXXXX", place ? place : P_tmpdir);
    cr_assert_not_null(mkdtemp(directory));
    (void)snprintf(path, sizeof path, "%s/file", directory);
}

/* Nothing but `path` may be left: a temporary file that stays behind makes rmdir fail. */
static void tear_down(void) {
    (void)unlink(path);
    cr_expect_eq(rmdir(directory), 0, "something was left behind");
}

TestSuite(file, .init = set_up, .fini = tear_down);

static void write_file(const char *name, const char *text) {
    FILE *file = fopen(name, "w");
    cr_assert_not_null(file);
    cr_assert_geq(fputs(text, file), 0);
    cr_assert_eq(fclose(file), 0);
}

static void expect_file(const char *name, const char *wanted) {
    tn_buf got = TN_BUF_INIT;
    cr_expect_eq(tn_read_file(&got, name, NULL), TENOR_OK);
    cr_expect_str_eq(got.data, wanted);
    tn_buf_free(&got);
}

Test(file, read_appends) {
    write_file(path, "one");
    tn_buf text = TN_BUF_INIT;
    cr_expect_eq(tn_read_file(&text, path, NULL), TENOR_OK);
    cr_expect_eq(tn_read_file(&text, path, NULL), TENOR_OK);
    cr_expect_str_eq(text.data, "oneone");
    tn_buf_free(&text);
}

Test(file, an_empty_file_is_no_error) {
    write_file(path, "");
    tn_buf text = TN_BUF_INIT;
    cr_expect_eq(tn_read_file(&text, path, NULL), TENOR_OK);
    cr_expect_eq(text.length, 0);
    cr_expect_not_null(text.data);
    tn_buf_free(&text);
}

static void expect_read_error(const char *name, const char *reason) {
    tn_buf text = TN_BUF_INIT;
    tenor_error error;
    char wanted[512];
    (void)snprintf(wanted, sizeof wanted, "cannot read %s: %s", name, reason);
    cr_expect_eq(tn_read_file(&text, name, &error), TENOR_E_IO);
    cr_expect_eq(error.status, TENOR_E_IO);
    cr_expect_str_eq(error.message, wanted);
    cr_expect_str_eq(error.source, name);
    tn_buf_free(&text);
}

Test(file, errors_name_the_path_and_the_reason) {
    expect_read_error(path, "No such file or directory");
    expect_read_error(directory, "Is a directory");
    write_file(path, "x");
    char below[300];
    (void)snprintf(below, sizeof below, "%s/x", path);
    expect_read_error(below, "Not a directory");
    if (geteuid() != 0) {
        cr_assert_eq(chmod(path, 0), 0);
        expect_read_error(path, "Permission denied");
    }
}

Test(file, a_large_file) {
    enum { LARGE = 10 * 1024 * 1024 + 17 };
    char *bytes = malloc(LARGE);
    for (size_t i = 0; i < LARGE; i++) bytes[i] = (char)(i * 31 >> 3);
    int out = open(path, O_WRONLY | O_CREAT, 0600);
    cr_assert(tn_write_all(out, bytes, LARGE));
    (void)close(out);
    tn_buf text = TN_BUF_INIT;
    cr_expect_eq(tn_read_file(&text, path, NULL), TENOR_OK);
    cr_assert_eq(text.length, LARGE);
    cr_expect_eq(memcmp(text.data, bytes, LARGE), 0);
    tn_buf_free(&text);
    free(bytes);
}

Test(file, out_of_memory_while_reading) {
    write_file(path, "text");
    tn_buf text = TN_BUF_INIT;
    tenor_error error;
    (void)tn_alloc_fail_at(1);
    cr_expect_eq(tn_read_file(&text, path, &error), TENOR_E_MEMORY);
    (void)tn_alloc_fail_at(0);
    tn_buf_free(&text);
}

static void on_alarm(int number) { (void)number; }

/* A pipe that fills and drains slowly, with a signal every few milliseconds: short and interrupted calls on both
 * sides, and the bytes come through. */
Test(file, short_and_interrupted_calls) {
    enum { SIZE = 1 << 20 };
    int ends[2];
    cr_assert_eq(pipe(ends), 0);
    pid_t child = fork();
    struct sigaction action = {.sa_handler = on_alarm}; /* without SA_RESTART */
    (void)sigaction(SIGALRM, &action, NULL);
    timer_t timer;
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGALRM};
    struct itimerspec every = {{0, 2000000}, {0, 2000000}};
    (void)timer_create(CLOCK_MONOTONIC, &event, &timer);
    (void)timer_settime(timer, 0, &every, NULL);
    if (child == 0) {
        (void)close(ends[0]);
        (void)fcntl(ends[1], F_SETFL, O_NONBLOCK); /* full pipes are EAGAIN */
        char *bytes = malloc(SIZE);
        memset(bytes, 'w', SIZE);
        bool good = tn_write_all(ends[1], bytes, SIZE);
        free(bytes);
        _exit(good ? 0 : 1);
    }
    (void)close(ends[1]);
    struct timespec pause = {0, 20000000};
    (void)nanosleep(&pause, NULL);
    tn_buf text = TN_BUF_INIT;
    cr_expect_eq(tn_read_descriptor(&text, ends[0], "pipe", NULL), TENOR_OK);
    (void)timer_delete(timer);
    cr_expect_eq(text.length, SIZE);
    int status = 1;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    cr_expect_eq(status, 0);
    (void)close(ends[0]);
    tn_buf_free(&text);
}

Test(file, a_full_device) {
    int full = open("/dev/full", O_WRONLY);
    if (full < 0) cr_skip("no /dev/full here");
    cr_expect_not(tn_write_all(full, "x", 1));
    cr_expect_eq(errno, ENOSPC);
    cr_expect(tn_write_all(full, NULL, 0));
    (void)close(full);
}

Test(file, an_output_file_appears_at_commit) {
    tn_outfile out;
    cr_assert_eq(tn_outfile_open(&out, path, NULL), TENOR_OK);
    cr_expect(tn_write_all(out.descriptor, "new", 3));
    cr_expect_neq(access(path, F_OK), 0, "not there yet");
    cr_expect_eq(tn_outfile_commit(&out, NULL), TENOR_OK);
    expect_file(path, "new");
}

Test(file, an_output_file_given_up_leaves_the_old_one) {
    write_file(path, "old");
    tn_outfile out;
    cr_assert_eq(tn_outfile_open(&out, path, NULL), TENOR_OK);
    cr_expect(tn_write_all(out.descriptor, "half", 4));
    tn_outfile_discard(&out);
    expect_file(path, "old");
    tn_outfile_discard(&out); /* once more is harmless */
}

Test(file, an_output_file_keeps_permissions_and_links) {
    char link[300];
    (void)snprintf(link, sizeof link, "%s/link", directory);
    write_file(path, "old");
    cr_assert_eq(chmod(path, 0640), 0);
    cr_assert_eq(symlink("file", link), 0);
    tn_outfile out;
    cr_assert_eq(tn_outfile_open(&out, link, NULL), TENOR_OK);
    cr_expect(tn_write_all(out.descriptor, "new", 3));
    cr_expect_eq(tn_outfile_commit(&out, NULL), TENOR_OK);
    struct stat info;
    cr_expect_eq(lstat(link, &info), 0);
    cr_expect(S_ISLNK(info.st_mode));
    cr_expect_eq(stat(path, &info), 0);
    cr_expect_eq(info.st_mode & 0777, 0640);
    expect_file(path, "new");
    (void)unlink(link);
}

Test(file, an_output_file_where_none_can_be) {
    tn_outfile out;
    tenor_error error;
    char nowhere[300];
    (void)snprintf(nowhere, sizeof nowhere, "%s/no/file", directory);
    cr_expect_eq(tn_outfile_open(&out, nowhere, &error), TENOR_E_IO);
    cr_expect_str_eq(error.source, nowhere);
    cr_expect_not_null(strstr(error.message, "No such file or directory"));
    cr_expect_eq(tn_outfile_open(&out, directory, &error), TENOR_E_IO);
    cr_expect_not_null(strstr(error.message, "Is a directory"));
}

static void make_link(char *link, size_t size, const char *name, const char *to) {
    (void)snprintf(link, size, "%s/%s", directory, name);
    (void)unlink(link);
    cr_assert_eq(symlink(to, link), 0);
}

Test(file, links_that_lead_nowhere_stay) {
    char link[300];
    struct stat info;
    static const char *const ways[][2] = {{"no-file", "No such file"}, {"link", "symbolic link"}};
    for (size_t i = 0; i < 2; i++) {
        tn_outfile out;
        tenor_error error;
        make_link(link, sizeof link, "link", ways[i][0]);
        cr_expect_eq(tn_outfile_open(&out, link, &error), TENOR_E_IO);
        cr_expect_not_null(strstr(error.message, ways[i][1]), "%s", error.message);
        cr_expect_eq(tn_outfile_open_part(&out, link, 0, &error), TENOR_E_IO);
        cr_expect_eq(tn_outfile_finish_part(link, 0, &error), TENOR_E_IO);
        cr_expect_eq(lstat(link, &info), 0);
        cr_expect(S_ISLNK(info.st_mode));
    }
    (void)unlink(link);
}

/* What is kept in parts for a link goes to where the link leads, with the permissions of what is there. */
Test(file, a_part_follows_a_link) {
    char link[300];
    struct stat info;
    tn_outfile out;
    tenor_error error;
    write_file(path, "old");
    cr_assert_eq(chmod(path, 0640), 0);
    make_link(link, sizeof link, "link", "file");
    cr_assert_eq(tn_outfile_open_part(&out, link, 0, &error), TENOR_OK, "%s", error.message);
    cr_expect(tn_write_all(out.descriptor, "news", 4));
    tn_outfile_suspend(&out);
    expect_file(path, "old");
    cr_assert_eq(tn_outfile_finish_part(link, 9, &error), TENOR_E_IO, "there are 4 bytes and no 9");
    cr_assert_eq(tn_outfile_finish_part(link, 3, &error), TENOR_OK, "%s", error.message);
    expect_file(path, "new");
    cr_expect_eq(lstat(link, &info), 0);
    cr_expect(S_ISLNK(info.st_mode));
    cr_expect_eq(stat(path, &info), 0);
    cr_expect_eq(info.st_mode & 0777, 0640);
    cr_expect_eq(tn_outfile_finish_part(link, 3, &error), TENOR_OK, "there is no part any more");
    expect_file(path, "new");
    (void)unlink(link);
}

Test(file, a_part_of_what_is_no_file) {
    tn_outfile out;
    tenor_error error;
    struct stat info;
    cr_expect_eq(tn_outfile_open_part(&out, directory, 0, &error), TENOR_E_IO);
    cr_expect_not_null(strstr(error.message, "Is a directory"), "%s", error.message);
    cr_assert_eq(mkfifo(path, 0600), 0);
    cr_expect_eq(tn_outfile_open_part(&out, path, 0, &error), TENOR_E_IO);
    cr_expect_not_null(strstr(error.message, "no regular file"), "%s", error.message);
    cr_expect_eq(stat(path, &info), 0);
    cr_expect(S_ISFIFO(info.st_mode), "it is still there");
    (void)tn_alloc_fail_at(1);
    (void)unlink(path);
    cr_expect_eq(tn_outfile_open_part(&out, path, 0, &error), TENOR_E_MEMORY);
    (void)tn_alloc_fail_at(0);
}

/* A device is written in place, and must be there after that too. */
Test(file, an_output_device) {
    tn_outfile out;
    cr_assert_eq(tn_outfile_open(&out, "/dev/null", NULL), TENOR_OK);
    cr_expect(tn_write_all(out.descriptor, "x", 1));
    cr_expect_eq(tn_outfile_commit(&out, NULL), TENOR_OK);
    struct stat info;
    cr_expect_eq(stat("/dev/null", &info), 0);
    cr_expect(S_ISCHR(info.st_mode));
}

Test(file, out_of_memory_while_opening_for_output) {
    tn_outfile out;
    (void)tn_alloc_fail_at(1);
    cr_expect_eq(tn_outfile_open(&out, path, NULL), TENOR_E_MEMORY);
    (void)tn_alloc_fail_at(0);
}
