/** Buttons with `data-copy="<id of an input>"`: hidden without a script, since they could do nothing. */
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
  const input = document.getElementById(button.dataset.copy ?? "");
  if (!(input instanceof HTMLInputElement)) continue;
  button.hidden = false;
  button.addEventListener("click", () => void copy(button, input));
}

async function copy(button: HTMLButtonElement, input: HTMLInputElement): Promise<void> {
  input.select();
  const isCopied = await write(input.value);
  // What is selected can still be copied by hand.
  if (isCopied) button.textContent = button.dataset.copied ?? "";
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}

export {};
