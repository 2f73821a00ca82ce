//! What can be read off a browser: address, title, focus, scroll position, storage.

use fantoccini::elements::Element;
use serde_json::{Value as Json, json};

use super::{Browser, locate::plain};
use crate::wait;

/// The element with the focus, as assistive technology is told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focus {
    /// Its role.
    pub role: String,
    /// Its name.
    pub name: String,
    /// Its id; empty if it has none.
    pub id: String,
}

impl Browser {
    /// Path, query and fragment of the address, such as `/topics/#part-1`.
    pub async fn path(&self) -> String {
        self.text_of("return location.pathname + location.search + location.hash")
            .await
    }

    /// Waits until the address is this path, with query and fragment.
    ///
    /// # Panics
    /// If it does not become it.
    pub async fn arrives_at(&self, path: &str) {
        wait::until(&format!("the address {path}"), async || {
            let here = self.path().await;
            if here == path { Ok(()) } else { Err(here) }
        })
        .await;
    }

    /// The title of the document.
    pub async fn title(&self) -> String {
        self.text_of("return document.title").await
    }

    /// How far the page is scrolled, in CSS pixels.
    pub async fn scroll(&self) -> f64 {
        self.number_of("return window.scrollY", &[]).await
    }

    /// Scrolls as a reader would who drags the bar: the page moves and hears of it.
    pub async fn scroll_to(&self, y: f64) {
        self.script(
            "window.scrollTo({ top: arguments[0], behavior: 'instant' })",
            &[json!(y)],
        )
        .await;
    }

    /// How far below the top of the window an element begins, in CSS pixels.
    pub async fn top_of(&self, element: &Element) -> f64 {
        self.number_of(
            "return arguments[0].getBoundingClientRect().top",
            &[argument(element)],
        )
        .await
    }

    /// The element with the focus.
    pub async fn focus(&self) -> Focus {
        // An element may leave the page between two questions about it.
        wait::until("what has the focus", async || {
            let told = async {
                let element = self.client.active_element().await?;
                let (role, name) = self.try_described(&element).await?;
                let id = element.attr("id").await?.unwrap_or_default();
                Ok::<_, fantoccini::error::CmdError>(Focus { role, name, id })
            };
            told.await.map_err(|error| error.to_string())
        })
        .await
    }

    /// Waits until a figure is more than a drawing, inside what `within` selects.
    ///
    /// # Panics
    /// If it stays one.
    pub async fn figure_awake(&self, within: &str) {
        let live = "return document.querySelector(arguments[0] + ' figure[data-live]') !== null";
        wait::until("a live figure", async || {
            match self.script(live, &[json!(within)]).await {
                Json::Bool(true) => Ok(()),
                _ => Err(format!("{} still shows a drawing", self.path().await)),
            }
        })
        .await;
    }

    /// Waits until the focus is on an element with this id.
    ///
    /// # Panics
    /// If it does not come there.
    pub async fn focus_on(&self, id: &str) {
        wait::until(&format!("the focus on #{id}"), async || {
            let focused = self
                .text_of("return document.activeElement?.id ?? ''")
                .await;
            if focused == id {
                Ok(())
            } else {
                Err(format!("on #{focused}"))
            }
        })
        .await;
    }

    /// A stored text, `None` if there is none.
    pub async fn stored(&self, key: &str) -> Option<String> {
        let value = self
            .script("return localStorage.getItem(arguments[0])", &[json!(key)])
            .await;
        value.as_str().map(str::to_owned)
    }

    /// Stores a text as another program would, before a page is opened.
    pub async fn store(&self, key: &str, text: &str) {
        self.script(
            "localStorage.setItem(arguments[0], arguments[1])",
            &[json!(key), json!(text)],
        )
        .await;
    }

    /// Goes to a file of the site that is no page, so that its storage can be prepared before any page runs.
    pub async fn backstage(&self) {
        self.load("/robots.txt").await;
    }

    /// An attribute of the document's element.
    pub async fn root_attribute(&self, name: &str) -> Option<String> {
        let value = self
            .script(
                "return document.documentElement.getAttribute(arguments[0])",
                &[json!(name)],
            )
            .await;
        value.as_str().map(str::to_owned)
    }

    /// The words that an element shows.
    ///
    /// # Panics
    /// If it is gone.
    pub async fn words_of(&self, element: &Element) -> String {
        plain(
            &element
                .text()
                .await
                .expect("an element that is still there"),
        )
    }

    /// The text that a script returns; empty if it returns none.
    pub async fn text_of(&self, code: &str) -> String {
        self.script(code, &[])
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    pub(super) async fn number_of(&self, code: &str, arguments: &[Json]) -> f64 {
        self.script(code, arguments)
            .await
            .as_f64()
            .unwrap_or(f64::NAN)
    }
}

/// An element as an argument of a script.
///
/// # Panics
/// Never: a reference is always JSON.
pub fn argument(element: &Element) -> Json {
    serde_json::to_value(element).expect("a reference as JSON")
}
