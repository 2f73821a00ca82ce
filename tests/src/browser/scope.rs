//! The page, or a part of it, as a reader's journey uses it.

use fantoccini::elements::Element;

use super::{Browser, Name, Role};
use crate::wait;

/// The whole page, or what is inside one element of it.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    browser: &'a Browser,
    root: Option<&'a Element>,
}

impl Browser {
    /// The whole page.
    pub fn page(&self) -> Scope<'_> {
        Scope {
            browser: self,
            root: None,
        }
    }

    /// What is inside an element.
    pub fn inside<'a>(&'a self, root: &'a Element) -> Scope<'a> {
        Scope {
            browser: self,
            root: Some(root),
        }
    }
}

impl Scope<'_> {
    /// The one visible element of this role and name, as soon as it is there.
    ///
    /// # Panics
    /// If it does not come, or there is more than one; the message lists what of the role there is.
    pub async fn get(&self, role: Role, name: impl Into<Name>) -> Element {
        let name = name.into();
        wait::until(&format!("one {role:?} {name:?}"), async || {
            let mut found = self.browser.look(self.root, role, &name).await?;
            match found.len() {
                1 => Ok(found.remove(0)),
                0 => Err(self.browser.inventory(self.root, role).await),
                count => Err(format!("{count} of them")),
            }
        })
        .await
    }

    /// The first visible element of this role and name, as soon as one is there.
    ///
    /// # Panics
    /// If none comes.
    pub async fn first(&self, role: Role, name: impl Into<Name>) -> Element {
        let name = name.into();
        wait::until(&format!("a {role:?} {name:?}"), async || {
            let found = self.browser.look(self.root, role, &name).await?;
            match found.into_iter().next() {
                Some(element) => Ok(element),
                None => Err(self.browser.inventory(self.root, role).await),
            }
        })
        .await
    }

    /// All visible elements of this role and name that are there now.
    ///
    /// # Panics
    /// If the browser cannot be asked.
    pub async fn all(&self, role: Role, name: impl Into<Name>) -> Vec<Element> {
        let found = self.browser.look(self.root, role, &name.into()).await;
        found.unwrap_or_else(|error| panic!("cannot look for {role:?}: {error}"))
    }

    /// Waits until no visible element of this role and name is there.
    ///
    /// # Panics
    /// If one stays.
    pub async fn gone(&self, role: Role, name: impl Into<Name>) {
        let name = name.into();
        wait::until(&format!("no {role:?} {name:?}"), async || {
            match self.browser.look(self.root, role, &name).await?.len() {
                0 => Ok(()),
                count => Err(format!("{count} of them")),
            }
        })
        .await;
    }

    /// Clicks the one element of this role and name, as [`Browser::click`] does.
    ///
    /// # Panics
    /// If it does not come or cannot be clicked.
    pub async fn click(&self, role: Role, name: impl Into<Name>) {
        let element = self.get(role, name).await;
        self.browser.click(&element).await;
    }

    /// Waits until a status region says these words, and gives all that it says.
    ///
    /// # Panics
    /// If none does; the message tells what they say.
    pub async fn says(&self, words: &str) -> String {
        wait::until(
            &format!("a status region that says {words:?}"),
            async || {
                let mut said = Vec::new();
                for region in self
                    .browser
                    .look(self.root, Role::Status, &Name::Any)
                    .await?
                {
                    let text = region.text().await.unwrap_or_default();
                    if text.contains(words) {
                        return Ok(text);
                    }
                    said.push(text);
                }
                Err(format!("{said:?}"))
            },
        )
        .await
    }
}
