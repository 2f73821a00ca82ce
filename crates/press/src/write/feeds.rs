//! For machines: sitemap, Atom feed, robots.

use std::fmt::Write;

use content::paths::Route;

use super::context::Context;

/// How many articles the feed lists: the newest.
const FEED: usize = 20;

/// `sitemap.xml`: `paths` inside the site, with the dates of topics.
pub fn sitemap(context: &Context<'_>, paths: &[String]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for path in paths {
        // Writing to a string does not fail.
        let _ = write!(xml, "<url><loc>{}</loc>", escape(&context.canonical(path)));
        if let Some(Route::Topic(slug)) = Route::parse(path)
            && let Some((_, head)) = context.topic(slug)
        {
            let _ = write!(xml, "<lastmod>{}</lastmod>", head.changed.iso());
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

/// `feed.xml`: the newest articles.
pub fn feed(context: &Context<'_>) -> String {
    let mut topics: Vec<_> = context.library.iter().collect();
    topics.sort_by_key(|(_, head)| std::cmp::Reverse(head.changed));
    topics.truncate(FEED);
    let newest = topics.first().map_or_else(String::new, |(_, head)| {
        format!("<updated>{}T00:00:00Z</updated>\n", head.changed.iso())
    });
    let home = escape(&context.canonical("/"));
    let this = escape(&context.canonical("/feed.xml"));
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n\
         <title>{}</title>\n<subtitle>{}</subtitle>\n<id>{home}</id>\n\
         <link href=\"{home}\"/>\n<link rel=\"self\" href=\"{this}\"/>\n\
         <author><name>{}</name></author>\n{newest}",
        escape(&context.site.name),
        escape(&context.site.tagline),
        escape(&context.site.author),
    );
    for (topic, head) in topics {
        let address = escape(&context.canonical(&Route::Topic(&topic.slug).to_path()));
        let _ = writeln!(
            xml,
            "<entry><title>{}</title><id>{address}</id><link href=\"{address}\"/>\
             <published>{}T00:00:00Z</published><updated>{}T00:00:00Z</updated>\
             <summary>{}</summary></entry>",
            escape(&head.title),
            head.written.iso(),
            head.changed.iso(),
            escape(&head.description),
        );
    }
    xml.push_str("</feed>\n");
    xml
}

/// `robots.txt`: everything may be read.
pub fn robots(context: &Context<'_>) -> String {
    format!(
        "User-agent: *\nAllow: /\n\nSitemap: {}\n",
        context.canonical("/sitemap.xml")
    )
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}
