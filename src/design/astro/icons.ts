/** The signs of the house, each drawn in a field of 20 by 20 with a line of 2. */
export const ICONS = {
  hit: 'M2 2h16v16H2zM6 10.5l3 3 5.5-7',
  false: 'M4 4l12 12M16 4L4 16',
  trap: 'M10 2.5L18 17H2zM6.5 17L10 10.5 13.5 17',
  cue: 'M10 2l7 2.5v5c0 4.5-3 7-7 8.5-4-1.5-7-4-7-8.5v-5z',
  you: 'M3 17l1-4L14 3l3 3L7 16zM12 5l3 3',
  stop: 'M6 2h8l4 4v8l-4 4H6l-4-4V6zM6 10h8',
  note: 'M3 2h14v16H3zM7 2v16M10 7h4M10 11h4',
  lock: 'M3 9h14v9H3zM6 9V6a4 4 0 018 0v3',
  done: 'M3 10.5l5 5L17 5',
  to: 'M2 10h15M11 4l6 6-6 6',
  up: 'M10 17V4M4 9l6-6 6 6',
  down: 'M10 3v13M4 11l6 6 6-6',
  pause: 'M6 3v14M14 3v14',
  wait: 'M3 3v14M17 3v14M3 8h14M3 12h14',
  clock: 'M18 10a8 8 0 11-16 0 8 8 0 0116 0zM10 5v5l3.5 2',
  search: 'M14 8.5a5.5 5.5 0 11-11 0 5.5 5.5 0 0111 0zM12.5 12.5L18 18',
} as const;

export type IconName = keyof typeof ICONS | 'miss';
