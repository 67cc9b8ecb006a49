import { ConfigError } from '../platform/errors.ts';
import { runNode } from '../platform/run-node.ts';

const BENCHES = [
  'fetch',
  'store',
  'build',
  'build-large',
  'lighthouse',
  'versions',
  'memory',
  'history',
  'inventory',
  'meaning',
  'summaries',
  'upgrade',
  'search',
  'compare',
];

/**
 * Measures one part, in a process of its own. Gives its exit code.
 * @throws ConfigError for a part that no bench measures
 */
export async function runBench(name: string | undefined): Promise<number> {
  if (name === undefined || !BENCHES.includes(name)) {
    throw new ConfigError(`bench: “${name ?? ''}” is not measured`, {
      remedy: `name one of: ${BENCHES.join(', ')}`,
    });
  }
  return (await runNode([`tests/bench/${name}.ts`], { hearing: 'show' })).code;
}
