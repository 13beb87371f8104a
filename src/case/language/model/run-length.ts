/** The lengths of a workshop in minutes, the full one first. */
export const RUN_LENGTHS = [180, 90, 45] as const;
export type RunLength = (typeof RUN_LENGTHS)[number];
