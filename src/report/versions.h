/* Which lexicons made a result. */
#ifndef TN_REPORT_VERSIONS_H
#define TN_REPORT_VERSIONS_H

#include "base/buf.h"
#include "tenor/tenor.h"

/* "en@1#sha256:HEX" of data[i] and, joined by '+', of the lexicons that were added to it, which follow. Returns the
 * index behind them. */
size_t tn_put_version(tn_buf *out, const tenor_data_info *data, size_t count, size_t i);

#endif
