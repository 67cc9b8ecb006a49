import { createGathering } from '../gathering.ts';
import { ALL_DIRECT, type InventoryFormat } from '../inventory-format.ts';
import { purlText } from '../purl-text.ts';

const LINE = /^([\w.-]+):([\w.-]+):([^=\s]+)=(.*)$/;

/** https://docs.gradle.org/current/userguide/dependency_locking.html */
export const gradleLock: InventoryFormat = {
  id: 'gradle',
  title: 'Gradle: gradle.lockfile',
  names: ['*gradle.lockfile'],
  tells: { direct: ALL_DIRECT, dev: 'told: only in configurations of tests' },
  looksLike: (text) =>
    /^# This is a Gradle generated file/.test(text) || /^[\w.-]+:[\w.-]+:[^=\s]+=\w*[cC]lasspath/m.test(text),
  read: (text) => {
    const gathering = createGathering();
    for (const line of text.split(/\r?\n/)) {
      if (line.trim() === '' || /^(?:#|empty=)/.test(line)) continue;
      const [, group, artifact, version, configurations = ''] = LINE.exec(line.trim()) ?? [];
      const isDev = configurations.split(',').every((name) => /^test|Test/.test(name));
      if (group === undefined) gathering.skip(line, 'is no line of a lock file');
      else gathering.add(purlText('maven', `${group}/${artifact}`), { version, isDirect: true, isDev });
    }
    return gathering.done();
  },
};
