import { ConfigError } from '../platform/errors.ts';

const DEFAULT_PORT = 4321;

/**
 * The port to serve at.
 * @throws ConfigError for what is no port
 */
export function readPort(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw new ConfigError(`--port ${text}: no port`, { remedy: 'give a number from 1 to 65535' });
}
