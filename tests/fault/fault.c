/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Faults on demand, for tests only. TENOR_FAULT="KIND:N" makes the N-th call of that kind go wrong, once:
 *
 *   malloc  no memory           read, write, open, fsync, rename, thread   the system refuses
 *   eintr-read, eintr-write     interrupted by a signal: to be tried again
 *   short-read, short-write     one byte only: to be gone on with
 *   full                        this write and all after it find the disk full
 *
 * TENOR_FAULT_COUNT=FILE writes at the end how many calls of each kind there were, a "KIND N" a line.
 *
 * Linked in with the linker's --wrap, it sees tenor's own calls. Built with FAULT_PRELOAD it is a library for
 * LD_PRELOAD that sees the allocations of every library instead, and nothing else (glibc only). */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum {
    MALLOC,
    READ,
    WRITE,
    OPEN,
    FSYNC,
    RENAME,
    THREAD,
    EINTR_READ,
    EINTR_WRITE,
    SHORT_READ,
    SHORT_WRITE,
    FULL,
    KINDS
};
static const char *const names[KINDS] = {"malloc", "read",       "write",       "open",       "fsync",       "rename",
                                         "thread", "eintr-read", "eintr-write", "short-read", "short-write", "full"};
static atomic_ulong calls[KINDS];
static unsigned long fail_at[KINDS];

__attribute__((constructor)) static void set_up(void) {
    const char *fault = getenv("TENOR_FAULT"), *colon = fault ? strchr(fault, ':') : NULL;
    for (int i = 0; colon && i < KINDS; i++)
        if (strlen(names[i]) == (size_t)(colon - fault) && strncmp(fault, names[i], strlen(names[i])) == 0)
            fail_at[i] = strtoul(colon + 1, NULL, 10);
}

static int fails(int kind) { return atomic_fetch_add(&calls[kind], 1) + 1 == fail_at[kind]; }

#ifdef FAULT_PRELOAD

#define OURS(name) name
#define REAL(name) __libc_##name

#else

#define OURS(name) __wrap_##name
#define REAL(name) __real_##name

ssize_t __real_read(int descriptor, void *data, size_t size);
ssize_t __real_write(int descriptor, const void *data, size_t size);
int __real_open(const char *path, int flags, ...);
int __real_fsync(int descriptor);
int __real_rename(const char *from, const char *to);
int __real_pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *), void *payload);
ssize_t __wrap_read(int descriptor, void *data, size_t size);
ssize_t __wrap_write(int descriptor, const void *data, size_t size);
int __wrap_open(const char *path, int flags, ...);
int __wrap_fsync(int descriptor);
int __wrap_rename(const char *from, const char *to);
int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *), void *payload);

static int refuse(int kind, int number) {
    if (!fails(kind)) return 0;
    errno = number;
    return 1;
}

ssize_t __wrap_read(int descriptor, void *data, size_t size) {
    if (refuse(READ, EIO) || refuse(EINTR_READ, EINTR)) return -1;
    return __real_read(descriptor, data, fails(SHORT_READ) && size ? 1 : size);
}

/* Messages still come out: they are what a test wants to see. */
ssize_t __wrap_write(int descriptor, const void *data, size_t size) {
    if (descriptor == STDERR_FILENO) return __real_write(descriptor, data, size);
    if (refuse(WRITE, EIO) || refuse(EINTR_WRITE, EINTR)) return -1;
    if (refuse(FULL, ENOSPC)) {
        fail_at[FULL]++;
        return -1;
    }
    return __real_write(descriptor, data, fails(SHORT_WRITE) && size ? 1 : size);
}

int __wrap_open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & O_CREAT ? (mode_t)va_arg(rest, int) : 0;
    va_end(rest);
    return refuse(OPEN, EMFILE) ? -1 : __real_open(path, flags, mode);
}

int __wrap_fsync(int descriptor) { return refuse(FSYNC, EIO) ? -1 : __real_fsync(descriptor); }

int __wrap_rename(const char *from, const char *to) { return refuse(RENAME, EACCES) ? -1 : __real_rename(from, to); }

int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *), void *payload) {
    return fails(THREAD) ? EAGAIN : __real_pthread_create(thread, attributes, run, payload);
}

#endif

void *REAL(malloc)(size_t size);
void *REAL(calloc)(size_t count, size_t size);
void *REAL(realloc)(void *old, size_t size);
void *OURS(malloc)(size_t size);
void *OURS(calloc)(size_t count, size_t size);
void *OURS(realloc)(void *old, size_t size);

static int no_memory(void) {
    if (!fails(MALLOC)) return 0;
    errno = ENOMEM;
    return 1;
}

void *OURS(malloc)(size_t size) { return no_memory() ? NULL : REAL(malloc)(size); }

void *OURS(calloc)(size_t count, size_t size) { return no_memory() ? NULL : REAL(calloc)(count, size); }

void *OURS(realloc)(void *old, size_t size) { return no_memory() ? NULL : REAL(realloc)(old, size); }

__attribute__((destructor)) static void tell(void) {
    const char *path = getenv("TENOR_FAULT_COUNT");
    unsigned long counts[KINDS];
    for (int i = 0; i < KINDS; i++) counts[i] = atomic_load(&calls[i]), fail_at[i] = 0;
    FILE *file = path ? fopen(path, "w") : NULL;
    for (int i = 0; file && i < KINDS; i++) (void)fprintf(file, "%s %lu\n", names[i], counts[i]);
    if (file) (void)fclose(file);
}
