//! JSON-LD: what schema.org objects in a page say about its text.
//!
//! A page may have several blocks: its breadcrumbs, the organisation, the site, a list of other news, and the text. Only
//! objects of a type for texts count, the more particular types before `WebPage`. Objects that are only referred to
//! (`{"@id": "#ministry"}`) are looked up among all that the page has.

use std::borrow::Cow;

use scraper::Html;
use serde_json::Value;

use super::lines::collapsed;

/// Types of texts. `WebPage` says less than the others: a template may state it for every page.
const TEXTS: [&str; 17] = [
    "NewsArticle",
    "Article",
    "Report",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "PressRelease",
    "SpecialAnnouncement",
    "Speech",
    "Statement",
    "BlogPosting",
    "SocialMediaPosting",
    "TechArticle",
    "TextDigitalDocument",
    "CreativeWork",
    "WebPage",
];

/// How deep `mainEntity` and the like are followed.
const DEPTH: usize = 3;

/// The objects of a page.
#[derive(Debug, Default)]
pub(super) struct Linked {
    objects: Vec<Value>,
}

/// Who is named as an author, publisher or the like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Party {
    /// The name.
    pub(super) name: String,
    /// Whether it is said to be a person.
    pub(super) is_person: bool,
}

impl Linked {
    /// Reads every block of a page. A block that is no JSON is mended where that is safe, or else left out.
    pub(super) fn read(blocks: impl Iterator<Item: AsRef<str>>) -> Self {
        let mut objects = Vec::new();
        for block in blocks.filter_map(|block| parse(block.as_ref())) {
            gather(block, &mut objects);
        }
        Self { objects }
    }

    /// The object that describes the text of the page: of the most particular type, and of these the one that has a
    /// headline or a date.
    pub(super) fn text(&self) -> Option<&Value> {
        let described = self.objects.iter().flat_map(|object| entities(object, DEPTH)).filter(|object| {
            ["headline", "name", "datePublished", "dateCreated"].iter().any(|key| object.get(*key).is_some())
        });
        described
            .filter_map(|object| Some((particularity(object)?, object)))
            .min_by_key(|(particularity, _)| *particularity)
            .map(|(_, object)| object)
    }

    /// The whole text of the page, with its line breaks and perhaps its markup.
    pub(super) fn body(&self) -> Option<&str> {
        let all = self.objects.iter().flat_map(|object| entities(object, DEPTH));
        all.filter_map(|object| object.get("articleBody")?.as_str()).next()
    }

    /// A text among the properties of an object, also as the first of a list or as `{"@value": …}`.
    pub(super) fn string(&self, object: &Value, key: &str) -> Option<String> {
        let found = match object.get(key)? {
            Value::Array(list) => list.first()?,
            other => other,
        };
        let text = match found {
            Value::String(text) => text,
            Value::Object(value) => value.get("@value").or_else(|| value.get("alternateName"))?.as_str()?,
            _ => return None,
        };
        Some(collapsed(&plain(text))).filter(|text| !text.is_empty())
    }

    /// Those whom a property names.
    pub(super) fn parties(&self, object: &Value, key: &str) -> Vec<Party> {
        let values = match object.get(key) {
            Some(Value::Array(list)) => list.iter().collect(),
            Some(other) => vec![other],
            None => Vec::new(),
        };
        values.into_iter().filter_map(|value| self.party(value)).collect()
    }

    fn party(&self, value: &Value) -> Option<Party> {
        if let Value::String(name) = value {
            let name = collapsed(&plain(name));
            let is_name = !name.is_empty() && !name.contains("://") && !name.starts_with('#');
            return is_name.then_some(Party { name, is_person: false });
        }
        let own = if value.get("name").is_none() { self.referred(value)? } else { value };
        Some(Party { name: self.string(own, "name")?, is_person: is_of_type(own, &["Person"]) })
    }

    /// The object that a reference means.
    fn referred(&self, reference: &Value) -> Option<&Value> {
        let id = reference.get("@id")?.as_str()?;
        self.objects.iter().find(|object| {
            object.get("name").is_some() && object.get("@id").and_then(Value::as_str) == Some(id)
        })
    }
}

/// The objects of a block: one, a list of them, or a graph.
fn gather(block: Value, objects: &mut Vec<Value>) {
    match block {
        Value::Array(list) => {
            objects.extend(list.into_iter().filter(Value::is_object));
        }
        Value::Object(mut object) => {
            if let Some(Value::Array(list)) = object.remove("@graph") {
                objects.extend(list.into_iter().filter(Value::is_object));
            }
            objects.push(Value::Object(object));
        }
        _ => {}
    }
}

/// An object and what it says the page is mainly about.
fn entities(object: &Value, depth: usize) -> Vec<&Value> {
    let mut found = vec![object];
    if depth > 0 {
        let inner = ["mainEntity", "mainEntityOfPage"].iter().filter_map(|key| object.get(*key));
        found.extend(inner.filter(|inner| inner.is_object()).flat_map(|inner| entities(inner, depth - 1)));
    }
    found
}

