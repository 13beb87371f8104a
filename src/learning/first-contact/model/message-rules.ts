/**
 * What a first message can contain, as phrases of the language in which the kit is written. A phrase is searched in the
 * text as a reader sees it, with straight apostrophes. No rule reads a meaning: it finds words, or finds none.
 */
export interface MessageRule {
  readonly id: MessageRuleId;
  /** Whether the words can harm the person, or protect them. */
  readonly speaks: 'harm' | 'protect';
  readonly phrases: readonly RegExp[];
  /** Phrases that hold a "no" themselves; they count unless another "no" stands before them. */
  readonly negativePhrases?: readonly RegExp[];
  /** True where the words count although the clause says "no" or "not": a telephone shows the word all the same. */
  readonly evenDenied?: true;
}

export const HARM_RULES = [
  'names-exploitation',
  'names-police',
  'assumes',
  'asks-about-control',
  'asks-personal',
  'asks-to-meet',
  'threatens',
  'urges',
  'promises',
  'offers-gain',
  'speaks-of-other',
  'poses-as-client',
  'asks-secrecy',
  'has-link',
  'leaves-number',
] as const;
export const PROTECT_RULES = [
  'says-who',
  'ordinary-reason',
  'may-refuse',
  'easy-answer',
  'their-time',
  'needs-no-data',
  'ends-by-itself',
] as const;
export type MessageRuleId = (typeof HARM_RULES)[number] | (typeof PROTECT_RULES)[number];

const DATA =
  '(?:(?:real|full|legal|true|own|last|first) )?(?:name|age|address|nationality|passport|papers|documents|id card|birthday|date of birth|photos?|pictures?|selfie|phone number|number|e-?mail)';
const SERVICE = '(?:line|service|organisation|organization|centre|center|unit|office|desk|group|team|union)';
const SOON =
  '(?:now|today|tonight|at once|immediately|straight away|right away|quickly|within \\w+ (?:hours?|minutes?)|by tomorrow)';
const PUNISHED = '(?:arrested|charged|punished|fined|deported)';
const SOMEBODY = '(?:someone|anyone|somebody|anybody|he|she|they)';
const KEEPS = '(?:keep|hold|take|control|watche?|read)';
const OWN_WILL = "(?:need not|needn't|do not have to|don't have to|do not need to|don't need to)";

const said = (source: string, flags = 'giu') => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, flags);
const harm = (id: MessageRuleId, rule: Omit<MessageRule, 'id' | 'speaks'>): MessageRule => ({
  id,
  speaks: 'harm',
  ...rule,
});
const protect = (id: MessageRuleId, rule: Omit<MessageRule, 'id' | 'speaks'>): MessageRule => ({
  id,
  speaks: 'protect',
  ...rule,
});

