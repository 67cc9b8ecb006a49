import { parseAllDocuments } from 'yaml';
import { checkLength } from '../check-length.ts';
import { invalid } from '../invalid-inventory.ts';

// What the parser builds is some fifty times as large as the text.
const LONGEST = 8_000_000;

/**
 * The documents of hostile YAML as plain objects, in which every value is a text: 1.10 is a version, no number. Of a key that
 * stands twice the last counts.
 * @throws InvalidInventory for what is no YAML, and for aliases that grow
 */
export function parseYaml(text: string): readonly unknown[] {
  checkLength(text, LONGEST);
  try {
    // Unique keys would be looked for by comparing each with all before it.
    const documents = parseAllDocuments(text, {
      schema: 'failsafe',
      merge: true,
      uniqueKeys: false,
      logLevel: 'silent',
    });
    if (!Array.isArray(documents)) return [];
    const error = documents.flatMap(({ errors }) => errors)[0];
    if (error !== undefined) throw error;
    return documents.map((document) => document.toJS({ maxAliasCount: 100 }));
  } catch (error) {
    const [line = ''] = error instanceof Error ? error.message.split('\n') : [];
    throw invalid(
      `not YAML that can be read: ${line.slice(0, 200)}`,
      'see that the file is whole; indentation is spaces',
      error,
    );
  }
}
