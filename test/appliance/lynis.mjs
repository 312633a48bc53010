// `npm run appliance:lynis`: Lynis (Debian's package) looks at the running appliance as an auditor would, in a container of its own. Prints its index,
// warnings and suggestions; --report FILE keeps them.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { Container } from './lib/container.mjs';
import { Site } from './lib/site.mjs';
import { writePart } from './lib/telling.mjs';

const { values: options } = parseArgs({ options: { report: { type: 'string' } } });
const machine = new Container({ name: 'vivlynis', net: '10.88.81', work: '/var/tmp/vivier-lynis' });
try {
  await machine.stop();
  await machine.start();
  await new Site({ address: machine.address, patience: 2 }).until('/', [302]);
  machine.put(
    '/run/lynis.tar',
    execFileSync('tar', ['-c', '-C', '/', 'usr/sbin/lynis', 'usr/share/lynis', 'etc/lynis'], { maxBuffer: 64e6 }),
  );
  await machine.shell('tar', '-xf', '/run/lynis.tar', '-C', '/');
  await machine.shell('lynis', 'audit', 'system', '--quick', '--quiet', '--no-colors');
  const data = await machine.shell('cat', '/var/log/lynis-report.dat');
  const all = (key) => [...data.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value]) => value);
  const lines = [
    `Lynis ${all('lynis_version')[0]}: hardening index **${all('hardening_index')[0]}**, ${all('lynis_tests_done')[0]} tests.`,
    '',
    ...all('warning\\[\\]').map((text) => `- warning ${text.split('|').slice(0, 3).join(' ')}`),
    ...all('suggestion\\[\\]').map((text) => `- suggestion ${text.split('|').slice(0, 3).join(' ')}`),
  ];
  console.log(lines.join('\n'));
  if (options.report) writePart(options.report, 'lynis', lines.join('\n'));
} finally {
  await machine.stop();
}
