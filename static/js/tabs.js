// More tabs than a phone is wide: the one that is shown comes into view.
for (const current of document.querySelectorAll(".tab-list > [aria-current=page]")) {
  const list = current.parentElement;
  const room = (list.clientWidth - current.offsetWidth) / 2;
  list.scrollLeft = current.offsetLeft - list.offsetLeft - Math.max(room, 0);
}
