/** Counter "3/8", arrow keys, thumbnails that do not move the page, and the wall opening at the same photo. */
const gallery = document.querySelector<HTMLElement>("[data-island=gallery]");
const strip = gallery?.querySelector<HTMLElement>("[data-strip]");

if (gallery && strip) enhance(gallery, strip);

function enhance(gallery: HTMLElement, strip: HTMLElement): void {
  const counter = gallery.querySelector("[data-counter]");
  const thumbs = [...gallery.querySelectorAll<HTMLAnchorElement>(".thumb")];
  const wall = gallery.querySelector<HTMLElement>("[popover]");
  const count = strip.children.length;
  let current = -1;

  strip.addEventListener("scroll", update, { passive: true });
  thumbs.forEach((thumb, index) => {
    thumb.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(index);
    });
  });
  gallery.addEventListener("keydown", (event) => {
    if (wall?.matches(":popover-open")) return;
    if (event.key === "ArrowRight") goTo(current + 1);
    else if (event.key === "ArrowLeft") goTo(current - 1);
    else return;
    event.preventDefault();
  });
  wall?.addEventListener("toggle", () => {
    if (wall.matches(":popover-open"))
      wall.querySelectorAll("[data-large]")[current]?.scrollIntoView({ behavior: "instant", block: "center" });
  });
  update();

  function goTo(index: number): void {
    strip.scrollTo({ left: Math.max(0, Math.min(count - 1, index)) * strip.clientWidth, behavior: "smooth" });
  }

  function update(): void {
    const index = Math.round(strip.scrollLeft / strip.clientWidth);
    if (index === current) return;
    current = index;
    if (counter) counter.textContent = `${index + 1}/${count}`;
    thumbs.forEach((thumb, position) => {
      if (position === index) thumb.setAttribute("aria-current", "true");
      else thumb.removeAttribute("aria-current");
    });
    keepInSight(thumbs[index]);
  }
}

/** Moves only the row of thumbnails, never the page. */
function keepInSight(thumb: HTMLElement | undefined): void {
  const row = thumb?.closest("ul");
  if (!thumb || !row) return;
  row.scrollTo({
    left: thumb.offsetLeft - row.offsetLeft - (row.clientWidth - thumb.clientWidth) / 2,
    behavior: "smooth",
  });
}
