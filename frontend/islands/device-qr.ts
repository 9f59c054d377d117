/** Keeps the QR of a number fresh, and shows the page again once the phone has scanned it. */
const box = document.querySelector<HTMLElement>("[data-island=device-qr]");
const events = box?.dataset.events;
if (box && events) follow(box, events);

function follow(shown: HTMLElement, address: string): void {
  const source = new EventSource(address);
  say(shown, "Menunggu dipindai. Kode berganti sendiri.");
  source.addEventListener("connection", ({ data }) => show(shown, source, JSON.parse(data)));
  // The server ends after ten minutes; the browser would begin again for ever.
  source.addEventListener("end", () => source.close());
}

type Connection = { status: string; qrImage: string | null; problem: string | null };

function show(shown: HTMLElement, source: EventSource, { status, qrImage, problem }: Connection): void {
  if (status === "connected") {
    source.close();
    say(shown, "Tersambung.");
    // This page may be the answer to a POST, which has no address of its own.
    location.assign(shown.dataset.page ?? location.pathname);
    return;
  }
  const picture = shown.querySelector<HTMLImageElement>("[data-qr]");
  if (picture && qrImage) picture.src = qrImage;
  say(shown, problem ?? "Menunggu dipindai. Kode berganti sendiri.");
}

function say(shown: HTMLElement, words: string): void {
  const state = shown.querySelector("[data-qr-state]");
  if (state && state.textContent !== words) state.textContent = words;
}