/// How particular the type of a text is, smaller for more; none for what is no text.
fn particularity(object: &Value) -> Option<usize> {
    TEXTS.iter().position(|kind| is_of_type(object, &[kind]))
}

fn is_of_type(object: &Value, wanted: &[&str]) -> bool {
    // Types may be written as addresses: "https://schema.org/NewsArticle".
    let is_one = |kind: &Value| {
        kind.as_str()
            .and_then(|kind| kind.rsplit(['/', '#', ':']).next())
            .is_some_and(|kind| wanted.contains(&kind))
    };
    match object.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is_one),
        Some(kind) => is_one(kind),
        None => false,
    }
}

/// A text without character references: templates write HTML into JSON, where nothing reads it.
fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains('&') || !text.contains(';') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(Html::parse_fragment(text).root_element().text().collect())
}

/// Reads a block. What content management often gets wrong is mended: comments around it, line breaks inside strings,
/// commas before a closing bracket.
fn parse(block: &str) -> Option<Value> {
    let inner = block.trim();
    serde_json::from_str(inner).ok().or_else(|| serde_json::from_str(&mended(inner)).ok())
}

fn mended(block: &str) -> String {
    let block = block.split_once("<![CDATA[").map_or(block, |(_, inner)| inner);
    let block = block.rsplit_once("]]>").map_or(block, |(inner, _)| inner);
    let start = block.find(['{', '[']).unwrap_or(0);
    let end = block.rfind(['}', ']']).map_or(block.len(), |end| end + 1);
    let mut mended = String::with_capacity(block.len());
    let (mut quoted, mut escaped) = (false, false);
    for c in block.get(start..end).unwrap_or_default().chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ => {}
        }
        if quoted && c.is_control() {
            mended.push(' ');
            continue;
        }
        if !quoted && matches!(c, '}' | ']') {
            let kept = mended.trim_end().trim_end_matches([',', ';']).len();
            mended.truncate(kept);
        }
        mended.push(c);
    }
    mended
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headline(blocks: &[&str]) -> Option<String> {
        let linked = Linked::read(blocks.iter());
        let text = linked.text()?;
        linked.string(text, "headline").or_else(|| linked.string(text, "name"))
    }

    #[test]
    fn the_object_of_the_text_is_found_among_others() {
        let crumbs = r#"{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","name":"News"}]}"#;
        let organisation = r#"{"@type":"GovernmentOrganization","name":"Ministry"}"#;
        let page = r#"{"@type":"WebPage","name":"Ministry of Water"}"#;
        let others = r#"{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Other"}]}"#;
        let article = r#"{"@type":"https://schema.org/NewsArticle","headline":"On water"}"#;
        assert_eq!(headline(&[crumbs, organisation, page, others, article]).as_deref(), Some("On water"));
        assert_eq!(headline(&[crumbs, organisation, page]).as_deref(), Some("Ministry of Water"));
        assert_eq!(headline(&[crumbs, organisation, others]), None);
        let nested = format!(r#"{{"@type":"WebPage","name":"x","mainEntity":{article}}}"#);
        assert_eq!(headline(&[&nested]).as_deref(), Some("On water"));
        let graph = format!(r#"{{"@context":"https://schema.org","@graph":[{page},{article}]}}"#);
        assert_eq!(headline(&[&graph]).as_deref(), Some("On water"));
    }

    #[test]
    fn malformed_blocks_are_mended_or_left_out() {
        for block in [
            "<!-- {\"@type\":\"Article\",\"headline\":\"On water\",} -->",
            "{\"@type\":\"Article\",\n\"headline\":\"On\nwater\"}",
            "{\"@type\":\"Article\",\"headline\":\"On&#032;water&nbsp;\"}",
            "//<![CDATA[\n{\"@type\":[\"Article\",],\"headline\":\"On water\"};\n//]]>",
        ] {
            assert_eq!(headline(&[block]).as_deref(), Some("On water"), "{block}");
        }
        assert_eq!(headline(&["{\"@type\":\"Article\",\"headline\":"]), None);
        assert_eq!(
            headline(&["{\"@type\": [", r#"{"@type":"Article","headline":"On water"}"#]).as_deref(),
            Some("On water")
        );
    }

    #[test]
    fn parties_are_names_objects_lists_and_references() {
        let block = r##"{"@graph":[
            {"@type":"Article","headline":"x","publisher":{"@id":"#m"},"author":["Press service",
              {"@type":"Person","name":"Mira  Tolvane"},{"@id":"https://x.example/#nobody"}]},
            {"@type":"Organization","@id":"#m","name":"Ministry of Water"}]}"##;
        let linked = Linked::read([block].iter());
        let text = linked.text().unwrap();
        let names =
            |key| linked.parties(text, key).into_iter().map(|it| (it.name, it.is_person)).collect::<Vec<_>>();
        assert_eq!(names("publisher"), [("Ministry of Water".to_owned(), false)]);
        assert_eq!(names("author"), [("Press service".to_owned(), false), ("Mira Tolvane".to_owned(), true)]);
    }
}
