import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_MESSAGES } from '#learning/first-contact/model/example-messages.ts';
import { HARM_RULES, type MessageRuleId, PROTECT_RULES } from '#learning/first-contact/model/message-rules.ts';
import { MAX_MESSAGE, readMessage } from '#learning/first-contact/model/read-message.ts';

const rulesIn = (message: string) => new Set(readMessage(message).found.map(({ rule }) => rule));
const quotes = (message: string, rule: MessageRuleId) =>
  readMessage(message)
    .found.filter((words) => words.rule === rule)
    .map(({ text }) => text);

/** For each rule a message that has what it looks for, the words found, and one that nearly has it. */
const PLANTED: Readonly<Record<MessageRuleId, readonly [message: string, words: string, nearMiss: string]>> = {
  'names-exploitation': [
    'Hello, we help people who are being trafficked.',
    'trafficked',
    'The traffic near our office is heavy today, so the line opens later.',
  ],
  'names-police': [
    'Hello, I am an officer with time for you.',
    'officer',
    'Our office has a policy on privacy, and a health officer.',
  ],
  assumes: [
    'Hello, you need help and we are here.',
    'you need help',
    'Hello, you need not know us. We help with forms.',
  ],
  'asks-about-control': [
    'Hello, are you alone when you read this?',
    'are you alone',
    'Hello, are you free to talk on Monday?',
  ],
  'asks-personal': [
    'Please tell us your real name and your age.',
    'tell us your real name and your age',
    'You need not tell us your name, your age or your address.',
  ],
  'asks-to-meet': [
    'Hello, can we meet tomorrow at the station?',
    'can we meet',
    'Hello, when is a good time to talk? We never ask to meet.',
  ],
  threatens: [
    'Please answer. If you do not answer, we will come back.',
    'If you do not answer, we will',
    'If you do not answer, we will not write again.',
  ],
  urges: [
    'Please answer us today.',
    'answer us today',
    'Our line is open today until six. There is no hurry, and you need not answer now.',
  ],
  promises: [
    'Come to the line and you will be safe.',
    'you will be safe',
    'We cannot promise that you will be safe. We say what we can do.',
  ],
  'offers-gain': [
    'We can find you better work.',
    'We can find you better work',
    'The line costs nothing. It is at work every day.',
  ],
  'speaks-of-other': [
    'Does your manager read this?',
    'your manager',
    'My colleague Milo also reads this line. He speaks Tessaval.',
  ],
  'poses-as-client': [
    'Hello, how much for an hour with you?',
    'how much for',
    'How much time do you have for a talk? It costs nothing.',
  ],
  'asks-secrecy': [
    'Please do not tell anybody, and delete this message.',
    'do not tell',
    'We do not tell anybody that you wrote to us.',
  ],
  'has-link': ['Read more on our page: line.example', 'line.example', 'The line is open to you from 10.30 to 18.00.'],
  'leaves-number': [
    'Ring us at +999 512 345 678.',
    '+999 512 345 678',
    'We are here 10.30-18.00, from 1 to 5 July 2031.',
  ],
  'says-who': [
    'Hello, this is Nora from the advice line.',
    'this is Nora from the advice line',
    'Hello, this is important, and I am sorry to write to you.',
  ],
  'ordinary-reason': [
    'Hello, I saw your listing.',
    'your listing',
    'Hello, we read between the lines. The page is open.',
  ],
  'may-refuse': ['You need not answer this.', 'You need not answer', 'If you do not answer, we will come to you.'],
  'easy-answer': ['If you like, answer 1.', 'answer 1', 'We have one answer for all 12 of your questions.'],
  'their-time': ['When is a good time to talk?', 'When is a good time to talk', 'You will have a good time with us.'],
  'needs-no-data': [
    'You need not give your name.',
    'You need not give your name',
    'You need not wait. Please give us your name.',
  ],
  'ends-by-itself': ['We will not write again.', 'We will not write again', 'We will not stop, and we write again.'],
};

