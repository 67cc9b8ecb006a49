import { credentialVariable } from '../../platform/credential.ts';
import { HostError } from '../../platform/errors.ts';

/**
 * A refusal that is owed to the credential which was kept from the host of the tokens, with its remedy; any other error as it
 * is. It has no status: the common remedy for a refusal names one variable, and this takes two.
 */
export function explainRefusal(error: unknown, registry: URL, withheldFrom: string | undefined): unknown {
  const isRefusal = error instanceof HostError && (error.status === 401 || error.status === 403);
  if (!isRefusal || withheldFrom === undefined) return error;
  const [own, other] = [registry.host, withheldFrom].map(credentialVariable);
  return new HostError(
    `${registry.host} has its tokens made by ${withheldFrom}, which was not given its credential`,
    {
      cause: error,
      remedy: `if both hosts are yours, set ${other} to the same as ${own}`,
    },
  );
}
