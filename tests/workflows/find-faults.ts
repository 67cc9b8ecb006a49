import { parse } from 'yaml';
import { z } from 'zod';

const Step = z.object({ uses: z.string().optional(), run: z.string().optional() });
const Permissions = z.record(z.string(), z.string());
const Concurrency = z.object({ group: z.string(), 'cancel-in-progress': z.union([z.boolean(), z.string()]) });
const Job = z.object({
  permissions: Permissions.optional(),
  concurrency: Concurrency.optional(),
  'timeout-minutes': z.number().optional(),
  steps: z.array(Step),
});
const Workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: Permissions.optional(),
  concurrency: Concurrency.optional(),
  jobs: z.record(z.string(), Job),
});
type Workflow = z.infer<typeof Workflow>;
type Job = z.infer<typeof Job>;

const Schedule = z.array(z.object({ cron: z.string() })).default([]);
const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;
// What runs with the rights of this repository on the word of a stranger.
const FORBIDDEN = ['pull_request_target', 'workflow_run', 'issue_comment'];
const WRITERS = 'tidings-data';

/** What our rules for workflows say against one: of rights, pins, scripts and times. */
export function findFaults(text: string, scripts: readonly string[]): string[] {
  const workflow = Workflow.parse(parse(text));
  const faults = FORBIDDEN.filter((event) => event in workflow.on).map((event) => `is run by ${event}`);
  for (const { cron } of Schedule.parse(workflow.on['schedule'])) {
    if (!/^[1-9]\d? /.test(cron)) faults.push(`runs at the full hour: ${cron}`);
  }
  if (workflow.permissions === undefined || Object.keys(workflow.permissions).length > 0) {
    faults.push('has rights that no job asked for');
  }
  const pins = text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line));
  for (const line of pins.filter((pin) => !/ # v\d+(?:\.\d+)*$/.test(pin))) {
    faults.push(`a pin without its version: ${line.trim()}`);
  }
  for (const [name, job] of Object.entries(workflow.jobs)) {
    faults.push(...faultsOfJob(job, workflow, scripts).map((fault) => `${name}: ${fault}`));
  }
  return faults;
}

function faultsOfJob(job: Job, workflow: Workflow, scripts: readonly string[]): string[] {
  const faults: string[] = [];
  if (job.permissions === undefined) faults.push('does not say its rights');
  if (job['timeout-minutes'] === undefined) faults.push('may run for ever');
  const concurrency = job.concurrency ?? workflow.concurrency;
  const isAlone = concurrency?.group === WRITERS && concurrency['cancel-in-progress'] === false;
  if (job.permissions?.['contents'] === 'write' && !isAlone) faults.push('writes beside other writers');
  for (const { uses, run } of job.steps) {
    if (uses !== undefined && !PINNED.test(uses)) faults.push(`is not pinned: ${uses}`);
    if (run !== undefined) faults.push(...faultsOfScript(run, scripts));
  }
  const lines = job.steps.flatMap(({ run = '' }) => run.trim().split('\n'));
  if (lines.length > 20) faults.push('does too much: move it into a command');
  return faults;
}

function faultsOfScript(run: string, scripts: readonly string[]): string[] {
  const faults = run.includes('${{') ? [`an expression in a script: ${run}`] : [];
  const called = [...run.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
  const unknown = called.filter((name) => !scripts.includes(name));
  return [...faults, ...unknown.map((name) => `npm run ${name} does not exist`)];
}
