//! A number: keys of the item itself.

use content::model::Number;

use super::{Table, reason};

/// Reads what `kind = "number"` needs.
pub(super) fn read(table: &mut Table<'_>) -> Option<Number> {
    let answer = table.decimal("answer");
    let tolerance = table.decimal("tolerance");
    let unit = table.optional_text("unit");
    let reason = reason(table);
    if let Some(tolerance) = tolerance.as_ref().filter(|it| it.starts_with('-')) {
        table.error(
            &tolerance.span,
            "`tolerance` is below zero",
            "write how far off an answer may be, such as `tolerance = 2`",
        );
    }
    let (answer, tolerance, reason) = (answer?, tolerance?, reason?);
    Some(Number {
        answer,
        tolerance: tolerance.value,
        unit: unit.map(|unit| unit.value).unwrap_or_default(),
        why: reason.why,
        link: reason.link,
    })
}
