import { purlOfAddress } from '../core/address.ts';
import { InvalidPackage, type Package, parsePackage } from '../core/package.ts';
import { PURL_REMEDY } from '../core/project.ts';
import { ConfigError } from '../platform/errors.ts';

/**
 * The package that a person named on the command line: by its purl, however that is spelled, or by the address of its page.
 * @throws ConfigError for what is neither
 */
export function readPackageName(command: string, wanted: string): Package {
  try {
    return parsePackage(wanted.startsWith('pkg:') ? wanted : (purlOfAddress(wanted) ?? wanted));
  } catch (error) {
    if (!(error instanceof InvalidPackage)) throw error;
    throw new ConfigError(`${command}: ${error.message}`, { cause: error, remedy: PURL_REMEDY });
  }
}

/** The purl that `--only` names, as watchlists and data/ know it. */
export function readOnly(command: string, only: string | undefined): string | undefined {
  return only === undefined ? undefined : readPackageName(command, only).purl;
}
