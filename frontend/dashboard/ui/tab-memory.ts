const PREFIX = "autoleads-";

/**
 * What this tab remembers until it is closed, of whom the page names in `<body data-user>` and of nobody else. A browser
 * that keeps nothing is no reason to stop writing.
 */
export function remember(key: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(placeOf(key), text);
    else sessionStorage.removeItem(placeOf(key));
  } catch {}
}

export function recall(key: string): string | null {
  try {
    return sessionStorage.getItem(placeOf(key));
  } catch {
    return null;
  }
}

/** A page that names nobody at all (a session that ran out, a fault) leaves what there is to whom it belongs. */
export function forgetOthers(): void {
  if (document.body.dataset.user === undefined) return;
  try {
    const others = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX) && !key.startsWith(placeOf("")));
    for (const key of others) sessionStorage.removeItem(key);
  } catch {}
}

function placeOf(key: string): string {
  return `${PREFIX}${document.body.dataset.user ?? ""}:${key}`;
}
