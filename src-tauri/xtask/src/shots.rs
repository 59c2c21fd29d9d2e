//! Makes the pictures of README.md anew, from the window tests, so that none
//! of them shows a program that no longer exists.

use crate::house;
use crate::trial::{self, Wishes};
use crate::work::{On, Outcome};

/// Where README.md takes its pictures from.
const FOLDER: &str = "tests/pictures";

/// Runs the window tests and keeps the pictures that README.md shows.
pub fn shots() -> Outcome {
    trial::test(&Wishes::read(&["--only", "build", "--only", "window"])?)?;
    let readme = house::root().join("README.md");
    let text = std::fs::read_to_string(&readme).on("README.md")?;
    let folder = house::root().join(FOLDER);
    std::fs::create_dir_all(&folder).on(FOLDER)?;
    for name in pictures(&text) {
        let made = house::target().join("shots").join(&name);
        std::fs::copy(&made, folder.join(&name)).on(format!("no test makes {name}"))?;
        println!("{FOLDER}/{name}");
    }
    Ok(())
}

fn pictures(readme: &str) -> Vec<String> {
    let before = format!("{FOLDER}/");
    let after = readme.split(&before).skip(1);
    after
        .filter_map(|rest| Some(format!("{}.png", rest.split_once(".png")?.0)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::pictures;

    #[test]
    fn readme_names_its_pictures() {
        let text = "![登录](tests/pictures/sign-in.png) and ![](tests/pictures/form.png)";
        assert_eq!(pictures(text), ["sign-in.png", "form.png"]);
    }
}
