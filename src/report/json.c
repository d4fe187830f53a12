/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The record of schema 1: keys in this order, fixed digits, one line without its end. docs/output.md describes it. */
#include <math.h>

#include "base/span.h"
#include "report/offsets.h"
#include "report/reasons.h"
#include "report/report.h"
#include "report/source_line.h"
#include "report/versions.h"

typedef struct record {
    tn_buf *out;
    tn_offsets offsets; /* in the text of `document` */
    size_t document;
    size_t evidence;             /* sentences a topic */
    const tenor_source *sources; /* of several texts; NULL: there is one */
    bool update;                 /* some are background */
    bool explains;               /* the account of each number is asked for */
} record;

/* ---- values ----
 *
 * Inline, so that the lengths of keys are known when this is compiled. */

static inline void put_string(tn_buf *out, const char *text) {
    if (text) tn_put_json(out, tn_str(text));
    else tn_puts(out, "null");
}

static inline void put_key(tn_buf *out, const char *key) {
    tn_puts(out, ",\"");
    tn_puts(out, key);
    tn_puts(out, "\":");
}

static inline void put_size_of(tn_buf *out, const char *key, size_t value) {
    put_key(out, key);
    tn_put_size(out, value);
}

static inline void put_number_of(tn_buf *out, const char *key, bool known, double value, unsigned digits) {
    put_key(out, key);
    if (known) tn_put_fixed(out, value, digits);
    else tn_puts(out, "null");
}

/* Of several texts, offsets are those of one. */
static void set_document(record *json, size_t document) {
    if (!json->sources || json->document == document) return;
    json->document = document;
    json->offsets = (tn_offsets){.text = json->sources[document].text, .chars = json->offsets.chars};
}

/* "start" and "end"; null for a headline that was given apart and stands nowhere in the text. */
static void put_span(record *json, tenor_span span) {
    bool known = span.end > 0;
    put_key(json->out, "start");
    known ? tn_put_size(json->out, tn_offset(&json->offsets, span.start)) : tn_puts(json->out, "null");
    put_key(json->out, "end");
    known ? tn_put_size(json->out, tn_offset(&json->offsets, span.end)) : tn_puts(json->out, "null");
}

static void put_sentence_span(record *json, const tenor_sentence *sentence) {
    set_document(json, sentence->document);
    put_span(json, sentence->span);
}

/* [start,end], null for the headline given apart. */
static void put_offsets(record *json, tenor_span span) {
    if (span.end == 0) {
        tn_puts(json->out, "null");
        return;
    }
    tn_putc(json->out, '[');
    tn_put_size(json->out, tn_offset(&json->offsets, span.start));
    tn_putc(json->out, ',');
    tn_put_size(json->out, tn_offset(&json->offsets, span.end));
    tn_putc(json->out, ']');
}

static inline void put_text(tn_buf *out, const char *key, tenor_string text) {
    put_key(out, key);
    tn_put_json_collapsed(out, text);
}

/* A comma before all elements of a list but the first. */
static inline void put_comma(tn_buf *out, size_t index) {
    if (index) tn_putc(out, ',');
}

static void put_date(tn_buf *out, tenor_string date) {
    put_key(out, "date");
    if (date.length) tn_put_json_collapsed(out, date);
    else tn_puts(out, "null");
}

/* ---- document ---- */

/* "tension":"en@1#sha256:..." */
static void put_lexicons(tn_buf *out, const tn_view *view) {
    put_key(out, "lexicons");
    tn_putc(out, '{');
    for (size_t i = 0; i < view->n_data;) {
        put_comma(out, i);
        put_string(out, view->data[i].name);
        tn_puts(out, ":\"");
        i = tn_put_version(out, view->data, view->n_data, i);
        tn_putc(out, '"');
    }
    tn_putc(out, '}');
}

static void put_warnings(tn_buf *out, const tenor_document *document) {
    put_key(out, "warnings");
    tn_putc(out, '[');
    for (size_t i = 0; i < document->n_warnings; i++) {
        put_comma(out, i);
        put_string(out, document->warnings[i]);
    }
    tn_putc(out, ']');
}

/* The texts of a digest; "background" where an update takes them as known. */
static void put_sources(tn_buf *out, const tenor_document *document) {
    put_key(out, "sources");
    tn_putc(out, '[');
    for (size_t i = 0; i < document->n_sources; i++) {
        const tenor_source *source = &document->sources[i];
        put_comma(out, i);
        tn_puts(out, "{\"source\":");
        put_string(out, source->name);
        put_date(out, source->date);
        if (source->background) tn_puts(out, ",\"background\":true");
        tn_putc(out, '}');
    }
    tn_putc(out, ']');
}

