//! The care card.

use content::model::CareCard;
use maud::{Markup, html};

/// The card, once on a page.
pub fn care_card(care: &CareCard) -> Markup {
    html! {
        aside.care id="care" aria-labelledby="care-title" {
            h2 id="care-title" { (care.title) }
            p.care-intro { (care.intro) }
            ol.care-levels {
                @for level in &care.levels {
                    li.care-level data-level=(level.kind.word()) {
                        h3 { (level.title) }
                        p.care-action { (level.action) }
                        ul {
                            @for item in &level.items { li { (item) } }
                        }
                    }
                }
            }
            p.care-closing { (care.closing) }
        }
    }
}
