import { appendFile } from 'node:fs/promises';

/** What a command can tell the workflow that runs it. Outside of GitHub Actions, it goes nowhere. */
export interface WorkflowJob {
  /** Sets an output of the step. Name and value are ours, never an upstream's: a line break would begin another output. */
  readonly setOutput: (name: string, value: string) => Promise<void>;
  /** Adds markdown to the summary of the job. */
  readonly summarise: (markdown: string) => Promise<void>;
}

/** @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#environment-files */
export function openWorkflowJob(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): WorkflowJob {
  const append = async (path: string | undefined, text: string) => {
    if (path !== undefined && path !== '') await appendFile(path, text);
  };
  return {
    setOutput: async (name, value) => {
      if (/[\r\n]/.test(name + value)) throw new TypeError(`the output ${name} is not one line`);
      await append(variables['GITHUB_OUTPUT'], `${name}=${value}\n`);
    },
    summarise: (markdown) => append(variables['GITHUB_STEP_SUMMARY'], markdown),
  };
}
