import { build } from 'astro';
import { runCommand } from '../platform/command.ts';

// The program of src/pipeline/site-bundle.ts. What Astro's tools hold in memory is given back only when their process ends.

const BUNDLE = {
  name: 'bundle',
  summary: 'Let Astro bundle the code of the site',
  options: {
    root: { type: 'string', value: 'folder', help: 'the project folder' },
    out: { type: 'string', value: 'folder', help: 'where the bundle goes' },
  },
} as const;

await runCommand(BUNDLE, async ({ value }) => {
  await build({ root: value('root') ?? '.', outDir: value('out') ?? 'dist', logLevel: 'warn' });
  return 0;
});
