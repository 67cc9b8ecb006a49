import { join } from 'node:path';
import { runNode } from '../platform/run-node.ts';
import { checkData } from '../store/check-data.ts';
import { checkWorkflows } from './check-workflows.ts';
import { staleDocs, writeDocs } from './generate-docs.ts';
import { runUnitTests } from './tests.ts';

/** One thing to check. `run` gives what is wrong, and nothing if all is well. */
export interface Check {
  readonly name: string;
  readonly run: () => Promise<string | undefined>;
}

export interface CheckOptions {
  /** Mend what can be mended first. */
  readonly fix: boolean;
  /** Whether the unit tests belong to it. */
  readonly tests: boolean;
}

/** All that `npm run check` checks in a project folder. They do not disturb one another. */
export function planChecks(root: string, { fix, tests }: CheckOptions): readonly Check[] {
  const biome = ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'];
  const checks = [
    tool('format and lint', fix ? [...biome, '--write'] : biome),
    tool('types', ['node_modules/astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'warning']),
    tool('dead code', ['node_modules/knip/bin/knip.js', '--no-progress']),
    { name: 'docs', run: () => checkDocs(root, fix) },
    { name: 'workflows', run: async () => listing(await checkWorkflows(root)) },
    { name: 'data', run: async () => listing(await checkData(join(root, 'data'))) },
  ];
  const unit = { name: 'unit tests', run: async () => outputOf(await runUnitTests([], 'keep')) };
  return tests ? [...checks, unit] : checks;
}

function tool(name: string, args: readonly string[]): Check {
  const environment = { ASTRO_TELEMETRY_DISABLED: '1' };
  return { name, run: async () => outputOf(await runNode(args, { hearing: 'keep', environment })) };
}

function outputOf({ code, output }: { code: number; output: string }): string | undefined {
  if (code === 0) return undefined;
  return output.trim() || `left with exit code ${code}`;
}

async function checkDocs(root: string, fix: boolean): Promise<string | undefined> {
  if (fix) await writeDocs(root);
  const stale = await staleDocs(root);
  return listing(stale.map((path) => `${path} is out of date: run npm run docs`));
}

function listing(problems: readonly string[]): string | undefined {
  return problems.length === 0 ? undefined : problems.join('\n');
}
