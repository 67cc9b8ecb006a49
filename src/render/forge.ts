/** The kinds of forge that we know: where the files of a repository are, below its address and with a final slash. */
export interface Forge {
  readonly files: (ref: string) => string;
  readonly raw: (ref: string) => string;
  /** Paths from the root that mean the repository itself, not a file in it. */
  readonly own?: RegExp;
}

const GITHUB: Forge = { files: (ref) => `blob/${ref}/`, raw: (ref) => `raw/${ref}/` };

const GITLAB: Forge = {
  files: (ref) => `-/blob/${ref}/`,
  raw: (ref) => `-/raw/${ref}/`,
  // What was dropped into the description of a release.
  own: /^\/uploads\//,
};

const GITEA: Forge = {
  files: (ref) => (ref === 'HEAD' ? 'src/HEAD/' : `src/tag/${ref}/`),
  raw: (ref) => (ref === 'HEAD' ? 'raw/HEAD/' : `raw/tag/${ref}/`),
};

const BY_TYPE: Readonly<Record<string, Forge>> = { github: GITHUB, gitlab: GITLAB, gitea: GITEA };

const BY_HOST: readonly (readonly [RegExp, Forge])[] = [
  [/^gitlab\./, GITLAB],
  [/^(?:gitea|forgejo|codeberg)\.|^code\.forgejo\.org$/, GITEA],
];

/** The forge of an address, by the purl type if that is known, else by its host; GitHub's ways where nothing tells. */
export function forgeOf(url: URL, type?: string): Forge {
  const known = type !== undefined && Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined;
  return known ?? BY_HOST.find(([host]) => host.test(url.hostname))?.[1] ?? GITHUB;
}
