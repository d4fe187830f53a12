/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the gate makes of the evidence. Points add up by language, so what two languages share tells nothing between
 * them, and the decision is one on the distance between the best and the second. */
#include "text/langid.h"

#include "text/cld2.h"
#include "text/evidence.h"

enum {
    PIECE = 500,            /* bytes looked at, at each place */
    FEWEST_POINTS = 15,     /* more than one function word */
    LEAST_MARGIN = 9,       /* to the second best */
    LONG_PIECE = 12,        /* words from which on there must be ... */
    LONG_POINTS = 2,        /* ... so many points a word: one function word in five */
    MOST_UNSURE_WORDS = 40, /* a longer text without sure evidence is not taken for English */
    CHINESE_ENOUGH = 24,    /* ideographs without any kana: not Japanese */
    STRONG_POINTS = 60,     /* six function words */
    STRONG_LETTERS = 60,
    SAMPLE = 2000,     /* bytes for CLD2 ... */
    LEAST_SAMPLE = 20, /* ... and fewer tell it nothing */
    MIXED_SHARE = 5    /* one part in so many in another language makes a text mixed */
};

/* ---- the table ---- */

static size_t slot_of(const tn_gate_feature *features, size_t slots, uint32_t key) {
    size_t slot = key & (slots - 1);
    while (features[slot].key && features[slot].key != key) slot = (slot + 1) & (slots - 1);
    return slot;
}

const tn_gate_feature *tn_gate_look_up(const tn_gate *gate, uint32_t key) {
    const tn_gate_feature *feature = &gate->features[slot_of(gate->features, gate->n_slots, key)];
    return feature->key ? feature : NULL;
}

/* A table that is being filled. */
typedef struct builder {
    tn_arena *arena;
    tn_gate_feature *features;
    size_t n_slots, n_features;
} builder;

static bool grow(builder *b) {
    size_t slots = b->n_slots ? b->n_slots * 2 : 4096;
    tn_gate_feature *features = TN_NEW_ARRAY(b->arena, slots, tn_gate_feature);
    if (!features) return false;
    for (size_t i = 0; i < b->n_slots; i++)
        if (b->features[i].key) features[slot_of(features, slots, b->features[i].key)] = b->features[i];
    b->features = features;
    b->n_slots = slots;
    return true;
}

static bool add(builder *b, tn_hint kind, tenor_string text, uint32_t points, size_t language) {
    if (b->n_features * 2 >= b->n_slots && !grow(b)) return false;
    uint32_t key = tn_gate_key_of(kind, text);
    tn_gate_feature *feature = &b->features[slot_of(b->features, b->n_slots, key)];
    b->n_features += feature->key == 0;
    feature->key = key;
    feature->languages |= (uint64_t)1 << language;
    if (feature->points < points) feature->points = points;
    return true;
}

static bool add_list(builder *b, tn_hint kind, const tn_string_list *list, uint32_t points, size_t language) {
    for (size_t i = 0; i < list->count; i++)
        if (!add(b, kind, list->at[i], points, language)) return false;
    return true;
}

static bool add_language(builder *b, const tn_language *language, size_t index) {
    static const uint32_t points[TN_HINTS] = {
        [TN_HINT_LETTER] = 8, [TN_HINT_WORD] = 12, [TN_HINT_START] = 4, [TN_HINT_END] = 5};
    if (!add_list(b, TN_HINT_WORD, &language->stopwords, 10, index)) return false;
    for (size_t kind = 0; kind < TN_HINTS; kind++)
        if (!add_list(b, (tn_hint)kind, &language->hints[kind], points[kind], index)) return false;
    return true;
}

static bool fill_filter(tn_gate *gate, const builder *b) {
    uint64_t *filter = TN_NEW_ARRAY(b->arena, TN_GATE_FILTER / 64, uint64_t);
    if (!filter) return false;
    for (size_t i = 0; i < b->n_slots; i++) {
        uint32_t bit = tn_gate_filter_bit(b->features[i].key);
        if (b->features[i].key) filter[bit / 64] |= (uint64_t)1 << bit % 64;
    }
    gate->filter = filter;
    gate->n_filter = TN_GATE_FILTER / 64;
    return true;
}

tenor_status tn_gate_build(tn_gate *gate, tn_arena *arena, tenor_error *error) {
    builder b = {.arena = arena};
    if (gate->n_languages > 64) return tn_fail(error, TENOR_E_DATA, "more than 64 languages");
    if (!grow(&b)) return tn_fail_memory(error);
    for (size_t i = 0; i < gate->n_languages; i++)
        if (!add_language(&b, gate->languages[i].language, i)) return tn_fail_memory(error);
    gate->features = b.features;
    gate->n_slots = b.n_slots;
    return fill_filter(gate, &b) ? TENOR_OK : tn_fail_memory(error);
}

