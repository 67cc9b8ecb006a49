import { HostError } from '../../platform/errors.ts';
import { homeOf } from '../home-of.ts';
import type { Answer, LookUp, World } from '../source.ts';

/** The look-ups of one server, and the world with its addresses and its token. */
interface Server {
  readonly lookUps: readonly LookUp[];
  readonly world: World;
}

/**
 * Look-ups by server: that of the environment, and the Enterprise Servers that a `repository_url` names. Their API is at
 * `/api/v3` and `/api/graphql`: https://docs.github.com/en/enterprise-server/graphql/guides/forming-calls-with-graphql
 * `refused` answers for those that name no server.
 */
export function serversOf(
  lookUps: readonly LookUp[],
  world: World,
): { servers: Server[]; refused: Answer[] } {
  const byUrl = new Map<string, LookUp[]>();
  const refused: Answer[] = [];
  for (const lookUp of lookUps) {
    const url = serverUrl(lookUp, world);
    if (url instanceof HostError) {
      refused.push({ package: lookUp.package, fetched: { status: 'failed', error: url } });
    } else {
      byUrl.set(url, [...(byUrl.get(url) ?? []), lookUp]);
    }
  }
  const servers = [...byUrl].map(([url, some]) => ({ lookUps: some, world: worldOf(url, world) }));
  return { servers, refused };
}

function serverUrl({ package: pkg }: LookUp, world: World): string | HostError {
  if (pkg.repositoryUrl === undefined) return world.githubUrl;
  try {
    return homeOf(pkg, undefined, world.mirrors);
  } catch (error) {
    if (error instanceof HostError) return error;
    throw error;
  }
}

function worldOf(url: string, world: World): World {
  if (url === world.githubUrl) return world;
  const credential = world.credentials(new URL(url).host);
  const githubToken = credential !== undefined && 'token' in credential ? credential.token : undefined;
  return { ...world, githubToken, githubApiUrl: `${url}/api/v3`, githubUrl: url };
}
