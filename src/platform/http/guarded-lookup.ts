import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { HostError } from '../errors.ts';
import { isPublicAddress } from './public-address.ts';

/** All addresses of a name. */
export type Lookup = (name: string) => Promise<readonly LookupAddress[]>;

/** The operating system's resolver. */
export function lookupName(name: string): Promise<readonly LookupAddress[]> {
  return lookup(name, { all: true });
}

/**
 * A look-up for a socket that connects to nothing but what was checked: the answers are judged and handed on in one step, so
 * that a second answer (DNS rebinding) never counts. One private answer among public ones refuses the name.
 */
export function guardedLookup(resolve: Lookup): LookupFunction {
  return socketLookup(async (name) => {
    const answers = await resolve(name);
    if (answers.length > 0 && answers.every(({ address }) => isPublicAddress(address))) return answers;
    throw new HostError(`${name} is refused: it resolves to an address that is not public`, {
      remedy: 'if the host is your own, name it (and its port) in TIDINGS_ALLOW_HOSTS',
    });
  });
}

/** A resolver in the form in which sockets ask it. */
export function socketLookup(resolve: Lookup): LookupFunction {
  return (name, options, callback) => {
    resolve(name).then(
      (answers) => {
        if (options.all) callback(null, [...answers]);
        else callback(null, answers[0]?.address ?? '', answers[0]?.family);
      },
      (error: Error) => callback(error, []),
    );
  };
}
