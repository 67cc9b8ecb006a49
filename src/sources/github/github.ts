import type { Source } from '../source.ts';
import { readFeeds } from './feeds.ts';
import type { OctokitOptions } from './octokit.ts';
import { BATCH } from './probe.ts';
import { readRepositories } from './repositories.ts';
import { serversOf } from './servers.ts';

/** GitHub and GitHub Enterprise Server: with a token all releases in batches, without one the newest ten of each feed. */
export function createGithub(options: OctokitOptions): Source {
  return {
    id: 'github',
    title: 'GitHub',
    types: ['github'],
    home: 'https://api.github.com',
    batch: BATCH,
    gives: {
      date: 'publication',
      notes: 'release, else the changelog at its tag',
      digests: 'sha256',
      deletion: 'visible',
    },
    check: 'one query for 50 repositories; without a token a conditional request for each feed',
    homes: 'github.com; `repository_url` names an Enterprise Server',
    example: { address: 'https://github.com/withastro/astro', purl: 'pkg:github/withastro/astro' },
    environment: {
      GITHUB_TOKEN:
        'reads all releases, with notes and assets, 50 repositories a request; without it only feeds',
      GH_TOKEN: 'stands in for GITHUB_TOKEN',
      GITHUB_API_URL: 'the API of an Enterprise Server, such as https://git.corp.example/api/v3',
      GITHUB_SERVER_URL: 'the address of an Enterprise Server, for its feeds',
    },
    async *fetch(lookUps, world) {
      const { servers, refused } = serversOf(lookUps, world);
      yield* refused;
      for (const server of servers) {
        yield* server.world.githubToken === undefined
          ? readFeeds(server.lookUps, server.world)
          : readRepositories(server.lookUps, server.world, options);
      }
    },
  };
}

// GitHub itself ends a query after ten seconds.
export const github = createGithub({ retryMs: 1000, timeoutMs: 14_000 });
