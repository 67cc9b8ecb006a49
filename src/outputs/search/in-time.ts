import { HostError } from '../../platform/errors.ts';

/**
 * What a promise gives, if it does so in time.
 * @throws HostError otherwise
 */
export async function inTime<T>(promise: Promise<T>, subject: string, milliseconds: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const seconds = milliseconds / 1000;
  const timer = setTimeout(
    () => reject(new HostError(`${subject}: no answer within ${seconds} s`)),
    milliseconds,
  );
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
