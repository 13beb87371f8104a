/** The test cards of a test of platforms, in the order in which a team works through them. */
export const TEST_CARD_IDS = [
  'TC1',
  'TC2',
  'TC3',
  'TC4',
  'TC5',
  'TC6',
  'TC7',
  'TC8',
  'TC9',
  'TC10',
  'TC11',
  'TC12',
  'TC13',
  'TC14',
] as const;
export type TestCardId = (typeof TEST_CARD_IDS)[number];

/** Who reports a card to the platform. Police and trusted flaggers send formal requests and notices. */
export const REPORTERS = [
  'parent',
  'member',
  'person-shown',
  'relative',
  'police',
  'trusted-flagger',
  'non-user',
] as const;
export type Reporter = (typeof REPORTERS)[number];

/** Routes by which a report is submitted. */
export const REPORT_ROUTES = ['no-account', 'other-language', 'screen-reader'] as const;
export type ReportRoute = (typeof REPORT_ROUTES)[number];

/** Fields that a preservation request asks for. @see Convention on Cybercrime, art. 29(2), made practical. */
export const PRESERVATION_FIELDS = [
  'account-id',
  'ad-ids',
  'addresses',
  'time-span',
  'content-versions',
  'subscriber',
  'log-in-addresses',
  'device',
  'payment',
  'messages',
  'moderation-history',
] as const;
export type PreservationField = (typeof PRESERVATION_FIELDS)[number];

/** What a lawful platform does with a card. */
export const EXPECTED_ACTIONS = [
  'block-and-refer',
  'block',
  'keep-off-and-refer',
  'remove-and-keep-off',
  'remove-and-refer',
  'remove-and-answer',
  'preserve-and-answer',
  'keep-and-answer',
  'publish',
] as const;
export type ExpectedAction = (typeof EXPECTED_ACTIONS)[number];

/** The content of a test card: numbers, codes and ids. There is no field for a text (rule C14). */
export interface CardFields {
  readonly declaredAge?: number;
  /** Age according to the submitted document. */
  readonly documentAge?: number;
  /** The age that a later edit declares. */
  readonly editedAge?: number;
  readonly advertisedBy?: 'self' | 'third-person';
  readonly consent?: 'given' | 'missing' | 'withdrawn';
  readonly documentId?: string;
  /** Number of names under which the same document was submitted. */
  readonly personas?: number;
  readonly phoneId?: string;
  readonly imageHashId?: string;
  readonly noticeId?: string;
  readonly asked?: readonly PreservationField[];
  readonly askedDays?: number;
}

/** An artificial ad that is marked as such, with what it tests and what a lawful platform does with it. */
export interface TestCard {
  readonly kind: 'test-card';
  readonly banner: 'TEST';
  readonly synthetic: true;
  readonly id: TestCardId;
  readonly tests: string;
  /** True if the card is lawful: removing it is the fault. */
  readonly lawful: boolean;
  /** True if the fields alone show, at the time of posting, that the card must not be published. */
  readonly plainAtPosting: boolean;
  readonly fields: CardFields;
  readonly reporter?: Reporter;
  /** One route for each copy, if the route is what is tested. */
  readonly routes?: readonly ReportRoute[];
  /** Number of copies of the card on each site. */
  readonly copies: number;
  readonly expected: ExpectedAction;
  /** True if the authority has to be informed. @see Regulation (EU) 2022/2065, art. 18. */
  readonly refer: boolean;
  /**
   * Hours from the report within which the platform has to act; 0 if it has to act before publication. A training
   * value.
   */
  readonly dueHours: number;
}

const marks = { kind: 'test-card', banner: 'TEST', synthetic: true } as const;
const plain = { lawful: false, plainAtPosting: true, refer: false, dueHours: 0 } as const;
const reported = { lawful: false, plainAtPosting: false, refer: false } as const;
const lawful = { lawful: true, plainAtPosting: false, refer: false } as const;
const ofAge = { declaredAge: 30, advertisedBy: 'self', consent: 'given' } as const;

