/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From what the stages found to what the public header shows. */
#include "engine/publish.h"
#include "tone/influence.h"
#include "tone/towards.h"

#include <math.h>
#include <stdlib.h>

#include "text/word.h"

#include "tone/tension.h"

typedef struct publisher {
    tenor_result *result;
    tn_analysis *a;
    const tenor_engine *engine;
    tn_arena *arena;
    tenor_error *error;
    uint32_t *mentions;    /* by topic: how many */
    uint32_t *first_share; /* by topic: its first in `shares`, which ends where that of the next begins */
    uint32_t *shares;      /* indices into the analysis' shares, by topic, then in order of the text */
} publisher;

static tenor_string words_text(const tn_doc *doc, uint32_t first, uint32_t last) {
    return tn_doc_text(doc, doc->words[first].start, doc->words[last - 1].end);
}

/* Which of several texts a part is of; 0 of one. */
static size_t source_of(const publisher *p, uint32_t part) {
    const tn_analysis *a = p->a;
    if (a->n_docs == 0) return 0;
    return a->source_of[a->doc.document_of_part ? a->doc.document_of_part[part] : 0];
}

/* ---- sentences and hits */

static bool publish_rules(publisher *p, tenor_hit *out, const tn_hit *hit) {
    tenor_applied_rule *rules = TN_NEW_ARRAY(p->arena, hit->n_rules, tenor_applied_rule);
    if (!rules) return false;
    for (uint32_t i = 0; i < hit->n_rules; i++) {
        const tn_applied *applied = &hit->rules[i];
        rules[i] = (tenor_applied_rule){tn_rule_rows[applied->rule].name,
                                        words_text(&p->a->doc, applied->first, applied->last), applied->factor};
    }
    out->rules = rules;
    out->n_rules = hit->n_rules;
    return true;
}

static bool publish_hits(publisher *p, tenor_sentence *out, size_t index) {
    const tn_doc *doc = &p->a->doc;
    const tn_hit *hits = tn_hits_of(&p->a->tones.tension, index, &out->n_hits);
    tenor_hit *public_hits = TN_NEW_ARRAY(p->arena, out->n_hits, tenor_hit);
    double *parts = TN_NEW_ARRAY(p->arena, out->n_hits, double);
    if (!public_hits || !parts) return false;
    tn_hits_parts(parts, hits, out->n_hits, &p->engine->tone.parameters);
    for (size_t i = 0; i < out->n_hits; i++) {
        const tn_lexeme *lexeme = tn_hit_lexeme(&hits[i]);
        tenor_hit *to = &public_hits[i];
        to->span = tn_doc_origin(doc, doc->words[hits[i].first].start, doc->words[hits[i].last - 1].end);
        to->text = words_text(doc, hits[i].first, hits[i].last);
        to->entry = tn_lexeme_entry(&hits[i].lexicon->data, lexeme);
        to->lexicon = hits[i].lexicon->data.path;
        to->added = hits[i].lexicon != &p->engine->tone.tension;
        to->class_name = tn_class_name((tn_class)lexeme->class);
        to->line = lexeme->line;
        to->weight = hits[i].weight;
        to->final = hits[i].final;
        to->part = parts[i];
        if (!publish_rules(p, to, &hits[i])) return false;
    }
    out->hits = public_hits;
    out->raw = tn_hits_raw(hits, out->n_hits, &p->engine->tone.parameters);
    return true;
}

static bool publish_sentences(publisher *p) {
    const tn_doc *doc = &p->a->doc;
    tenor_sentence *sentences = TN_NEW_ARRAY(p->arena, doc->n_sentences, tenor_sentence);
    if (!sentences) return false;
    size_t body = 0;
    for (size_t i = 0; i < doc->n_sentences; i++) {
        const tn_sentence *from = &doc->sentences[i];
        tenor_sentence *to = &sentences[i];
        to->index = from->title ? TENOR_NO_INDEX : body++;
        to->span = tn_doc_origin(doc, from->start, from->end);
        to->text = tn_doc_text(doc, from->start, from->end);
        to->document = source_of(p, from->part);
        to->words = from->last - from->first;
        if (!from->title) p->result->document.words += to->words;
        if (tn_arena_late(p->arena, 1)) return false;
        if ((p->a->parts & TENOR_PART_TONE) && !publish_hits(p, to, i)) return false;
    }
    p->result->document.sentences = body;
    p->result->sentences = sentences;
    p->result->n_sentences = doc->n_sentences;
    return true;
}

