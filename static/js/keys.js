// Keys. Pages declare them: data-shortcut="g t" on a link works anywhere, data-key="s" on a button inside a
// [data-row] works while that row has the focus. Never while somebody types; ⌘K apart, they can be turned off.
const PAUSE = 1200;
let begun = "";
let timer;

const typing = (element) => element.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
const visible = (element) => element.checkVisibility?.() ?? element.offsetParent !== null;
const rows = () => [...document.querySelectorAll("[data-row]")].filter(visible);
const open = (id) => document.querySelector(`[data-opens="${id}"]`)?.click();

function move(step) {
  const all = rows();
  if (!all.length) return false;
  const at = all.indexOf(document.activeElement.closest("[data-row]"));
  focusRow(all[Math.min(Math.max(at + step, 0), all.length - 1)]);
  return true;
}

function focusRow(row) {
  row.tabIndex = -1;
  row.focus();
  row.scrollIntoView({ block: "nearest" });
}

function press(keys) {
  const row = document.activeElement.closest("[data-row]");
  const target =
    row?.querySelector(`[data-key="${CSS.escape(keys)}"]`) ??
    document.querySelector(`[data-shortcut="${CSS.escape(keys)}"]`);
  if (!target) return false;
  if (target.matches("input, textarea, select")) target.focus();
  else target.click();
  return true;
}

function handle(event) {
  const key = event.key;
  if (key === "?") return open("shortcuts") ?? true;
  if (key === "/") return open("palette") ?? true;
  if (key === "j" || key === "k") return move(key === "j" ? 1 : -1);
  if (key === "Enter" && event.target.matches("[data-row]")) {
    event.target.querySelector("[data-row-link]")?.click();
    return true;
  }
  const keys = begun ? `${begun} ${key}` : key;
  clearTimeout(timer);
  begun = "";
  if (press(keys)) return true;
  if (document.querySelector(`[data-shortcut^="${CSS.escape(key)} "]`)) {
    begun = key;
    timer = setTimeout(() => (begun = ""), PAUSE);
    return true;
  }
  return false;
}

document.addEventListener("keydown", (event) => {
  if ((event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
    event.preventDefault();
    if (!document.querySelector("dialog[open]")) open("palette");
    return;
  }
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
  if (document.body.dataset.shortcuts === "off" || typing(event.target) || document.querySelector("dialog[open]")) return;
  if (event.key.length === 1 || event.key === "Enter") if (handle(event)) event.preventDefault();
});

// A row that an answer took away hands the focus to the one that took its place.
let place = -1;
document.addEventListener("htmx:beforeSwap", () => {
  place = rows().indexOf(document.activeElement.closest("[data-row]"));
});
for (const moment of ["htmx:afterSettle", "htmx:afterRequest"]) {
  document.addEventListener(moment, () => {
    const all = rows();
    if (place < 0 || !all.length || document.activeElement !== document.body) return;
    focusRow(all[Math.min(place, all.length - 1)]);
    place = -1;
  });
}

// On an Apple keyboard the key is ⌘; and the help lists what the rows of this page can do.
if (/Mac|iP(hone|ad)/.test(navigator.platform)) {
  for (const key of document.querySelectorAll("[data-mod-key]")) key.textContent = "⌘ K";
}
const help = document.querySelector("[data-row-keys]");
document.getElementById("shortcuts")?.addEventListener("opened", () => {
  const known = new Map();
  for (const one of document.querySelectorAll("[data-row] [data-key]")) {
    known.set(one.dataset.key, one.dataset.keyLabel || one.getAttribute("aria-label") || one.textContent.trim());
  }
  const list = help.querySelector("dl");
  list.replaceChildren();
  for (const [key, label] of known) {
    const line = document.createElement("div");
    line.append(Object.assign(document.createElement("dt"), { textContent: label }), document.createElement("dd"));
    line.lastChild.append(Object.assign(document.createElement("kbd"), { className: "kbd", textContent: key }));
    list.append(line);
  }
  help.hidden = !known.size;
});