void tn_gate_connect(tn_gate *gate, const tn_gate_language *languages, size_t n_languages, const tn_text_model *english,
                     const tn_text_model *neutral) {
    gate->languages = languages;
    gate->n_languages = n_languages;
    gate->english = english;
    gate->neutral = neutral;
    memset(gate->of_script, 0, sizeof gate->of_script);
    for (size_t i = 0; i < n_languages && i < 64; i++)
        gate->of_script[languages[i].language->script] |= (uint64_t)1 << i;
}

void tn_gate_image(tn_image *image, tn_gate *gate) {
    TN_IMAGE_ARRAY(image, gate->features, gate->n_slots);
    TN_IMAGE_ARRAY(image, gate->filter, gate->n_filter);
}

/* ---- the decision ---- */

enum { UNSURE = -1 };

/* The best and the second best of the languages of a script. */
typedef struct standing {
    int best, second; /* UNSURE: none */
    uint32_t points, second_points;
} standing;

static standing standing_of(const tn_gate *gate, const tn_evidence *evidence, tn_script script) {
    standing s = {UNSURE, UNSURE, 0, 0};
    for (uint64_t rest = gate->of_script[script]; rest; rest &= rest - 1) {
        int language = __builtin_ctzll(rest);
        uint32_t points = evidence->points[language];
        if (points <= s.second_points) continue;
        bool first = points > s.points;
        s.second = first ? s.best : language;
        s.second_points = first ? s.points : points;
        if (!first) continue;
        s.best = language;
        s.points = points;
    }
    return s;
}

static tn_script main_script(const tn_evidence *evidence) {
    size_t most = TN_SCRIPT_LATIN;
    for (size_t i = 0; i < TN_SCRIPTS; i++)
        if (evidence->letters[i] > evidence->letters[most]) most = i;
    return (tn_script)most;
}

static int language_of_script(const tn_gate *gate, tn_script script) {
    return gate->of_script[script] ? __builtin_ctzll(gate->of_script[script]) : UNSURE;
}

/* Kana make it Japanese; without them the ideographs decide that only one of the two writes. */
static int decide_ideographs(const tn_gate *gate, const tn_evidence *evidence) {
    int chinese = language_of_script(gate, TN_SCRIPT_HAN), japanese = language_of_script(gate, TN_SCRIPT_KANA);
    uint32_t han = evidence->letters[TN_SCRIPT_HAN], kana = evidence->letters[TN_SCRIPT_KANA];
    if (kana * 12 >= han && kana > 0) return japanese;
    uint32_t for_chinese = chinese < 0 ? 0 : evidence->points[chinese];
    uint32_t for_japanese = japanese < 0 ? 0 : evidence->points[japanese];
    if (for_chinese > for_japanese) return chinese;
    if (for_japanese > for_chinese) return japanese;
    return han >= CHINESE_ENOUGH * TN_WIDE_LETTER && kana == 0 ? chinese : UNSURE;
}

static int decide(const tn_gate *gate, const tn_evidence *evidence) {
    tn_script script = main_script(evidence);
    if (script == TN_SCRIPT_HAN || script == TN_SCRIPT_KANA) return decide_ideographs(gate, evidence);
    if (script == TN_SCRIPT_HANGUL) return language_of_script(gate, script);
    standing s = standing_of(gate, evidence, script);
    if (s.points < FEWEST_POINTS || s.points - s.second_points < LEAST_MARGIN) return UNSURE;
    if (evidence->words >= LONG_PIECE && s.points < evidence->words * LONG_POINTS) return UNSURE;
    return (s.points - s.second_points) * 7 >= s.points ? s.best : UNSURE;
}

bool tn_gate_is_clear(const tn_gate *gate, const tn_evidence *evidence) {
    if (evidence->words < 2 * LONG_PIECE) return false;
    standing s = standing_of(gate, evidence, main_script(evidence));
    return s.points >= evidence->words * 3 && s.second_points * 2 < s.points;
}

/* Whether a text that no language is sure for may be read as English: headlines and texts with made-up names. */
static bool may_be_english(const tn_gate *gate, const tn_evidence *evidence) {
    if (main_script(evidence) != TN_SCRIPT_LATIN) return false;
    standing s = standing_of(gate, evidence, TN_SCRIPT_LATIN);
    uint32_t english = evidence->points[0];
    if (s.points >= english + LEAST_MARGIN) return false;
    return evidence->words <= MOST_UNSURE_WORDS || (english == s.points && english >= evidence->words);
}

/* ---- pieces ---- */

