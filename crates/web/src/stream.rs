//! Answers of any length, sent while they are made.
//!
//! A thread that may block makes the answer and writes it to a [`Sink`]. The channel behind it holds a few pieces; when
//! it is full, the maker waits for the reader, so that a slow reader costs a thread and a few pieces, never the whole
//! answer. One who takes nothing for a while is given up.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use futures_core::Stream;
use tokio::runtime::Handle;
use tokio::sync::{Semaphore, mpsc};
use tokio::time::timeout;

use crate::config::Config;
use crate::failure::{self, Failure};

/// How large a piece is, in bytes: about what a connection sends at once.
const PIECE: usize = 16 * 1024;

/// How many pieces wait for the reader at most.
const WAITING: usize = 4;

/// Sends answers of any length, a few at a time.
#[derive(Debug, Clone)]
pub(crate) struct Streams {
    places: Arc<Semaphore>,
    patience: Duration,
}

/// What goes through the channel. A channel that closes without an end was left by a maker that panicked.
enum Piece {
    Bytes(Bytes),
    End,
    Failed(Failure),
}

impl Streams {
    /// Streams with the limits of `config`.
    pub(crate) fn new(config: &Config) -> Self {
        let places = config.streams_at_a_time.get().min(Semaphore::MAX_PERMITS);
        Self { places: Arc::new(Semaphore::new(places)), patience: config.timeout }
    }

    /// The body that `work` writes. It begins when the first piece is there, so that what fails at once is refused
    /// properly; what fails later breaks the connection off and is logged under `name`.
    ///
    /// # Errors
    /// [`Failure::Overloaded`] if there are too many, [`Failure::Timeout`] if the first piece takes too long, and
    /// those of `work`.
    pub(crate) async fn body(
        &self,
        name: &'static str,
        work: impl FnOnce(&mut Sink) -> Result<(), Failure> + Send + 'static,
    ) -> Result<Body, Failure> {
        let place = Arc::clone(&self.places).try_acquire_owned().map_err(|_| Failure::Overloaded)?;
        let (sender, mut pieces) = mpsc::channel(WAITING);
        let mut sink = Sink {
            sender,
            runtime: Handle::current(),
            patience: self.patience,
            piece: Vec::with_capacity(PIECE),
            gone: false,
        };
        tokio::task::spawn_blocking(move || {
            let held = place;
            let end =
                match work(&mut sink).and_then(|()| io::Write::flush(&mut sink).map_err(Failure::internal)) {
                    Ok(()) => Piece::End,
                    Err(failure) => Piece::Failed(failure),
                };
            // Who has read the end can ask again at once.
            drop(held);
            // Nobody is there to be told if the reader is gone.
            let _ = sink.send(end);
        });
        let first = timeout(self.patience, pieces.recv()).await.map_err(|_| Failure::Timeout)?;
        let first = match first {
            Some(Piece::Failed(failure)) => return Err(failure),
            Some(first) => first,
            None => return Err(Failure::internal("the maker of an answer stopped before its end")),
        };
        Ok(Body::from_stream(Sent { name, first: Some(first), pieces, ended: false }))
    }
}

/// Where an answer of any length is written to; blocks while its reader has not taken what is there.
pub(crate) struct Sink {
    sender: mpsc::Sender<Piece>,
    runtime: Handle,
    patience: Duration,
    piece: Vec<u8>,
    gone: bool,
}

impl Sink {
    fn send(&mut self, piece: Piece) -> io::Result<()> {
        if self.gone {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        let sending = async { timeout(self.patience, self.sender.send(piece)).await };
        let kind = match self.runtime.block_on(sending) {
            Ok(Ok(())) => return Ok(()),
            Ok(Err(_)) => io::ErrorKind::BrokenPipe,
            Err(_) => io::ErrorKind::TimedOut,
        };
        self.gone = true;
        Err(kind.into())
    }
}

impl io::Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        self.send(Piece::Bytes(piece.into()))
    }
}

