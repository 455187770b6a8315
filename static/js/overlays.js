// Dialogs and menus. `data-opens="id"` opens the dialog with that id; menus are <details> that close by themselves.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  const dialog = opener && document.getElementById(opener.dataset.opens);
  if (dialog) {
    event.preventDefault();
    closeMenus();
    dialog.showModal();
    dialog.dispatchEvent(new CustomEvent("opened"));
    return;
  }
  // A click on the dialog itself is a click beside its content.
  if (event.target.matches("dialog.dialog, dialog.palette")) event.target.close();
  closeMenus(event.target.closest("details.menu, details[data-sheet]"));
});

document.addEventListener("keydown", (event) => {
  const menu = event.target.closest?.("details.menu[open], details[data-sheet][open]");
  if (!menu) return;
  if (event.key === "Escape") {
    menu.open = false;
    menu.querySelector("summary").focus();
    event.preventDefault();
  }
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const items = [...menu.querySelectorAll("summary, .menu-panel a, .menu-panel button")];
    const step = event.key === "ArrowDown" ? 1 : -1;
    items.at((items.indexOf(document.activeElement) + step) % items.length)?.focus();
    event.preventDefault();
  }
});

// Focus that leaves a menu closes it, so that nothing lies over what has the focus.
document.addEventListener("focusin", (event) => closeMenus(event.target.closest("details.menu, details[data-sheet]")));

function closeMenus(except) {
  for (const menu of document.querySelectorAll("details.menu[open], details[data-sheet][open]")) {
    if (!except || !(menu === except || menu.contains(except))) menu.open = false;
  }
}
