/** Share buttons: the phone's own share sheet, or copying the link; without script they open WhatsApp. */
for (const button of document.querySelectorAll<HTMLAnchorElement>("[data-island=share]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    void share(button);
  });
}

async function share(button: HTMLAnchorElement): Promise<void> {
  const url = button.dataset.url ?? location.href;

  if ("share" in navigator) {
    try {
      await navigator.share({ url, title: button.dataset.title ?? document.title });
      return;
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
    }
  }

  try {
    await navigator.clipboard.writeText(url);
    say(button, "Tautan disalin");
  } catch {
    location.href = button.href;
  }
}

function say(button: HTMLAnchorElement, message: string): void {
  const label = button.querySelector("[data-label]");
  if (!label) return;
  const before = label.textContent;
  label.textContent = message;
  label.classList.remove("sr-only");
  setTimeout(() => {
    label.textContent = before;
    label.classList.add("sr-only");
  }, 2500);
}
