export { addPhotos } from "./add-photos";
export { attachPhotos } from "./attach-photos";
export { fetchMessagePhoto, type MessagePhotoDeps, type MessagePhotoSource } from "./fetch-message-photo";
export { PhotoError } from "./photo-error";
export { processPhoto } from "./process-photo";
export { type OgImageInput, renderOgImage } from "./render-og-image";
export { type OriginalPhoto, type StoredOriginal, storeOriginal } from "./store-original";
export { sweepOrphanPhotos } from "./sweep-orphan-photos";
