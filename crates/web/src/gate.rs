//! How many searches run, how many wait, and for how long.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::config::Config;
use crate::failure::Failure;

/// Lets a few searches run on threads that may block, some more wait, and refuses the rest, so that a rush
/// makes the service say no rather than slow for everybody.
#[derive(Debug, Clone)]
pub(crate) struct Gate {
    /// One permit for each request that runs or waits.
    places: Arc<Semaphore>,
    /// One permit for each request that runs.
    running: Arc<Semaphore>,
    patience: Duration,
}

impl Gate {
    /// A gate with the limits of `config`.
    pub(crate) fn new(config: &Config) -> Self {
        let at_a_time = config.searches_at_a_time.get().min(Semaphore::MAX_PERMITS);
        let places = at_a_time.saturating_add(config.queue).min(Semaphore::MAX_PERMITS);
        Self {
            places: Arc::new(Semaphore::new(places)),
            running: Arc::new(Semaphore::new(at_a_time)),
            patience: config.timeout,
        }
    }

    /// Runs `work`, which may block, when its turn comes.
    ///
    /// # Errors
    /// [`Failure::Overloaded`] if the queue is full, [`Failure::Timeout`] if turn and work take too long
    /// together, [`Failure::Internal`] if `work` panics.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Failure> {
        let place = Arc::clone(&self.places).try_acquire_owned().map_err(|_| Failure::Overloaded)?;
        let turn = async {
            let running = Arc::clone(&self.running).acquire_owned().await.map_err(Failure::internal)?;
            // A blocking thread can't be stopped: work that is given up keeps its permits until it ends, so
            // that there is never more of it than the limits say.
            let task = tokio::task::spawn_blocking(move || {
                let _held = (place, running);
                work()
            });
            task.await.map_err(Failure::internal)
        };
        timeout(self.patience, turn).await.unwrap_or(Err(Failure::Timeout))
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZero;
    use std::sync::mpsc;

    use super::*;

    fn gate(queue: usize, timeout: Duration) -> Gate {
        Gate::new(&Config { searches_at_a_time: NonZero::<usize>::MIN, queue, timeout, ..Config::default() })
    }

    #[tokio::test]
    async fn runs_work_and_survives_its_panic() {
        let gate = gate(0, Duration::from_secs(60));
        assert_eq!(gate.run(|| 7).await.unwrap(), 7);
        let panicked = gate.run(|| -> u8 { panic!("a fault of the test") }).await;
        assert!(matches!(panicked, Err(Failure::Internal(_))), "{panicked:?}");
        assert_eq!(gate.run(|| 8).await.unwrap(), 8);
    }

    #[tokio::test]
    async fn refuses_when_the_queue_is_full_and_serves_again_after_it() {
        let gate = gate(1, Duration::from_secs(60));
        let (release, released) = mpsc::channel::<()>();
        let (started, has_started) = tokio::sync::oneshot::channel();
        let first = {
            let gate = gate.clone();
            tokio::spawn(async move {
                gate.run(move || {
                    started.send(()).unwrap();
                    released.recv().unwrap();
                })
                .await
            })
        };
        has_started.await.unwrap();
        let waiting = gate.run(|| "waited");
        tokio::pin!(waiting);
        // Polled once, it has taken the only place in the queue.
        assert!(
            std::future::poll_fn(|c| std::task::Poll::Ready(waiting.as_mut().poll(c))).await.is_pending()
        );
        assert!(matches!(gate.run(|| ()).await, Err(Failure::Overloaded)));
        release.send(()).unwrap();
        assert_eq!(waiting.await.unwrap(), "waited");
        first.await.unwrap().unwrap();
        assert!(gate.run(|| ()).await.is_ok());
    }

    #[tokio::test]
    async fn gives_up_on_slow_work_but_counts_it_until_it_ends() {
        let gate = gate(0, Duration::from_millis(1));
        let (release, released) = mpsc::channel::<()>();
        let slow = gate.run(move || released.recv().unwrap()).await;
        assert!(matches!(slow, Err(Failure::Timeout)));
        assert!(matches!(gate.run(|| ()).await, Err(Failure::Overloaded)));
        release.send(()).unwrap();
    }
}
