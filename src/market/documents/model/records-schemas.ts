import { z } from 'zod';
import { adId, instant } from './shared-schemas.ts';

const RecordsSchema = z.strictObject({
  account: z
    .strictObject({
      createdAt: instant.describe('When the account was created; UTC'),
      device: z.string().describe('Tag of the device that uses the account'),
      address: z.string().describe('Network address of the account, in a range for documentation (RFC 5737)'),
    })
    .describe('What the site knows of the account'),
  phones: z.array(z.string()).describe('Phone numbers shown within thirty days, the present one last'),
  payer: z.string().describe('Who paid for the ad'),
  fees: z.string().describe('Account that pays the fees of ads, rooms or journeys'),
  renewals: z
    .strictObject({
      at: z.array(instant).describe('When the ad was renewed; UTC'),
      byTool: z.boolean().describe('True where the site saw that a program renewed the ad'),
    })
    .describe('Renewals of the ad'),
  route: z
    .array(
      z.strictObject({
        town: z.string().describe('Invented town'),
        from: instant.describe('From when on; UTC'),
      }),
    )
    .describe('Towns in which the account advertised, in the order of writing'),
  notes: z.array(z.string()).describe('Notes of calls and replies'),
  wallet: z.string().describe('Invented wallet of the person advertised'),
  payoutName: z.string().describe('Name on the account that is paid out'),
  ledger: z
    .array(
      z.strictObject({
        at: instant.describe('When the payment was made; UTC'),
        from: z.string().describe('Account that pays'),
        to: z.string().describe('Account that is paid'),
        sim: z.number().describe('Amount in SIM, the invented currency'),
        note: z.string().optional().describe('Note on the payment'),
      }),
    )
    .describe('Payments of about ten days'),
  consent: z
    .strictObject({
      dated: instant.describe('Date on the record; UTC'),
      inPerson: z.boolean().describe('True where it was given in person'),
    })
    .optional()
    .describe('Record of a consent; only where there is one'),
  contacts: z.array(z.string()).optional().describe('Notes of how persons were contacted; only where there are any'),
  moderation: z
    .array(
      z.strictObject({
        at: instant.describe('When it was done; UTC'),
        action: z.string().describe('What was done with the ad'),
      }),
    )
    .describe('What the site did with the ad'),
});

/** One line of a `records` file: what a lawful request to a site, a bank or a helpline would bring about one ad. */
export const RecordsLineSchema = z
  .strictObject({
    id: adId.describe('Id of the ad'),
    records: RecordsSchema.describe('What a lawful request would bring. A page shows none of it'),
  })
  .describe('The records of one ad; a withheld card has none');
