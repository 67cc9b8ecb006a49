import { join } from 'node:path';
import { z } from 'zod';
import { parsePackage } from '../../core/package.ts';
import { Summary } from '../../core/summary.ts';
import { readFileIfThere, removeFile, writeFileAtomic } from '../../platform/files.ts';
import { parseIfJson } from '../../platform/parse-if-json.ts';
import type { MadeSummary } from './landing.ts';

/** Summaries that are paid for and have not landed yet: they outlive a push that failed. */
export interface Pending {
  readonly read: () => Promise<readonly MadeSummary[]>;
  readonly keep: (made: readonly MadeSummary[]) => Promise<void>;
  readonly clear: () => Promise<void>;
}

const Kept = z.array(z.strictObject({ package: z.string(), summary: Summary }));

/** @param cache such as .cache */
export function openPending(cache: string): Pending {
  const path = join(cache, 'run', 'summaries.json');
  return {
    async read() {
      const kept = Kept.safeParse(parseIfJson((await readFileIfThere(path)) ?? ''));
      return (kept.data ?? []).map((one) => ({ ...one, package: parsePackage(one.package) }));
    },
    async keep(made) {
      const kept = made.map(({ package: pkg, summary }) => ({ package: pkg.purl, summary }));
      await writeFileAtomic(path, `${JSON.stringify(kept)}\n`);
    },
    clear: () => removeFile(path),
  };
}
