/** Resolves when somebody ends the process: Ctrl+C, or SIGTERM. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

// npm passes Ctrl+C on to a process that has heard it already, and so does whoever ends a whole group: it is one wish.
const SAME_WISH_MS = 1000;

/**
 * Aborts when somebody ends the process: Ctrl+C, or SIGTERM. Whoever asks a second time does not want to wait: the process ends at
 * once, with the exit code of a process that the signal ended.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  let firstAt = 0;
  const hear = (code: number) => () => {
    if (!controller.signal.aborted) {
      firstAt = Date.now();
      controller.abort();
    } else if (Date.now() - firstAt > SAME_WISH_MS) process.exit(code);
  };
  process.on('SIGINT', hear(130));
  process.on('SIGTERM', hear(143));
  return controller.signal;
}
