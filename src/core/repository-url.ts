const SHORTHAND: Readonly<Record<string, string>> = {
  github: 'github.com',
  gitlab: 'gitlab.com',
  bitbucket: 'bitbucket.org',
};
const NAMED = /^(?:(github|gitlab|bitbucket):)?([\w.-]+\/[\w.-]+)$/;
const SCP = /^(?:[\w.-]+@)?([\w-]+(?:\.[\w-]+)+):(?!\/\/)(.+)$/;
const LONGEST = 2048;

/**
 * The https address of a repository, whatever way package.json writes it: `git+https://…`, `git@host:owner/name.git`,
 * `github:owner/name`, `owner/name` (which npm takes for GitHub). Undefined for what leads to no web page.
 * https://docs.npmjs.com/cli/v11/configuring-npm/package-json#repository
 */
export function repositoryUrl(text: string): string | undefined {
  const [, forge = 'github', path] = NAMED.exec(text) ?? [];
  if (path !== undefined) return webAddress(`https://${SHORTHAND[forge]}/${path}`);
  const [, host, rest] = SCP.exec(text) ?? [];
  if (host !== undefined && rest !== undefined) return webAddress(`https://${host}/${rest}`);
  return webAddress(text.replace(/^git\+/, ''));
}

function webAddress(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || !/^(?:https?|git|ssh):$/.test(url.protocol)) return undefined;
  // A port belongs to the protocol that it was written for.
  const host = url.protocol === 'https:' ? url.host : url.hostname;
  const path = url.pathname.replace(/\/+$/, '').replace(/\.git$/, '');
  const address = URL.parse(`https://${host}${path}`);
  if (host === '' || path === '' || address === null || address.href.length > LONGEST) return undefined;
  return address.href;
}
