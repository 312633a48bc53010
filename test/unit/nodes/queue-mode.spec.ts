import { poolConfig } from '../../../nodes/shared';

const folder = { backend: 'embedded', folder: '/srv/vivier/pool' };
const server = { backend: 'postgres', host: 'db', database: 'vivier', user: 'vivier', password: 'x' };
const before = process.env.EXECUTIONS_MODE;
const command = process.argv;

afterEach(() => {
  process.argv = command;
  if (before === undefined) delete process.env.EXECUTIONS_MODE;
  else process.env.EXECUTIONS_MODE = before;
});

it('in queue mode a pool in a folder is refused before it is opened, with the way out; one on PostgreSQL is not', () => {
  process.env.EXECUTIONS_MODE = 'queue';
  expect(() => poolConfig(folder)).toThrow(expect.objectContaining({ code: 'pool-embedded-queue' }));
  expect(poolConfig(server)).toMatchObject({ backend: 'postgres', host: 'db' });
});

it.each(['worker', 'webhook'])('“n8n %s” refuses it too when nobody told it the mode', (name) => {
  delete process.env.EXECUTIONS_MODE;
  process.argv = ['node', 'n8n', name];
  expect(() => poolConfig(folder)).toThrow(expect.objectContaining({ code: 'pool-embedded-queue' }));
});

it('in a single n8n the folder is used', () => {
  process.env.EXECUTIONS_MODE = 'regular';
  expect(poolConfig(folder)).toMatchObject({ backend: 'embedded', folder: '/srv/vivier/pool' });
});
