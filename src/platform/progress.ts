import { Listr, type ListrTaskWrapper } from 'listr2';

/** What one line of the display shows: how far, and what is worth saying. */
export interface Progress {
  readonly update: (text: string) => void;
}

export interface Task {
  readonly title: string;
  /** Resolves with the line's last words. */
  readonly run: (progress: Progress) => Promise<string>;
}

export type Display = 'terminal' | 'plain' | 'silent';
const RENDERERS = { terminal: 'default', plain: 'simple', silent: 'silent' } as const;

/** Runs tasks side by side, a line each: live in a terminal, plain lines without one. The first error of a task ends it all. */
export async function showProgress(tasks: readonly Task[], display: Display): Promise<void> {
  // Its listener puts the cursor back and leaves at once: nothing for who hears signals himself, and shows no lines.
  const registerSignalListeners = display !== 'silent';
  const listr = new Listr(
    tasks.map(({ title, run }) => ({
      title,
      task: async (_: unknown, line: Pick<ListrTaskWrapper<unknown, never, never>, 'title'>) => {
        line.title = `${title}: ${await run({ update: (text) => setTitle(line, title, text, display) })}`;
      },
    })),
    { concurrent: true, renderer: RENDERERS[display], exitOnError: true, registerSignalListeners },
  );
  await listr.run();
}

// Without a terminal every new title would be a line of its own: only the last one is printed.
function setTitle(line: { title: string | undefined }, title: string, text: string, display: Display): void {
  if (display === 'terminal') line.title = `${title}: ${text}`;
}

/** The display that suits an output: live lines for a terminal, plain ones for a file or a CI log. */
export function displayFor(output: { readonly isTTY?: boolean | undefined }): Display {
  return output.isTTY ? 'terminal' : 'plain';
}

/** Runs one piece of work with a line that says how far it is, in hundredths. Gives what the work gives. */
export async function withProgress<Result>(
  title: string,
  display: Display,
  work: (onProgress: (done: number, all: number) => void) => Promise<Result>,
): Promise<Result> {
  const results: Result[] = [];
  const run = async ({ update }: Progress) => {
    let told = -1;
    results.push(
      await work((done, all) => {
        const percent = Math.floor((100 * done) / all);
        if (percent !== told) update(`${percent} %`);
        told = percent;
      }),
    );
    return 'done';
  };
  await showProgress([{ title, run }], display);
  const [result] = results;
  if (result === undefined) throw new Error(`${title} gave no result`);
  return result;
}
