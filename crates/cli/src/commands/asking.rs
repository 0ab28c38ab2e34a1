//! What the commands that answer questions share.

use std::path::Path;

use anyhow::Result;
use verbale_index::Engine;
use verbale_query::Note;
use verbale_search::{Ranking, Request, Searcher};

use crate::args::answers::{Conditions, HitOrder};
use crate::data::DataDirectory;
use crate::output::thousands;

/// A searcher over what is in `data`; says so if the index is behind.
pub(super) fn searcher(data: &Path) -> Result<Searcher> {
    let directory = DataDirectory::existing(data)?;
    let (archive, engine) = (directory.archive()?, directory.index().engine()?);
    let behind = archive.pending(engine.cursor()?)?;
    if behind > 0 {
        let behind = thousands(behind);
        anstream::eprintln!("note: the index is {behind} statements behind the archive; run `verbale index`");
    }
    Ok(Searcher::new(archive, Box::new(engine)))
}

/// `query` under `conditions`.
pub(super) fn request(query: &str, conditions: &Conditions) -> Request {
    Request { matching: conditions.matching(), filters: conditions.filters(), ..Request::new(query) }
}

/// The same in another order.
pub(super) fn ordered(request: Request, order: &HitOrder) -> Request {
    let named = order.profile.as_deref().and_then(Ranking::named);
    Request { sort: order.sort, ranking: named.unwrap_or_default(), ..request }
}

/// Tells the reader what there is to say about the query.
pub(super) fn tell(notes: &[Note]) {
    for note in notes {
        anstream::eprintln!("note: {}", note.message);
    }
}
