/** The shell's badges and the tab's title follow the inbox. */
export function showUnread(count: number, title: string): void {
  for (const badge of document.querySelectorAll<HTMLElement>("[data-unread]")) {
    badge.dataset.unread = String(count);
    badge.hidden = count === 0;
    const [number] = badge.childNodes;
    if (number) number.textContent = count > 99 ? "99+" : String(count);
  }
  const showroom = document.title.split(" · ").at(-1) ?? "";
  document.title = `${count > 0 ? `(${count}) ` : ""}${title} · ${showroom}`;
}
