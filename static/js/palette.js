// The palette: people from the server, pages and actions from the page itself; arrows choose, Enter goes.
const dialog = document.getElementById("palette");
const WAIT = 120;

if (dialog) {
  const input = dialog.querySelector("input");
  const people = dialog.querySelector("[data-palette-people]");
  const nothing = dialog.querySelector("[data-palette-nothing]");
  let asked;
  let timer;

  const shown = () => [...dialog.querySelectorAll("[role=option]")].filter((item) => !item.closest("[hidden]"));

  function choose(item) {
    dialog.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    if (!item) return input.removeAttribute("aria-activedescendant");
    item.id ||= `option-${crypto.randomUUID()}`;
    item.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  }

  function filter() {
    const words = input.value.trim().toLocaleLowerCase();
    for (const group of dialog.querySelectorAll("[data-palette-group]")) {
      const items = [...group.querySelectorAll("[role=option]")];
      for (const item of items) item.hidden = !item.querySelector("span").textContent.toLocaleLowerCase().includes(words);
      group.hidden = items.every((item) => item.hidden);
    }
    settle();
  }

  function settle() {
    const items = shown();
    nothing.hidden = items.length > 0;
    choose(items[0]);
  }

  async function search() {
    asked?.abort();
    const words = input.value.trim();
    if (!words || !dialog.dataset.people) {
      people.replaceChildren();
      people.parentElement.hidden = true;
      return settle();
    }
    asked = new AbortController();
    try {
      const address = `${dialog.dataset.people}?q=${encodeURIComponent(words)}`;
      const answer = await fetch(address, { signal: asked.signal, headers: { "X-Requested-With": "palette" } });
      if (!answer.ok) throw new Error(answer.statusText);
      people.innerHTML = await answer.text();
      people.parentElement.hidden = !people.querySelector("[role=option]");
      settle();
    } catch (error) {
      if (error.name === "AbortError") return;
      people.parentElement.hidden = true;
      settle();
    }
  }

  dialog.addEventListener("opened", () => {
    input.value = "";
    filter();
    search();
    input.focus();
  });
  input.addEventListener("input", () => {
    filter();
    clearTimeout(timer);
    timer = setTimeout(search, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    const items = shown();
    const at = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length };
    if (event.key in steps && items.length) {
      choose(items[steps[event.key] % items.length]);
      event.preventDefault();
    }
    if (event.key === "Enter" && items[at]) {
      event.preventDefault();
      items[at].click();
    }
  });
}