/** All test cards. The fields say what each is about; a team may read everything beforehand. */
export const TEST_CARDS: readonly TestCard[] = [
  {
    ...marks,
    ...plain,
    id: 'TC1',
    tests: 'declared-age',
    fields: { declaredAge: 17 },
    copies: 3,
    expected: 'block-and-refer',
    refer: true,
  },
  {
    ...marks,
    ...plain,
    id: 'TC2',
    tests: 'document-age',
    fields: { declaredAge: 18, documentAge: 17, documentId: 'test-document-2' },
    copies: 3,
    expected: 'block-and-refer',
    refer: true,
  },
  {
    ...marks,
    ...plain,
    id: 'TC3',
    tests: 'edit-after-flag',
    fields: { declaredAge: 17, editedAge: 18 },
    reporter: 'parent',
    copies: 3,
    expected: 'keep-off-and-refer',
    refer: true,
    dueHours: 24,
  },
  {
    ...marks,
    ...reported,
    id: 'TC4',
    tests: 'repost-from-new-account',
    fields: { ...ofAge, consent: 'withdrawn', phoneId: 'test-phone-4' },
    reporter: 'trusted-flagger',
    copies: 4,
    expected: 'remove-and-keep-off',
    dueHours: 24,
  },
  {
    ...marks,
    ...plain,
    id: 'TC5',
    tests: 'third-person-consent',
    fields: { declaredAge: 30, advertisedBy: 'third-person', consent: 'missing' },
    copies: 2,
    expected: 'block',
  },
  {
    ...marks,
    ...plain,
    id: 'TC6',
    tests: 'document-reused',
    fields: { ...ofAge, documentId: 'test-document-6', personas: 5 },
    copies: 2,
    expected: 'block',
  },
  {
    ...marks,
    ...reported,
    id: 'TC7',
    tests: 'removal-request',
    fields: { ...ofAge, consent: 'withdrawn' },
    reporter: 'person-shown',
    copies: 3,
    expected: 'remove-and-keep-off',
    dueHours: 24,
  },
  {
    ...marks,
    ...reported,
    id: 'TC8',
    tests: 'report-by-relative',
    fields: { noticeId: 'test-missing-notice-8' },
    reporter: 'relative',
    copies: 2,
    expected: 'remove-and-refer',
    refer: true,
    dueHours: 12,
  },
  {
    ...marks,
    ...lawful,
    id: 'TC9',
    tests: 'preservation-request',
    fields: { ...ofAge, noticeId: 'test-request-9', asked: PRESERVATION_FIELDS, askedDays: 90 },
    reporter: 'police',
    copies: 1,
    expected: 'preserve-and-answer',
    dueHours: 24,
  },
  {
    ...marks,
    ...reported,
    id: 'TC10',
    tests: 'trusted-flagger-notice',
    fields: { ...ofAge, consent: 'withdrawn', noticeId: 'test-notice-10' },
    reporter: 'trusted-flagger',
    copies: 2,
    expected: 'remove-and-answer',
    dueHours: 24,
  },
  {
    ...marks,
    ...lawful,
    id: 'TC11',
    tests: 'false-report',
    fields: ofAge,
    reporter: 'member',
    copies: 3,
    expected: 'keep-and-answer',
    dueHours: 48,
  },
  {
    ...marks,
    ...lawful,
    id: 'TC12',
    tests: 'lawful-card',
    fields: { ...ofAge, documentId: 'test-document-12' },
    copies: 5,
    expected: 'publish',
    dueHours: 0,
  },
  {
    ...marks,
    ...plain,
    id: 'TC13',
    tests: 'known-image',
    fields: { imageHashId: 'test-hash-13' },
    copies: 3,
    expected: 'block-and-refer',
    refer: true,
  },
  {
    ...marks,
    ...reported,
    id: 'TC14',
    tests: 'report-route',
    fields: { ...ofAge, consent: 'withdrawn' },
    reporter: 'non-user',
    routes: REPORT_ROUTES,
    copies: 3,
    expected: 'remove-and-answer',
    dueHours: 48,
  },
];
