//! Mounts the app.
fn main() {
    yoke_app::web::start();
}
