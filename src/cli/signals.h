/* SIGINT and its kin end the program at once, and take the unfinished output file with them. */
#ifndef TN_CLI_SIGNALS_H
#define TN_CLI_SIGNALS_H

/* SIGPIPE is ignored, so that a write fails with EPIPE; a signal that the parent ignores stays ignored. */
void tn_signals_install(void);

/* A file to remove when a signal ends the program, until told to keep it: that must come before the string goes away or
 * the file has its final name. At most two at a time; others, and NULL, are not remembered. */
void tn_signals_unlink(const char *path);
void tn_signals_keep(const char *path);

/* From now on the first signal only leaves word, and the second ends the program. */
void tn_signals_defer(void);

/* The signal that left word; 0: none. */
int tn_signals_deferred(void);

#endif
