import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { ScenarioSchema } from '#core/scenario/schemas.ts';

/** The JSON Schema that editors use to complete and check a scenario file. The Zod schema stays the law. */
export function scenarioSchemaText(): string {
  const schema = z.toJSONSchema(ScenarioSchema, { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ title: 'Checkathon scenario', ...schema }, null, 2)}\n`;
}

if (import.meta.main) {
  const file = resolve(import.meta.dirname, '..', 'scenarios', 'scenario.schema.json');
  writeFileSync(file, scenarioSchemaText());
  process.stdout.write(`${file}\n`);
}
