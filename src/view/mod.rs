//! What the reader sees: a plain state, and (in the browser) the components that show it.
