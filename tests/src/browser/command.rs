//! Commands of the drivers that the client has no name for.

use fantoccini::{Client, elements::Element, error::CmdError, wd::WebDriverCompatibleCommand};
use http::Method;
use serde_json::{Value as Json, json};
use url::{ParseError, Url};

/// A command below the session's address.
#[derive(Debug)]
struct Command {
    method: Method,
    path: String,
    body: Option<Json>,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (self.method.clone(), self.body.as_ref().map(Json::to_string))
    }
}

async fn get(client: &Client, path: String) -> Result<Json, CmdError> {
    client
        .issue_cmd(Command {
            method: Method::GET,
            path,
            body: None,
        })
        .await
}

async fn post(client: &Client, path: &str, body: Json) -> Result<Json, CmdError> {
    client
        .issue_cmd(Command {
            method: Method::POST,
            path: path.to_owned(),
            body: Some(body),
        })
        .await
}

/// The role of an element as the browser tells it to assistive technology.
pub(super) async fn computed_role(client: &Client, element: &Element) -> Result<String, CmdError> {
    let path = format!("element/{}/computedrole", element.element_id());
    get(client, path)
        .await
        .map(|role| role.as_str().unwrap_or_default().to_owned())
}

/// The name of an element as the browser tells it to assistive technology.
pub(super) async fn computed_label(client: &Client, element: &Element) -> Result<String, CmdError> {
    let path = format!("element/{}/computedlabel", element.element_id());
    get(client, path)
        .await
        .map(|label| label.as_str().unwrap_or_default().to_owned())
}

/// ChromeDriver only: a command of the browser's own protocol.
pub(super) async fn devtools(
    client: &Client,
    name: &str,
    parameters: Json,
) -> Result<Json, CmdError> {
    post(
        client,
        "goog/cdp/execute",
        json!({ "cmd": name, "params": parameters }),
    )
    .await
}

/// ChromeDriver only: the entries of the browser's log since the last call.
pub(super) async fn browser_log(client: &Client) -> Result<Json, CmdError> {
    post(client, "se/log", json!({ "type": "browser" })).await
}
