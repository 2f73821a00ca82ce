//! Putting a tool into the shared folder so that it is either whole or absent.

use std::fs::{self, File, TryLockError};
use std::path::Path;

use crate::process::{AtPath, Failure, Result};
use crate::steps::Step;
use crate::tools::Tool;

/// Runs `fill` on an empty folder beside the tool's own, checks that the tool works there, and
/// moves it into place. One clone at a time: another one that installs the same tool is waited
/// for, and its result is used.
///
/// # Errors
/// If the folder cannot be written, `fill` fails, or the tool does not work.
pub(super) fn place(
    tool: &Tool,
    cache: &Path,
    step: &Step,
    fill: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    fs::create_dir_all(cache).at("create", cache)?;
    let folder = tool.folder(cache);
    let partial = folder.with_file_name(format!("{}-{}.partial", tool.name, tool.version));
    let lock = cache.join(format!(".lock-{}", tool.name));
    // The system frees the lock when this process ends, however it ends.
    let lock_file = File::create(&lock).at("create", &lock)?;
    match lock_file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            step.note(&format!(
                "another clone is installing {}; waiting",
                tool.name
            ));
            lock_file.lock().at("lock", &lock)?;
        }
        Err(TryLockError::Error(error)) => return Err(error).at("lock", &lock),
    }
    if tool.is_installed(cache) {
        return Ok(());
    }
    for leftover in [&partial, &folder] {
        if leftover.exists() {
            fs::remove_dir_all(leftover).at("remove", leftover)?;
        }
    }
    fs::create_dir_all(&partial).at("create", &partial)?;
    fill(&partial)?;
    if !tool.works_in(&partial) {
        return Err(Failure::new(format!(
            "{} was installed but `{} --version` does not answer {}",
            tool.name,
            partial.join(tool.file).display(),
            tool.version
        )));
    }
    fs::rename(&partial, &folder).at("rename", &partial)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::steps::Steps;
    use std::cell::Cell;
    use std::os::unix::fs::PermissionsExt;

    const TOOL: Tool = Tool {
        name: "thing",
        version: "1.2.3",
        file: "bin/thing",
        says: Some("1.2.3"),
    };

    fn write_tool(folder: &Path, says: &str) -> Result<()> {
        let file = folder.join("bin/thing");
        fs::create_dir_all(folder.join("bin")).at("create", folder)?;
        fs::write(&file, format!("#!/bin/sh\necho thing {says}\n")).at("write", &file)?;
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).at("mark", &file)
    }

    fn in_cache(name: &str, test: impl FnOnce(&Path, &Step)) {
        let cache = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        let steps = Steps::new(cache.clone()).expect("a temporary folder");
        steps
            .take(name, |step| {
                test(&cache, step);
                Ok(())
            })
            .expect("nothing fails");
        fs::remove_dir_all(&cache).expect("the temporary folder goes away");
    }

    #[test]
    fn a_tool_is_installed_once() {
        in_cache("once", |cache, step| {
            let times = Cell::new(0);
            let install = || {
                place(&TOOL, cache, step, |folder| {
                    times.set(times.get() + 1);
                    write_tool(folder, "1.2.3")
                })
            };
            install().expect("installed");
            install().expect("there already");
            assert!(TOOL.is_installed(cache));
            assert_eq!(times.get(), 1);
        });
    }

    #[test]
    fn a_half_finished_install_does_not_count() {
        in_cache("half", |cache, step| {
            let half = place(&TOOL, cache, step, |folder| {
                write_tool(folder, "1.2.3")?;
                Err(Failure::new("power cut"))
            });
            assert!(half.is_err() && !TOOL.is_installed(cache));
            place(&TOOL, cache, step, |folder| {
                assert!(!folder.join(TOOL.file).exists(), "leftovers stay");
                write_tool(folder, "1.2.3")
            })
            .expect("installed");
            assert!(TOOL.is_installed(cache));
        });
    }

    #[test]
    fn a_tool_of_another_version_is_refused() {
        in_cache("other", |cache, step| {
            let other = place(&TOOL, cache, step, |folder| write_tool(folder, "9.9.9"));
            assert!(other.is_err() && !TOOL.is_installed(cache));
        });
    }
}