/* ---- summary */

static const char *const left_out_names[] = {
    [TN_TAKEN] = NULL,
    [TN_LOWER] = "lower",
    [TN_TOO_LONG] = "too_long",
    [TN_SAME_WORDS] = "same_words",
    [TN_NEAR_COPY] = "near_copy",
    [TN_SAID] = "said_before",
    [TN_FEW_WORDS] = "few_words",
    [TN_LENGTH] = "length",
};

/* What the option `account` asks for, of a row. Features that count nothing are left out. */
static bool publish_account(const publisher *p, tenor_sentence *sentence, size_t row) {
    const tn_breakdown *from = &p->a->breakdown;
    sentence->pick = p->a->account.pick[row];
    sentence->likeness = p->a->account.closest[row];
    sentence->length_cost = p->a->account.length_cost[row];
    sentence->worth = p->a->account.worth[row];
    sentence->left_out = left_out_names[p->a->account.left_out[row]];
    sentence->dangling = p->a->terms.sentence[row]->dangling;
    tenor_score_part *parts = TN_NEW_ARRAY(p->arena, from->n, tenor_score_part);
    if (!parts) return false;
    for (size_t k = 0; k < from->n; k++) {
        double value = from->value[row * from->n + k];
        if (value * from->weight[k] == 0) continue;
        parts[sentence->n_parts++] = (tenor_score_part){tn_features[k].name, value, from->weight[k]};
    }
    sentence->parts = parts;
    return true;
}

static bool publish_summary(publisher *p) {
    tn_analysis *a = p->a;
    tenor_summary *summary = &p->result->summary;
    const tenor_sentence **chosen = TN_NEW_ARRAY(p->arena, a->n_chosen, const tenor_sentence *);
    if (!chosen) return false;
    for (size_t i = 0; i < a->terms.n; i++) { /* rows are the body sentences in order */
        tenor_sentence *sentence = &p->result->sentences[a->terms.sentence[i] - a->doc.sentences];
        sentence->score = a->scores[i];
        if (a->said_before) sentence->said_before = a->said_before[i];
        if (a->account.pick && !publish_account(p, sentence, i)) return false;
    }
    for (size_t i = 0; i < a->n_chosen; i++) {
        tenor_sentence *sentence = &p->result->sentences[a->terms.sentence[a->chosen[i]] - a->doc.sentences];
        sentence->chosen = true;
        chosen[i] = sentence;
    }
    if (a->by_score) qsort(chosen, a->n_chosen, sizeof(const tenor_sentence *), tn_compare_scores);
    *summary = (tenor_summary){.ranker = a->ranker,
                               .sentences = chosen,
                               .count = a->n_chosen,
                               .account = a->account.pick != NULL,
                               .must_missing = a->must_missing,
                               .n_must_missing = a->n_must_missing};
    p->result->has_summary = true;
    return true;
}

/* ---- key phrases */

static tenor_span span_of_words(const tn_doc *doc, uint32_t first, size_t count) {
    tenor_string last = tn_word_stem(doc->text, &doc->words[first + count - 1]); /* without 's */
    return (tenor_span){doc->words[first].start, (size_t)(last.data + last.length - doc->text.data)};
}

/* The part in which a word stands. */
static uint32_t part_at(const tn_doc *doc, uint32_t word) {
    size_t low = 0, high = doc->n_parts;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (doc->parts[middle].start <= doc->words[word].start) low = middle;
        else high = middle;
    }
    return (uint32_t)low;
}

/* Where a phrase stands. */
static bool publish_spans(publisher *p, tenor_keyword *to, const tn_key_phrase *from) {
    const tn_doc *doc = &p->a->doc;
    const uint32_t *words = p->a->keywords.at_word + from->first;
    tenor_span *spans = TN_NEW_ARRAY(p->arena, from->count, tenor_span);
    size_t *documents = TN_NEW_ARRAY(p->arena, p->a->several ? from->count : 0, size_t);
    if (!spans || !documents) return false;
    for (size_t k = 0; k < from->count; k++) {
        tenor_span span = span_of_words(doc, words[k], from->n_words);
        if (k == 0) to->text = tn_slice(doc->text, span.start, span.end);
        spans[k] = tn_doc_origin(doc, (uint32_t)span.start, (uint32_t)span.end);
        if (p->a->several) documents[k] = source_of(p, part_at(doc, words[k]));
    }
    to->spans = spans;
    to->count = from->count;
    to->documents = p->a->several ? documents : NULL;
    return true;
}

