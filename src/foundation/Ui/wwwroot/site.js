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

// Days: the picker beside the field, spellings brought into one form, and complaints in the page's language.
const day = (typed) => {
  const parts = typed.trim().match(/^(\d{4})\D?(\d{1,2})\D?(\d{1,2})日?$/);
  if (!parts) return null;
  const iso = `${parts[1]}-${parts[2].padStart(2, "0")}-${parts[3].padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
};
const judge = (box, input) => {
  const iso = day(input.value);
  const { wrong, early, late, min, max } = box.dataset;
  input.setCustomValidity(!input.value.trim() ? "" : !iso ? wrong : min && iso < min ? early : max && iso > max ? late : "");
};
const addPicker = (box, input) => {
  const picker = Object.assign(document.createElement("input"), { type: "date", tabIndex: -1, min: box.dataset.min ?? "", max: box.dataset.max ?? "" });
  picker.setAttribute("aria-hidden", "true");
  const button = Object.assign(document.createElement("button"), { type: "button", className: "date-pick", title: box.dataset.date });
  button.setAttribute("aria-label", box.dataset.date);
  button.addEventListener("click", () => {
    picker.value = day(input.value) ?? "";
    picker.showPicker();
  });
  picker.addEventListener("change", () => {
    input.value = picker.value;
    judge(box, input);
    input.focus();
  });
  box.append(picker, button);
};
for (const box of document.querySelectorAll("[data-date]")) {
  const input = box.querySelector("input");
  input.addEventListener("input", () => judge(box, input));
  input.addEventListener("change", () => {
    input.value = day(input.value) ?? input.value;
    judge(box, input);
  });
  if ("showPicker" in HTMLInputElement.prototype) addPicker(box, input);
}

// Keys on the device: the script is fetched only where a page offers them.
if (window.PublicKeyCredential && document.querySelector("[data-passkey]")) import("./passkeys.js");

// A screen on the wall looks again by itself; where nobody answers it keeps what it shows.
for (const page of document.querySelectorAll("[data-reload]")) {
  setInterval(async () => {
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
    if (fresh) document.querySelector("main").replaceWith(fresh);
  }, page.dataset.reload * 1000);
}
