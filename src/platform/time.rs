//! The clock.

/// Milliseconds since 1970, UTC.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// A date as `2026-11-20`, in UTC, for file names.
pub fn iso_day(at: u64) -> String {
    let text: String = js_sys::Date::new(&(at as f64).into())
        .to_iso_string()
        .into();
    text.chars().take(10).collect()
}

/// A date in the reader's own way of writing it.
pub fn local_day(at: u64) -> String {
    js_sys::Date::new(&(at as f64).into())
        .to_locale_date_string("default", &wasm_bindgen::JsValue::UNDEFINED)
        .into()
}
