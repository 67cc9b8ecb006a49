/** Where notes come from: what their references and relative links are resolved against. */
export interface UpstreamContext {
  /** `https://github.com/owner/name`. Without it, relative links and `#123` stay text. */
  readonly repositoryUrl?: string | undefined;
  /** The purl type of the forge that it is at, where that is known: `github`, `gitlab`, `gitea`. */
  readonly forge?: string | undefined;
  /** The tag, for relative links; `HEAD` if absent. */
  readonly ref?: string | undefined;
  /** The page of the release at its source. */
  readonly sourceUrl?: string | undefined;
  /** A newline is a line break. True for the notes of a GitHub release, not for a changelog file. */
  readonly hardBreaks?: boolean | undefined;
}
