import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { createHttp } from '../../../src/platform/http/create-http.ts';
import type { Fetched } from '../../../src/sources/source.ts';
import { githubHandler } from '../../upstream/github.ts';
import { makeRepository } from '../../upstream/github-data.ts';
import { startUpstream } from '../../upstream/upstream.ts';
import { GITHUB, TOKEN, worldOf } from './world.ts';

const ENTERPRISE = 'ghe_theOtherSecret';

/** Looks up these purls (`@host` stands for the Enterprise Server) and tells what each server was asked, with which token. */
async function lookUp(purls: readonly string[], token = ENTERPRISE) {
  const handlers = [githubHandler([makeRepository('acme/tool', 2)])];
  const [hub, server] = [await startUpstream(handlers), await startUpstream(handlers)];
  try {
    const world = worldOf(hub, {
      http: createHttp({ userAgent: 'tidings-tests', allowHosts: [hub.host, server.host] }),
      credentials: (host) => (host === server.host && token !== '' ? { token } : undefined),
    });
    const answers: Fetched[] = [];
    const lookUps = purls.map((purl) => ({
      package: parsePackage(purl.replace('@host', encodeURIComponent(server.origin))),
      since: undefined,
      held: undefined,
      fresh: true,
    }));
    for await (const { fetched } of GITHUB.fetch(lookUps, world)) answers.push(fetched);
    const asked = (upstream: typeof hub) =>
      [
        ...new Set(upstream.asked.map(({ path, headers }) => `${path} ${headers['authorization'] ?? ''}`)),
      ].map((line) => line.trim());
    return { answers, hub: asked(hub), server: asked(server) };
  } finally {
    await Promise.all([hub.close(), server.close()]);
  }
}

test('an Enterprise Server is asked at its own address, with its own token', async () => {
  const { answers, hub, server } = await lookUp(['pkg:github/acme/tool?repository_url=@host']);
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['listed'],
  );
  assert.deepEqual([hub, server], [[], [`/api/graphql token ${ENTERPRISE}`]]);
});

test('without a token its feeds are read', async () => {
  const { answers, server } = await lookUp(['pkg:github/acme/tool?repository_url=@host'], '');
  assert.deepEqual([answers[0]?.status, server], ['listed', ['/acme/tool/releases.atom']]);
});

test('what names no server fails alone', async () => {
  const { answers } = await lookUp([
    'pkg:github/acme/tool?repository_url=@host',
    'pkg:github/acme/tool?repository_url=ftp://x.example',
  ]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), ['failed', 'listed']);
});

test('the token of one server never goes to another', async () => {
  const { hub, server } = await lookUp(['pkg:github/acme/tool?repository_url=@host']);
  assert.ok(!server.join().includes(TOKEN) && !hub.join().includes(ENTERPRISE));
});
