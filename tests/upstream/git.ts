import type { Handler, Served } from './upstream.ts';

/** A repository as its server shows it: refs by name; an annotated tag has the commit that it stands for besides. */
export interface GitRepository {
  readonly path: string;
  readonly refs: Readonly<Record<string, string | { readonly oid: string; readonly peeled: string }>>;
}

interface GitOptions {
  /** 0 is a server from before 2018, which sends all refs at once; `silent` one from before 2023, that says nothing without any. */
  readonly protocol?: 2 | 0 | 'silent';
  /** Where set, requests without it are refused. */
  readonly authorization?: string;
}

const NOTHING = '0'.repeat(40);
const FLUSH = '0000';

/** A git server over smart HTTP. The list may be changed while it serves. https://git-scm.com/docs/http-protocol */
export function gitHandler(repositories: readonly GitRepository[], options: GitOptions = {}): Handler {
  const { protocol = 2, authorization } = options;
  return ({ method, path, query, headers, body }) => {
    if (authorization !== undefined && headers['authorization'] !== authorization)
      return { status: 401, headers: { 'www-authenticate': 'Basic realm="git"' }, body: 'Unauthorized' };
    const repository = repositories.find((known) => path.startsWith(`${known.path}/`));
    const service = path.slice(repository?.path.length);
    if (repository === undefined) return undefined;
    if (service === '/info/refs' && query.get('service') === 'git-upload-pack') {
      const hasTwo = protocol === 2 && headers['git-protocol'] === 'version=2';
      const advert = hasTwo
        ? packet('version 2\n') + packet('ls-refs=unborn\n')
        : allRefs(repository, protocol);
      const text = packet('# service=git-upload-pack\n') + FLUSH + advert + FLUSH;
      return gitReply('advertisement', text);
    }
    const isList = method === 'POST' && service === '/git-upload-pack' && protocol === 2;
    if (!isList || headers['git-protocol'] !== 'version=2') return { status: 400, body: 'what?' };
    return gitReply('result', listRefs(repository, body));
  };
}

/** One packet: its length, then its content. */
export function packet(content: string): string {
  return (Buffer.byteLength(content) + 4).toString(16).padStart(4, '0') + content;
}

/** A reply of the content type that git has for it. */
export function gitReply(kind: 'advertisement' | 'result', body: string | Uint8Array): Served {
  return { status: 200, headers: { 'content-type': `application/x-git-upload-pack-${kind}` }, body };
}

function allRefs({ refs }: GitRepository, protocol: GitOptions['protocol']): string {
  const lines = Object.entries(refs).flatMap(([name, ref]) => {
    if (typeof ref === 'string') return [`${ref} ${name}`];
    return [`${ref.oid} ${name}`, `${ref.peeled} ${name}^{}`];
  });
  const nothing = protocol === 'silent' ? [] : [`${NOTHING} capabilities^{}`];
  const [first, ...rest] = lines.length > 0 ? lines : nothing;
  if (first === undefined) return '';
  return [`${first}\u0000multi_ack agent=git/2.1`, ...rest].map((line) => packet(`${line}\n`)).join('');
}

function listRefs({ refs }: GitRepository, body: string): string {
  const prefix = /ref-prefix (\S+?)(?=\n|[\da-f]{4}|$)/.exec(body)?.[1] ?? '';
  const lines: string[] = [];
  for (const [name, ref] of Object.entries(refs)) {
    if (!name.startsWith(prefix)) continue;
    if (typeof ref === 'string') lines.push(packet(`${ref} ${name}\n`));
    else lines.push(packet(`${ref.oid} ${name}${body.includes('peel') ? ` peeled:${ref.peeled}` : ''}\n`));
  }
  return lines.join('') + FLUSH;
}
