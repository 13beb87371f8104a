import decodeQr from 'qr/decode.js';

/** A picture as a canvas gives it: four bytes a pixel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Milliseconds for one picture of a camera, after which the next one is taken. */
const TIME_LIMIT = 80;

/** The text of the QR code in a picture; undefined where there is none, or where it is too damaged to be read. */
export function readQr(picture: Picture): string | undefined {
  try {
    return decodeQr(picture, { timeLimit: TIME_LIMIT });
  } catch {
    // The library throws for every picture in which it reads no code.
    return undefined;
  }
}
