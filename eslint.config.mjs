import js from '@eslint/js';
import communityNodes from '@n8n/eslint-plugin-community-nodes';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Folders of lib/ in the order in which data flows: each may import from those before it, never from those after it. */
const ORDER = [
  'errors',
  'metrics',
  'profile',
  'extract',
  'intake',
  'ollama',
  'taxonomy',
  'analyze',
  'match',
  'documents',
  'pool',
  'chats',
  'health',
  'appliance',
  'api',
  'pages',
];
const FACES = ['./nodes', './cli', './credentials'];

/** What Node gives a script without an import. */
const NODE_GLOBALS = [
  ...['AbortController', 'AbortSignal', 'Buffer', 'console', 'fetch', 'performance', 'process', 'structuredClone'],
  ...['Blob', 'FormData', 'TextDecoder', 'TextEncoder', 'URL', 'URLSearchParams'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'queueMicrotask'],
];

const throughIndex = (target, folder) => ({
  target,
  from: `./lib/${folder}`,
  except: ['./index.ts'],
  message: `Import from lib/${folder} through its index.`,
});

const libraryZones = ORDER.flatMap((folder, place) => [
  ...ORDER.slice(0, place).map((before) => throughIndex(`./lib/${folder}`, before)),
  ...ORDER.slice(place + 1).map((after) => ({
    target: `./lib/${folder}`,
    from: `./lib/${after}`,
    message: `lib/${folder} comes before lib/${after} and may not import from it.`,
  })),
]);

const zones = [
  ...libraryZones,
  { target: './lib', from: FACES, message: 'lib/ is used by the nodes and the CLI, never the other way round.' },
  { target: './cli', from: ['./nodes', './credentials'], message: 'The CLI stands beside the nodes, on lib/ alone.' },
  { target: ['./nodes', './credentials'], from: './cli', message: 'The nodes stand beside the CLI, on lib/ alone.' },
  ...[...FACES, './lib/index.ts'].flatMap((target) => ORDER.map((folder) => throughIndex(target, folder))),
  { target: ['./lib', ...FACES], from: './test', message: 'What is shipped may not lean on the tests.' },
];

const withoutN8n = {
  patterns: [
    {
      group: ['n8n-*', '@n8n/*'],
      message: 'Only nodes/ and credentials/ know n8n; the library and the CLI run without it.',
    },
  ],
};

const nodeRules = communityNodes.configs.recommendedWithoutN8nCloudSupport.rules;
const rulesOf = (name) => n8nNodesBase.configs[name].rules;

/** Each is explained in docs/decisions/0001-lint-rules.md; a test compares the two lists. */
const EXCEPTIONS = {
  '@n8n/community-nodes/no-runtime-dependencies': 'off',
  '@n8n/community-nodes/no-overrides-field': 'off',
  '@n8n/community-nodes/require-homepage': 'off',
  '@n8n/community-nodes/valid-author': 'off',
  'n8n-nodes-base/community-package-json-author-name-missing': 'off',
  '@n8n/community-nodes/no-credential-reuse': 'off',
  '@n8n/community-nodes/valid-credential-references': 'off',
  'n8n-nodes-base/node-class-description-credentials-name-unsuffixed': 'off',
  '@n8n/community-nodes/credential-password-field': 'off',
  '@n8n/community-nodes/credential-unnecessary-password': 'off',
  'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
  'n8n-nodes-base/cred-class-field-display-name-missing-api': 'off',
  'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
  'n8n-nodes-base/node-class-description-inputs-wrong-trigger-node': 'off',
  'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
  'n8n-nodes-base/node-param-default-missing': 'off',
  'n8n-nodes-base/node-param-option-name-wrong-for-get-many': 'off',
  'n8n-nodes-base/node-param-option-name-wrong-for-upsert': 'off',
  'n8n-nodes-base/node-param-description-wrong-for-upsert': 'off',
};

/** A type taken by `import('../x').T` would pass by the rule on directions. */
const inlineOwnType = {
  selector: 'TSImportType[source.value=/^\\./]',
  message: 'Use `import type` for our own files.',
};

export default defineConfig(
  {
    ignores: ['**/node_modules/', 'dist/', 'runtime/', '.vivier/', 'coverage/', 'test/fixtures/', 'workflows/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,mjs}'],
    extends: [js.configs.recommended, tseslint.configs.strict],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])) },
  },
  {
    files: ['**/*.ts'],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { project: './tsconfig.test.json', tsconfigRootDir: import.meta.dirname } },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.test.json' })],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': ['error', inlineOwnType],
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
    },
  },
  {
    files: ['{lib,nodes,credentials,cli}/**/*.ts'],
    rules: {
      'import-x/no-extraneous-dependencies': ['error', { packageDir: import.meta.dirname, devDependencies: false }],
    },
  },
  { files: ['lib/**/*.ts', 'cli/**/*.ts'], rules: { 'no-restricted-imports': ['error', withoutN8n] } },
  { files: ['lib/**/*.ts', 'nodes/**/*.ts', 'credentials/**/*.ts'], rules: { 'no-console': 'error' } },
  {
    files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
    plugins: { '@n8n/community-nodes': communityNodes, 'n8n-nodes-base': n8nNodesBase },
    rules: { ...nodeRules, ...rulesOf('nodes'), ...rulesOf('credentials'), ...EXCEPTIONS },
  },
  {
    files: ['package.json'],
    plugins: { '@n8n/community-nodes': communityNodes, 'n8n-nodes-base': n8nNodesBase },
    languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
    rules: { ...nodeRules, ...rulesOf('community'), ...EXCEPTIONS },
  },
);
