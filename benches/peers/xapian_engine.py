"""Xapian, in this process by way of its Python binding.

Options: `language`: Xapian's stemmer for it, or its n-grams for Chinese. Terms are indexed as they stand, with positions,
and stemmed, without, as Xapian's own generator of terms does by default. Scores are Xapian's BM25 as it comes
(k1 1, b 0.5) unless `k1` and `b` are given.
"""

import xapian

import protocol


class Xapian:
    def _configure(self, options):
        language = options["language"]
        self._stemmer = xapian.Stem(language if language in ("en", "es", "ru") else "none")
        self._ngrams = language == "zh"

    def _generator(self):
        generator = xapian.TermGenerator()
        generator.set_stemmer(self._stemmer)
        if self._ngrams:
            generator.set_flags(xapian.TermGenerator.FLAG_CJK_NGRAM)
        return generator

    def index(self, documents, folder, options):
        self._configure(options)
        base = xapian.WritableDatabase(folder, xapian.DB_CREATE_OR_OPEN)
        generator = self._generator()
        for id, text in documents:
            document = xapian.Document()
            generator.set_document(document)
            generator.set_termpos(0)
            generator.index_text(text)
            document.set_data(id)
            base.add_document(document)
        base.commit()
        base.close()
        return xapian.version_string()

    def open(self, folder, options):
        self._configure(options)
        self._base = xapian.Database(folder)
        self._weight = None
        if "k1" in options:
            self._weight = xapian.BM25Weight(options["k1"], 0, 1, options["b"], 0.5)
        self._parser = xapian.QueryParser()
        self._parser.set_database(self._base)
        self._parser.set_stemmer(self._stemmer)
        self._parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)

    def _query(self, kind, words):
        if kind == "phrase":
            return xapian.Query(xapian.Query.OP_PHRASE, words, len(words))
        if kind == "prefix":
            unlimited, how = 0, xapian.Query.WILDCARD_LIMIT_ERROR
            return xapian.Query(xapian.Query.OP_WILDCARD, words[0], unlimited, how, xapian.Query.OP_OR)
        if kind == "near":
            raise protocol.Unsupported("its stems have no positions")
        operator = xapian.Query.OP_OR if kind == "any" else xapian.Query.OP_AND
        if self._ngrams:
            # Xapian's own parser of queries takes some texts of Chinese and digits for a syntax error.
            generator, terms = self._generator(), xapian.Document()
            generator.set_document(terms)
            generator.index_text_without_positions(" ".join(words))
            return xapian.Query(operator, [xapian.Query(term.term, term.wdf) for term in terms.termlist()])
        self._parser.set_default_op(operator)
        return self._parser.parse_query(" ".join(words), 0)

    def search(self, kind, words, depth):
        enquire = xapian.Enquire(self._base)
        if self._weight is not None:
            enquire.set_weighting_scheme(self._weight)
        enquire.set_query(self._query(kind, words))
        # Every match is looked at, so that the number of hits is exact, as with the others.
        matches = enquire.get_mset(0, depth, self._base.get_doccount())
        best = [(match.document.get_data().decode(), match.weight) for match in matches]
        return matches.get_matches_estimated(), best


if __name__ == "__main__":
    protocol.serve(Xapian())
