// The review by keyboard: a key of an outcome goes on to the reason, ⌘/Ctrl with Enter proposes, Escape goes back to
// the row, and what was answered keeps the place in the list.
const row = (element) => element.closest("[data-review] [data-row]");
let place = "";

document.addEventListener("keydown", (event) => {
  const inside = event.target.closest?.("[data-review] form") && row(event.target);
  if (!inside) return;
  if (event.key === "Escape") {
    inside.tabIndex = -1;
    inside.focus();
  }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const form = event.target.form;
    (form.querySelector('[value="propose"]') ?? form.querySelector("button")).click(); // htmx sends the button clicked
    event.preventDefault();
  }
});

// Keys focus an input (keys.js): an outcome is chosen by that, and the reason is next.
document.addEventListener("focusin", (event) => {
  if (event.target.matches("[data-decide] [type=radio][data-key]") && pressed === event.target.dataset.key) {
    event.target.checked = true;
    event.target.closest("details").open = true;
    event.target.form.querySelector("textarea").focus();
  }
});
let pressed = "";
document.addEventListener("keydown", (event) => (pressed = event.target.matches("[data-row]") ? event.key : ""), true);
// What is opened is written into next. Not on "toggle": that is also told of what was open from the beginning.
document.addEventListener("click", (event) => {
  const details = event.target.closest?.("[data-review] summary")?.parentElement;
  if (details) setTimeout(() => details.open && details.querySelector("textarea")?.focus());
});

document.addEventListener("htmx:beforeRequest", (event) => (place = row(event.target)?.id ?? ""));
document.addEventListener("htmx:afterSettle", () => {
  const back = place && document.getElementById(place);
  place = "";
  if (!back || back.querySelector("[role=alert]")) return;
  back.tabIndex = -1;
  back.focus();
});
