import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { itemsOf, kindOf } from './items-of.ts';

describe('an item that breaks', () => {
  for (const [item, rule] of [
    ['feat!: a strict parser', 'bang'],
    ['fix(scope)!: a strict parser', 'bang'],
    ['chore!: drop node 18', 'bang'],
    ['BREAKING CHANGE: the parser is strict', 'footer'],
    ['**BREAKING**: the parser is strict', 'label'],
    ['[breaking] the parser is strict', 'label'],
    ['Removed: the old method', 'label'],
    ['API Change: start restarts', 'label'],
    ['💥 the parser is strict', 'sign'],
    ['**(SEMVER-MAJOR)** **win**: delay the hook', 'semver-major'],
    ['the parser is strict, a breaking change', 'says-breaking'],
    ['fix: a crash. **Breaking change in a minor release.** Check it', 'says-breaking'],
    ['fix: this may break existing callers', 'says-breaking'],
    ['the format is not backwards compatible', 'says-breaking'],
    ['an incompatible change of the format', 'says-breaking'],
    ['Rejects a header. Behavior change: it throws', 'says-breaking'],
    ['changed the default timeout', 'says-breaking'],
    ['`format` now returns `a.m.` instead of `am`', 'says-breaking'],
    ['drops support for Node 18', 'drops-support'],
    ['chore: drop support for EOL node versions', 'drops-support'],
    ['support for Internet Explorer was removed', 'drops-support'],
    ['Drop Node.js v16', 'drops-support'],
    ['Drop the old module, refactor to support only git', 'drops-support'],
    ['drop coffee-script (installed via tool install)', 'drops-support'],
    ['now requires a key', 'requires'],
    ['Requires **Node.js >= 20**', 'requires'],
    ['Node.js 20 or newer is required', 'requires'],
    ['raise the minimum node version to 20', 'requires'],
    ['bump to new node engine range', 'requires'],
    ['the client no longer supports streams', 'no-longer'],
    ['types no longer allow a call without a name', 'no-longer'],
    ['Coffeescript is not supported anymore', 'no-longer'],
    ['prohibit compiling with ClangCL', 'no-longer'],
    ['remove the `parse` method', 'removes'],
    ['Removed noCR option', 'removes'],
    ['client: remove deprecated runFunctions method', 'removes'],
    ['Remove --run-as-user', 'removes'],
    ['The `parse` method was removed', 'removes'],
    ['chore: remove the migrate command', 'removes'],
    ['rename `attrMap` to `attributes`', 'renames'],
    ['chore(types): rename the strategy', 'renames'],
    ["The 'preview' tool is moved to ComputerUse", 'renames'],
    ['Set "eNotation" to true as default', 'default'],
    ['Disable git parsing by default', 'default'],
    ['the timeout now defaults to 30 seconds', 'default'],
    ['License changed from MIT to **EUPL-1.1**', 'licence'],
    ['fix: a shim. Users without Node need to install it', 'must-act'],
    ['new variants (exhaustive switches may need to handle them, you have to update)', 'must-act'],
    ['Total rewrite. See migration guide here', 'migration'],
  ] as const) {
    test(item, () => assert.equal(kindOf(item), `breaking ${rule}`));
  }

  test('says what is so now, under the heading for what changed', () => {
    assert.deepEqual(
      itemsOf(
        '### Changed',
        '- `setWeek` now keeps time',
        '- `setDay` now sets minutes as well',
        '- `x` now supports y',
      ),
      [
        'breaking changed: setWeek now keeps time',
        'other plain: setDay now sets minutes as well',
        'feature verb: x now supports y',
      ],
    );
  });

  test('denies the heading above it', () => {
    assert.deepEqual(itemsOf('### Major changes', '- promises (should not actually break anything)'), [
      'other plain: promises (should not actually break anything)',
    ]);
  });
});

describe('an item that does not break', () => {
  for (const [item, kind] of [
    ['feat: smaller, without introducing any breaking changes', 'feature type'],
    ['a non-breaking change', 'other plain'],
    ['No breaking changes in this one', 'other plain'],
    ['It should not break anything', 'other plain'],
    ['Add a breaking changes detection', 'feature verb'],
    ['Fix a regression of 1.2, a breaking change of the parser', 'fix verb'],
    ['Reverts the breaking changes of 1.2', 'fix verb'],
    ['fix: the default was changed', 'fix type'],
    ['Fix `parse` breaking the chain', 'fix verb'],
    ['Connections are no longer pushed back if they never existed', 'fix verb'],
    ['bump x from 1.0 to 2.0, drops support for Node 18', 'other dependency'],
    ['chore(deps): drop support for Node 18', 'other type'],
    ['chore: now requires a key', 'other type'],
    ['ci: drop support for Node 18', 'other type'],
    ['docs: see the migration guide', 'documentation type'],
    ['remove unused option', 'other plain'],
    ['remove the need for `x`', 'other plain'],
    ['chore: remove `parse` of the tests', 'other type'],
    ['do not require a callback', 'fix verb'],
    ['**deprecated**: the option will be removed, please migrate', 'deprecation label'],
    ['the option is now deprecated and will be removed in 3.0', 'deprecation deprecates'],
    ['License changed from EUPL to MIT', 'other plain'],
    ['constructor: works', 'other plain'],
    ['warning: this is one', 'other plain'],
  ] as const) {
    test(item, () => assert.equal(kindOf(item), kind));
  }

  test('stands under the heading for fixes', () => {
    assert.deepEqual(itemsOf('### Bug fixes', '- remove the `parse` method', '- drop support for Node 18'), [
      'fix heading: remove the parse method',
      'breaking drops-support: drop support for Node 18',
    ]);
  });
});
