//! Finding elements by what assistive technology is told of them.

use fantoccini::elements::Element;
use serde_json::{Value as Json, json};

use super::{Browser, Engine, command, state::argument};

const CANDIDATES: &str = include_str!("../scripts/candidates.js");

/// A role of the accessibility tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are ARIA's own")]
pub enum Role {
    Button,
    Checkbox,
    ComboBox,
    Group,
    Heading,
    Link,
    Main,
    Navigation,
    Note,
    Radio,
    Region,
    Slider,
    Status,
    Textbox,
}

impl Role {
    /// ARIA's name of the role, then what a browser may call it instead.
    fn names(self) -> &'static [&'static str] {
        match self {
            Role::Button => &["button"],
            Role::Checkbox => &["checkbox"],
            Role::ComboBox => &["combobox"],
            Role::Group => &["group"],
            Role::Heading => &["heading"],
            Role::Link => &["link"],
            Role::Main => &["main"],
            Role::Navigation => &["navigation"],
            Role::Note => &["note"],
            Role::Radio => &["radio"],
            Role::Region => &["region"],
            Role::Slider => &["slider"],
            Role::Status => &["status"],
            Role::Textbox => &["textbox", "text field"],
        }
    }

    /// A selector of every element that can have the role.
    fn candidates(self) -> &'static str {
        match self {
            Role::Button => "button, input[type=button], input[type=submit], [role=button]",
            Role::Checkbox => "input[type=checkbox], [role=checkbox]",
            Role::ComboBox => "select, [role=combobox]",
            Role::Group => "fieldset, details, form, div, svg, [role=group]",
            Role::Heading => "h1, h2, h3, h4, h5, h6, [role=heading]",
            Role::Link => "a[href], [role=link]",
            Role::Main => "main, [role=main]",
            Role::Navigation => "nav, [role=navigation]",
            Role::Note => "[role=note]",
            Role::Radio => "input[type=radio], [role=radio]",
            Role::Region => "section, [role=region]",
            Role::Slider => "input[type=range], [role=slider]",
            Role::Status => "output, [role=status]",
            Role::Textbox => "input:not([type]), input[type=text], textarea",
        }
    }
}

/// What an accessible name must be. White space counts as one space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// This and nothing else.
    Exactly(String),
    /// Any name that begins with this.
    Starting(String),
    /// Any name with this in it.
    Containing(String),
    /// Any name at all.
    Any,
}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Name::Exactly(name.to_owned())
    }
}

impl From<&String> for Name {
    fn from(name: &String) -> Self {
        Name::Exactly(name.clone())
    }
}

/// A name that begins with these words.
pub fn starting(words: &str) -> Name {
    Name::Starting(words.to_owned())
}

/// A name with these words in it.
pub fn containing(words: &str) -> Name {
    Name::Containing(words.to_owned())
}

impl Name {
    fn words(&self) -> &str {
        match self {
            Name::Exactly(words) | Name::Starting(words) | Name::Containing(words) => words,
            Name::Any => "",
        }
    }

    fn fits(&self, name: &str) -> bool {
        match self {
            Name::Exactly(words) => name == words,
            Name::Starting(words) => name.starts_with(words.as_str()),
            Name::Containing(words) => name.contains(words.as_str()),
            Name::Any => true,
        }
    }
}

/// Text with every run of white space as one space.
pub(super) fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Browser {
    /// The elements that scripts have returned as a list.
    pub fn elements(&self, list: &Json) -> Vec<Element> {
        let found = list.as_array().map(Vec::as_slice).unwrap_or_default();
        found
            .iter()
            .filter_map(|reference| self.element(reference))
            .collect()
    }

    /// The element that a script has returned.
    pub(super) fn element(&self, reference: &Json) -> Option<Element> {
        let id = reference.as_object()?.values().next()?.as_str()?;
        Some(Element::from_element_id(
            self.client.clone(),
            id.to_owned().into(),
        ))
    }

    /// The role and name of an element, as the browser tells them to assistive technology.
    ///
    /// # Panics
    /// If the browser does not tell.
    pub async fn described(&self, element: &Element) -> (String, String) {
        self.try_described(element)
            .await
            .unwrap_or_else(|error| panic!("no role and name: {error}"))
    }

    pub(super) async fn try_described(
        &self,
        element: &Element,
    ) -> Result<(String, String), fantoccini::error::CmdError> {
        let role = command::computed_role(&self.client, element).await?;
        let name = command::computed_label(&self.client, element).await?;
        Ok((role, plain(&name)))
    }

    /// Role and name as axe-core computes them: WebKitGTK calls a `<select>` a button, and names of
    /// selects and sliders end in their value.
    async fn described_by_axe(
        &self,
        element: &Element,
    ) -> Result<(String, String), fantoccini::error::CmdError> {
        self.bring_axe().await;
        let compute = "axe.setup(document.documentElement);
            try { return [axe.commons.aria.getRole(arguments[0]), axe.commons.text.accessibleText(arguments[0])]; }
            finally { axe.teardown(); }";
        let found = self.try_script(compute, &[argument(element)]).await?;
        let text = |index: usize| found[index].as_str().unwrap_or_default();
        Ok((text(0).to_owned(), plain(text(1))))
    }

    /// What of a role and name can be found right now, below `root` or on the whole page.
    pub(super) async fn look(
        &self,
        root: Option<&Element>,
        role: Role,
        name: &Name,
    ) -> Result<Vec<Element>, String> {
        let candidates = self.candidates(root, role, name.words()).await?;
        let mut found = Vec::new();
        for element in candidates {
            // An element that has gone in the meantime is not there.
            let described =
                if matches!(role, Role::ComboBox | Role::Slider) && self.engine == Engine::WebKit {
                    self.described_by_axe(&element).await
                } else {
                    self.try_described(&element).await
                };
            let Ok((its_role, its_name)) = described else {
                continue;
            };
            if role.names().contains(&its_role.as_str()) && name.fits(&its_name) {
                found.push(element);
            }
        }
        Ok(found)
    }

    /// What there is of a role, in words, for the message of a failure.
    pub(super) async fn inventory(&self, root: Option<&Element>, role: Role) -> String {
        let Ok(candidates) = self.candidates(root, role, "").await else {
            return "nothing".into();
        };
        let mut names = Vec::new();
        for element in candidates.iter().take(40) {
            if let Ok((its_role, its_name)) = self.try_described(element).await {
                names.push(format!("{its_role} {its_name:?}"));
            }
        }
        if names.is_empty() {
            format!("no {role:?}")
        } else {
            names.join(", ")
        }
    }

    async fn candidates(
        &self,
        root: Option<&Element>,
        role: Role,
        words: &str,
    ) -> Result<Vec<Element>, String> {
        let root = root.map_or(Json::Null, argument);
        let arguments = [
            root,
            json!(role.candidates()),
            json!(plain(words).to_lowercase()),
        ];
        let list = self
            .try_script(CANDIDATES, &arguments)
            .await
            .map_err(|error| error.to_string())?;
        Ok(self.elements(&list))
    }
}
