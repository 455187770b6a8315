// The desk. What is typed is kept: by the server while it reads along, on the way out, and in this browser
// while the server cannot be reached. Cards go into the text where the cursor is.
import { toast } from "./toasts.js";

const desk = document.querySelector("form[data-desk]");
const COPIED_FOR = 2000;

if (desk) {
  const words = desk.querySelector("[name=words]");
  const store = `desk-${desk.dataset.desk}`;
  let kept = words.value;

  const remembered = () => {
    try {
      return JSON.parse(localStorage.getItem(store));
    } catch {
      return null;
    }
  };
  function remember(text) {
    try {
      if (text === null) localStorage.removeItem(store);
      else localStorage.setItem(store, JSON.stringify({ text, at: Date.now() }));
    } catch {
      // A browser that keeps nothing: the server still does.
    }
  }

  // Words that never reached the server come back, unless something newer did.
  const lost = remembered();
  if (lost && lost.text !== words.value && lost.at > Number(desk.dataset.keptAt)) {
    words.value = lost.text;
    window.addEventListener("load", () => words.dispatchEvent(new CustomEvent("pulled")));
  } else {
    remember(null);
  }

  words.addEventListener("input", () => remember(words.value));
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.target !== words || !event.detail.successful) return;
    kept = event.detail.requestConfig.parameters.words ?? words.value;
    if (kept === words.value) remember(null);
  });
  window.addEventListener("pagehide", () => {
    if (words.value === kept || desk.dataset.sent) return;
    const form = new FormData(desk);
    form.set("leaving", "1");
    navigator.sendBeacon(desk.dataset.keep, form);
  });
  desk.addEventListener("submit", (event) => {
    if (desk.dataset.sent) return event.preventDefault();
    desk.dataset.sent = "1";
    remember(null);
  });
  window.addEventListener("pageshow", () => delete desk.dataset.sent);

  function pull(button) {
    const [start, end] = [words.selectionStart, words.selectionEnd];
    const before = words.value.slice(0, start);
    const gap = before && !/\s$/.test(before) ? " " : "";
    words.focus();
    words.setSelectionRange(start, end);
    words.setRangeText(gap + button.dataset.pull + " ", start, end, "end");
    remember(words.value);
    words.dispatchEvent(new CustomEvent("pulled"));
  }
  desk.addEventListener("click", (event) => {
    const button = event.target.closest("[data-pull]");
    if (button) {
      event.preventDefault();
      pull(button);
    }
    const excerpt = event.target.closest("[data-select]");
    if (excerpt) {
      const [from, to] = excerpt.dataset.select.split(" ").map(Number);
      words.focus();
      words.setSelectionRange(inUnits(words.value, from), inUnits(words.value, to));
    }
  });
  // Python counts characters, browsers count halves of some of them.
  const inUnits = (text, count) => [...text].slice(0, count).join("").length;

  desk.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      desk.requestSubmit();
    }
    const digit = event.altKey && /^Digit([1-9])$/.exec(event.code);
    const button = digit && desk.querySelector(`[data-pull-key="${digit[1]}"]`);
    if (button) {
      event.preventDefault();
      pull(button);
    }
  });
  if (/Mac|iP(hone|ad)/.test(navigator.platform)) {
    for (const key of desk.querySelectorAll("[data-alt-key]")) key.textContent = `⌥ ${key.dataset.altKey}`;
  }
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.select();
    document.execCommand("copy");
  }
  toast(button.dataset.copied, "good");
  button.disabled = true;
  setTimeout(() => (button.disabled = false), COPIED_FOR);
});
