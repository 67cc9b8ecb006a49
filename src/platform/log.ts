import { escapeLine } from './escape-line.ts';

/** Writes for people, on standard error; standard output is for results. */
export interface Log {
  /** One message, one line, whatever it holds. */
  (message: string): void;
  /** Never shows this value again, neither as it is nor as it stands in an address. */
  readonly hide: (secret: string | undefined) => void;
}

/** @param write takes whole lines; standard error by default */
export function createLog(write: (line: string) => unknown = (line) => process.stderr.write(line)): Log {
  const secrets = new Set<string>();
  const log = (message: string) => {
    write(`${escapeLine(mask(message, secrets))}\n`);
  };
  const hide = (secret: string | undefined) => {
    if (secret === undefined || secret === '') return;
    secrets.add(secret).add(encodeURIComponent(secret));
  };
  return Object.assign(log, { hide });
}

function mask(text: string, secrets: ReadonlySet<string>): string {
  // Longest first: a secret that begins with another one would be half shown.
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
}
