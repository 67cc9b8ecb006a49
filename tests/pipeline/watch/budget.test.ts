import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { askedOf } from '../../../src/pipeline/watch/asked.ts';
import { withinBudgets } from '../../../src/pipeline/watch/budget.ts';
import { aFollowed } from './a-package.ts';

const NPM = { host: 'npm', requestsADay: 50_000, cost: 1 };
const CODEBERG = { host: 'codeberg.org', requestsADay: 2_000, cost: 1 };
const GITHUB = { host: 'api.github.com', requestsADay: 10_000, cost: 1 / 50 };

function many(asked: typeof NPM, count: number) {
  return Array.from({ length: count }, (_, index) => aFollowed(`${asked.host}-${index}`, { asked }));
}

describe('a round asks', () => {
  const rows: readonly [string, typeof NPM, number, number][] = [
    ['an hour’s part of a day’s requests', CODEBERG, 60, 83],
    ['at least ten', CODEBERG, 1, 10],
    ['a day’s requests in a day', CODEBERG, 24 * 60, 2000],
    ['no more than a run may in a week', CODEBERG, 7 * 24 * 60, 2000],
    ['fifty packages a request where they are asked together', GITHUB, 1, 500],
    ['much of a registry', NPM, 60, 2083],
  ];
  for (const [name, asked, every, most] of rows) {
    test(`${name}: ${most} look-ups at ${asked.host} in ${every} minutes`, () => {
      const due = many(asked, most + 7);
      const { now, later } = withinBudgets(due, every);
      assert.deepEqual([now, later], [due.slice(0, most), due.slice(most)]);
    });
  }

  test('each host has its own budget, and the order stays', () => {
    const [busy, idle] = [many(CODEBERG, 12), many(NPM, 3)];
    const due = [...busy.slice(0, 6), ...idle, ...busy.slice(6)];
    const { now, later } = withinBudgets(due, 1);
    assert.deepEqual(now, [...busy.slice(0, 6), ...idle, ...busy.slice(6, 10)]);
    assert.deepEqual(later, busy.slice(10));
  });
});

describe('who is asked about', () => {
  const rows: readonly [string, string, number, number][] = [
    ['pkg:npm/axios', 'npm', 50_000, 1],
    ['pkg:npm/axios?repository_url=npm.corp.example', 'npm.corp.example', 10_000, 1],
    ['pkg:github/withastro/astro', 'api.github.com', 10_000, 1 / 50],
    ['pkg:pypi/requests', 'pypi.org', 10_000, 1],
    ['pkg:nuget/Newtonsoft.Json', 'api.nuget.org', 10_000, 1],
    ['pkg:composer/monolog/monolog', 'repo.packagist.org', 10_000, 1],
    ['pkg:gitea/forgejo/forgejo?repository_url=codeberg.org', 'codeberg.org', 2_000, 1],
    ['pkg:gitea/a/b?repository_url=https://git.example:8443/x', 'git.example:8443', 10_000, 1],
    ['pkg:oci/kube-apiserver?repository_url=registry.k8s.io/kube-apiserver', 'registry.k8s.io', 10_000, 1],
  ];
  for (const [purl, host, requestsADay, cost] of rows) {
    test(`${purl}: ${host}`, () => {
      assert.deepEqual(askedOf(parsePackage(purl)), { host, requestsADay, cost });
    });
  }
});
