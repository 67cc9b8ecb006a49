// What people reach for first, and what lies beside it.
const BESIDE: readonly (readonly [RegExp, string])[] = [
  [/^package\.json$/i, 'give package-lock.json, pnpm-lock.yaml, yarn.lock or bun.lock'],
  [/^bun\.lockb$/i, 'run bun install --save-text-lockfile, and give bun.lock'],
  [
    /^(?:pyproject\.toml|setup\.(?:py|cfg))$/i,
    'give uv.lock, poetry.lock, pdm.lock, or what pip freeze prints',
  ],
  [/^Pipfile$/i, 'give Pipfile.lock'],
  [/^Cargo\.toml$/i, 'give Cargo.lock'],
  [/^go\.sum$/i, 'give go.mod'],
  [/^(?:Gemfile|.*\.gemspec)$/i, 'give Gemfile.lock'],
  [/^composer\.json$/i, 'give composer.lock'],
  [/\.(?:cs|fs|vb)proj$/i, 'set RestorePackagesWithLockFile, and give packages.lock.json'],
  [/^(?:build|settings)\.gradle(?:\.kts)?$/i, 'turn on dependency locking, and give gradle.lockfile'],
];

/** Which file to give instead of this manifest; undefined where it is none. */
export function remedyForManifest(name: string): string | undefined {
  return BESIDE.find(([form]) => form.test(name))?.[1];
}