static bool publish_keywords(publisher *p) {
    const tn_key_phrases *found = &p->a->keywords;
    size_t n = found->count < p->a->most_keywords ? found->count : p->a->most_keywords;
    tenor_keyword *keywords = TN_NEW_ARRAY(p->arena, n, tenor_keyword);
    if (!keywords) return false;
    for (size_t i = 0; i < n; i++) {
        keywords[i].score = found->at[i].score;
        if (!publish_spans(p, &keywords[i], &found->at[i])) return false;
    }
    p->result->keywords = keywords;
    p->result->n_keywords = n;
    return true;
}

/* ---- tone */

static tn_observation observe(const publisher *p, uint32_t sentence, uint32_t first, uint32_t last, double share) {
    size_t n_tension, n_sentiment;
    const tn_hit *tension = tn_hits_of(&p->a->tones.tension, sentence, &n_tension);
    const tn_hit *sentiment = tn_hits_of(&p->a->tones.sentiment, sentence, &n_sentiment);
    return tn_observe(tension, n_tension, sentiment, n_sentiment, first, last, share, &p->engine->tone.parameters);
}

enum { MOST_MENTIONS = 64 }; /* of a topic in a sentence: more are not looked at */

/* Sentiment as it falls on the topic: of the hits within its words. */
static double sentiment_towards(const publisher *p, const tn_share *share) {
    const tn_mention *own[MOST_MENTIONS];
    size_t n_own = 0, n, first = 0, last;
    for (uint32_t i = 0; i < share->n_mentions && n_own < MOST_MENTIONS; i++) {
        const tn_mention *mention = &p->a->mentions.at[share->first_mention + i];
        if (mention->topic == share->topic) own[n_own++] = mention;
    }
    const tn_hit *hits = tn_hits_of(&p->a->tones.sentiment, share->sentence, &n);
    while (first < n && hits[first].first < share->first) first++;
    for (last = first; last < n && hits[last].last <= share->last; last++) continue;
    return tn_sentiment_towards(hits + first, last - first, own, n_own, &p->engine->tone, &p->a->doc);
}

/* The most telling first: by share times size of the tone, then in order of the text. */
static int by_weight(const void *x, const void *y) {
    const tenor_evidence *a = x, *b = y;
    double left = a->share * fabs(a->raw), right = b->share * fabs(b->raw);
    if (left != right) return left < right ? 1 : -1;
    return a->sentence < b->sentence ? -1 : a->sentence > b->sentence;
}

static tenor_evidence evidence_of(const publisher *p, const tn_share *share, const tn_observation *observation) {
    size_t n, first = 0, last;
    const tn_hit *hits = tn_hits_of(&p->a->tones.tension, share->sentence, &n);
    while (first < n && hits[first].first < share->first) first++;
    for (last = first; last < n && hits[last].last <= share->last; last++) continue;
    return (tenor_evidence){.sentence = &p->result->sentences[share->sentence],
                            .via = share->via,
                            .share = share->share,
                            .raw = observation->raw,
                            .first = first,
                            .n_hits = last - first};
}

/* Mentions and shares by topic, in one pass each: most topics have none. */
static tenor_status sort_by_topic(publisher *p) {
    const tn_share_list *shares = &p->a->shares;
    size_t n_topics = p->a->topics.count;
    p->mentions = TN_NEW_ARRAY(p->arena, n_topics, uint32_t);
    p->first_share = TN_NEW_ARRAY(p->arena, n_topics + 2, uint32_t);
    p->shares = TN_NEW_ARRAY(p->arena, shares->count, uint32_t);
    if (!p->mentions || !p->first_share || !p->shares) return tn_fail_memory(p->error);
    for (size_t i = 0; i < p->a->mentions.count; i++) p->mentions[p->a->mentions.at[i].topic]++;
    uint32_t *end = p->first_share + 1; /* of the topic; while they are placed, where its next one goes */
    for (size_t i = 0; i < shares->count; i++) end[shares->at[i].topic + 1]++;
    for (size_t i = 1; i <= n_topics; i++) end[i] += end[i - 1];
    for (size_t i = 0; i < shares->count; i++) p->shares[end[shares->at[i].topic]++] = (uint32_t)i;
    return TENOR_OK;
}

