import { testFormat } from './test-format.ts';

testFormat('gradle', [
  {
    title: 'configurations tell what is for tests',
    text: `# This is a Gradle generated file for dependency locking.
# Manual edits can break the build and are not advised.
# This file is expected to be part of source control.
com.acme:core:1.2.0=compileClasspath,runtimeClasspath,testRuntimeClasspath
org.junit:junit-bom:5.13.0=testCompileClasspath,testRuntimeClasspath
nonsense
empty=annotationProcessor
`,
    used: ['pkg:maven/com.acme/core 1.2.0 direct', 'pkg:maven/org.junit/junit-bom 5.13.0 direct dev'],
    skipped: ['nonsense: is no line of a lock file'],
  },
]);

testFormat('bundler', [
  {
    title: 'git, folders, platforms',
    text: `GIT
  remote: https://git.example/acme/own.git
  revision: 5f1c9d0
  specs:
    own (0.3.0)
      rack

PATH
  remote: engines/part
  specs:
    part (0.1.0)

PLUGIN SOURCE
  remote: https://gems.example/
  type: odd
  specs:
    plugged (1.0)

GEM
  remote: https://rubygems.org/
  specs:
    nokogiri (1.18.9)
      racc (~> 1.4)
    nokogiri (1.18.9-x86_64-linux-gnu)
      racc (~> 1.4)
    racc (1.8.1)
    rack (3.2.0)
    rails (8.0.2)
    unversioned

PLATFORMS
  ruby
  x86_64-linux

DEPENDENCIES
  nokogiri
  own!
  part!
  rails (~> 8.0)

CHECKSUMS
  rails (8.0.2) sha256=aa

BUNDLED WITH
   2.7.1
`,
    used: [
      'pkg:gem/nokogiri 1.18.9 direct',
      'pkg:gem/racc 1.8.1',
      'pkg:gem/rack 3.2.0',
      'pkg:gem/rails 8.0.2 direct',
    ],
    skipped: [
      'own: comes from a git repository, not from RubyGems',
      'part: is a folder, not a release of RubyGems',
      'plugged: comes from a plugin of Bundler, not from RubyGems',
      'unversioned: is no line of a lock file',
    ],
  },
]);

testFormat('composer', [
  {
    title: 'branches have no version, folders are skipped; direct is what no other needs',
    text: JSON.stringify(
      {
        'content-hash': 'aa',
        packages: [
          { name: 'Acme/Core', version: 'v2.1.0', require: { php: '>=8.2', 'acme/tiny': '^1.0' } },
          { name: 'acme/tiny', version: '1.4.0' },
          { name: 'acme/edge', version: 'dev-main' },
          { name: 'acme/part', version: '1.0.0', dist: { type: 'path', url: '../part' } },
        ],
        'packages-dev': [{ name: 'phpunit/phpunit', version: '12.3.0' }],
      },
      undefined,
      4,
    ),
    used: [
      'pkg:composer/acme/core v2.1.0 direct',
      'pkg:composer/acme/edge - direct',
      'pkg:composer/acme/tiny 1.4.0',
      'pkg:composer/phpunit/phpunit 12.3.0 direct dev',
    ],
    skipped: ['acme/part: is a folder, not a release of Packagist'],
  },
]);

testFormat('nuget', [
  {
    title: 'two frameworks, two versions',
    text: JSON.stringify({
      version: 1,
      dependencies: {
        'net8.0': {
          'Newtonsoft.Json': {
            type: 'Direct',
            requested: '[13.0.3, )',
            resolved: '13.0.3',
            contentHash: 'aa==',
          },
          'System.Memory': { type: 'Transitive', resolved: '4.5.5', contentHash: 'aa==' },
          part: { type: 'Project' },
        },
        'net9.0': {
          'Newtonsoft.Json': { type: 'Transitive', resolved: '13.0.3', contentHash: 'aa==' },
          'System.Memory': {
            type: 'CentralTransitive',
            requested: '[4.6.0, )',
            resolved: '4.6.0',
            contentHash: 'aa==',
          },
        },
      },
    }),
    used: [
      'pkg:nuget/Newtonsoft.Json 13.0.3 direct',
      'pkg:nuget/System.Memory 4.5.5',
      'pkg:nuget/System.Memory 4.6.0',
    ],
    skipped: ['part: is a project of the solution'],
  },
]);
