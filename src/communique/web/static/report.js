// Keys on the page of a report: n and p go through the lit words, f to their fact, w back to the words.
const lit = [...document.querySelectorAll(".text .lit")];
const typing = (target) => target.closest("input, textarea, select, [contenteditable]");

function step(by) {
  const here = lit.indexOf(document.activeElement);
  const from = here >= 0 ? here : lit.findIndex((each) => each.classList.contains("at"));
  const to = from < 0 ? (by > 0 ? 0 : lit.length - 1) : (from + by + lit.length) % lit.length;
  lit[to]?.focus();
}

const keys = {
  n: () => step(1),
  p: () => step(-1),
  f: () => {
    const words = document.activeElement.closest(".lit");
    if (!words) return;
    location.hash = words.hash;
    document.querySelector(`${words.hash} .fact`).focus();
  },
  w: () => document.activeElement.closest(".fact")?.click(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (keys[event.key]) {
    event.preventDefault();
    keys[event.key]();
  }
});
if (location.hash === "#at") document.querySelector("a#at")?.focus({ preventScroll: true });
