//! Prints the window's TypeScript contract: every type a command mentions and
//! the map from a command's name to its request and response.

use desk_app::contract;
use std::collections::BTreeMap;
use ts_rs::{Config, TS, TypeVisitor};

/// Collects the declaration of every named type once.
struct Declarations {
    config: Config,
    found: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            let ident = T::ident(&self.config);
            if self.found.contains_key(&ident) {
                return;
            }
            let docs = T::docs().unwrap_or_default();
            self.found
                .insert(ident, format!("{docs}export {}\n", T::decl(&self.config)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

fn main() {
    let config = Config::new().with_large_int("number");
    let mut declarations = Declarations {
        config,
        found: BTreeMap::new(),
    };
    contract::visit_types(&mut declarations);

    println!("// Generated from desk-app by `cargo xtask bindings`. Not to be edited.\n");
    for declaration in declarations.found.values() {
        println!("{declaration}");
    }
    println!("/** What each command takes and answers. */\nexport interface Commands {{");
    contract::each(&declarations.config, |name, request, response| {
        println!("  {name}: {{ request: {request}; response: {response} }};");
    });
    println!("}}");
}
