//! Showing that time passes.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work that is over sooner is not worth a bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar on standard error, from the second second on; silent where that is not a terminal.
pub(crate) struct Progress {
    bar: ProgressBar,
    since: Instant,
}

impl Progress {
    /// Of work whose end is not known; `what` names the things that are counted.
    pub(crate) fn counting(what: &'static str) -> Self {
        Self::styled(
            ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()),
            &format!("{{spinner}} {{human_pos}} {what} {{elapsed}} {{msg}}"),
        )
    }

    /// Of work that consists of a known number of things.
    pub(crate) fn of(what: &'static str) -> Self {
        let template = format!("{{bar:30}} {{human_pos}} of {{human_len}} {what} {{elapsed}}, {{eta}} to go");
        Self::styled(ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::hidden()), &template)
    }

    fn styled(bar: ProgressBar, template: &str) -> Self {
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Self { bar, since: Instant::now() }
    }

    /// `done` things are done, of `all`.
    pub(crate) fn set(&self, done: u64, all: u64) {
        self.bar.set_length(all);
        self.advance(done);
    }

    /// `done` things are done.
    pub(crate) fn advance(&self, done: u64) {
        if self.bar.is_hidden() && self.since.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.set_position(done);
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
