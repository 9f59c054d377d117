/** What a file says about itself before anything is decoded. Pixels as stored: EXIF orientation is not applied. */
export type ImageHeader = {
  width: number;
  height: number;
  /** False when the file ends before its own structure says it does. */
  complete: boolean;
  animated: boolean;
};

/** Readers let Buffer's RangeError out when a field lies behind the end: for the caller that means "cut off". */
export type ReadImageHeader = (bytes: Buffer) => ImageHeader;
