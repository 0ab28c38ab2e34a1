//! The listening service.

use std::io;
use std::net::SocketAddr;

use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::{Config, Served, router};

/// Serves `served` on `listener` until `shutdown` is ready, then takes no new connections, lets open requests
/// end within [`Config::drain`] and returns. Connections that are idle don't hold it up.
///
/// A search that is running then still occupies a blocking thread of the runtime: end the runtime with
/// `shutdown_background` or `shutdown_timeout` to leave without it.
///
/// # Errors
/// Those of the listener.
pub async fn serve(
    listener: TcpListener,
    served: Served,
    config: &Config,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    // Answers are written at once; holding back their last packet would only cost the reader time. A connection
    // that refuses the option is a little slower, nothing more.
    let listener = listener.tap_io(|connection| {
        let _ = connection.set_nodelay(true);
    });
    let (closing, has_closed) = oneshot::channel();
    // Who asks is known to the judging page alone, which is for this machine only.
    let router = router(served, config).into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, router).with_graceful_shutdown(async {
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
