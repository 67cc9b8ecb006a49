import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FormatError, HostError } from '../../../src/platform/errors.ts';
import { createHttp } from '../../../src/platform/http/create-http.ts';
import { git } from '../../../src/sources/git/git.ts';
import type { Fetched } from '../../../src/sources/source.ts';
import { listingsOf, lookUpOnce } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { gitHandler, gitReply, packet } from '../../upstream/git.ts';
import { type Asked, type Fault, type Handler, startUpstream } from '../../upstream/upstream.ts';
import { A, aRepository, HOME, onHost, PURL, REFS } from './git-scene.ts';

const SERVICE = `${packet('# service=git-upload-pack\n')}0000`;

describe('a redirect', () => {
  test('is followed, and the second request goes where the first one led', async () => {
    const moved: Handler = ({ path, query }) =>
      path.startsWith('/tool.git/')
        ? { status: 301, headers: { location: `/moved${path}?${query}` } }
        : undefined;
    await onHost([moved, gitHandler([aRepository(REFS, '/moved/tool.git')])], async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.equal(listingsOf(fetched).releases.length, 2);
      assert.equal(asked.at(-1), 'POST /moved/tool.git/git-upload-pack');
    });
  });

  test('to what is no repository is refused', async () => {
    const astray: Handler = ({ path }) =>
      path.startsWith('/tool.git/') ? { status: 302, headers: { location: '/login' } } : undefined;
    const login: Handler = () =>
      gitReply('advertisement', `${SERVICE}${packet(`${A} refs/tags/a\u0000x\n`)}0000`);
    await onHost([astray, login], async ({ lookUp }) => assertFormat((await lookUp(PURL)).fetched));
  });

  for (const posts of [true, false]) {
    test(`to another host takes no credential along, ${posts ? 'twice' : 'once'}`, async () => {
      const repository = gitHandler([aRepository(REFS)]);
      // Of our headers a stranger gets the harmless ones only; this one speaks the new protocol all the same.
      const asTwo: Handler = (asked, origin) =>
        repository({ ...asked, headers: { ...asked.headers, 'git-protocol': 'version=2' } }, origin);
      const other = await startUpstream([posts ? asTwo : repository]);
      const away: Handler = ({ path, query }) => ({
        status: 301,
        headers: { location: `${other.origin}${path}?${query}` },
      });
      const upstream = await startUpstream([away]);
      try {
        const homes = { [HOME]: '' };
        const http = createHttp({ userAgent: 'tests', allowHosts: [upstream.host, other.host] });
        const world = { ...worldAt(upstream, { homes, credential: { token: 'hush-hush' } }), http };
        assert.equal(listingsOf(await lookUpOnce(git, world, PURL)).releases.length, 2);
        assert.ok(upstream.asked[0]?.headers['authorization']);
        assert.deepEqual(
          other.asked.map(({ method, headers }) => [method, headers['authorization']]),
          posts
            ? [
                ['GET', undefined],
                ['POST', undefined],
              ]
            : [['GET', undefined]],
        );
      } finally {
        await upstream.close();
        await other.close();
      }
    });
  }
});

function assertFormat(fetched: Fetched): void {
  assert.ok(fetched.status === 'failed' && fetched.error instanceof FormatError, JSON.stringify(fetched));
}

describe('what is no git server', () => {
  const advert = (text: string) => gitReply('advertisement', text);
  const cases: [string, Fault][] = [
    ['a web page', { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>tool</h1>' }],
    ['a web page under another name', advert('<h1>tool</h1>')],
    ['nothing', advert('')],
    ['a length that is none', advert(`${SERVICE}00zz0000`)],
    ['a length that is too short', advert(`${SERVICE}00030000`)],
    ['more than there is', advert('0fffabc')],
    ['no end', advert(SERVICE + packet(`${A} refs/tags/a\u0000x\n`))],
    ['no service', advert(`${packet('hello\n')}${packet('world\n')}0000`)],
    ['refs without names', advert(`${SERVICE}${packet(A)}0000`)],
    [
      'the old protocol, of plain files',
      { status: 200, headers: { 'content-type': 'text/plain' }, body: `${A}\trefs/tags/a\n` },
    ],
  ];
  for (const [name, fault] of cases) {
    test(`${name} is refused`, async () => {
      await onHost(
        [],
        async ({ lookUp }) => assertFormat((await lookUp(PURL)).fetched),
        () => fault,
      );
    });
  }

  for (const [name, body] of [
    ['breaks off between two tags', packet(`${A} refs/tags/a\n`)],
    ['breaks off within one', packet(`${A} refs/tags/a\n`).slice(0, 20)],
    ['is empty', ''],
  ] as const) {
    test(`a list that ${name} is no shorter list`, async () => {
      const fault = ({ method }: Asked) => (method === 'POST' ? gitReply('result', body) : undefined);
      await onHost(
        [gitHandler([aRepository(REFS)])],
        async ({ lookUp }) => assertFormat((await lookUp(PURL)).fetched),
        fault,
      );
    });
  }

  test('a server that refuses in words', async () => {
    await onHost(
      [],
      async ({ lookUp }) => {
        const { fetched } = await lookUp(PURL);
        assert.ok(fetched.status === 'failed' && fetched.error instanceof HostError);
      },
      () => advert(`${packet('ERR access denied')}0000`),
    );
  });
});

describe('access', () => {
  test('that is refused names the variable for a credential', async () => {
    const upstream = await startUpstream([gitHandler([], { authorization: 'Basic x' })]);
    try {
      const world = worldAt(upstream, { homes: { [HOME]: '' } });
      const fetched = await lookUpOnce(git, world, PURL);
      assert.ok(fetched.status === 'failed' && fetched.error instanceof HostError);
      assert.match(fetched.error.remedy ?? '', /TIDINGS_TOKEN_127_0_0_1___\d+/);
    } finally {
      await upstream.close();
    }
  });

  for (const address of [
    'ssh://git.example/tool.git',
    'git://git.example/tool.git',
    'file:///etc/passwd',
    'git.example:tool.git',
  ]) {
    test(`${address} is refused without a request`, async () => {
      await onHost([], async ({ lookUp }) => {
        const { fetched, asked } = await lookUp(`pkg:git/tool?repository_url=${encodeURIComponent(address)}`);
        assert.ok(fetched.status === 'failed' && fetched.error instanceof HostError);
        assert.match(fetched.error.remedy ?? '', /https address|repository_url/);
        assert.deepEqual(asked, []);
      });
    });
  }
});
