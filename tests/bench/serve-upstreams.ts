import { z } from 'zod';
import { githubHandler } from '../upstream/github.ts';
import { makeRepository } from '../upstream/github-data.ts';
import { npmHandler } from '../upstream/npm.ts';
import { makePackage } from '../upstream/npm-package.ts';
import { type Asked, type Fault, startUpstream } from '../upstream/upstream.ts';

// GitHub and npm in a process of their own, so that what they cost is not counted as ours. It speaks with emulator.ts.

const RELEASES = 10;
const BAD_GATEWAY: Fault = { status: 502, headers: { 'content-type': 'text/html' }, body: 'Bad Gateway' };

const Wanted = z.object({ packages: z.coerce.number(), latencyMs: z.coerce.number() });
/** `count` asks for the requests since the last count; `fail` lets the next probe fail with 502. */
const Message = z.enum(['count', 'fail']);

const [packages, latencyMs] = process.argv.slice(2);
const wanted = Wanted.parse({ packages, latencyMs });
const numbers = Array.from({ length: wanted.packages }, (_, number) => number);
const repositories = numbers.map((number) => makeRepository(`bench/r${number}`, RELEASES));
const registry = numbers.map((number) => makePackage(`p${number}`, RELEASES));
let failsNext = false;

function fault(asked: Asked): Fault | undefined {
  if (!failsNext || kindOf(asked) !== 'probe') return undefined;
  failsNext = false;
  return BAD_GATEWAY;
}

const handlers = [githubHandler(repositories), npmHandler(registry, { kind: 'full-featured' })];
const upstream = await startUpstream(handlers, { latencyMs: wanted.latencyMs, fault });

process.on('message', (message) => {
  if (Message.parse(message) === 'fail') failsNext = true;
  else process.send?.({ counts: countKinds() });
});
process.on('disconnect', () => process.exit());
process.send?.({ origin: upstream.origin, host: upstream.host });

function countKinds(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const asked of upstream.asked.splice(0)) counts[kindOf(asked)] = (counts[kindOf(asked)] ?? 0) + 1;
  return counts;
}

function kindOf({ method, path, headers, body }: Asked): string {
  if (method === 'POST') return body.includes('fragment Probe') ? 'probe' : 'details';
  if (path.endsWith('.atom')) return 'feed';
  if (path.endsWith('.tgz')) return 'tarball';
  return headers['accept']?.includes('install-v1') ? 'abbreviated' : 'full';
}
