// Keys of the review pages, words selected in the report as offsets, and the next page fetched ahead.
// Everything it does can be done without it: the keys press what is on the page.

const typing = (element) => element.matches("input, select, textarea");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && typing(event.target)) event.target.blur();
  if (event.repeat || typing(event.target)) return;
  const meant = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!meant) return;
  event.preventDefault();
  if (typing(meant)) {
    meant.focus();
    meant.select();
  } else {
    meant.click();
  }
});

const text = document.getElementById("text");
const cite = document.getElementById("cite");

// Offsets count code points, as the record does; the DOM counts UTF-16 units.
const before = (node, offset) => {
  const range = document.createRange();
  range.selectNodeContents(text);
  range.setEnd(node, offset);
  return Array.from(range.toString()).length;
};

if (text && cite) {
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    const value = document.getElementById("value");
    if (!value.defaultValue) value.value = range.toString().trim();
    cite.value = `${before(range.startContainer, range.startOffset)}-${before(range.endContainer, range.endOffset)}`;
  });
  const lit = document.getElementById("at");
  text.scrollTop = lit.offsetTop - text.offsetTop - text.clientHeight / 3;
}

const next = document.querySelector('a[rel="next"]');
if (next) fetch(next.href, { priority: "low" }).catch(() => {});