/* What would change a tension most; `evidence` is by observation. */
static tenor_status publish_changes(publisher *p, const tenor_change **out, size_t *count,
                                    const tn_observation *observations, const tenor_evidence *evidence, size_t n) {
    tn_influence found[TN_MOST_INFLUENCES];
    TN_TRY(tn_tone_influences(found, count, observations, n, &p->engine->tone.parameters, p->arena, p->error));
    tenor_change *changes = TN_NEW_ARRAY(p->arena, *count, tenor_change);
    tenor_evidence *without = TN_NEW_ARRAY(p->arena, *count, tenor_evidence);
    if (!changes || !without) return tn_fail_memory(p->error);
    for (size_t i = 0; i < *count; i++) {
        without[i] = evidence[found[i].without]; /* whose order will change */
        changes[i] = (tenor_change){&without[i], found[i].tone.scored, found[i].tone.tension, found[i].tone.band};
    }
    *out = changes;
    return TENOR_OK;
}

/* What speaks of a topic, and the number that it makes. */
static tenor_status publish_number(publisher *p, tenor_topic *topic, const uint32_t *shares, size_t n) {
    tn_observation *observations = TN_NEW_ARRAY(p->arena, n, tn_observation);
    tenor_evidence *evidence = TN_NEW_ARRAY(p->arena, n, tenor_evidence);
    if (!observations || !evidence) return tn_fail_memory(p->error);
    for (size_t i = 0; i < n; i++) {
        const tn_share *share = &p->a->shares.at[shares[i]];
        if (tn_arena_late(p->arena, 1)) return tn_fail_memory(p->error);
        observations[i] = observe(p, share->sentence, share->first, share->last, share->share);
        observations[i].sentiment = sentiment_towards(p, share);
        evidence[i] = evidence_of(p, share, &observations[i]);
    }
    if (p->a->find_changes) TN_TRY(publish_changes(p, &topic->changes, &topic->n_changes, observations, evidence, n));
    qsort(evidence, n, sizeof *evidence, by_weight);
    topic->evidence = evidence;
    topic->n_evidence = n;
    topic->low_evidence = n < 3;
    return tn_tone_number(&topic->tone, observations, n, &p->engine->tone.parameters, p->error);
}

/* Into a topic of zeros. */
static tenor_status publish_topic(publisher *p, tenor_topic *topic, uint32_t index) {
    topic->name = p->a->topics.at[index].topic->name;
    topic->title = p->a->topics.at[index].topic->title;
    topic->mentions = p->mentions[index];
    if (p->a->gist && p->a->gist[index] != TN_NO_ROW)
        topic->gist = &p->result->sentences[p->a->terms.sentence[p->a->gist[index]] - p->a->doc.sentences];
    topic->sentences = p->first_share[index + 1] - p->first_share[index];
    if (topic->sentences == 0) return TENOR_OK;
    return publish_number(p, topic, p->shares + p->first_share[index], topic->sentences);
}

/* Every sentence counts in full. */
static tenor_status publish_overall_changes(publisher *p, const tn_observation *all, size_t n) {
    tenor_evidence *evidence = TN_NEW_ARRAY(p->arena, n, tenor_evidence);
    if (!evidence) return tn_fail_memory(p->error);
    for (size_t i = 0; i < n; i++)
        evidence[i] = (tenor_evidence){.sentence = &p->result->sentences[i],
                                       .via = p->a->doc.sentences[i].title ? TENOR_VIA_TITLE : TENOR_VIA_NAME,
                                       .share = 1,
                                       .raw = all[i].raw,
                                       .n_hits = p->result->sentences[i].n_hits};
    return publish_changes(p, &p->result->changes, &p->result->n_changes, all, evidence, n);
}

static tenor_status publish_overall(publisher *p) {
    const tn_doc *doc = &p->a->doc;
    tn_observation *all = TN_NEW_ARRAY(p->arena, doc->n_sentences, tn_observation);
    if (!all) return tn_fail_memory(p->error);
    for (uint32_t i = 0; i < doc->n_sentences; i++)
        all[i] = observe(p, i, doc->sentences[i].first, doc->sentences[i].last, 1);
    p->result->has_tone = true;
    if (p->a->find_changes) TN_TRY(publish_overall_changes(p, all, doc->n_sentences));
    return tn_tone_number(&p->result->overall, all, doc->n_sentences, &p->engine->tone.parameters, p->error);
}

