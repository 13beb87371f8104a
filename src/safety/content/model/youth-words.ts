/**
 * Words for a minor, or that make an adult sound like one. No text uses them for a person in a market or a case (rule
 * C13). A hyphen or a space inside is optional. In the languages of the screens, without accents.
 */
export const YOUTH_WORDS: readonly string[] = [
  // en
  "girls?(?:[’']s?)?",
  '(?:school|play|call|party|bar|house|new|cam)[- ]?girls?',
  'girl(?:ie|y)s?',
  'lass(?:ie)?s?',
  "boys?(?:[’']s?)?",
  '(?:school|play|call|rent|toy|bar|house)[- ]?boys?',
  'lads?',
  'kids?',
  'teen(?:s|age|aged|agers?|ies|y)?',
  '(?:pre|mid|late|early)[- ]?teens?',
  'tweens?',
  'adolescents?',
  'juveniles?',
  'youngsters?',
  'youths',
  '(?:an?|the|this|that|each) youth',
  'toddlers?',
  'infants?',
  'bab(?:y|ies)[- ]?face[ds]?',
  'child[- ]?like',
  'youthful',
  'under[- ]?age[d]?',
  'barely (?:legal|18|eighteen|of age|adult)',
  '(?:just|newly|freshly|fresh|recently) (?:turned )?(?:18|19|eighteen|nineteen)',
  '(?:very |so )?young(?:er|est)?[- ](?:looking|wom[ae]n|m[ae]n|lad(?:y|ies)|persons?|people|face[ds]?|bod(?:y|ies)|things?|ones?|companions?|models?|guests?|beaut(?:y|ies))',
  // de, fr, es, it, ru
  'madchen',
  'jungs?',
  'minderjahrig\\p{Ll}{0,2}',
  'fill(?:ette)s?',
  '(?:jeunes? )fill?es?',
  'adolescente?s?',
  'mineur(?:e)?s?',
  'chic[ao]s? jovene?s?',
  'nin[ao]s?',
  'menore?s? de edad',
  'ragazzin[aeio]',
  'bambin[aeio]',
  'minorenn[ei]',
  'девоч(?:к\\p{L}{1,3}|ек)',
  'мальчи(?:к\\p{L}{0,3})',
  'подрост(?:ок|к\\p{L}{1,3})',
  'несовершеннолетн\\p{L}{2,3}',
];

/** Words about school that would make an advertised person a pupil. */
export const SCHOOL_WORDS: readonly string[] = [
  'school(?!ing)(?:s|ed)?',
  '(?:high|middle|boarding|secondary|primary|elementary|night)[- ]?school(?:er|ers|s)?',
  'school[- ]?(?:bag|uniform|mate|friend|work|yard|leaver|age|aged|kid|child|children|days?|bus|break|holidays?)s?',
  'pre[- ]?schoolers?',
  'pupils?',
  'students?',
  'class[- ]?(?:mate|room)s?',
  'home[- ]?work',
  'kinder[- ]?gartens?',
  'play[- ]?grounds?',
  '(?:\\d{1,2}th|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)[- ]?grade(?:r|rs)?',
  'schuler(?:in|innen)?',
  'schulmadchen',
  'ecolier(?:e)?s?',
  'lyceen(?:ne)?s?',
  'colegial(?:a|es|as)?',
  'alunn[aoie]',
  'школьни(?:к\\p{L}{0,3}|ц\\p{L}{1,3})',
];

/** Names of services, rights and offices that contain such a word without describing a person. */
export const NAMES_WITH_YOUTH: readonly string[] = [
  '(?:women and girls|girls and women)',
  'for (?:children|women|men|adults)(?:[ ,]+(?:and|or|as well as|young people|boys|girls|women|men|children|adults)){1,8}',
  '(?:house|shelter|home|service|centre|support|place)s? for (?:\\p{L}{2,12} )?(?:girls|boys)',
  '(?:juvenile|youth|child) (?:courts?|justice|judges?|offices?|welfare|services?|workers?|protection)',
  'schools? of (?:law|police|the police|art|music)',
  '(?:language|law|police|driving|cooking|evening|choir|music) schools?',
];
