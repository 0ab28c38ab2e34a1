//! Every occurrence of what a query asks for, in its context: keywords in context.

mod context;

use std::ops::Range;

use verbale_index::Part;
use verbale_statement::{Language, PartialDate, Statement, StatementId};

use crate::highlight::Highlighter;
use crate::{Request, SearchError, Searcher, Sort};
use context::{before, behind, folded_words};

/// One occurrence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The statement in which it stands.
    pub id: StatementId,
    /// When the statement was made.
    pub date: Option<PartialDate>,
    /// The paragraph, counted from 1; none for the title.
    pub paragraph: Option<usize>,
    /// The language of the paragraph, or of the statement.
    pub language: Language,
    /// What stands before the keyword, without a break: whole words, as many as fit.
    pub left: String,
    /// What was found, as it stands there.
    pub keyword: String,
    /// What stands behind the keyword, without a break: whole words, as many as fit.
    pub right: String,
}

/// The order of lines. Ties stand in the order of the hits, and of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineSort {
    /// As the hits.
    #[default]
    Hits,
    /// The earliest first, those without a date last.
    Date,
    /// By the word before the keyword, then the one before that, without regard to case and to marks on letters.
    Left,
    /// By the word behind the keyword, then the one behind that, likewise.
    Right,
}

/// How a concordance is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// The order of the lines.
    pub sort: LineSort,
    /// The most columns on each side of the keyword; a Chinese, Japanese or Korean character takes two.
    pub width: usize,
    /// How many lines to pass over.
    pub skip: usize,
    /// The most lines to give; none for all of them.
    pub limit: Option<usize>,
}

impl Default for Layout {
    fn default() -> Self {
        Self { sort: LineSort::default(), width: 60, skip: 0, limit: None }
    }
}

/// How much a concordance has in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    /// How many statements match.
    pub statements: u64,
    /// How many lines there are, given or not. A statement that matches by its metadata only has none.
    pub lines: u64,
}

/// The most lines that are sorted by their contexts: they are in memory all at once.
pub const MOST_SORTED_LINES: u64 = 100_000;

/// So many columns of context are in memory at most: wider lines can be sorted in smaller numbers.
const MOST_SORTED_COLUMNS: u64 = 20_000_000;

impl Searcher {
    /// How many lines a concordance of `request` has.
    ///
    /// # Errors
    /// If the index can't be read.
    pub fn extent(&self, request: &Request) -> Result<Extent, SearchError> {
        let clause = self.asked(request)?.clause(request);
        let (statements, lines) = self.occurrences(&clause)?;
        Ok(Extent { statements, lines })
    }

    /// Shows `take` a line for every occurrence of what `request` asks for, whatever page it asks for. In the order of
    /// hits or dates one statement is in memory at a time; sorted by context all lines are.
    ///
    /// # Errors
    /// [`SearchError::TooManyLines`] if more than [`MOST_SORTED_LINES`] would have to be sorted, or fewer that are very
    /// wide; if index or archive can't be read; and whatever `take` gives.
    pub fn visit_lines<E: From<SearchError>>(
        &self,
        request: &Request,
        layout: Layout,
        take: impl FnMut(Line) -> Result<(), E>,
    ) -> Result<(), E> {
        let by_left = match layout.sort {
            LineSort::Left => true,
            LineSort::Right => false,
            LineSort::Hits => return self.visit_in_order(request, layout, take),
            LineSort::Date => {
                let by_date = Request { sort: Sort::Oldest, ..request.clone() };
                return self.visit_in_order(&by_date, layout, take);
            }
        };
        let found = self.extent(request)?.lines;
        let most = (MOST_SORTED_COLUMNS / (2 * layout.width as u64).max(1)).min(MOST_SORTED_LINES);
        if found > most {
            return Err(SearchError::TooManyLines { found, most }.into());
        }
        let mut lines = Vec::new();
        let all = Layout { skip: 0, limit: None, ..layout };
        self.visit_in_order(request, all, |line| {
            lines.push(line);
            Ok::<(), E>(())
        })?;
        lines.sort_by_cached_key(|line| match by_left {
            true => folded_words(&line.left, line.language).into_iter().rev().collect(),
            false => folded_words(&line.right, line.language),
        });
        let limit = layout.limit.unwrap_or(usize::MAX);
        lines.into_iter().skip(layout.skip).take(limit).try_for_each(take)
    }

    fn visit_in_order<E: From<SearchError>>(
        &self,
        request: &Request,
        layout: Layout,
        mut take: impl FnMut(Line) -> Result<(), E>,
    ) -> Result<(), E> {
        let asked = self.asked(request)?;
        let highlighter = Highlighter::new(&asked.words);
        let (mut skip, mut left) = (layout.skip, layout.limit.unwrap_or(usize::MAX));
        self.visit_matches(request, &asked, |found| {
            if left == 0 {
                return Ok(false);
            }
            let statement = self.statement(&found.id)?;
            for line in lines(&statement, &highlighter, layout.width) {
                if skip > 0 {
                    skip -= 1;
                } else if left > 0 {
                    left -= 1;
                    take(line)?;
                }
            }
            Ok(true)
        })
    }
}

/// The lines of one statement, in the order of its text.
fn lines(statement: &Statement, highlighter: &Highlighter<'_>, width: usize) -> impl Iterator<Item = Line> {
    let title = (None, Part::Title, statement.title.as_str(), statement.language);
    let paragraphs = (1..).zip(&statement.paragraphs);
    let paragraphs =
        paragraphs.map(|(number, own)| (Some(number), Part::Body, own.text.as_str(), own.language));
    [title].into_iter().chain(paragraphs).flat_map(move |(paragraph, part, text, language)| {
        let occurrences = highlighter.occurrences(text, language, part).into_iter();
        occurrences.map(move |range: Range<usize>| Line {
            id: statement.id.clone(),
            date: statement.date,
            paragraph,
            language,
            left: before(&text[..range.start], width).to_owned(),
            right: behind(&text[range.end..], width).to_owned(),
            keyword: text[range].to_owned(),
        })
    })
}
