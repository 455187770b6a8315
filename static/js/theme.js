// The theme buttons: without this file they send a form, with it the page changes at once.
const root = document.documentElement;
const YEAR = 60 * 60 * 24 * 365;

function show(theme) {
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const button of document.querySelectorAll("[data-theme-form] button")) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
}

function keep(theme) {
  const age = theme === "system" ? 0 : YEAR;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `theme=${theme}; path=/; max-age=${age}; samesite=lax${secure}`;
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-theme-form]")) return;
  event.preventDefault();
  keep(event.submitter.value);
  show(event.submitter.value);
});

// A page that comes out of the browser's memory may be older than the choice.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  const kept = document.cookie.match(/(?:^|; )theme=(light|dark)/);
  show(kept ? kept[1] : "system");
});
