const SHOWN_MS = 2_000;

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", () => void copy(button));
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const label = button.textContent;
  await navigator.clipboard.writeText(button.dataset.copy ?? "");
  button.textContent = "Tersalin";
  setTimeout(() => {
    button.textContent = label;
  }, SHOWN_MS);
}

export {};
