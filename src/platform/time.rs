//! The clock.

/// Milliseconds since 1970, UTC.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// Today where the reader is, in days since 1 January 1970 of their calendar.
pub fn today() -> u32 {
    let date = js_sys::Date::new_0();
    let minutes = date.get_time() / 60_000.0 - date.get_timezone_offset();
    (minutes / 1_440.0).floor() as u32
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
