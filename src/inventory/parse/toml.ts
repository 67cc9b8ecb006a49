import { parse } from 'smol-toml';
import { checkLength } from '../check-length.ts';
import { invalid } from '../invalid-inventory.ts';

const LONGEST = 16_000_000;

/** @throws InvalidInventory for what is no TOML, and for a key that stands twice */
export function parseToml(text: string): unknown {
  checkLength(text, LONGEST);
  try {
    return parse(text, { maxDepth: 64 });
  } catch (error) {
    const [line = ''] = error instanceof Error ? error.message.split('\n') : [];
    throw invalid(
      `not TOML: ${line.slice(0, 200)}`,
      'see that the file is whole, or have the tool write it again',
      error,
    );
  }
}
