// Short messages at the edge of the page. Good news leaves by itself; anything else waits to be closed.
const tray = document.getElementById("toasts");
const PATIENCE = 7000;

export function toast(text, tone = "neutral") {
  const note = document.getElementById("toast").content.firstElementChild.cloneNode(true);
  note.querySelector("p").textContent = text;
  note.dataset.tone = tone;
  tray.append(note);
}

function leave(note) {
  note.classList.add("leaving");
  setTimeout(() => note.remove(), 250);
}

function watch(note) {
  if (!["good", "info", "neutral"].includes(note.dataset.tone)) return;
  const wait = () => setTimeout(() => (note.matches(":hover, :focus-within") ? wait() : leave(note)), PATIENCE);
  wait();
}

tray.addEventListener("click", (event) => {
  const close = event.target.closest("[data-close-toast]");
  if (close) leave(close.closest(".toast"));
});
new MutationObserver((changes) => {
  for (const change of changes) for (const note of change.addedNodes) if (note.matches?.(".toast")) watch(note);
}).observe(tray, { childList: true });
tray.querySelectorAll(".toast").forEach(watch);

// A server may send `HX-Trigger: {"toast": {"text": "…", "tone": "good"}}`.
document.addEventListener("toast", (event) => toast(event.detail.text ?? event.detail.value, event.detail.tone));
document.addEventListener("htmx:responseError", () => toast(tray.dataset.failed, "bad"));
document.addEventListener("htmx:sendError", () => toast(tray.dataset.offline, "bad"));