describe('a rule for first messages', () => {
  it.each(Object.entries(PLANTED))(
    '%s finds what it looks for, and not what looks like it',
    (id, [has, words, near]) => {
      const rule = id as MessageRuleId;

      expect(quotes(has, rule)).toContain(words);
      expect(quotes(near, rule)).toEqual([]);
    },
  );

  it('is there for each planted message', () => {
    expect(Object.keys(PLANTED).toSorted()).toEqual([...HARM_RULES, ...PROTECT_RULES].toSorted());
  });

  it.each([
    ['letters with blanks between them', 'Hello, this is the p o l i c e with a question.', 'p o l i c e'],
    ['letters of another script', 'Hello, this is the pоlice with a question.', 'pоlice'],
    ['capitals', 'Hello, this is the POLICE with a question.', 'POLICE'],
  ])('reads words as a reader sees them: %s', (_, message, words) => {
    expect(quotes(message, 'names-police')).toEqual([words]);
  });

  it('finds a word that a telephone shows, although the message denies it', () => {
    expect(quotes('We are not the police.', 'names-police')).toEqual(['police']);
    expect(quotes('This is not about trafficking.', 'names-exploitation')).toEqual(['trafficking']);
  });

  it.each([
    'Do not ignore this message.',
    'You must not ignore us.',
    'Whether you like it or not, we will come.',
    'If not, we will come to you.',
    'If you want to be safe, answer us.',
  ])('takes no order for a way to say no: %s', (message) => {
    expect(quotes(message, 'may-refuse')).toEqual([]);
  });

  it.each([
    'If not, ignore this.',
    'If not, that is fine.',
    'Answer only if you want.',
    'If you like, write to us.',
    'No answer is needed.',
    'You don’t have to reply.',
  ])('knows several ways to leave the answer open: %s', (message) => {
    expect(quotes(message, 'may-refuse')).toHaveLength(1);
  });

  it.each([
    ['He keeps your passport.', ['He keeps your'], []],
    ['Who keeps your passport?', [], ['Who keeps your']],
    ['Tell us if somebody keeps your passport.', [], ['if somebody keeps your']],
    ['Does he keep your passport?', [], ['Does he keep your']],
    ['Is your husband with you?', [], ['Is your husband with you']],
  ])('tells a claim about control from a question: %s', (message, claims, questions) => {
    expect(quotes(message, 'assumes')).toEqual(claims);
    expect(quotes(message, 'asks-about-control')).toEqual(questions);
  });

  it.each([
    ['THIS IS NORA FROM THE HEALTH LINE.', ['FROM THE HEALTH LINE']],
    ['We are the police.', ['We are the police']],
    ['I am a police officer.', ['I am a police officer']],
    ['We are not the police.', []],
    ['You need not hide from the police.', []],
  ])('knows who writes: %s', (message, words) => {
    expect(quotes(message, 'says-who')).toEqual(words);
  });

  it('ends a web address where the markup around it goes on', () => {
    expect(quotes('Read <a href="https://line.example">this</a>.', 'has-link')).toEqual(['https://line.example']);
  });

  it('takes no reassurance for a threat', () => {
    expect(quotes('It is no trouble for you, and there are no consequences.', 'threatens')).toEqual([]);
    expect(quotes('Answer, or we will report you.', 'threatens')).toEqual(['or we will report you']);
  });

  it('joins words of one rule that overlap', () => {
    expect(quotes('We know you are being held.', 'assumes')).toEqual(['We know you are being held']);
  });

  it('reads curly apostrophes as straight ones', () => {
    expect(quotes('You won’t be punished for it.', 'promises')).toEqual(['You won’t be punished']);
    expect(quotes('We can’t promise it to you.', 'promises')).toEqual([]);
  });
});

describe('the example messages', () => {
  it('harm: the short one is full of it, the careful one has none', () => {
    const harmIn = (message: string) =>
      [...rulesIn(message)].filter((rule) => (HARM_RULES as readonly string[]).includes(rule));

    expect(harmIn(EXAMPLE_MESSAGES.harmful)).toEqual([
      'names-police',
      'assumes',
      'names-exploitation',
      'speaks-of-other',
      'asks-personal',
      'threatens',
    ]);
    expect(harmIn(EXAMPLE_MESSAGES.mixed)).toEqual(['assumes', 'promises', 'asks-to-meet', 'has-link']);
    expect(harmIn(EXAMPLE_MESSAGES.careful)).toEqual([]);
  });

  it('protect: only the careful one lets the person say nothing', () => {
    const protectIn = (message: string) =>
      [...rulesIn(message)].filter((rule) => (PROTECT_RULES as readonly string[]).includes(rule));

    expect(protectIn(EXAMPLE_MESSAGES.harmful)).toEqual([]);
    expect(protectIn(EXAMPLE_MESSAGES.mixed)).toEqual(['ordinary-reason', 'says-who']);
    expect(new Set(protectIn(EXAMPLE_MESSAGES.careful))).toEqual(
      new Set(['says-who', 'ordinary-reason', 'their-time', 'easy-answer', 'may-refuse']),
    );
  });

  it.each(Object.values(EXAMPLE_MESSAGES))('fits and is read: %s', (message) => {
    expect(readMessage(message)).toMatchObject({ isRead: true });
    expect(readMessage(message).length).toBeLessThanOrEqual(MAX_MESSAGE);
  });
});

describe('the facts of a message', () => {
  it('quote the message as it was written, at its place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Object.values(PLANTED).flat(), '“', ' \u200b', 'é', '\n'), { maxLength: 6 }),
        (parts) => {
          const message = parts.join(' ');
          for (const { from, to, text } of readMessage(message).found) {
            expect(message.slice(from, to)).toBe(text);
            expect(text).not.toBe('');
          }
        },
      ),
    );
  });

  it('count characters as a reader does, without blanks at the ends', () => {
    expect(readMessage(' 🙂é ').length).toBe(2);
  });

  it('begin with the words that a locked screen shows, cut between two words', () => {
    expect(readMessage('Hello, this is Nora.').opening).toBe('Hello, this is Nora.');
    expect(readMessage(EXAMPLE_MESSAGES.careful).opening).toBe('Hello, this is Nora from the health and …');
    expect(readMessage('x'.repeat(90)).opening).toBe(`${'x'.repeat(40)} …`);
  });

  it.each([
    ['Hola, soy Nora de la línea de salud. Si no es buen momento, no conteste.', false],
    ['Guten Tag, hier ist Nora von der Beratung. Passt es gerade?', false],
    ['Здравствуйте, это Нора.', false],
    ['', false],
    ['Hello, are you there?', true],
    ['Police.', true],
  ])('say whether the rules can read it: %s', (message, isRead) => {
    expect(readMessage(message).isRead).toBe(isRead);
  });

  it('take no long time for a long text', () => {
    const long = 'tell us your real name or we will call you, if you do not answer, '.repeat(2000);

    expect(readMessage(long).found.length).toBeGreaterThan(1000);
  });
});
