import { z } from 'zod';

const text = z.string().min(1);
const words = <const Key extends string>(...keys: Key[]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, text])) as Record<Key, typeof text>);

/** Words of the pages of tested platforms, as authored: `content/platforms/pages.yaml`. */
export const PageWordsSchema = z.strictObject({
  /** The language of these words: the `lang` of each page. */
  lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/),
  words: z.strictObject({
    /** Stands first on every page: nothing on it is real. */
    ...words('mark', 'exercise', 'pages', 'front', 'post', 'report', 'help', 'transparency', 'send').shape,
    fields: words('name', 'age', 'document', 'contact', 'pictures', 'machine'),
    reportFields: words('address', 'what', 'who'),
    ...words('formLanguage', 'otherLanguages', 'signIn', 'anyone', 'flaggers', 'noFlaggers', 'noSuchPage').shape,
    ...words('promised', 'hours', 'staff', 'hoursAWeek', 'days', 'terms', 'week', 'noFigures', 'figures').shape,
    ...words('test', 'testNote', 'card', 'version', 'account', 'content', 'none', 'gone', 'madeByProgram', 'yes').shape,
    /** What a visitor sees of a card. Documents and consent are handed in and are on no page. */
    cardFields: words('declaredAge', 'advertisedBy', 'phoneId', 'imageHashId'),
  }),
});

export type PageWords = z.output<typeof PageWordsSchema>;
