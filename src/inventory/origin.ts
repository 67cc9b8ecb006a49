/** Why what lies in a repository is skipped. */
export const GIT = 'comes from a git repository, not from a registry';

// Where a dependency may come from other than a registry, by how its address begins. The first that fits counts.
const ORIGINS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:link|workspace|portal|file):|^\.{0,2}\/|^[a-z]:[\\/]/i,
    'is a folder or file, not a release of a registry',
  ],
  [
    /^git[+:@]|^(?:github|gitlab|bitbucket|gist):|^ssh:|\.git(?:[#@]|$)|^https:\/\/codeload\.github\.com\/|^(?:https?:\/\/)?(?:github|gitlab)\.com\//i,
    GIT,
  ],
  [/^https?:/i, 'comes from an address of its own, not from a registry'],
];

/** Why an address is no release of a registry; undefined where it may be one. */
export function foreignOrigin(address: string): string | undefined {
  return ORIGINS.find(([form]) => form.test(address))?.[1];
}
