/** Start of an absolute path: of the root, the home folder or a drive. */
const START = String.raw`(?:~?\/|[A-Za-z]:[\\/])`;

const QUOTED = new RegExp(String.raw`(["'])${START}(?:[^"']*[\\/])?(?=[^"']*\1)`, 'g');
const PLAIN = new RegExp(String.raw`(?<=^|[\s=])${START}(?:[^\s"']*[\\/])?`, 'g');

/** A command line whose absolute paths keep their last name alone: a result does not tell the folders of a machine. */
export const withoutFolders = (line: string): string => line.replaceAll(QUOTED, '$1…/').replaceAll(PLAIN, '…/');