static void put_title(tn_buf *out, const tenor_document *document) {
    put_key(out, "title");
    if (document->title.length) tn_put_json_collapsed(out, document->title);
    else tn_puts(out, "null");
}

static void put_document(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    const tenor_document *document = view->document;
    tn_puts(out, "{\"schema\":");
    tn_put_size(out, TENOR_SCHEMA);
    put_key(out, "version");
    put_string(out, TENOR_VERSION);
    if (tn_shows_field(options, "lexicons")) put_lexicons(out, view);
    if (tn_shows_field(options, "lang")) {
        put_key(out, "lang");
        put_string(out, document->lang);
    }
    if (tn_shows_field(options, "lang_source")) {
        put_key(out, "lang_source");
        put_string(out, document->lang_source);
    }
    if (tn_shows_field(options, "words")) put_size_of(out, "words", document->words);
    if (tn_shows_field(options, "sentences")) put_size_of(out, "sentences", document->sentences);
    if (tn_shows_field(options, "title")) put_title(out, document);
    if (document->n_sources && tn_shows_field(options, "sources")) put_sources(out, document);
    if (tn_shows_field(options, "encoding")) {
        put_key(out, "encoding");
        put_string(out, document->encoding);
    }
    if (tn_shows_field(options, "encoding_source")) {
        put_key(out, "encoding_source");
        put_string(out, document->encoding_source);
    }
    if (tn_shows_field(options, "warnings")) put_warnings(out, document);
}

/* ---- summary ---- */

static void put_index(tn_buf *out, const char *key, size_t index) {
    tn_putf(out, "{\"%s\":", key);
    if (index == TENOR_NO_INDEX) tn_puts(out, "null");
    else tn_put_size(out, index);
}

/* Of several texts: which one, and of when. */
static void put_source(record *json, const tenor_sentence *sentence) {
    if (!json->sources) return;
    const tenor_source *source = &json->sources[sentence->document];
    put_key(json->out, "source");
    put_string(json->out, source->name);
    put_date(json->out, source->date);
}

static void put_summary(record *json, const tenor_summary *summary) {
    tn_buf *out = json->out;
    put_key(out, "summary");
    tn_puts(out, "{\"ranker\":");
    put_string(out, summary->ranker);
    put_key(out, "sentences");
    tn_putc(out, '[');
    for (size_t i = 0; i < summary->count; i++) {
        const tenor_sentence *sentence = summary->sentences[i];
        put_comma(out, i);
        put_index(out, "index", sentence->index);
        put_sentence_span(json, sentence);
        put_number_of(out, "score", true, sentence->score, 4);
        put_source(json, sentence);
        put_text(out, "text", sentence->text);
        tn_putc(out, '}');
    }
    tn_puts(out, "]}");
}

/* ---- how the summary came about ---- */

static void put_parts(tn_buf *out, const tenor_sentence *sentence) {
    put_key(out, "parts");
    tn_putc(out, '[');
    for (size_t i = 0; i < sentence->n_parts; i++) {
        put_comma(out, i);
        tn_puts(out, "{\"name\":");
        put_string(out, sentence->parts[i].name);
        put_number_of(out, "value", true, sentence->parts[i].value, 4);
        put_number_of(out, "weight", true, sentence->parts[i].weight, 4);
        tn_putc(out, '}');
    }
    tn_putc(out, ']');
}

static void put_ranked(record *json, const tenor_sentence *sentence) {
    tn_buf *out = json->out;
    put_index(out, "index", sentence->index);
    put_sentence_span(json, sentence);
    put_number_of(out, "score", true, sentence->score, 4);
    put_parts(out, sentence);
    put_key(out, "points_back");
    tn_puts(out, sentence->dangling ? "true" : "false");
    if (json->update) put_number_of(out, "said_before", true, sentence->said_before, 4);
    put_number_of(out, "likeness", true, sentence->likeness, 4);
    put_number_of(out, "length_cost", true, sentence->length_cost, 4);
    put_number_of(out, "worth", true, sentence->worth, 4);
    put_key(out, "choice");
    if (sentence->pick) tn_put_size(out, sentence->pick);
    else tn_puts(out, "null");
    put_key(out, "left_out");
    put_string(out, sentence->left_out);
    put_source(json, sentence);
    put_text(out, "text", sentence->text);
    tn_putc(out, '}');
}

static void put_ranking(record *json, const tn_view *view) {
    put_key(json->out, "ranking");
    tn_putc(json->out, '[');
    size_t written = 0;
    for (size_t i = 0; i < view->n_sentences; i++) {
        if (view->sentences[i].index == TENOR_NO_INDEX) continue;
        put_comma(json->out, written++);
        put_ranked(json, &view->sentences[i]);
    }
    tn_putc(json->out, ']');
}

/* ---- key phrases ---- */

