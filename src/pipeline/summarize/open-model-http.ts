import { join } from 'node:path';
import type { Endpoint } from '../../enrich/summaries/endpoint.ts';
import { readEnvironment } from '../../platform/environment.ts';
import { createHttp } from '../../platform/http/create-http.ts';
import type { Http } from '../../platform/http/http.ts';
import { openPauses } from '../../platform/http/pauses.ts';
import { npmRegistries } from '../../sources/npm/npm-registries.ts';
import type { Workspace } from '../workspace.ts';
import { USER_AGENT } from '../world.ts';

// A model answers when it has thought to the end, and nothing comes before that.
const PATIENCE_MS = 5 * 60_000;

/**
 * The guarded client for an endpoint. Its host is the owner's own choice: it may be private, and speak plain HTTP.
 * @throws ConfigError for a malformed environment or npm configuration
 */
export async function openModelHttp({ root, cache }: Workspace, { host }: Endpoint): Promise<Http> {
  const { allowHosts } = readEnvironment();
  const { proxy, ca } = await npmRegistries(root);
  const pauses = await openPauses(join(cache, 'http', 'pauses.json'));
  const limits = { headersMs: PATIENCE_MS, gapMs: PATIENCE_MS, deadlineMs: PATIENCE_MS };
  return createHttp({ userAgent: USER_AGENT, allowHosts: [...allowHosts, host], proxy, ca, pauses, limits });
}
