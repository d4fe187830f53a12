/* The one place where tenor asks the system for memory, so that tests can make it fail. */
#ifndef TN_BASE_ALLOC_H
#define TN_BASE_ALLOC_H

#include <stddef.h>

void *tn_malloc(size_t size);
void *tn_zeroed(size_t size);            /* calloc: of large pieces, pages that nobody touches cost nothing */
void *tn_resize(void *old, size_t size); /* realloc */
void tn_free(void *piece);

/* Tests only: the n-th request of this thread from now on fails, once; 0 switches that off. Returns how many requests
 * this thread has made since the last call. */
size_t tn_alloc_fail_at(size_t n);

#endif