/* Of several texts: which one each occurrence is in. */
static void put_keyword_sources(record *json, const tenor_keyword *keyword) {
    if (!json->sources || !keyword->documents) return;
    put_key(json->out, "sources");
    tn_putc(json->out, '[');
    for (size_t k = 0; k < keyword->count; k++) {
        put_comma(json->out, k);
        put_string(json->out, json->sources[keyword->documents[k]].name);
    }
    tn_putc(json->out, ']');
}

static void put_keywords(record *json, const tn_view *view) {
    tn_buf *out = json->out;
    put_key(out, "keywords");
    tn_putc(out, '[');
    for (size_t i = 0; i < view->n_keywords; i++) {
        const tenor_keyword *keyword = &view->keywords[i];
        put_comma(out, i);
        tn_puts(out, "{\"text\":");
        tn_put_json_collapsed(out, keyword->text);
        put_number_of(out, "score", true, keyword->score, 4);
        put_size_of(out, "count", keyword->count);
        put_key(out, "spans");
        tn_putc(out, '[');
        for (size_t k = 0; k < keyword->count; k++) {
            put_comma(out, k);
            if (keyword->documents) set_document(json, keyword->documents[k]);
            put_offsets(json, keyword->spans[k]);
        }
        tn_putc(out, ']');
        put_keyword_sources(json, keyword);
        tn_putc(out, '}');
    }
    tn_putc(out, ']');
}

/* ---- tone ---- */

static void put_band(tn_buf *out, const tenor_tone *tone) {
    put_key(out, "band");
    put_string(out, tone->scored ? tenor_band_name(tone->band) : NULL);
}

static void put_sides(tn_buf *out, const tenor_tone *tone) {
    put_number_of(out, "intensity", tone->scored, tone->intensity, 1);
    put_number_of(out, "direction", tone->scored, tone->direction, 2);
    put_number_of(out, "sentiment", tone->has_sentiment, tone->sentiment, 2);
}

static void put_rules(tn_buf *out, const tenor_hit *hit) {
    put_key(out, "rules");
    tn_putc(out, '[');
    for (size_t i = 0; i < hit->n_rules; i++) {
        put_comma(out, i);
        tn_puts(out, "{\"rule\":");
        put_string(out, hit->rules[i].rule);
        put_text(out, "trigger", hit->rules[i].trigger);
        put_number_of(out, "factor", true, hit->rules[i].factor, 2);
        tn_putc(out, '}');
    }
    tn_putc(out, ']');
}

static void put_hit(record *json, const tenor_hit *hit) {
    tn_buf *out = json->out;
    tn_puts(out, "{\"phrase\":");
    tn_put_json_collapsed(out, hit->text);
    put_key(out, "class");
    put_string(out, hit->class_name);
    if (hit->added || json->explains) {
        put_key(out, "lexicon");
        put_string(out, hit->lexicon);
    }
    put_size_of(out, "line", hit->line);
    put_span(json, hit->span);
    put_number_of(out, "weight", true, hit->weight, 1);
    put_number_of(out, "final", true, hit->final, 1);
    if (json->explains) put_number_of(out, "part", true, hit->part, 2);
    put_rules(out, hit);
    tn_putc(out, '}');
}

/* How the sentence counts for its topic; NULL: for the whole text, in which each counts 1. */
static void put_evidence(record *json, const tenor_evidence *evidence, const char *via) {
    tn_buf *out = json->out;
    const tenor_sentence *sentence = evidence->sentence;
    put_index(out, "sentence", sentence->index);
    put_sentence_span(json, sentence);
    if (via) {
        put_key(out, "via");
        put_string(out, via);
    }
    if (via && json->explains) put_number_of(out, "share", true, evidence->share, 2);
    if (json->explains) put_number_of(out, "tone", evidence->n_hits > 0, evidence->raw, 2);
    put_source(json, sentence);
    put_text(out, "text", sentence->text);
    put_key(out, "hits");
    tn_putc(out, '[');
    for (size_t i = 0; i < evidence->n_hits; i++) {
        put_comma(out, i);
        put_hit(json, &sentence->hits[evidence->first + i]);
    }
    tn_puts(out, "]}");
}

static void put_interval(tn_buf *out, const tenor_tone *tone) {
    put_key(out, "ci90");
    if (!tone->scored) {
        tn_puts(out, "null");
        return;
    }
    tn_putc(out, '[');
    tn_put_fixed(out, tone->low, 1);
    tn_putc(out, ',');
    tn_put_fixed(out, tone->high, 1);
    tn_putc(out, ']');
}

static void put_topic_evidence(record *json, const tenor_topic *topic) {
    tn_buf *out = json->out;
    put_key(out, "evidence");
    tn_putc(out, '[');
    for (size_t i = 0; i < topic->n_evidence && i < json->evidence; i++) {
        put_comma(out, i);
        put_evidence(json, &topic->evidence[i], tenor_via_name(topic->evidence[i].via));
    }
    tn_putc(out, ']');
}

