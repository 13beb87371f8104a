import { type QrPath, qrPath } from '#kernel/formats/qr/qr-path.ts';

/**
 * A result line as a code for the camera of the facilitator's laptop. Without its spaces it fits version 4 with a
 * quarter of redundancy (4-Q), which a camera reads from the screen of another laptop.
 */
export const lineCode = (groups: readonly string[]): QrPath => qrPath(groups.join(''), 'Q');
