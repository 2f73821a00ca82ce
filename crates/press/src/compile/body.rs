//! The figures of the body in `content/model/`, checked where authors change them. The site computes
//! with constants made from them; a test of `kinetics` says when those are out of date.

use std::fs;
use std::path::Path;

use kinetics::parse::{ModelError, ModelFile, read_passive, walking_source};

use crate::diagnostic::Diagnostic;

const CYCLE: &str = "walking_cycle_one_adult.csv";
const FORCES: &str = "walking_muscle_forces_one_adult.csv";

/// Every problem of the files below `model/` in the folder `root`; none where there is no such
/// folder, as in a project of texts alone.
pub fn check(root: &Path, name: &str) -> Vec<Diagnostic> {
    let folder = root.join("model");
    if !folder.is_dir() {
        return Vec::new();
    }
    let mut problems = Vec::new();
    let mut read = |file: &str| match fs::read_to_string(folder.join(file)) {
        Ok(text) => Some(text),
        Err(error) => {
            problems.push(Diagnostic::of_file(
                &format!("{name}/model/{file}"),
                format!("this file cannot be read: {error}"),
                "bring it back; the figures are computed from it",
            ));
            None
        }
    };
    let (model, passive) = (read("gait2392.toml"), read("passive.toml"));
    let (cycle, forces) = (read(CYCLE), read(FORCES));
    let mut add = |file: &str, text: &str, errors: Vec<ModelError>| {
        problems.extend(
            errors
                .iter()
                .map(|error| diagnostic(name, file, text, error)),
        );
    };
    if let Some(text) = model
        && let Err(errors) = ModelFile::read(&text)
    {
        add("gait2392.toml", &text, errors);
    }
    if let Some(text) = passive
        && let Err(errors) = read_passive(&text)
    {
        add("passive.toml", &text, errors);
    }
    if let (Some(cycle), Some(forces)) = (cycle, forces)
        && let Err([of_cycle, of_forces]) = walking_source(&cycle, &forces)
    {
        add(CYCLE, &cycle, of_cycle);
        add(FORCES, &forces, of_forces);
    }
    problems
}

fn diagnostic(name: &str, file: &str, text: &str, error: &ModelError) -> Diagnostic {
    let line = error.line.unwrap_or(1);
    let excerpt = match error.line {
        Some(line) => text.lines().nth(line - 1).unwrap_or_default().to_owned(),
        None => String::new(),
    };
    Diagnostic {
        path: format!("{name}/model/{file}"),
        line,
        column: error.column.unwrap_or(1),
        message: error.message.clone(),
        excerpt,
        help: String::from(
            "the format is told in crates/kinetics/src/parse; then run its example `generate`",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_of_this_project_is_sound() {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        assert_eq!(check(&content, "content"), []);
    }

    #[test]
    fn a_mistake_is_named_with_its_place() {
        let folder = std::env::temp_dir().join(format!("prime-mover-body-{}", std::process::id()));
        let model = folder.join("model");
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/model");
        fs::create_dir_all(&model).expect("a folder");
        for file in ["gait2392.toml", CYCLE] {
            fs::copy(content.join(file), model.join(file)).expect("a copy");
        }
        fs::write(model.join("passive.toml"), "[[moment]]\nunknown = 1\n").expect("a file");
        let forces = fs::read_to_string(content.join(FORCES)).expect("a file");
        let forces = forces.replace("glut_max1_r_N", "glut_max0_r_N");
        fs::write(model.join(FORCES), forces).expect("a file");
        let problems = check(&folder, "content");
        fs::remove_dir_all(&folder).expect("cleaned up");
        let of = |file: &str| {
            let path = format!("content/model/{file}");
            let found: Vec<&Diagnostic> = problems.iter().filter(|it| it.path == path).collect();
            assert!(!found.is_empty(), "{problems:#?}");
            found
        };
        let missing = of(FORCES)[0];
        assert_eq!((missing.line, missing.column), (1, 1));
        assert_eq!(missing.message, "the column `glut_max1_r_N` is missing");
        assert!(!of("passive.toml")[0].message.is_empty());
        assert!(
            problems
                .iter()
                .all(|problem| !problem.path.ends_with(CYCLE))
        );
    }
}
