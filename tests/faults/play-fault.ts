import { parsePackage } from '../../src/core/package.ts';
import { makeCertificate } from '../platform/http/certificate.ts';
import { closedPort } from '../platform/http/local-server.ts';
import { IS_FULL } from '../trust.ts';
import { type FaultyServer, startFaulty } from './faulty-server.ts';
import type { Fifty, Looked } from './fifty.ts';
import { mirroredPackages, type States } from './fifty-states.ts';
import type { UpstreamFault } from './upstream-faults.ts';

/** What the registry of its own is told to be the subject's credential. */
export const TOKEN = 'npm_forThisRegistryAlone';

export interface Played extends Looked {
  readonly subject: string;
  /** Every Authorization header that the registry of the others was shown. */
  readonly tokens: readonly string[];
}

const SHORT = { deadlineMs: 10_000, gapMs: 5_000 };

/** Lets fifty packages be looked up while this goes wrong with one of them; nothing goes wrong where `fault.spoil` and the like are absent. */
export async function playFault(
  project: Fifty,
  fault: UpstreamFault,
  state: keyof States,
  at: string,
): Promise<Played> {
  const { npm, gitea } = mirroredPackages(state);
  const isSpoilt = (path: string) => /^\/subject(\/again)?$|\/acme\/subject\/releases$/.test(path);
  const options = { isSpoilt, spoil: fault.spoil };
  const { name = 'localhost', until, isTrusted, ...tls } = fault.tls ?? {};
  const pair = fault.at === 'tls' ? makeCertificate(name, until) : undefined;
  const main = await startFaulty([npm], options);
  const own = await startFaulty([gitea, npm], { ...options, ...(pair && { tls: { ...pair, ...tls } }) });
  try {
    const homes = { 'https://codeberg.org': `http://127.0.0.1:${own.port}` };
    const subject = await subjectOf(fault.at, own);
    const looked = await project.look({
      registry: `http://127.0.0.1:${main.port}/`,
      npmrc: `//127.0.0.1:${own.port}/:_authToken=${TOKEN}\n`,
      homes,
      subject,
      at,
      http: {
        allowHosts: [main.port, own.port]
          .flatMap((port) => [`127.0.0.1:${port}`, `localhost:${port}`])
          .concat(closed(subject)),
        registryHosts: [`127.0.0.1:${main.port}`],
        lookup: fault.lookup ?? (async () => [{ address: '127.0.0.1', family: 4 }]),
        ...(pair && isTrusted && { ca: [pair.cert] }),
        ...(!IS_FULL && { limits: { ...SHORT, ...fault.limits } }),
      },
    });
    return {
      ...looked,
      subject: parsePackage(subject).purl,
      tokens: fault.at === 'own' ? [...main.tokens, ...own.tokens] : main.tokens,
    };
  } finally {
    await Promise.all([main.close(), own.close()]);
  }
}

async function subjectOf(at: UpstreamFault['at'], { port }: FaultyServer): Promise<string> {
  if (at === 'beside') return 'pkg:npm/subject';
  if (at === 'gitea') return 'pkg:gitea/acme/subject?repository_url=codeberg.org';
  const homes = {
    own: `http://127.0.0.1:${port}`,
    tls: `https://localhost:${port}`,
    name: 'https://registry.faulty-example.org',
    closed: `http://127.0.0.1:${at === 'closed' ? await closedPort() : 0}`,
  };
  return `pkg:npm/subject?repository_url=${encodeURIComponent(homes[at])}`;
}

function closed(subject: string): string[] {
  const [, port] = /127\.0\.0\.1%3A(\d+)/.exec(subject) ?? [];
  return port === undefined ? [] : [`127.0.0.1:${port}`];
}
