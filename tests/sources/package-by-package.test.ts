import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Listing } from '../../src/core/listing.ts';
import { authorization } from '../../src/platform/credential.ts';
import { FormatError, HostError } from '../../src/platform/errors.ts';
import { parseJson } from '../../src/platform/http/parse-json.ts';
import { type Asking, packageByPackage, type Reading } from '../../src/sources/package-by-package.ts';
import { readDocument } from '../../src/sources/read-document.ts';
import { HELD, listingsOf, playScene, type Scene } from '../contract/scene.ts';
import { worldAt } from '../contract/world-at.ts';
import type { Fault, Handler } from '../upstream/upstream.ts';

const HOME = 'https://releases.acme.example';
const PURL = 'pkg:acme/anvil';

/** A source that reads a list of versions and days, and remembers how many there were. */
function acme(askings: Asking[] = [], fault?: Error) {
  return packageByPackage({
    id: 'acme',
    title: 'Acme',
    types: ['acme'],
    gives: { date: '', notes: '', digests: '', deletion: '' },
    check: '',
    homes: '',
    example: { address: '', purl: '' },
    environment: {},
    home: HOME,
    atOnce: 2,
    async read(asking): Promise<Reading> {
      askings.push(asking);
      if (fault !== undefined) throw fault;
      const request = { expect: ['application/json'], authorization: authorization(asking.credential) };
      const answer = await readDocument(asking, `${asking.home}/${asking.package.name}`, request);
      if (answer.status !== 'changed') return answer;
      const days = Object.entries(Object(parseJson(answer.reply.body, 'acme')));
      const releases = days.map(([version, day]): Listing => {
        return typeof day === 'string' ? { version, publishedAt: `${day}T00:00:00Z` } : { version };
      });
      const receipts = answer.receipt.validator.etag === undefined ? [] : [answer.receipt];
      const listings = { upstream: {}, releases, complete: true, dropped: 0 };
      return { status: 'listed', listings, receipts, memory: { count: String(releases.length) } };
    },
  });
}

const DAYS: Readonly<Record<string, string | null>> = {
  '1.0': '2026-01-01',
  '1.1': '2026-02-01',
  '1.2': null,
};

function handler(reply: { days: object; etag?: string }): Handler {
  return ({ path, headers }) => {
    if (path !== '/home/anvil') return undefined;
    if (reply.etag !== undefined && headers['if-none-match'] === reply.etag) return { status: 304 };
    const tag = reply.etag === undefined ? {} : { etag: reply.etag };
    return {
      status: 200,
      headers: { 'content-type': 'application/json', ...tag },
      body: JSON.stringify(reply.days),
    };
  };
}

interface Play {
  readonly reply?: { days: object; etag?: string };
  readonly fault?: () => Fault | undefined;
  readonly error?: Error;
  readonly credential?: { readonly token: string };
}

async function play(options: Play, act: (scene: Scene, askings: readonly Asking[]) => Promise<void>) {
  const askings: Asking[] = [];
  const { reply = { days: DAYS }, fault, error, credential } = options;
  const setting = {
    source: acme(askings, error),
    handlers: [handler(reply)],
    world: (upstream: Parameters<typeof worldAt>[0]) =>
      worldAt(upstream, { homes: { [HOME]: '/home' }, ...(credential && { credential }) }),
    ...(fault && { fault }),
  };
  await playScene(setting, (scene) => act(scene, askings));
}

