import { describe, expect, it } from 'vitest';
import { caseTexts } from '#case/language/model/case-texts.ts';
import { ScenarioSchema } from '#case/language/model/schemas.ts';
import { parseWith } from '#kernel/formats/authored/parse-with.ts';
import { lintScenarioTexts, lintYaml } from '#library/content/use-cases/lint-authored.ts';
import { lintJson, lintLines } from '#library/content/use-cases/lint-generated.ts';
import { PROJECT } from '../../../../support/builders/the-library.ts';
import { ALLOWED, aLintedAd, aLintedMarket, aWithheldAd } from '../../../../support/safety/a-linted-market.ts';

const HOSTS = { sourceHosts: new Set(['cited-host.org']) };
const CASE = 'scenarios/quiet-number/scenario.yaml';

/** Code and place of each issue, as one line. */
const brief = (issues: ReturnType<typeof lintYaml>) =>
  issues.map(({ code, position }) => `${position?.line}:${position?.column} ${code}`);

/** The shipped case with another sentence in one place. */
function theCaseSaying(sentence: string) {
  const text = (PROJECT.read(CASE) ?? '').replace("Lantern's note names one number.", sentence);
  const placed = parseWith(ScenarioSchema, text, CASE);
  if (!placed.ok) throw new Error('The case does not parse. Mend the test.');
  return { text, placed: placed.value };
}

const textsOf = (placed: ReturnType<typeof theCaseSaying>['placed']) =>
  caseTexts(placed.value).map((text) => ({ ...text, of: 'scenario' as const, position: placed.position(text.path) }));

describe('the texts of a case', () => {
  it('as shipped break no rule', () => {
    expect(lintScenarioTexts(textsOf(theCaseSaying("Lantern's note names one number.").placed))).toEqual([]);
  });

  it('get issues with the position of their field', () => {
    const { text, placed } = theCaseSaying('Call 0000 000 000 or see no-such-host-here.com.');
    const line = text.split('\n').findIndex((one) => one.includes('0000 000 000'));

    expect(lintScenarioTexts(textsOf(placed))).toMatchObject([
      {
        code: 'safety.C07',
        path: ['states', 'desk', 'text'],
        params: { text: '0000 000 000' },
        position: { file: CASE, line },
      },
      {
        code: 'safety.C09',
        path: ['states', 'desk', 'text'],
        params: { text: 'no-such-host-here.com' },
        position: { file: CASE, line },
      },
    ]);
  });
});

describe('an authored file', () => {
  it('is checked as fiction: names of real sites are refused', () => {
    const text = 'schema: key/1\ndecisions:\n  d01:\n    reason: As on Backpage, the victim waits.\n';

    expect(brief(lintYaml(text, 'key.yaml', HOSTS))).toEqual(['4:19 safety.C12', '4:33 safety.C19']);
  });

  it('is a page of the catalogue, where sources may say what the page may not', () => {
    const text =
      "kind: sign\nshows: The victim waits.\nsources:\n  - { code: SEED, says: 'Backpage, the victim, https://cited-host.org' }\n";

    expect(brief(lintYaml(text, 'sign.yaml', HOSTS))).toEqual(['2:12 safety.C19']);
  });

  it('is the list of sources, whose addresses are known', () => {
    const text = '- { code: X, publisher: Office for Victims, address: "https://cited-host.org/page" }\n';

    expect(lintYaml(text, 'sources.yaml', HOSTS)).toEqual([]);
    expect(brief(lintYaml(text, 'sources.yaml', {}))).toEqual(['1:55 safety.C09']);
  });

  it('is a market profile, where alone the glyph may stand', () => {
    const profile = 'symbols: The sign ◈ is a warning.\ntowns: []\n';

    expect(lintYaml(profile, 'soc.yaml', HOSTS)).toEqual([]);
    expect(brief(lintYaml('text: The sign ◈ is a warning.\n', 'case.yaml', HOSTS))).toEqual(['1:16 safety.C15']);
  });

  it('that is no YAML is reported as such', () => {
    expect(lintYaml('a: [', 'a.yaml', HOSTS).map(({ code }) => code)).toEqual(['yaml.open-bracket']);
  });
});

describe('a generated file', () => {
  const allowedFor = () => ({ ok: true, value: ALLOWED }) as const;
  const pretty = (value: unknown) => JSON.stringify(value, null, 2);

  it('of a market gets issues with line and column', () => {
    const text = pretty(aLintedMarket({ ads: [aLintedAd({ title: 'Whatnot' })], notice: 'Hello' }));
    const lineOf = (part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;

    expect(lintJson(pretty(aLintedMarket()), 'market.json', allowedFor)).toEqual([]);
    expect(brief(lintJson(text, 'market.json', allowedFor))).toEqual([
      `${lineOf('"notice"')}:13 safety.C01`,
      `${lineOf('"title"')}:16 safety.C02`,
    ]);
  });

  it('that is no market, or no JSON, is an issue', () => {
    expect(brief(lintJson(pretty(aLintedMarket({ ads: [{ id: 7 }] as never })), 'market.json', allowedFor))).toEqual([
      expect.stringMatching(/^\d+:13 schema\.invalid$/),
    ]);
    expect(brief(lintJson('{\n"a" 1}', 'market.json', allowedFor))).toEqual(['2:5 json.syntax']);
    expect(brief(lintJson('', 'market.json', allowedFor))).toEqual(['1:1 json.syntax']);
    expect(lintJson('null', 'any.json', allowedFor)).toEqual([]);
  });

  it('of cards is checked against the rules for cards', () => {
    const text = pretty({ cards: [{ kind: 'test-card', fields: { declaredAge: 17 } }] });

    expect(brief(lintJson(text, 'moderation.json', allowedFor))).toEqual(['3:5 safety.C14']);
  });

  it('with one ad per line gets issues by line', () => {
    const ads = [aLintedAd(), aLintedAd({ title: 'Whatnot' }), aWithheldAd({ price: 'SIM 1' })];
    const lines = [
      ...ads.map((ad) => JSON.stringify(ad)),
      '',
      '{',
      '{"id":7,"title":""}',
      '{"at":"whatnot","to":"0000 000 000"}',
    ];

    expect(brief(lintLines(lines.join('\n'), 'ads-000.ndjson', ALLOWED))).toEqual([
      '2:22 safety.C02',
      expect.stringMatching(/^3:\d+ safety\.C13$/),
      '5:1 json.syntax',
      '6:7 schema.invalid',
      '7:22 safety.C07',
    ]);
  });
});
