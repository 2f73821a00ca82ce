// Uses every control of the figure on the page once, by clicks alone, and gives what had no effect.
//
// A control that is switched off or stands at its end already is left alone. What counts as an effect is a
// change of the drawing, of the words or of the numbers.
const done = arguments[arguments.length - 1];
const root = document.querySelector("figure[data-live]");
// Which part is the tab stop is no state of the figure, nor which of its images have been fetched.
const drawing = () =>
  root.querySelector("svg").innerHTML.replaceAll(/ (tabindex|aria-pressed|href|data-href)="[^"]*"/g, "");
const state = () =>
  [drawing(), root.querySelector("[data-part=state]").textContent, root.querySelector("tbody").textContent].join();
const frame = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
(async () => {
  const dead = [];
  const keys = [...root.querySelectorAll("[data-key]")].map((control) => control.dataset.key);
  for (const key of keys) {
    const control = root.querySelector(`[data-key="${key}"]`);
    if (control.matches("[disabled]") || control.querySelector("input")?.disabled) continue;
    const before = state();
    const range = control.querySelector("input[type=range]");
    const steps = [...control.querySelectorAll("button[data-step]")];
    const choices = [...control.querySelectorAll("input[type=radio]:not(:checked), input[type=checkbox]")];
    const clicks = range ? (range.value === range.max ? [steps[0]] : [steps[1]]) : choices.slice(0, 1);
    for (const element of clicks) element.click();
    await frame();
    if (clicks.length && state() === before) dead.push(`${key}: nothing changed`);
    root.querySelector("[data-action=figure-reset]").click();
    await frame();
    if (state() !== before && !root.dataset.state) dead.push(`${key}: Reset does not bring the first state back`);
  }
  done(dead);
})().catch((error) => done([String(error)]));
