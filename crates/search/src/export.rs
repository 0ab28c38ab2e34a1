//! Every hit, one after the other.

use verbale_index::{Match, Plan};

use crate::asked::Asked;
use crate::highlight::Highlighter;
use crate::{Hit, Request, SearchError, Searcher};

/// So many hits are asked for at a time: each part costs a search.
const PART: usize = 1000;

impl Searcher {
    /// Shows `take` every hit for `request` in its order, from [`Request::after`] on, whatever page it asks for; gives how
    /// many. Without `passages` the hits have none, and are faster. No more than a few of them are in memory at a time.
    ///
    /// # Errors
    /// If index or archive can't be read, and whatever `take` gives.
    pub fn visit_hits<E: From<SearchError>>(
        &self,
        request: &Request,
        passages: bool,
        mut take: impl FnMut(Hit) -> Result<(), E>,
    ) -> Result<u64, E> {
        let asked = self.asked(request)?;
        let highlighter = Highlighter::new(&asked.words);
        let mut count = 0;
        self.visit_matches(request, &asked, |found| {
            count += 1;
            take(self.hit(found, &highlighter, passages)?).map(|()| true)
        })?;
        Ok(count)
    }

    /// Shows `take` every match, from the place on at which `request` begins, as long as it wants more.
    pub(crate) fn visit_matches<E: From<SearchError>>(
        &self,
        request: &Request,
        asked: &Asked,
        mut take: impl FnMut(Match) -> Result<bool, E>,
    ) -> Result<(), E> {
        let mut plan = Plan { after: request.after.clone(), limit: PART, ..self.plan(asked, request)? };
        loop {
            let hits = self.engine.search(&plan).map_err(SearchError::from)?.hits;
            let (count, last) = (hits.len(), hits.last().map(|found| found.after.clone()));
            for found in hits {
                if !take(found)? {
                    return Ok(());
                }
            }
            if count < PART {
                return Ok(());
            }
            plan.after = last;
        }
    }
}
