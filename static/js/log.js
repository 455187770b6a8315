// The quick log. Enter saves once the line has been read; chips that somebody changed are not read over again.
const STALE = "data-stale";

function parts(element) {
  const form = element.closest("form[data-quick-log]");
  return form && { form, line: form.querySelector("[name=line]"), sheet: form.querySelector("#sheet") };
}
const save = (form) => form.querySelector("[data-save]");

document.addEventListener("input", (event) => {
  const here = parts(event.target);
  if (!here) return;
  if (event.target === here.line) here.form.setAttribute(STALE, "");
  else if (here.sheet?.contains(event.target)) here.sheet.dataset.touched = "";
});

// While somebody is at the chips, typing in the line reads it again only when asked for.
document.addEventListener("htmx:beforeRequest", (event) => {
  const here = parts(event.target);
  if (!here || event.target !== here.line) return;
  const asked = event.detail.requestConfig?.triggeringEvent?.type === "read";
  if ("touched" in (here.sheet?.dataset ?? {}) && !asked) event.preventDefault();
});
document.addEventListener("htmx:afterSwap", (event) => {
  const form = event.target.closest?.("form[data-quick-log]") ?? document.querySelector("form[data-quick-log]");
  if (!form || event.target.id !== "sheet") return;
  form.removeAttribute(STALE);
  if (form.dataset.then === "save") save(form)?.focus();
  delete form.dataset.then;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.target.name !== "line") return;
  const here = parts(event.target);
  if (!here) return;
  event.preventDefault();
  if (here.form.hasAttribute(STALE) || !save(here.form)) {
    here.form.dataset.then = "save";
    here.line.dispatchEvent(new CustomEvent("read"));
  } else {
    here.form.requestSubmit(save(here.form));
  }
});

// The button that reads the line needs no page of its own here. And one press is enough to save.
document.addEventListener("submit", (event) => {
  const here = parts(event.target);
  if (!here) return;
  if (event.submitter?.matches("[data-read]")) {
    event.preventDefault();
    here.line.dispatchEvent(new CustomEvent("read"));
    return;
  }
  if (here.form.dataset.sent) event.preventDefault();
  here.form.dataset.sent = "1";
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-quick-log]")) delete form.dataset.sent;
});

// A line that begins with somebody's name goes on after it; browsers would put the cursor before it.
const begun = document.querySelector("form[data-quick-log] [name=line]");
begun?.setSelectionRange(begun.value.length, begun.value.length);

// From any page: the dialog fetches the form when it opens, and puts the cursor into the line.
const dialog = document.getElementById("quick-log");
dialog?.addEventListener("opened", () => {
  if (!dialog.querySelector("form[data-quick-log]")) dialog.querySelector("[data-quick-log-here]")?.dispatchEvent(new CustomEvent("fetch"));
  else dialog.querySelector("[name=line]")?.focus();
});
dialog?.addEventListener("htmx:afterSwap", () => {
  if (!dialog.querySelector("#sheet")?.childElementCount) dialog.querySelector("[name=line]")?.focus();
});
