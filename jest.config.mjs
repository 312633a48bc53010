// Six suites: `unit` needs nothing but this package; `postgres` needs a database server; `n8n` runs in the real n8n of runtime/; `mail` needs a mail server (Dovecot);
// `queue` runs in n8n’s queue mode; `model` talks to a real model.
const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        // pdf.js and a few others are ES modules: their dynamic import() must stay one.
        module: { type: 'commonjs', ignoreDynamic: true },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/runtime', '<rootDir>/.vivier'],
};

/** One real n8n for all specs of the project. */
const inN8n = {
  ...shared,
  globalSetup: '<rootDir>/test/integration/n8n/setup.mjs',
  globalTeardown: '<rootDir>/test/integration/n8n/teardown.mjs',
};

export default {
  // A limit against hanging, not a measurement: real databases and processes are slow on a busy machine.
  testTimeout: 240_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/test/unit/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'postgres',
      // The specs of the pool once more, on the PostgreSQL of VIVIER_TEST_POSTGRES_URL (scripts/with-postgres.mjs starts one).
      testMatch: ['<rootDir>/test/unit/pool/*.spec.ts', '<rootDir>/test/integration/pool/**/*.spec.ts'],
      globals: { poolBackend: 'postgres' },
    },
    { ...inN8n, displayName: 'n8n', testMatch: ['<rootDir>/test/integration/n8n/**/*.spec.ts'] },
    { ...inN8n, displayName: 'n8n-postgres', testMatch: ['<rootDir>/test/integration/n8n-postgres/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'queue',
      globalSetup: '<rootDir>/test/queue/setup.mjs',
      globalTeardown: '<rootDir>/test/queue/teardown.mjs',
      // What n8n's own suite asks of one process, asked of workers: whatever does not make a pool in a folder.
      testMatch: [
        '<rootDir>/test/queue/*.spec.ts',
        '<rootDir>/test/integration/n8n/{containers,daily,documents,form,letters,mail-intake,operations,screening,stages,trigger}.spec.ts',
      ],
    },
    { ...shared, displayName: 'mail', testMatch: ['<rootDir>/test/integration/mailbox/**/*.spec.ts'] },
    { ...shared, displayName: 'model', testMatch: ['<rootDir>/test/integration/model/**/*.spec.ts'] },
  ],
};
