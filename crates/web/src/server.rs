//! The listening service.

use std::io;
use std::sync::Arc;

use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use verbale_search::Searcher;

use crate::{Config, router};

/// Serves `searcher` on `listener` until `shutdown` is ready, then takes no new connections, lets open requests
/// end within [`Config::drain`] and returns. Connections that are idle don't hold it up.
///
/// A search that is running then still occupies a blocking thread of the runtime: end the runtime with
/// `shutdown_background` or `shutdown_timeout` to leave without it.
///
/// # Errors
/// Those of the listener.
pub async fn serve(
    listener: TcpListener,
    searcher: Arc<Searcher>,
    config: &Config,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    // Answers are written at once; holding back their last packet would only cost the reader time. A connection
    // that refuses the option is a little slower, nothing more.
    let listener = listener.tap_io(|connection| {
        let _ = connection.set_nodelay(true);
    });
    let (closing, has_closed) = oneshot::channel();
    let serving = axum::serve(listener, router(searcher, config)).with_graceful_shutdown(async {
        shutdown.await;
        // The receiver is gone only when nobody waits for the drain any more.
        let _ = closing.send(());
    });
    let drain = config.drain;
    tokio::select! {
        ended = async { serving.await } => ended,
        () = async {
            match has_closed.await {
                Ok(()) => tokio::time::sleep(drain).await,
                Err(_) => std::future::pending().await,
            }
        } => Ok(()),
    }
}