/** All rules, those of harm first. */
export const MESSAGE_RULES: readonly MessageRule[] = [
  harm('names-exploitation', {
    phrases: [
      said(
        "(?:human )?traffick\\p{L}*|exploit\\p{L}*|slaves?|slavery|victims?|rescu\\p{L}+|forced|forc(?:es|ing) you|against your will|pimps?|abus(?:e|ed|er|ing|ive)|coerc\\p{L}+|(?:held|kept) (?:captive|prisoner)|under (?:(?:some(?:one|body)'s|his|their|her) )?control|controls? you",
      ),
    ],
    evenDenied: true,
  }),
  harm('names-police', {
    phrases: [
      said(
        'police(?:m[ae]n|wom[ae]n)?|(?<!health )officers?|detectives?|prosecut\\p{L}+|investigat\\p{L}+|(?:immigration|border|migration) (?:office|service|authorit\\p{L}+|control)|the authorities|courts?',
      ),
    ],
    evenDenied: true,
  }),
  harm('assumes', {
    phrases: [
      said('(?:we|i) know (?:that |what |who |about )?(?:you|he|she|they|is happening|happens)'),
      said('you are (?:being |a )?(?:trafficked|exploited|forced|controlled|held|trapped|in danger|unsafe|suffering)'),
      said(
        'you need (?:our |some |my )?help|get (?:you )?out|escape|save you|(?:your|this) (?:bad |difficult )?situation',
      ),
      said('help you (?:to )?(?:leave|stop|get away)'),
      said(`(?<!(?:if|whether|does|do|did) )${SOMEBODY} ${KEEPS}s? your`),
    ],
    negativePhrases: [said("you (?:do not|don't) have to (?:do this|live|work|stay)|you are not (?:free|safe)")],
  }),
  harm('asks-about-control', {
    phrases: [
      said(
        'are you (?:alone|safe|in danger|being (?:watched|held|forced)|free to (?:leave|go|move|decide)|allowed to|locked)',
      ),
      said(`(?:is|are) (?:${SOMEBODY}|people|your \\p{L}+) (?:with|near|watching|beside) you`),
      said(`(?:who|(?:if|whether) ${SOMEBODY}) ${KEEPS}s? your|(?:does|do|did) ${SOMEBODY} ${KEEPS} your`),
      said('do you (?:work|do this) (?:freely|by choice)|can you (?:leave|go out|(?:speak|talk) freely)'),
    ],
  }),
  harm('asks-personal', {
    phrases: [
      said(
        `(?:what(?:'s| is| are)|tell (?:us|me)|give(?: us| me)?|send(?: us| me)?|write(?: us| me)?|need(?: to know)?|confirm|share|with) (?:\\p{L}+ ){0,3}?your ${DATA}(?:,? and (?:your )?${DATA})?`,
      ),
      said('how old are you|where (?:are you from|do you (?:live|come from))'),
      said('send (?:us |me )?(?:a |your )?(?:photo|picture|selfie)s?'),
    ],
  }),
  harm('asks-to-meet', {
    phrases: [
      said("(?:can(?:'t)?|could|shall|should|may|will|would|let|let's|want to|like to|where|when)[^.!?]{0,20} meet"),
      said("meet (?:me|us)|come to (?:me|us|our|my|the)|(?:we|i)(?: will| can| could|'ll)? (?:come|drive) to you"),
      said('visit you|pick you up|where are you(?! from)|where can (?:we|i) (?:find|see|reach) you'),
    ],
  }),
  harm('threatens', {
    phrases: [
      said("(?:or|otherwise|or else),? (?:we|i|they|the police)(?: will|'ll| must| have to| shall| are going to)"),
      said("(?:we|i)(?: will|'ll| must| have to| can| could)? report (?:you|this|it|your)"),
      said(`you (?:will|'ll|could|can|may|might) (?:be |get )?(?:${PUNISHED}|in trouble|lose)`),
      said('(?:legal )?consequences|trouble for you'),
    ],
    negativePhrases: [
      said(
        "if you (?:do not|don't|refuse|ignore|fail)[^.!?]{0,40}?,? (?:we|i|they|the police)(?: will| must| have to| shall|'ll)(?! not| never| leave| understand| stop)",
      ),
    ],
  }),
  harm('urges', {
    phrases: [
      said(`(?:answer|reply|respond|write|call|ring|tell|come|leave|go|act|text|contact)[^.!?]{0,30}? ${SOON}`),
      said('urgent(?:ly)?|immediately|asap|as soon as (?:possible|you can)|right (?:now|away)|hurry'),
      said("(?:before it(?:'s| is)|it will be) too late|(?:last|only) chance"),
      /!{2,}/gu,
    ],
    negativePhrases: [said("no time to (?:lose|wait)|do not wait|don't wait")],
  }),
  harm('promises', {
    phrases: [
      said(
        "(?:we|i)(?: will|'ll| shall| can)? (?:protect|save|free) you|you(?: will|'ll) be (?:safe|free|fine|protected|okay)",
      ),
      said('promise|guarantee|guaranteed|swear|everything will be'),
      said(
        "you(?: will|'ll) (?:get|receive) (?:\\p{L}+ ){0,3}(?:papers|visa|permit|residence|asylum|protection|shelter)",
      ),
      said('(?:give|get) you (?:\\p{L}+ ){0,2}(?:papers|visa|permit|residence)'),
      said('(?:completely|totally|fully|100 ?%) (?:safe|confidential|secret|anonymous)'),
    ],
    negativePhrases: [
      said(`you(?: will not| will never| won't) (?:ever )?be ${PUNISHED}`),
      said(`(?:nobody|no one) will (?:ever )?(?:know|find out|hear|see|be ${PUNISHED})`),
      said('nothing (?:will|can) happen to you'),
    ],
  }),
  harm('offers-gain', {
    phrases: [
      said(
        "(?:we|i)(?: will|'ll| can| could)? (?:pay|give|offer|find|get) you (?:\\p{L}+ ){0,3}?(?:money|cash|jobs?|work|flat|room|home|place|life|gifts?|present|salary)",
      ),
      said(
        '(?:well|better|highly)[- ]paid|(?:better|new) (?:job|work|life)|pay(?:ment)? for your (?:time|help|answer)|rewards?',
      ),
    ],
  }),
  harm('speaks-of-other', {
    phrases: [
      said(
        '(?:your|the|this|that) (?:boss|manager|boyfriend|girlfriend|husband|wife|partner|owner|driver|controller|agency|m[ae]n|wom[ae]n|uncle|friends?)',
      ),
      said(
        '(?:someone|somebody|anyone|anybody|people|person|m[ae]n) (?:who|that) (?:\\p{L}+ )?(?:keep|hold|take|control|force|watch|pay|hurt|threaten|own)\\p{L}*',
      ),
      said('(?:the )?others? (?:people |women |men |workers )?(?:there|with you|around you)'),
      said('he|him|his'),
    ],
    evenDenied: true,
  }),
  harm('poses-as-client', {
    phrases: [
      said(
        'book (?:you|a|an|one|two)|booking|what (?:is|are) your (?:prices?|rates?)|how much (?:for|is|do you (?:charge|take))',
      ),
      said('are you (?:available|free) (?:tonight|today|now|this|for (?:a|an|one|two))'),
      said('see you (?:tonight|later|at)'),
    ],
  }),
  harm('asks-secrecy', {
    phrases: [said('(?:delete|erase) this|keep (?:this|it) (?:secret|quiet|between us|to yourself)|(?:our|a) secret')],
    negativePhrases: [
      said("(?<!(?:we|i|will|would|and) )(?:(?:do not|don't|never) (?:tell|show)|tell (?:nobody|no one))"),
    ],
  }),
  harm('has-link', {
    phrases: [
      /(?:https?:\/\/|www\.)[^\s"<>]*[\p{L}\p{N}/]/giu,
      /(?<![\p{L}\p{N}])[\p{L}\p{N}._-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/giu,
      said('[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.(?:example|test|invalid|com|org|net|info|eu|int)'),
      said('attached|attachment|download|click|tap here|(?:open|see) the (?:file|link|picture|form)'),
    ],
    evenDenied: true,
  }),
  harm('leaves-number', {
    phrases: [/(?<![\p{L}\d.])(?:\+|00?)\d[\d ()/-]{5,}\d/gu, /(?<![\p{L}\d.+])[1-9][\d -]{5,}\d(?![\d.])/gu],
    evenDenied: true,
  }),
  protect('says-who', {
    phrases: [
      said(`(?:this is|we are|i am|i'm|here is|from) (?:from )?(?:the|an?) (?:[\\p{L}-]+ ){0,4}?${SERVICE}`),
      said(
        "(?:this is|we are|i am|i'm|here is) (?:from |with )?(?:(?:the|an?) )?(?:police|detectives?)(?: officers?)?",
      ),
      said(
        `(?:[Tt]his is|[Mm]y name is|[Mm]y name's|I am|I'm) \\p{Lu}\\p{L}+(?: (?:from|of|at) (?:the|an?) (?:[\\p{L}-]+ ){0,4}?${SERVICE})?`,
        'gu',
      ),
    ],
  }),
  protect('ordinary-reason', {
    phrases: [
      said('your (?:listing|ad|advert|advertisement|profile|page|post)'),
      said(
        '(?:health|advice|information|legal advice|support) (?:and \\p{L}+ )?(?:line|service|hours|desk|centre|center)',
      ),
      said('check-?ups?|(?:opening|consulting) hours|(?:for|to) (?:everyone|everybody|all) who advertis\\p{L}+'),
    ],
  }),
  protect('may-refuse', {
    phrases: [
      said('(?:just |please |simply )?ignore (?:this|it|us)|up to you|as you (?:like|wish)'),
      said('only if you (?:want|like|wish)|if you (?:want|like|wish|prefer)(?=[,.!?]|$)'),
      said('you (?:can|may) (?:refuse|decline)'),
    ],
    negativePhrases: [
      said(`(?:you )?${OWN_WILL} (?:answer|reply|respond|write|say|tell)|you (?:can|may) say no`),
      said('no (?:answer|reply) (?:is )?(?:needed|fine|ok|okay|also fine)|no is (?:also )?(?:fine|ok|okay|an answer)'),
      said(
        "if not, (?:(?:just |please |simply )?ignore (?:this|it|us)|(?:that|it)(?: is|'s) (?:fine|ok|okay)|do nothing)",
      ),
    ],
  }),
  protect('easy-answer', {
    phrases: [
      said(
        '(?:answer|reply|send|text|write)(?: back)?(?: with)?(?: just| only)? ["“]?(?:\\d|yes|one word|a digit|a number)["”]?',
      ),
      said('one (?:word|letter|digit|number) is enough'),
    ],
    negativePhrases: [said('(?:(?:answer|reply|send|text|write)(?: with)? )?["“]?yes["”]? or ["“]?no["”]?')],
  }),
  protect('their-time', {
    phrases: [
      said(
        '(?:is (?:it|this|now)|when is|what is|if (?:it|this|now) is|ask for|tell us|name) (?:a )?(?:good|better|right|quiet) (?:time|moment)',
      ),
      said('(?:good|better|right|quiet) (?:time|moment) (?:to (?:talk|write|call)|for (?:you|a talk|a call))'),
      said('when(?:ever)? (?:it )?suits you|whenever|(?:at|in) any time (?:that )?you (?:choose|like)'),
      said('when you (?:can|like|want|have time)|are you free to (?:talk|write)'),
    ],
  }),
  protect('needs-no-data', {
    phrases: [],
    negativePhrases: [
      said(`(?:you )?${OWN_WILL} (?:tell|give|say|send|share)[^.!?]{0,20}? (?:name|age|address|number|data)`),
      said(
        "without (?:a|your|any) (?:real )?name|no names?|(?:we|i) (?:do not|don't|will not|never) ask (?:for )?(?:your |any )?(?:name|age|data|papers|address)",
      ),
    ],
  }),
  protect('ends-by-itself', {
    phrases: [],
    negativePhrases: [
      said("we (?:will not|won't|do not|don't|shall not) (?:write|call|ask|text|contact you)(?: you)? again"),
    ],
  }),
];
