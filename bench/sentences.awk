# awk -v n=N -v seed=S -f sentences.awk FILE: N sentences made from those of FILE (one a line), in paragraphs of five.
# Each is one of them with a third of its words taken from others, so that hardly two are alike, and with one word in
# twelve a new name, since a text's vocabulary grows as it goes on. Same seed, same bytes, whatever the awk.

# Park and Miller's minimal standard generator: exact in a double.
function below(limit) {
    seed = (seed * 16807) % 2147483647
    return int(seed / 2147483647 * limit)
}
function new_name(    name, k, i) {
    k = ++names
    for (i = 0; i < 3 || k > 0; i++) {
        name = name substr("bdfgklmnprstvz", k % 14 + 1, 1) substr("aeiou", int(k / 14) % 5 + 1, 1)
        k = int(k / 70)
    }
    return toupper(substr(name, 1, 1)) substr(name, 2)
}
{ sentence[NR] = $0; for (i = 1; i < NF; i++) if (length($i) > 3) pool[words++] = $i }
END {
    seed = seed ? seed : 1
    for (s = 0; s < n; s++) {
        count = split(sentence[below(NR) + 1], word, " ")
        for (i = 2; i < count; i++) {
            if (below(12) == 0) word[i] = new_name()
            else if (length(word[i]) > 3 && below(3) == 0) word[i] = pool[below(words)]
        }
        for (i = 1; i <= count; i++) printf "%s%s", word[i], i < count ? " " : ""
        printf "%s", s % 5 == 4 ? "\n\n" : "\n"
    }
}
