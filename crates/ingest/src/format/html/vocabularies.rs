//! By which names of `<meta>` elements the vocabularies of the web state what: Open Graph, Dublin Core, those of scholarly
//! and news publishers, and plain HTML.

use verbale_statement::Evidence;

/// Names of `<meta>` elements for the title, the most reliable first.
pub(super) const TITLE: [(&str, Evidence); 8] = [
    ("og:title", Evidence::OpenGraph),
    ("dc.title", Evidence::DublinCore),
    ("dcterms.title", Evidence::DublinCore),
    ("articletitle", Evidence::Meta),
    ("citation_title", Evidence::Meta),
    ("twitter:title", Evidence::Meta),
    ("headline", Evidence::Markup),
    ("eprints.title", Evidence::Meta),
];

/// Names of `<meta>` elements for the day of publication, and then for the day on which a text was made.
pub(super) const DATE: [(&str, Evidence); 20] = [
    ("article:published_time", Evidence::OpenGraph),
    ("og:article:published_time", Evidence::OpenGraph),
    ("dc.date.issued", Evidence::DublinCore),
    ("dcterms.issued", Evidence::DublinCore),
    ("dcterms.available", Evidence::DublinCore),
    ("dc.date", Evidence::DublinCore),
    ("dcterms.date", Evidence::DublinCore),
    ("dc.date.created", Evidence::DublinCore),
    ("dcterms.created", Evidence::DublinCore),
    ("datepublished", Evidence::Markup),
    ("pubdate", Evidence::Meta),
    ("publishdate", Evidence::Meta),
    ("publish-date", Evidence::Meta),
    ("publication_date", Evidence::Meta),
    ("citation_publication_date", Evidence::Meta),
    ("citation_date", Evidence::Meta),
    ("sailthru.date", Evidence::Meta),
    ("parsely-pub-date", Evidence::Meta),
    ("date", Evidence::Meta),
    ("datecreated", Evidence::Markup),
];

/// Names of `<meta>` elements for the publisher.
pub(super) const PUBLISHER: [(&str, Evidence); 5] = [
    ("dc.publisher", Evidence::DublinCore),
    ("dcterms.publisher", Evidence::DublinCore),
    ("og:site_name", Evidence::OpenGraph),
    ("citation_publisher", Evidence::Meta),
    ("contentsource", Evidence::Meta),
];

/// Names of `<meta>` elements for persons who made the text.
pub(super) const AUTHOR: [(&str, Evidence); 5] = [
    ("dc.creator", Evidence::DublinCore),
    ("dcterms.creator", Evidence::DublinCore),
    ("article:author", Evidence::OpenGraph),
    ("citation_author", Evidence::Meta),
    ("author", Evidence::Meta),
];

/// Names of `<meta>` elements for the language.
pub(super) const LANGUAGE: [(&str, Evidence); 6] = [
    ("og:locale", Evidence::OpenGraph),
    ("dc.language", Evidence::DublinCore),
    ("dcterms.language", Evidence::DublinCore),
    ("citation_language", Evidence::Meta),
    ("inlanguage", Evidence::Markup),
    ("content-language", Evidence::Meta),
];
