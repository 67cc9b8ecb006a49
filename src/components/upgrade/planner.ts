// First: a schema asks when it is made.
import './without-evaluation.ts';

import { planUpgrade, type UpgradePlan } from '../../derive/upgrade/plan-upgrade.ts';
import { UPGRADE_INDEX_PATH, type UpgradeIndex } from '../../derive/upgrade/upgrade-index.ts';
import { copyBy } from '../copy/copy-by.ts';
import { readJson } from '../read-json.ts';
import { EXPORTS } from './export-plan.ts';
import { readBetween } from './read-between.ts';
import { type ReadFiles, readFiles, warmParsers } from './read-files.ts';
import { showPlan, sumInWords } from './show-plan.ts';

const planner = document.querySelector<HTMLElement>('[data-planner]');
const files = document.querySelector<HTMLInputElement>('#files');
const onlyDirect = document.querySelector<HTMLInputElement>('#direct');
const status = document.querySelector<HTMLElement>('#plan-status');
const shown = document.querySelector<HTMLElement>('#plan');
const tools = document.querySelector<HTMLElement>('#plan-tools');

const index = readJson<UpgradeIndex>(UPGRADE_INDEX_PATH);
const warm = warmParsers();
let read: ReadFiles | undefined;
let plan: UpgradePlan | undefined;

/** Whatever goes wrong is told where the plan would be. */
async function tell(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    say(
      `That did not work: ${error instanceof Error ? error.message : error}. Reload the page to try again.`,
    );
  }
}

async function take(given: readonly File[]): Promise<void> {
  if (given.length === 0) return;
  say('Reading …');
  read = await readFiles(given);
  await show();
}

async function show(): Promise<void> {
  if (read === undefined) return;
  const { used, skipped, formats, problems } = read;
  const told = used.some(({ isDirect }) => !isDirect) && onlyDirect?.checked;
  const counted = told ? used.filter(({ isDirect }) => isDirect) : used;
  plan = planUpgrade(await index, counted);
  shown?.replaceChildren(...showPlan(plan, counted, skipped, readBetween));
  tools?.toggleAttribute('hidden', used.length === 0);
  say(
    [...problems, ...(formats.length > 0 ? [`${sumInWords(plan)} Read as ${formats.join('; ')}.`] : [])].join(
      ' ',
    ),
  );
}

function say(text: string): void {
  if (status !== null) status.textContent = text;
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const make = EXPORTS[button.value];
  if (plan === undefined || make === undefined) return;
  await copyBy(button, await make(plan, (await index).asOf, readBetween));
}

files?.addEventListener('change', () => void tell(() => take([...(files.files ?? [])])));
onlyDirect?.addEventListener('change', () => void tell(show));
tools?.addEventListener('click', ({ target }) => {
  if (target instanceof HTMLButtonElement) void tell(() => copy(target));
});
planner?.addEventListener('dragover', (event) => {
  event.preventDefault();
  planner.classList.add('over');
});
planner?.addEventListener('dragleave', () => planner.classList.remove('over'));
planner?.addEventListener('drop', (event) => {
  event.preventDefault();
  planner.classList.remove('over');
  const dropped = [...(event.dataTransfer?.files ?? [])];
  void tell(() => take(dropped));
});
Promise.all([index, warm]).then(
  () => planner?.setAttribute('data-ready', ''),
  () => say('What is followed here could not be read. Reload the page to try again.'),
);
