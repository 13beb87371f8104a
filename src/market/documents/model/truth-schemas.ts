import { z } from 'zod';
import { ACTOR_TYPES } from '#market/ads/model/actor-types.ts';
import { PURPOSES } from '#market/ads/model/purposes.ts';
import { actorId, adId, chance } from './shared-schemas.ts';

const control = z
  .enum(['none', 'thirdParty', 'controlled', 'deceptive', 'fraud'])
  .describe('Who controls the ad. Controlled and deceptive ones are to be found; thirdParty is a lawful agency');

const place = 's3 is the third sentence, f:phone a field of the page, r:ledger a record';

const LabelSchema = z.strictObject({
  indicator: z.string().describe('Id of the indicator in the catalogue'),
  kind: z
    .enum(['sign', 'trap', 'cue'])
    .describe('sign: speaks for control. cue: speaks against it. trap: is believed to speak for it and does not'),
  at: z.string().describe(`Where it stands: ${place}`),
  peers: z.array(adId).describe('Other ads that must be compared to see it; empty if the ad alone shows it'),
  why: z.string().describe('Who is behind the ad, in a sentence; of a withheld card only that it is closed'),
});

/** One line of a `ground-truth` file. */
export const TruthLineSchema = z
  .strictObject({
    ad: adId.describe('Id of the ad'),
    actor: actorId.describe('Who is behind the ad'),
    control,
    labels: z.array(LabelSchema).describe('All signs, traps and cues of the ad'),
    post: z
      .strictObject({
        genre: z.string().describe('Kind of post, such as solo, a small ad of one person'),
        purpose: z.enum(PURPOSES).describe('What it is for. Only offers can show signs of a deceptive offer of work'),
        name: z.string().optional().describe('Working name in the title; left out where it has none'),
        author: z.string().describe('Who typed it; several people can have one author'),
        master: adId.describe('Ad in which this text was posted first: itself, an earlier one, or that of a template'),
        nth: z.int().min(0).describe('0 for the first post of this person with the text, then 1, 2 and so on'),
        edit: z.string().describe('How it differs from the post of this person before: none, price, title and so on'),
        copyOf: adId.optional().describe('Ad that a mirror copied'),
        quotesHelp: z.string().optional().describe('Sentence that is quoted from the help of the site'),
      })
      .optional()
      .describe('How the post came to be; left out for a withheld card'),
    lookAlikes: z
      .array(
        z.strictObject({
          indicator: z.string().describe('Id of the indicator that is not shown'),
          at: z.string().describe(`Where it stands: ${place}`),
        }),
      )
      .optional()
      .describe('Sentences with the words of an indicator that do not show it; left out if there are none'),
    possibleMinor: z.boolean().describe('True for a withheld card. Tools are not asked about it'),
    groups: z
      .strictObject({
        language: z.string().describe('Invented language'),
        origin: z.string().describe('Invented origin'),
        gender: z.string().describe('Gender'),
      })
      .describe('Labels of the person, drawn without regard to all else. False flags are compared between them'),
    ledger: z
      .enum(['own-payout', 'swept', 'partly-collected', 'receipts', 'deposits', 'ordinary'])
      .describe('What happens to the money of the ad, as its ledger shows it'),
    ratio: z.number().describe('Likelihood ratio of an ideal reader of all pages and records'),
    pageRatio: z.number().describe('Likelihood ratio of an ideal reader of all pages alone'),
    band: z
      .enum(['none', 'check', 'prioritise', 'urgent', 'escalate'])
      .describe('Level that the ideal reader of all gives at the announced share of controlled ads'),
    next: z.array(z.string()).describe('Steps that follow from the level, the most careful first'),
    copied: z.literal(true).optional().describe('True where a mirror copied the ad from another site'),
  })
  .describe('The truth about one ad');

/** One line of a `links` file: ads of several persons that share one trace. */
export const LinkLineSchema = z
  .strictObject({
    kind: z.string().describe('Id of the indicator of the shared trace'),
    strength: chance.describe('Weight of such a link in the graph of the truth, 0 to 1; a training value'),
    ads: z.array(adId).describe('All ads that share the trace'),
    actors: z
      .array(actorId)
      .describe('Actors behind these ads; several where people share the trace by chance or for an ordinary reason'),
  })
  .describe('Ads of several persons that share one trace');

/** One line of an `actors` file. */
export const ActorLineSchema = z
  .strictObject({
    id: actorId.describe('Id of the actor'),
    type: z.enum(ACTOR_TYPES).describe('Type of the actor in the simulation'),
    control,
    tone: z
      .enum(['overt', 'average', 'quiet'])
      .optional()
      .describe('How much a network shows; networks that control only'),
    ads: z.array(adId).describe('Ads of the actor'),
  })
  .describe('One actor with its ads');

export type TruthLine = z.output<typeof TruthLineSchema>;
export type LinkLine = z.output<typeof LinkLineSchema>;
