//! The native program; in the browser the same binary starts the widget.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    crossread::cli::main()
}

#[cfg(target_arch = "wasm32")]
fn main() {
    crossread::browser::start();
}
