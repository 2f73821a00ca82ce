// Twenty-four made-up articles, the same on every machine: nobody's text, but of the shape of ours.

const WORDS = (
  "the hip bone and thigh muscle moves under load while standing walking climbing a slow steady step each joint " +
  "carries weight from heel to pelvis because tendons store little force when angles stay small most people feel " +
  "this change after some weeks of training twice daily with rest between sets"
).split(" ");

// A small generator with a fixed seed (mulberry32).
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
  return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
};

const sentence = (next, length) => {
  const words = Array.from({ length }, () => WORDS[Math.floor(next() * WORDS.length)]);
  words[0] = words[0][0].toUpperCase() + words[0].slice(1);
  return words.join(" ") + ".";
};
const paragraph = (next) => Array.from({ length: 5 }, () => sentence(next, 9 + Math.floor(next() * 8))).join(" ");

export const COUNT = 24;
export const name = (index) => "article-" + String(index + 1).padStart(2, "0");
export const title = (index) => "Article " + (index + 1) + " of the comparison";

// The Markdown of an article, without a heading of its own. `link` turns an index into an address.
export const article = (index, link) => {
  const next = random(index + 1);
  const parts = [paragraph(next)];
  for (let section = 1; section <= 6; section += 1) {
    parts.push("## Section " + section, paragraph(next), paragraph(next));
    if (section === 2) parts.push([1, 2, 3, 4].map(() => "- " + sentence(next, 8)).join("\n"));
    if (section === 4) {
      const rows = [1, 2, 3, 4].map((row) => `| ${row} | ${sentence(next, 3)} | ${Math.floor(next() * 100)} |`);
      parts.push(["| Row | What | Number |", "|---|---|---|", ...rows].join("\n"));
    }
    if (section === 6) parts.push(`Go on with [${title((index + 1) % COUNT)}](${link((index + 1) % COUNT)}).`);
  }
  return parts.join("\n\n") + "\n";
};
