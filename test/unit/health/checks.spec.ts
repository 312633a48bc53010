import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupChecks } from '../../../lib/health/checks/backup';
import { databaseCheck } from '../../../lib/health/checks/database';
import { judgeDisk, judgeMemory, memoryCheck } from '../../../lib/health/checks/machine';
import { egressCheck } from '../../../lib/health/checks/network';
import { colourOf, healthPage, healthSettings, overall } from '../../../lib/health';

const GIB = 1024 ** 3;
const folder = () => mkdtempSync(join(tmpdir(), 'vivier-health-'));

describe('colours', () => {
  it('are red only for what is needed and broken', () => {
    expect(colourOf({ state: 'missing', needed: true })).toBe('red');
    expect(colourOf({ state: 'missing', needed: false })).toBe('amber');
    expect(colourOf({ state: 'problem', needed: false })).toBe('amber');
    expect(colourOf({ state: 'warning', needed: true })).toBe('amber');
    expect(overall([{ state: 'ok', needed: true }])).toBe('green');
  });
});

describe('the machine', () => {
  it.each([
    [50, 'ok'],
    [10, 'warning'],
    [3, 'problem'],
  ])('with %i of 100 GB free is %s', (free, state) => {
    expect(judgeDisk(free * GIB, 100 * GIB)).toMatchObject({ state, id: 'disk' });
  });

  it('says that little memory is enough for the rules, not for the model', () => {
    expect(judgeMemory(3 * GIB, 4 * GIB)).toMatchObject({ state: 'warning', advice: { en: /Mistral 7B needs/ } });
    expect(judgeMemory(0.1 * GIB, 16 * GIB).state).toBe('problem');
    expect(judgeMemory(8 * GIB, 16 * GIB).state).toBe('ok');
  });

  it('says nothing about memory where the kernel says nothing', async () => {
    expect(await memoryCheck(join(folder(), 'none'))).toBeNull();
  });
});

describe('the backup', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  const stateOf = async (report?: string) => {
    const where = folder();
    if (report !== undefined) writeFileSync(join(where, 'backup.json'), report);
    return (await backupChecks(where, now))[0].state;
  };

  it.each([
    ['none yet', undefined, 'warning'],
    ['last night', '{"at":"2026-11-21T02:30:00Z","ok":true,"bytes":1}', 'ok'],
    ['three days ago', '{"at":"2026-11-18T02:30:00Z","ok":true}', 'problem'],
    ['failed', '{"at":"2026-11-21T02:30:00Z","ok":false}', 'problem'],
    ['an unreadable report', '{"at":', 'problem'],
  ])('%s', async (_, report, state) => {
    expect(await stateOf(report)).toBe(state);
  });

  it('is not enough while nobody has noted the key that opens it', async () => {
    const where = folder();
    writeFileSync(join(where, 'recovery-key-pending'), '');
    expect((await backupChecks(where, now)).map(({ id }) => id)).toEqual(['backup', 'recovery-key']);
  });
});

describe('outgoing traffic', () => {
  it('names what is open, and passes over files that are no openings', async () => {
    const where = folder();
    writeFileSync(join(where, 'mail'), 'imap.exemple.fr 993\nsmtp.exemple.fr 465 vivier\n');
    writeFileSync(join(where, 'mail.new'), 'other.exemple.fr 25\n');
    const { what } = await egressCheck(where);
    expect(what.en).toContain('mail (imap.exemple.fr:993, smtp.exemple.fr:465)');
    expect(what.en).not.toContain('other');
    mkdirSync(join(where, 'unreadable'));
    expect((await egressCheck(where)).what.en).toContain('unreadable');
    expect((await egressCheck(join(where, 'none'))).what.fr).toContain('fermé, sauf noms et heure');
  });
});

describe('a database that does not answer', () => {
  it('is told with its code and without its address', async () => {
    const check = await databaseCheck('postgres://somebody:secret@127.0.0.1:9/vivier');
    expect(check).toMatchObject({ state: 'problem', needed: true, advice: { en: /ECONNREFUSED/ } });
    expect(JSON.stringify(check)).not.toMatch(/secret|somebody/);
  });
});

describe('the page', () => {
  const at = new Date('2026-11-21T12:00:00Z');

  it('shows the worst first and takes nothing for markup', () => {
    const checks = [
      { id: 'disk', state: 'ok', needed: true, what: 'disk', advice: null },
      { id: 'n8n', state: 'problem', needed: true, what: '<b>n8n</b>', advice: 'restart' },
    ] as const;
    const html = healthPage({ checks: [...checks], at, locale: 'fr', claimed: true });
    expect(html.indexOf('&lt;b&gt;n8n')).toBeLessThan(html.indexOf('Disk'));
    expect(html).not.toContain('<b>');
    expect(html).not.toContain('<script');
    expect(html).toContain('lang="fr"');
  });

  it('leads to the first visit as long as there is no owner', () => {
    expect(healthPage({ checks: [], at, locale: 'en', claimed: false })).toContain('href="/setup?lang=en"');
  });
});

describe('settings', () => {
  it('leave out what is not set up on this machine', () => {
    const { pool, n8nUrl, https, stateFolder } = healthSettings({ VIVIER_POOL: '/srv/pool' });
    expect([pool, n8nUrl, https, stateFolder]).toEqual([null, null, null, null]);
  });
});
