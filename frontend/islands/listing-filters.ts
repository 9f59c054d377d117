/**
 * Filters that answer at once: a change loads the new list and swaps the parts that differ, so focus, scroll
 * position and the open sheet stay. Anything unexpected falls back to an ordinary page load.
 */
const swappedIds = ["judul", "pilihan-filter", "aksi-filter", "hasil"];
const form = document.querySelector<HTMLFormElement>("[data-island=listing-filters]");
let shownQuery = location.search;
let pending: AbortController | undefined;

form?.addEventListener("change", () => void load(addressOf(form)));
form?.addEventListener("submit", (event) => {
  if (!form.matches(":popover-open")) return;
  event.preventDefault();
  form.hidePopover();
  document.getElementById("hasil")?.scrollIntoView();
});
addEventListener("popstate", () => {
  if (location.search !== shownQuery) location.reload();
});

/** The listing's address for the form as it stands, without the empty fields. */
function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value) query.append(name, value);
  return `${form.getAttribute("action")}?${query}`;
}

async function load(address: string): Promise<void> {
  pending?.abort();
  pending = new AbortController();
  const results = document.getElementById("hasil");
  results?.setAttribute("aria-busy", "true");

  try {
    const response = await fetch(address, { signal: pending.signal });
    if (!response.ok) throw new Error(String(response.status));
    swap(new DOMParser().parseFromString(await response.text(), "text/html"));
    history.pushState(null, "", response.url);
    shownQuery = location.search;
    results?.removeAttribute("aria-busy");
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return;
    location.href = address;
  }
}

function swap(next: Document): void {
  const focusedId = document.activeElement?.id;
  const unfolded = foldingGroups().map((group) => group.open);
  document.title = next.title;

  for (const id of swappedIds) {
    const from = next.getElementById(id);
    if (!from) throw new Error(`no #${id}`);
    document.getElementById(id)?.replaceChildren(...from.childNodes);
  }

  for (const [index, group] of foldingGroups().entries()) if (unfolded[index]) group.open = true;
  if (focusedId) document.getElementById(focusedId)?.focus({ preventScroll: true });
  announce(document.getElementById("jumlah")?.textContent ?? "");
}

function foldingGroups(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>("#pilihan-filter details")];
}

/** For screen readers: the swap itself is silent. */
function announce(message: string): void {
  const region = document.getElementById("kabar-hasil");
  if (region) region.textContent = message;
}
