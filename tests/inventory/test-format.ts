import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { INVENTORY_FORMATS } from '../../src/inventory/formats.ts';
import { readInventory } from '../../src/inventory/read-inventory.ts';

/** A file, and what is read in it. */
export interface FormatCase {
  readonly title: string;
  /** Its name; without one it is told by its text alone. */
  readonly name?: string;
  readonly text: string;
  /** `pkg:npm/a 1.0.0 direct dev`, in the order in which they are read; a version that is not told is `-`. */
  readonly used: readonly string[];
  /** `what: why`; without it, nothing may be skipped. */
  readonly skipped?: readonly (string | RegExp)[];
}

/** What a text holds, a line each. */
export async function linesOf(name: string, text: string) {
  const { format, used, skipped } = await readInventory(name, text);
  return {
    format: format.id,
    used: used.map((one) =>
      [one.package, one.version ?? '-', one.isDirect ? 'direct' : '', one.isDev ? 'dev' : '']
        .filter((word) => word !== '')
        .join(' '),
    ),
    skipped: skipped.map(({ text: what, why }) => `${what}: ${why}`),
  };
}

/** One format by a table of its files. Each is read under its own name, and told by its text where the name says nothing. */
export function testFormat(id: string, cases: readonly FormatCase[]): void {
  describe(id, () => {
    for (const { title, name, text, used, skipped = [] } of cases) {
      test(title, async () => {
        const names = INVENTORY_FORMATS.find((format) => format.id === id)?.names ?? [];
        for (const called of [name ?? names[0]?.replace('*', 'x') ?? '', 'renamed.bin']) {
          for (const written of [text, text.replaceAll('\n', '\r\n'), `\u{feff}${text}`]) {
            const read = await linesOf(called, written);
            assert.equal(read.format, id, called);
            assert.deepEqual(read.used, used);
            assert.equal(read.skipped.length, skipped.length, read.skipped.join('\n'));
            for (const [index, line] of read.skipped.entries()) {
              const wanted = skipped[index] ?? '';
              if (typeof wanted === 'string') assert.equal(line, wanted);
              else assert.match(line, wanted);
            }
          }
        }
      });
    }
  });
}