/* A piece that is wholly in a language, not one with a list of foreign names. */
static bool is_strong(const tn_gate *gate, const tn_evidence *evidence) {
    tn_script script = main_script(evidence);
    if (script >= TN_SCRIPT_HANGUL) return evidence->letters[script] >= STRONG_LETTERS;
    standing s = standing_of(gate, evidence, script);
    return s.points >= STRONG_POINTS && s.points >= evidence->words * 3 && s.second_points * 2 < s.points;
}

/* What the pieces say together. */
typedef struct sampler {
    const tn_gate *gate;
    tn_evidence all;
    size_t sure[64];               /* bytes of the pieces that are in a language, by its number */
    size_t strong[64], any_strong; /* ... and of those of them that leave no doubt: only they make a text a mixed one */
} sampler;

static void look_at(sampler *s, tenor_string text, size_t start, size_t end) {
    tn_evidence evidence = {0};
    tn_evidence_gather(&evidence, s->gate, tn_slice(text, start, end));
    int language = decide(s->gate, &evidence);
    if (language >= 0) {
        s->sure[language] += end - start;
        if (is_strong(s->gate, &evidence)) {
            s->strong[language] += end - start;
            s->any_strong += end - start;
        }
    }
    for (size_t i = 0; i < s->gate->n_languages; i++) s->all.points[i] += evidence.points[i];
    for (size_t i = 0; i < TN_SCRIPTS; i++) s->all.letters[i] += evidence.letters[i];
    s->all.words += evidence.words;
}

/* A place near `at` where a word begins, as far as blanks tell. */
static size_t word_start(tenor_string text, size_t at) {
    if (at == 0 || at >= text.length) return at < text.length ? at : text.length;
    for (size_t i = at; i < at + 24 && i < text.length; i++)
        if (tn_is_space(text.data[i])) return i;
    while (at < text.length && ((unsigned char)text.data[at] & 0xC0) == 0x80) at++;
    return at;
}

static void look_around(sampler *s, tenor_string text) {
    size_t n = text.length;
    if (n <= 5 * PIECE) {
        for (size_t at = 0, end; at < n; at = end) {
            end = word_start(text, n - at < PIECE * 3 / 2 ? n : at + PIECE);
            look_at(s, text, at, end);
        }
        return;
    }
    const size_t places[] = {0, PIECE, 2 * PIECE, n / 2, n / 4 * 3};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        size_t at = word_start(text, places[i]);
        look_at(s, text, at, word_start(text, at + PIECE));
    }
}

/* The piece for CLD2 to look at: the beginning of what is longer. */
static tenor_string sample(tenor_string title, tenor_string text) {
    tenor_string longer = title.length > text.length ? title : text;
    size_t end = longer.length < SAMPLE ? longer.length : SAMPLE;
    while (end < longer.length && end > 0 && ((unsigned char)longer.data[end] & 0xC0) == 0x80) end--;
    return tn_slice(longer, 0, end);
}

static const tn_text_model *model_of(const tn_gate *gate, const char *code) {
    for (size_t i = 0; i < gate->n_languages; i++)
        if (gate->languages[i].model && strcmp(gate->languages[i].language->code, code) == 0)
            return gate->languages[i].model;
    return gate->neutral;
}

static tn_language_guess ask_further(const sampler *s, tenor_string title, tenor_string text) {
    bool maybe_english = may_be_english(s->gate, &s->all);
    tenor_string piece = tn_trim(sample(title, text));
    const char *code = piece.length < LEAST_SAMPLE ? NULL : tn_cld2_language(piece, maybe_english);
    if (code) return (tn_language_guess){code, model_of(s->gate, code), false, "cld2"};
    return (tn_language_guess){"und", maybe_english ? s->gate->english : s->gate->neutral, false, "none"};
}

tn_language_guess tn_gate_guess(const tn_gate *gate, tenor_string title, tenor_string text) {
    sampler s = {.gate = gate};
    if (title.length) look_at(&s, title, 0, title.length < PIECE ? title.length : word_start(title, PIECE));
    look_around(&s, text);
    int best = UNSURE;
    size_t most = 0;
    for (size_t i = 0; i < gate->n_languages; i++)
        if (s.sure[i] > most) {
            best = (int)i;
            most = s.sure[i];
        }
    if (best < 0) best = decide(gate, &s.all);
    if (best >= 0) {
        const tn_gate_language *found = &gate->languages[best];
        size_t others = s.any_strong - s.strong[best];
        bool mixed = others * MIXED_SHARE >= s.any_strong && others > 0;
        return (tn_language_guess){found->language->code, found->model ? found->model : gate->neutral, mixed, "gate"};
    }
    return ask_further(&s, title, text);
}
