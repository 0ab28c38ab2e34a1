//! `verbale serve`: the query service.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use verbale_archive::Archive;
use verbale_eval::clicks::SearchLog;
use verbale_eval::judgments::Desk;
use verbale_index::EngineError;
use verbale_search::Searcher;
use verbale_statement::StatementId;
use verbale_web::{Config, Served};

use crate::args::{Serve, Writing};
use crate::data::DataDirectory;
use crate::exit::Done;
use crate::output::thousands;

/// How long searches that still run at the end are waited for.
const FAREWELL: Duration = Duration::from_secs(1);

pub(crate) fn run(data: &Path, arguments: &Serve) -> Result<Done> {
    let directory = DataDirectory::existing(data)?;
    let listener = listen(arguments.listen)?;
    let judging = arguments.judge.as_deref().map(|pool| desk(pool, &directory.archive()?)).transpose()?;
    let log = arguments.log.as_deref().map(SearchLog::open).transpose()?;
    serve(&directory, listener, judging, log, arguments.writing)
}

/// The desk at which the pool at `path` is judged.
fn desk(path: &Path, archive: &Archive) -> Result<Desk> {
    let desk = Desk::open(path)?;
    let (mut missing, all) = (0, desk.items().len());
    for item in desk.items() {
        let known = match StatementId::new(item.document.as_str()) {
            Ok(id) => archive.get(&id, None)?.is_some(),
            Err(_) => false,
        };
        missing += usize::from(!known);
    }
    if missing == all {
        bail!(
            "none of the {all} documents of {} is in the archive; name the data directory that the runs were made with by --data",
            path.display()
        );
    }
    if missing > 0 {
        anstream::eprintln!(
            "note: {missing} of the {all} documents of {} are not in the archive",
            path.display()
        );
    }
    Ok(desk)
}

/// Takes the address, so that a second service on it is refused before anything else happens.
pub(crate) fn listen(address: SocketAddr) -> Result<std::net::TcpListener> {
    match std::net::TcpListener::bind(address) {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
            "{address} is in use by another program; stop it, or take another address: verbale serve --listen {}:{}",
            address.ip(),
            address.port().wrapping_add(1).max(1024)
        ),
        Err(error) => Err(error)
            .with_context(|| format!("can't listen on {address}; name another address with --listen")),
    }
}

/// Serves `directory` until Ctrl-C.
///
/// `judging` is the pool to be judged, `log` where searches are noted.
pub(crate) fn serve(
    directory: &DataDirectory,
    listener: std::net::TcpListener,
    judging: Option<Desk>,
    log: Option<SearchLog>,
    writing: Writing,
) -> Result<Done> {
    let mut archive = directory.archive()?;
    match super::index::follow(directory, &mut archive, false, writing) {
        Ok(following) if following.rebuilt.is_some() => super::index::print(&following)?,
        Ok(_) => {}
        // Whoever is writing brings the index up to date, and what it commits is seen here.
        Err(EngineError::Locked(_)) if directory.index().engine().is_ok() => {
            anstream::eprintln!("note: another process is writing to the index; it is served as it is");
        }
        Err(error) => return Err(error.into()),
    }
    let statements = archive.statements()?;
    let searcher = Arc::new(Searcher::new(archive, Box::new(directory.index().engine()?)));
    let address = listener.local_addr()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        greet(address, statements, judging.as_ref());
        let served = Served { searcher, judging, log };
        verbale_web::serve(listener, served, &Config::default(), interrupted()).await
    });
    runtime.shutdown_timeout(FAREWELL);
    served?;
    anstream::eprintln!("Stopped.");
    Ok(Done::All)
}

fn greet(address: SocketAddr, statements: u64, judging: Option<&Desk>) {
    anstream::println!("Verbale serves {} statements on http://{address}", thousands(statements));
    if let Some(desk) = judging {
        let documents = thousands(desk.items().len() as u64);
        anstream::println!("Judge the pool's {documents} documents on http://{address}/judge");
    }
    anstream::println!("Try:");
    anstream::println!("  http://{address}/?q=herring+strait");
    anstream::println!("  http://{address}/?q=безопасности");
    anstream::println!("  http://{address}/api/v1/search?q=%22grey+strait%22+date:2019..2021");
    anstream::println!("Ctrl-C stops it.");
}

/// Ready when the process is asked to end.
async fn interrupted() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            // Without a handler the system ends the process on Ctrl-C by itself.
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminate) = signal(SignalKind::terminate()) else { return interrupt.await };
        tokio::select! {
            () = interrupt => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    interrupt.await;
}
