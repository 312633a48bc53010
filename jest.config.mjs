// Three suites: `unit` needs nothing but this package; `n8n` runs in the real n8n of runtime/; `model` talks to a real model.
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

export default {
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/test/unit/**/*.spec.ts'] },
    { ...shared, displayName: 'n8n', testMatch: ['<rootDir>/test/integration/n8n/**/*.spec.ts'] },
    { ...shared, displayName: 'model', testMatch: ['<rootDir>/test/integration/model/**/*.spec.ts'] },
  ],
};
