//! Two look-alikes side by side, after the reader took one for the other.

use web_sys::Element;

use super::page;
use crate::platform::dom;

/// Puts what was chosen beside what is right, each with its explanation. Nothing where the question
/// has no such pair.
pub fn fill(place: &Element, form: &Element) {
    if !form.has_attribute("data-confusable") {
        return;
    }
    let choices = dom::query_all(form, ".choices [data-choice]");
    let explanation = |correct: &str, chosen: bool| {
        let mut choices = choices.iter();
        let choice = choices.find(|choice| {
            dom::attr(choice, "data-correct") == correct
                && dom::child(choice, "input:checked").is_some() == chosen
        })?;
        let id = dom::attr(choice, "data-choice");
        dom::child(form, &[".explanations [data-for='", &id, "']"].concat())
    };
    let (Some(taken), Some(right)) = (explanation("false", true), explanation("true", false))
    else {
        return;
    };
    let _ = page::append(place, "h2", "Side by side");
    let pair = page::append(place, "div", "");
    dom::set_attr(&pair, "class", "look-alikes");
    for (title, explanation, correct) in
        [("You chose", taken, "false"), ("The answer", right, "true")]
    {
        let side = page::append(&pair, "section", "");
        dom::set_attr(&side, "data-correct", correct);
        let _ = page::append(&side, "h3", title);
        for child in dom::query_all(&explanation, "p") {
            if let Ok(copy) = child.clone_node_with_deep(true) {
                let _ = side.append_child(&copy);
            }
        }
        // The words of the key say the same as the heading.
        for mark in dom::query_all(&side, ".mark") {
            mark.remove();
        }
    }
}
