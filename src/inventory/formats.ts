import { bunLock } from './formats/bun-lock.ts';
import { cargoLock } from './formats/cargo-lock.ts';
import { compose } from './formats/compose.ts';
import { composerLock } from './formats/composer-lock.ts';
import { cyclonedxJson } from './formats/cyclonedx-json.ts';
import { cyclonedxXml } from './formats/cyclonedx-xml.ts';
import { dockerfile } from './formats/dockerfile.ts';
import { gemfileLock } from './formats/gemfile-lock.ts';
import { githubStars } from './formats/github-stars.ts';
import { githubWorkflow } from './formats/github-workflow.ts';
import { goMod } from './formats/go-mod.ts';
import { gradleLock } from './formats/gradle-lock.ts';
import { nameList } from './formats/name-list.ts';
import { npmLock } from './formats/npm-lock.ts';
import { nugetLock } from './formats/nuget-lock.ts';
import { opml } from './formats/opml.ts';
import { pdmLock } from './formats/pdm-lock.ts';
import { pipfileLock } from './formats/pipfile-lock.ts';
import { pnpmLock } from './formats/pnpm-lock.ts';
import { poetryLock } from './formats/poetry-lock.ts';
import { pomXml } from './formats/pom-xml.ts';
import { requirements } from './formats/requirements.ts';
import { spdx3 } from './formats/spdx-3.ts';
import { spdxJson } from './formats/spdx-json.ts';
import { spdxTagValue } from './formats/spdx-tag-value.ts';
import { uvLock } from './formats/uv-lock.ts';
import { yarnBerry } from './formats/yarn-berry.ts';
import { yarnClassic } from './formats/yarn-classic.ts';
import type { InventoryFormat } from './inventory-format.ts';

/**
 * Every format. A new one is a file and a line here. Where a text looks like several, the first counts: those that are told by less
 * stand behind those that are told by more.
 */
export const INVENTORY_FORMATS: readonly InventoryFormat[] = [
  cyclonedxJson,
  spdx3,
  spdxJson,
  cyclonedxXml,
  bunLock,
  npmLock,
  pnpmLock,
  yarnBerry,
  yarnClassic,
  poetryLock,
  pdmLock,
  uvLock,
  pipfileLock,
  requirements,
  cargoLock,
  goMod,
  pomXml,
  gradleLock,
  gemfileLock,
  composerLock,
  nugetLock,
  dockerfile,
  compose,
  githubWorkflow,
  spdxTagValue,
  githubStars,
  opml,
  nameList,
];
