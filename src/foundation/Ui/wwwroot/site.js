// Comfort only: every page and form works without this file.

// A refused form: the reader starts at the list of what to change.
document.querySelector("[data-focus]")?.focus();

// "Select all" exists only where it can work.
for (const all of document.querySelectorAll("[data-select-all]")) {
  const boxes = [...document.getElementsByName(all.dataset.selectAll)];
  const show = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    all.checked = boxes.length > 0 && chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
  };
  all.hidden = false;
  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
  });
  for (const box of boxes) box.addEventListener("change", show);
  show();
}

// A second click while the first is on its way would send the form twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "true";
  setTimeout(() => delete form.dataset.sent, 5000);
});
