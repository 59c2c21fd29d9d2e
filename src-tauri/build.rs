//! Compiles the window's configuration and permissions into the program.

fn main() {
    // The page is compiled in: a page built anew makes the program anew.
    println!("cargo::rerun-if-changed=ui/dist");
    let attributes =
        tauri_build::Attributes::new().capabilities_path_pattern("./src-tauri/capabilities/**/*");
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