static void put_gist(record *json, const tenor_sentence *gist) {
    tn_buf *out = json->out;
    put_key(out, "gist");
    put_index(out, "sentence", gist->index);
    put_sentence_span(json, gist);
    put_source(json, gist);
    put_text(out, "text", gist->text);
    tn_putc(out, '}');
}

/* What would change the tension most, where that was asked for. */
static void put_changes(tn_buf *out, const tenor_change *changes, size_t n) {
    put_key(out, "changes");
    tn_putc(out, '[');
    for (size_t i = 0; i < n; i++) {
        const tenor_change *change = &changes[i];
        put_comma(out, i);
        put_index(out, "without", change->without->sentence->index);
        put_number_of(out, "tension", change->scored, change->tension, 1);
        put_key(out, "band");
        put_string(out, change->scored ? tenor_band_name(change->band) : NULL);
        tn_putc(out, '}');
    }
    tn_putc(out, ']');
}

static void put_whole_evidence(record *json, const tn_view *view) {
    size_t written = 0;
    put_key(json->out, "evidence");
    tn_putc(json->out, '[');
    for (size_t i = 0; i < view->n_sentences; i++) {
        tenor_evidence evidence = tn_evidence_of_whole(&view->sentences[i]);
        if (evidence.n_hits == 0) continue;
        put_comma(json->out, written++);
        put_evidence(json, &evidence, NULL);
    }
    tn_putc(json->out, ']');
}

static void put_overall(record *json, const tn_view *view) {
    tn_buf *out = json->out;
    const tenor_tone *tone = view->overall;
    put_key(out, "overall");
    tn_puts(out, "{\"tension\":");
    tn_put_fixed(out, tone->scored ? tone->tension : (double)NAN, 1); /* not a number prints as null */
    put_band(out, tone);
    put_sides(out, tone);
    put_size_of(out, "hits", tone->hits);
    if (json->explains) put_whole_evidence(json, view);
    if (json->explains) put_changes(out, view->changes, view->n_changes);
    tn_putc(out, '}');
}

static void put_topic(record *json, const tenor_topic *topic) {
    tn_buf *out = json->out;
    const tenor_tone *tone = &topic->tone;
    tn_puts(out, "{\"topic\":");
    put_string(out, topic->name);
    if (!tone->scored && topic->mentions == 0) { /* no more to tell; of many topics in many records */
        tn_puts(out, ",\"tension\":null,\"mentions\":0}");
        return;
    }
    put_number_of(out, "tension", tone->scored, tone->tension, 1);
    put_band(out, tone);
    put_interval(out, tone);
    put_sides(out, tone);
    put_size_of(out, "mentions", topic->mentions);
    put_size_of(out, "sentences", topic->sentences);
    put_size_of(out, "hits", tone->hits);
    put_key(out, "low_evidence");
    tn_puts(out, topic->low_evidence ? "true" : "false");
    if (topic->gist) put_gist(json, topic->gist);
    put_topic_evidence(json, topic);
    if (topic->n_changes) put_changes(out, topic->changes, topic->n_changes);
    tn_putc(out, '}');
}

static void put_topics(record *json, const tn_view *view) {
    put_key(json->out, "topics");
    tn_putc(json->out, '[');
    for (size_t i = 0; i < view->n_topics; i++) {
        put_comma(json->out, i);
        put_topic(json, &view->topics[i]);
    }
    tn_putc(json->out, ']');
}

void tn_write_json(tn_buf *out, const tn_view *view, const tenor_render_options *options) {
    const tenor_document *document = view->document;
    record json = {
        .out = out,
        .offsets = {.text = document->n_sources ? document->sources[0].text : view->input, .chars = options->chars},
        .evidence = options->evidence,
        .sources = document->n_sources ? document->sources : NULL,
        .update = tn_count_background(document) > 0,
        .explains = view->n_changes > 0};
    put_document(out, view, options);
    if (tn_shows_summary(view, options) && tn_shows_field(options, "summary")) put_summary(&json, view->summary);
    bool account = tn_shows_summary(view, options) && view->summary->account;
    if (account && tn_shows_field(options, "ranking")) put_ranking(&json, view);
    if ((options->parts & TENOR_PART_KEYWORDS) && tn_shows_field(options, "keywords")) put_keywords(&json, view);
    if (tn_shows_tone(view, options)) {
        if (tn_shows_field(options, "overall")) put_overall(&json, view);
        bool topics = tn_shows_field(options, "topics") || tn_shows_field(options, "topic"); /* as columns are called */
        if (topics) put_topics(&json, view);
    }
    tn_putc(out, '}');
}
