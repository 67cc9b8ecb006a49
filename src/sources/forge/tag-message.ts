const SIGNATURE = /^-----BEGIN (?:PGP SIGNATURE|PGP MESSAGE|SSH SIGNATURE|SIGNED MESSAGE)-----\r?$/m;

/** What an annotated tag says, without the signature below it: https://git-scm.com/docs/gitformat-signature */
export function tagMessage(text: string): string {
  const start = text.search(SIGNATURE);
  return (start < 0 ? text : text.slice(0, start)).trimEnd();
}
