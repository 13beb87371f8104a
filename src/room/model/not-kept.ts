/**
 * Why the room keeps nothing now: the file of its log has vanished or was changed by somebody else, or the disk takes
 * nothing. Messages are refused with `not-kept` as long as this lasts.
 */
export type NotKept = 'gone' | 'disk';
