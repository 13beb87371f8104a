/** File name of the packed case. */
export const packedName = (id: string): string => `checkathon-${id}.html`;

/** Where the packed case lies in the site: beside the page of the case for facilitators. */
export const packedPlace = (id: string): string => `facilitate/cases/${id}/${packedName(id)}`;

/**
 * Where a packed case lies whose script knows every kind of exercise: the program for an author's case. No page leads to it.
 */
export const PACKED_PROGRAM = 'facilitate/packed-program.html';

/** True for the path of a packed case, from the root of the site. */
export const isPackedPlace = (path: string): boolean =>
  path === PACKED_PROGRAM || path === packedPlace(path.split('/')[2] ?? '');

/**
 * What one packed case may weigh, in bytes: a mail takes it, and an old laptop opens it. It was 2.8 MB until a case that is
 * packed could check a locker from its custody log outward; a further kind of exercise needs some 10 KB.
 */
export const PACKED_BUDGET = 2.9 * 1000 * 1000;
