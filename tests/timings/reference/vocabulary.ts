/** Words and templates of the reference generators: neutral notices of an invented town. `{slot}` is filled in. */
export const SLOTS = {
  task: [
    'bicycle repair',
    'piano tuning',
    'hedge cutting',
    'window cleaning',
    'roof repair',
    'bread baking',
    'dog walking',
    'clock repair',
    'sewing lessons',
    'chess lessons',
    'bookbinding',
    'house painting',
    'boat cleaning',
    'wood turning',
    'tile laying',
    'knife sharpening',
  ],
  manner: [
    'careful',
    'cheerful',
    'punctual',
    'thorough',
    'patient',
    'quiet',
    'inventive',
    'tidy',
    'steady',
    'modest',
    'swift',
    'dependable',
    'practised',
    'curious',
    'gentle',
    'lively',
  ],
  time: [
    'on Tuesdays',
    'before noon',
    'in the evening',
    'after the school holidays',
    'every second week',
    'at the end of the month',
    'on market days',
    'from April on',
    'until the first frost',
    'at short notice',
  ],
  where: [
    'behind the old mill',
    'at the harbour',
    'by the water tower',
    'near the library',
    'in the upper town',
    'along the canal',
    'beside the tram depot',
    'on the east bank',
  ],
  terms: [
    'a written offer comes first',
    'material is charged apart',
    'the first visit is free',
    'you pay when the work is done',
    'a receipt is given',
    'the price is agreed before',
    'travel is included',
    'small repairs cost the same',
  ],
  people: ['families', 'neighbours', 'beginners', 'small firms', 'clubs', 'schools', 'older people', 'newcomers'],
  contact: [
    'leave a note at the desk',
    'send a short message',
    'ring during office hours',
    'ask for a time by letter',
    'come by and look',
    'write what you need',
    'use the form below',
    'ask at the next stall',
  ],
  tool: [
    'a long ladder',
    'a work bench',
    'our own paint',
    'spare parts',
    'a small van',
    'clean covers',
    'measuring tools',
    'a folding table',
  ],
} as const;
export type SlotName = keyof typeof SLOTS;

export const SENTENCES = [
  'We offer {manner} {task} {where} for {people}.',
  'Our workshop is open {time}, and {terms}.',
  'For {task} we bring {tool}.',
  'For {task} {time}, please {contact}.',
  'We are {manner} and {manner}, and {people} know us.',
  'Last year we did {task} for many {people}.',
  'Just {contact}, and {terms}.',
  'The work is {manner}, {terms}, {time}.',
  'We also teach {task} {time}, mostly to {people}.',
  'There is room for {tool} and {tool} {where}.',
  'Say early if you need {task} or {task}.',
  'A {manner} colleague looks after {people} {time}.',
  'Think it over, then {contact}.',
  'In winter we do {task}, mostly {time}.',
  'You find us {where}, or {contact}.',
  'With {tool}, {task} takes less time.',
] as const;

export const TITLES = [
  '{manner} {task} {where}',
  '{task} {time}',
  '{task} for {people}',
  'New {where}: {task}',
  '{manner} help with {task}',
  '{task}, {terms}',
] as const;

export const TOWNS = [
  'Ambermouth',
  'Birkvale',
  'Corrin',
  'Dunwick Mere',
  'Elderholm',
  'Fennbridge',
  'Garrowby',
  'Hollin Sound',
  'Inverlow',
  'Jarnstead',
  'Kelderby',
  'Lowmarsh',
  'Merrin Bay',
  'Northwell',
  'Osterfold',
  'Pellbury',
  'Quarrow',
  'Rushford Lea',
  'Stavenham',
  'Thornmouth',
] as const;

export const FIRST_WORDS = [
  'acorn',
  'basil',
  'copper',
  'dune',
  'elm',
  'fern',
  'ginger',
  'hazel',
  'iris',
  'jasper',
  'kite',
  'linden',
  'moss',
  'nutmeg',
  'otter',
  'plum',
  'quill',
  'raven',
  'slate',
  'thistle',
] as const;

export const SECOND_WORDS = [
  'bench',
  'corner',
  'craft',
  'desk',
  'forge',
  'guild',
  'loft',
  'mill',
  'room',
  'shed',
  'stall',
  'studio',
  'tools',
  'trade',
  'works',
  'yard',
] as const;

export const UNITS = ['hour', 'visit', 'half day', 'day', 'piece', 'week'] as const;

/** Sentences of an ad, at least and at most. */
export const SENTENCES_OF_AN_AD = [7, 10] as const;
/** Prices of an ad, at least and at most. */
export const PRICES_OF_AN_AD = [2, 4] as const;

/** The year in which every reference ad is posted. */
export const YEAR = { from: Date.UTC(2031, 0, 1), to: Date.UTC(2031, 11, 31) } as const;
export const DAY = 24 * 60 * 60 * 1000;
/** Maximum number of days until an ad is edited. */
export const DAYS_TO_EDIT = 20;
