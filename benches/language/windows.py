"""Windows: one to five symbols in a row of a word with a boundary at each end, written `_`.

A word is `_the_`; its windows are `_t`, `_th`, `_the`, `_the_`, `t`, `th`, `the`, `the_`, `h` and so on. The boundary
alone is none.
"""

import re
import unicodedata
from collections import Counter

LONGEST = 5
# What is rarer than this among the letters of a language isn't kept.
RAREST = 2e-6

SERBIAN = dict(zip("абвгдђежзијклљмнњопрстћуфхцчџш", "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split()))
SERBIAN["_"] = "_"

UZBEK_PAIRS = [("oʻ", "ў"), ("gʻ", "ғ"), ("sh", "ш"), ("ch", "ч"), ("yo", "ё"), ("ya", "я"), ("yu", "ю"), ("ye", "е")]
UZBEK = dict(zip("abdefghijklmnopqrstuvxyz", "абдефгҳижклмнопқрстувхйз"))

# Turkish as it looks where its charset was taken for that of Western Europe, and how much of the text on the web does.
MISREAD = str.maketrans("şğı", "þðý")
MISREAD_SHARE = 0.03


def words(text):
    """The words of a text in small letters; the sign of the Uzbek oʻ and gʻ, however it is typed, is a letter."""
    text = text.lower().replace("i\u0307", "i")
    text = re.sub(r"(?<=[og])['’‘`ʼʻ´](?=\w)", "ʻ", text)
    return re.findall(r"[^\W\d_]+", text)


def of_sequences(counts):
    """The windows in a language of which sequences of letters were counted, by length, without boundaries.

    A sequence that isn't followed by a letter as often as it stands somewhere ends a word the rest of the time, and
    likewise at its beginning. So the counts tell how often each window with a boundary stands.
    """
    found = Counter()
    starts, ends = [], []
    for shorter, longer in zip(counts, counts[1:]):
        start, end = dict(shorter), dict(shorter)
        for sequence, count in longer.items():
            if sequence[:-1] in end:
                end[sequence[:-1]] -= count
            if sequence[1:] in start:
                start[sequence[1:]] -= count
        starts.append(start)
        ends.append(end)
    for start, longer in zip(starts, starts[1:]):
        whole = dict(start)
        for sequence, count in longer.items():
            if count > 0 and sequence[:-1] in whole:
                whole[sequence[:-1]] -= count
        found.update({f"_{sequence}_": count for sequence, count in whole.items() if count > 0})
    for sequences in counts:
        found.update(sequences)
    for start, end in zip(starts, ends):
        found.update({f"_{sequence}": count for sequence, count in start.items() if count > 0})
        found.update({f"{sequence}_": count for sequence, count in end.items() if count > 0})
    return found


def of_words(weights):
    """The windows of words that have weights."""
    found = Counter()
    for word, weight in weights.items():
        _add(found, f"_{word}_", weight)
    return found


def in_latin(windows):
    """The windows of Serbian in Latin letters, from those in Cyrillic ones: two of its letters become two."""
    found = Counter()
    for window, count in windows.items():
        # One window for each place of the text: the longest that begins there.
        if (len(window) == LONGEST or window[-1] == "_") and all(letter in SERBIAN for letter in window):
            text = "".join(SERBIAN[letter] for letter in window)
            _add(found, text, count, len(SERBIAN[window[0]]))
    return found


def with_misread(windows):
    """The windows of Turkish with some as they look when the charset is mistaken."""
    misread = {window.translate(MISREAD): count * MISREAD_SHARE for window, count in windows.items()}
    return Counter(windows) + Counter({window: count for window, count in misread.items() if window not in windows})


def uzbek_in_cyrillic(word):
    """An Uzbek word in Cyrillic letters."""
    word = re.sub("^e", "э", word)
    for pair, letter in UZBEK_PAIRS:
        word = word.replace(pair, letter)
    return "".join(UZBEK.get(letter, letter) for letter in word)


def letters(windows):
    """How many letters there are."""
    return sum(count for window, count in windows.items() if len(window) == 1)


def shares(windows):
    """How often each window stands, one letter alone being 1 in all; the rarest are left out."""
    whole = letters(windows)
    return {window: count / whole for window, count in windows.items() if count > RAREST * whole}


def is_in(script):
    """Whether a word is in `script`, as Unicode names it."""
    def test(word):
        return all(unicodedata.name(letter, "").startswith(script.upper()) or letter == "ʻ" for letter in word)
    return test


def _add(found, text, weight, places=None):
    for start in range(len(text) if places is None else places):
        for length in range(1, min(LONGEST, len(text) - start) + 1):
            window = text[start:start + length]
            if window != "_":
                found[window] += weight