/// The pieces as they are sent.
struct Sent {
    name: &'static str,
    first: Option<Piece>,
    pieces: mpsc::Receiver<Piece>,
    /// Whether the end was given: compression asks once more behind it.
    ended: bool,
}

impl Stream for Sent {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let piece = match self.first.take() {
            Some(first) => Some(first),
            None if self.ended => return Poll::Ready(None),
            None => std::task::ready!(self.pieces.poll_recv(context)),
        };
        let failure = match piece {
            Some(Piece::Bytes(bytes)) => return Poll::Ready(Some(Ok(bytes))),
            Some(Piece::End) => {
                self.ended = true;
                return Poll::Ready(None);
            }
            Some(Piece::Failed(failure)) => failure,
            None => Failure::internal("the maker of an answer stopped before its end"),
        };
        self.ended = true;
        failure::log(self.name, &failure);
        Poll::Ready(Some(Err(io::Error::other("the answer broke off"))))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::num::NonZero;
    use std::sync::mpsc as blocking;

    use axum::body::to_bytes;

    use super::*;

    fn streams(timeout: Duration) -> Streams {
        Streams::new(&Config { streams_at_a_time: NonZero::<usize>::MIN, timeout, ..Config::default() })
    }

    fn written(sink: &mut Sink, bytes: &[u8]) -> Result<(), Failure> {
        sink.write_all(bytes).map_err(Failure::internal)
    }

    #[tokio::test]
    async fn everything_that_is_written_arrives_in_order() {
        let streams = streams(Duration::from_secs(60));
        let numbers: String = (0..50_000).map(|number| format!("{number}\n")).collect();
        let expected = numbers.clone();
        let body = streams.body("numbers", move |sink| written(sink, numbers.as_bytes())).await.unwrap();
        assert_eq!(to_bytes(body, usize::MAX).await.unwrap(), expected.as_bytes());
        let nothing = streams.body("nothing", |_| Ok(())).await.unwrap();
        assert!(to_bytes(nothing, 1).await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn what_fails_at_once_is_refused_and_what_fails_later_breaks_off() {
        let streams = streams(Duration::from_secs(60));
        assert!(matches!(streams.body("at once", |_| Err(Failure::NotFound)).await, Err(Failure::NotFound)));
        assert!(matches!(
            streams.body("panic", |_| panic!("a fault of the test")).await,
            Err(Failure::Internal(_))
        ));
        for panics in [false, true] {
            let later = move |sink: &mut Sink| {
                written(sink, &[b'x'; PIECE])?;
                assert!(!panics, "a fault of the test");
                Err(Failure::NotFound)
            };
            let body = streams.body("later", later).await.unwrap();
            assert!(to_bytes(body, usize::MAX).await.is_err());
        }
    }

    #[tokio::test]
    async fn there_are_only_so_many_at_a_time() {
        let streams = streams(Duration::from_secs(60));
        let (release, released) = blocking::channel::<()>();
        let slow = move |sink: &mut Sink| {
            written(sink, &[b'x'; PIECE])?;
            released.recv().map_err(Failure::internal)
        };
        let body = streams.body("slow", slow).await.unwrap();
        assert!(matches!(streams.body("more", |_| Ok(())).await, Err(Failure::Overloaded)));
        release.send(()).unwrap();
        to_bytes(body, usize::MAX).await.unwrap();
    }

    #[tokio::test]
    async fn the_maker_stops_when_the_reader_is_gone_or_takes_nothing() {
        for stalls in [false, true] {
            let streams = streams(if stalls { Duration::from_millis(20) } else { Duration::from_secs(60) });
            let (told, ended) = tokio::sync::oneshot::channel::<()>();
            let endless = move |sink: &mut Sink| {
                while written(sink, &[b'x'; PIECE]).is_ok() {}
                told.send(()).unwrap();
                Ok(())
            };
            let body = streams.body("endless", endless).await.unwrap();
            let kept = stalls.then_some(body);
            ended.await.unwrap();
            drop(kept);
        }
    }
}
