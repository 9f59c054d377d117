export { toPhotoItems } from "./photo-items";
export { photoPages } from "./photo-pages";
