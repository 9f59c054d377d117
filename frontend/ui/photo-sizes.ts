/**
 * `sizes` per place. On phones a little under the true width on purpose, so that screens of
 * density 1.75 take the 640 px file instead of the one twice as large.
 */
export const cardSizes = "(min-width: 64rem) 300px, (min-width: 40rem) 44vw, 88vw";
export const spotlightSizes = "(min-width: 64rem) 620px, 88vw";
export const gallerySizes = "(min-width: 80rem) 800px, (min-width: 64rem) 62vw, 88vw";
export const thumbnailSizes = "96px";
export const lightboxSizes = "(min-width: 64rem) 1200px, 100vw";
