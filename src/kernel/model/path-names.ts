/** Maximum characters of an id that becomes a name of a folder or file: room for a path around it on every system. */
export const MAX_ID_LENGTH = 80;
/** Maximum characters of a path from a folder to a file below it. */
export const MAX_PATH_LENGTH = 1000;

/** Small letters, digits and hyphens, beginning with a letter. */
const ID = /^[a-z][a-z0-9-]*$/;
/** Names that are devices on Windows, whatever the folder. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
/** Characters that change the writing direction, so that a name is read as another one. */
const BIDI_CONTROLS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * True for an id that may be a name in a path: small letters, digits and hyphens, beginning with a letter. So it leads
 * to no other folder, is no drive and no device, and names the same file on every system.
 */
export const isIdForPath = (id: string): boolean => id.length <= MAX_ID_LENGTH && ID.test(id) && !DEVICE.test(id);

/**
 * True for a path with slashes that stays below the folder from which it is meant, on every system. A slash at its end
 * is allowed. Every path that an imported file names has to pass this before it is opened.
 */
export function isPathBelow(path: string): boolean {
  const parts = path.replace(/\/$/, '').split('/');
  return (
    path.length <= MAX_PATH_LENGTH &&
    !/[\\:\p{Cc}]/u.test(path) &&
    !BIDI_CONTROLS.test(path) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..' && part !== '__proto__')
  );
}
