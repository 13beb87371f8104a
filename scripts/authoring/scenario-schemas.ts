import { z } from 'zod';
import { ScenarioSchema } from '#case/language/model/schemas.ts';
import { TranslationSchema } from '#case/language/model/translation/schemas.ts';
import { WorkshopSchema } from '#case/language/model/workshop-schemas.ts';
import { answerKeySchema } from '#case/scoring/model/schemas.ts';
import { KIND_BUILDS } from '#kinds/shipped/use-cases/builds.ts';

const SCHEMAS = {
  'scenario.schema.json': { title: 'Checkathon scenario', schema: ScenarioSchema },
  'key.schema.json': { title: 'Checkathon key of a scenario', schema: answerKeySchema(KIND_BUILDS) },
  'translation.schema.json': { title: 'Checkathon translation of a scenario', schema: TranslationSchema },
  'workshop.schema.json': { title: 'Checkathon case with a group', schema: WorkshopSchema },
};

/** JSON Schemas for completion and checks in editors, by file name of a case. The Zod schemas remain authoritative. */
export function schemaTexts(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, { title, schema }]) => {
      const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
      return [name, `${JSON.stringify({ title, ...made }, null, 2)}\n`];
    }),
  );
}
