import traces from '#words/market/traces.json' with { type: 'json' };

/** What two ads can have in common, by the name of its field, as it stands within a sentence. */
export const traceWord = (field: string): string => (traces as Readonly<Record<string, string>>)[field] ?? field;
