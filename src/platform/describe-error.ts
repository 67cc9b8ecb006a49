/**
 * What a person is told of an error: its message, then its remedy, a line each. HostError, FormatError and ConfigError know their
 * remedy; anything else is a fault of ours.
 */
export function describeError(error: unknown): string[] {
  const { message, remedy } = describe(error);
  const lines = message.split('\n');
  return remedy === undefined ? lines : [...lines, `Remedy: ${remedy}.`];
}

function describe(error: unknown): { message: string; remedy: string | undefined } {
  if (!(error instanceof Error)) return { message: String(error), remedy: undefined };
  if ('remedy' in error) {
    return { message: error.message, remedy: typeof error.remedy === 'string' ? error.remedy : undefined };
  }
  const remedy = 'run it again with TIDINGS_DEBUG=1 to see where this happened';
  return { message: `${error.name}: ${error.message}`, remedy };
}
