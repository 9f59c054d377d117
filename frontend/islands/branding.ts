/** Shows colours as they are picked: the server's own preview, asked for in the background. */
const form = document.querySelector<HTMLFormElement>("form[data-island=branding]");
const WAIT_MS = 150;
form?.querySelector<HTMLElement>("[data-preview-button]")?.setAttribute("hidden", "");
let timer: ReturnType<typeof setTimeout> | undefined;
let latest = 0;

form?.addEventListener("input", (event) => {
  if (!(event.target instanceof HTMLInputElement) || event.target.type !== "color") return;
  clearTimeout(timer);
  timer = setTimeout(() => void refresh(form), WAIT_MS);
});

async function refresh(source: HTMLFormElement): Promise<void> {
  latest += 1;
  const mine = latest;
  const colors = [...source.querySelectorAll<HTMLInputElement>("input[type=color]")];
  const query = new URLSearchParams(colors.map(({ name, value }) => [name, value]));
  const response = await fetch(`${location.pathname}?${query}`).catch(() => null);
  if (!response?.ok || mine !== latest) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.querySelector("[data-branding-result]");
  const shown = source.querySelector("[data-branding-result]");
  if (fresh && shown && mine === latest) shown.replaceChildren(...fresh.childNodes);
}
