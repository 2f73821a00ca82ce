//! The file that takes progress to another device.

use crate::json::push_number;
use crate::record::Record;

/// What the field `kind` of an exported file says.
pub const KIND: &str = "prime-mover-progress";

/// The file's text: JSON with `kind`, the time of the export (`at`, milliseconds since 1970) as
/// `exported`, and the whole record.
///
/// HTML inside a title or id stays text and is not escaped: a reader of the file sets it as text.
pub fn encode(record: &Record, at: u64) -> String {
    let mut out = String::from("{\"kind\":\"");
    out.push_str(KIND);
    out.push_str("\",\"exported\":");
    push_number(&mut out, at);
    out.push_str(",\"record\":");
    record.write(&mut out);
    out.push_str("}\n");
    out
}
