//! The only module that knows JavaScript.

/// Starts the widget in a window, or serves it in a worker.
pub fn start() {}