static tenor_status publish_tone(publisher *p) {
    p->result->topics = TN_NEW_ARRAY(p->arena, p->a->topics.count, tenor_topic);
    if (!p->result->topics) return tn_fail_memory(p->error);
    TN_TRY(sort_by_topic(p));
    for (uint32_t i = 0; i < p->a->topics.count; i++)
        if (p->a->topics.at[i].shown) TN_TRY(publish_topic(p, &p->result->topics[p->result->n_topics++], i));
    return publish_overall(p);
}

/* ---- the document */

/* In order of the page, what was left out of it between them. */
static bool publish_blocks(publisher *p) {
    const tn_doc *doc = &p->a->doc;
    size_t n_left_out = p->a->left_out ? doc->n_left_out : 0, out = 0, n = 0;
    tenor_block *blocks = TN_NEW_ARRAY(p->arena, doc->n_blocks + n_left_out, tenor_block);
    if (!blocks) return false;
    for (size_t i = 0; i <= doc->n_blocks; i++) {
        for (; out < n_left_out && doc->left_out[out].before <= i; out++)
            blocks[n++] = (tenor_block){
                .text = doc->left_out[out].text, .role = doc->left_out[out].role, .reason = doc->left_out[out].reason};
        if (i == doc->n_blocks) break;
        const tn_block *from = &doc->blocks[i];
        blocks[n++] = (tenor_block){tn_doc_origin(doc, from->start, from->end),
                                    tn_doc_text(doc, from->start, from->end), from->role, from->reason, from->line};
    }
    p->result->blocks = blocks;
    p->result->n_blocks = n;
    return true;
}

static bool warn(publisher *p, const char *name) {
    const char **warning = TN_PUSH(p->arena, &p->result->warnings);
    if (warning) *warning = name;
    return warning != NULL;
}

static bool publish_warnings(publisher *p) {
    tenor_document *document = &p->result->document;
    bool no_article = p->a->doc.origin.no_article;
    bool ok = (document->sentences > 0 || no_article || warn(p, p->a->nothing_new ? "nothing_new" : "empty_text")) &&
              (!no_article || warn(p, "no_article_found")) && (p->a->doc.repaired == 0 || warn(p, "repaired_utf8")) &&
              (!p->a->doc.truncated || warn(p, "truncated_text")) && (!p->a->over_budget || warn(p, "over_budget")) &&
              (!p->a->focus_missing || warn(p, "focus_missing")) &&
              (!p->a->length_missing || warn(p, "length_missing")) &&
              (p->a->n_must_missing == 0 || warn(p, "must_missing")) &&
              (!p->a->date_missing || warn(p, "date_missing")) && (!p->a->doc.mixed || warn(p, "mixed_language")) &&
              (p->a->covered || !(p->a->parts & TENOR_PART_TONE) || document->sentences == 0 ||
               warn(p, "language_not_covered"));
    document->warnings = p->result->warnings.at;
    document->n_warnings = p->result->warnings.count;
    return ok;
}

static void publish_origin(tenor_document *document, const tn_doc *doc) {
    const tn_doc_origin_facts *origin = &doc->origin;
    document->text = origin->text;
    document->html = origin->html;
    document->byline = origin->byline;
    document->date = origin->date;
    document->page_lang = origin->page_lang;
    document->encoding = origin->encoding;
    document->encoding_source = origin->encoding_source;
    document->repaired = doc->repaired;
}

tenor_status tn_publish(tenor_result *result, tn_analysis *analysis, const tenor_engine *engine,
                        const tenor_input *inputs, tenor_error *error) {
    publisher p = {.result = result, .a = analysis, .engine = engine, .arena = &result->arena, .error = error};
    result->engine = engine;
    result->input = inputs[0];
    result->document.sources = analysis->sources;
    result->document.n_sources = analysis->n_sources;
    result->document.lang = analysis->doc.lang;
    result->document.lang_source = analysis->doc.lang_source;
    result->document.title = analysis->doc.title;
    publish_origin(&result->document, &analysis->doc);
    if (!publish_blocks(&p) || !publish_sentences(&p)) return tn_fail_memory(error);
    if ((analysis->parts & TENOR_PART_SUMMARY) && !publish_summary(&p)) return tn_fail_memory(error);
    if ((analysis->parts & TENOR_PART_KEYWORDS) && !publish_keywords(&p)) return tn_fail_memory(error);
    if (analysis->parts & TENOR_PART_TONE) TN_TRY(publish_tone(&p));
    return publish_warnings(&p) ? TENOR_OK : tn_fail_memory(error);
}
