// Small comforts; nothing that a reader needs hangs on them.
"use strict";

const words = document.currentScript.dataset;

// "/" goes to the search field, unless something is being typed.
document.addEventListener("keydown", (event) => {
  const field = document.querySelector("main input[type=search], input[type=search]");
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing || !field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

// A citation can be copied. The clipboard is there on https and on this machine only.
if (navigator.clipboard) {
  for (const text of document.querySelectorAll("pre[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = words.copied;
      setTimeout(() => { button.textContent = words.copy; }, 2000);
    });
    text.before(button);
  }
}

// The calendar of the year shows which day is today: its days have the ids "d-01-01" to "d-12-31".
const two = (number) => String(number).padStart(2, "0");
const now = new Date();
const today = document.getElementById(`d-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
if (today) {
  today.classList.add("today");
  today.setAttribute("aria-current", "date");
}

// A drawing that is wider than the window begins with its middle.
for (const drawing of document.querySelectorAll(".scroll > svg")) {
  const box = drawing.parentElement;
  const start = (box.scrollWidth - box.clientWidth) / 2;
  box.scrollLeft = getComputedStyle(box).direction === "rtl" ? -start : start;
}

// On paper everything is open; what the reader had closed is closed again.
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  for (const each of opened) each.open = true;
});
addEventListener("afterprint", () => {
  for (const each of opened) each.open = false;
});
