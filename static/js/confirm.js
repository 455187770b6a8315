// `data-confirm="Question?"` on a form or its button, and htmx's hx-confirm, ask in a dialog of ours.
const dialog = document.getElementById("confirm");
const agreed = new WeakSet();

function ask(question, label) {
  dialog.querySelector("h2").textContent = question;
  const yes = dialog.querySelector("[data-yes]");
  yes.dataset.usual ??= yes.textContent;
  yes.textContent = label || yes.dataset.usual;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}

document.addEventListener(
  "submit",
  async (event) => {
    const form = event.target;
    const asking = event.submitter?.dataset.confirm ? event.submitter : form;
    if (!asking.dataset.confirm || agreed.delete(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!(await ask(asking.dataset.confirm, asking.dataset.confirmYes))) return;
    agreed.add(form);
    form.requestSubmit(event.submitter);
  },
  true,
);

document.addEventListener("htmx:confirm", async (event) => {
  if (!event.detail.question) return;
  event.preventDefault();
  if (await ask(event.detail.question, event.target.dataset.confirmYes)) event.detail.issueRequest(true);
});
