import { type QrPath, qrPath } from '#kernel/formats/qr/qr-path.ts';

/** The address of a room as a code that telephones read. */
export const addressCode = (address: string): QrPath => qrPath(address);
