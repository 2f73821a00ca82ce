//! Entry of the app bundle: hydrates the prerendered page.

fn main() {
    prime_mover::start();
}