describe('a source that reads package by package', () => {
  test('leaves out what is older than wanted, and keeps what has no date', async () => {
    await play({}, async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL, { since: '2026-01-15T00:00:00Z' });
      assert.deepEqual(
        listingsOf(fetched).releases.map(({ version }) => version),
        ['1.1', '1.2'],
      );
    });
  });

  test('is unchanged where an upstream without validators says the same', async () => {
    const reply = { days: DAYS };
    await play({ reply }, async ({ lookUp }, askings) => {
      await lookUp(PURL);
      const again = await lookUp(PURL, { held: HELD });
      assert.deepEqual([again.fetched.status, again.asked], ['unchanged', ['GET /home/anvil']]);
      assert.equal(askings[1]?.memory?.['count'], '3');
      reply.days = { ...DAYS, '1.3': null };
      assert.equal((await lookUp(PURL, { held: HELD })).fetched.status, 'listed');
    });
  });

  test('is unchanged by a 304, and asks afresh for another span of time', async () => {
    await play({ reply: { days: DAYS, etag: '"1"' } }, async ({ lookUp }, askings) => {
      await lookUp(PURL);
      assert.equal((await lookUp(PURL, { held: HELD })).fetched.status, 'unchanged');
      const since = '2026-01-15T00:00:00Z';
      assert.equal((await lookUp(PURL, { held: HELD, since })).fetched.status, 'listed');
      assert.deepEqual(
        askings.map(({ fresh, memory }) => [fresh, memory === undefined]),
        [
          [true, true],
          [false, false],
          [true, true],
        ],
      );
    });
  });

  test('hands out a new ETag though the listing is the same', async () => {
    const reply = { days: DAYS, etag: '"1"' };
    await play({ reply }, async ({ lookUp }) => {
      await lookUp(PURL);
      reply.etag = '"2"';
      assert.equal((await lookUp(PURL, { held: HELD })).fetched.status, 'listed');
      assert.equal((await lookUp(PURL, { held: HELD })).fetched.status, 'unchanged');
    });
  });

  test('does not believe a 304 that speaks of what came before the last listing', async () => {
    const reply: { days: object; etag?: string } = { days: DAYS, etag: '"1"' };
    await play({ reply }, async ({ lookUp }) => {
      await lookUp(PURL);
      delete reply.etag;
      reply.days = { ...DAYS, '1.3': null };
      assert.equal(listingsOf((await lookUp(PURL, { held: HELD })).fetched).releases.length, 4);
      reply.etag = '"1"';
      reply.days = DAYS;
      assert.equal(listingsOf((await lookUp(PURL, { held: HELD })).fetched).releases.length, 3);
      assert.equal((await lookUp(PURL, { held: HELD })).fetched.status, 'unchanged');
    });
  });

  test('is never unchanged where a whole listing is wanted', async () => {
    await play({ reply: { days: DAYS, etag: '"1"' } }, async ({ lookUp }) => {
      await lookUp(PURL);
      assert.equal((await lookUp(PURL, { held: HELD, fresh: true })).fetched.status, 'listed');
    });
  });

  for (const status of [404, 410, 451]) {
    test(`${status} is gone`, async () => {
      await play({ fault: () => ({ status }) }, async ({ lookUp }) => {
        const { fetched } = await lookUp(PURL);
        assert.ok(fetched.status === 'gone' && fetched.code === status);
        assert.match(fetched.reason, /^127\.0\.0\.1:\d+ has no pkg:acme\/anvil/);
      });
    });
  }

  for (const status of [401, 403]) {
    test(`${status} names the variable that holds the credential, and shows none`, async () => {
      const credential = { token: 'theSecret' };
      await play({ fault: () => ({ status }), credential }, async ({ lookUp, asked }) => {
        const { fetched } = await lookUp(PURL);
        assert.ok(fetched.status === 'failed' && fetched.error instanceof HostError);
        assert.match(fetched.error.remedy ?? '', /^set TIDINGS_TOKEN_127_0_0_1___\d+ to a token/);
        assert.match(fetched.error.message, /^anvil: 127\.0\.0\.1:\d+ answered/);
        assert.equal(fetched.error.status, status);
        assert.equal(asked[0]?.headers['authorization'], 'Bearer theSecret');
      });
    });
  }

  for (const error of [new HostError('down'), new FormatError('what?')]) {
    test(`${error.name} is the package’s failure`, async () => {
      await play({ error }, async ({ lookUp }) => {
        assert.deepEqual((await lookUp(PURL)).fetched, { status: 'failed', error });
      });
    });
  }

  test('a fault of ours is not hidden', async () => {
    await play({ error: new TypeError('oops') }, async ({ lookUp }) => {
      await assert.rejects(lookUp(PURL), new TypeError('oops'));
    });
  });

  for (const [title, home, expected] of [
    ['the public home passes through the mirrors', '', /\/home$/],
    ['repository_url goes before it', '?repository_url=other.example/a/', /^https:\/\/other\.example\/a$/],
    ['http is said', '?repository_url=http://other.example', /^http:\/\/other\.example$/],
  ] as const) {
    test(title, async () => {
      await play({ error: new HostError('enough') }, async ({ lookUp }, askings) => {
        await lookUp(`${PURL}${home}`);
        assert.match(askings[0]?.home ?? '', expected);
      });
    });
  }

  for (const home of ['ftp://other.example', 'other.example?x=1', 'other.example/#x', 'a b']) {
    test(`${home} is no home`, async () => {
      await play({}, async ({ lookUp, asked }) => {
        const { fetched } = await lookUp(`${PURL}?repository_url=${encodeURIComponent(home)}`);
        assert.ok(fetched.status === 'failed' && fetched.error.remedy?.includes('repository_url'));
        assert.equal(asked.length, 0);
      });
    });
  }
});
