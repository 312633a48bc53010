import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VivierError, type Locale } from '../../../lib/errors';
import { createOllama, HostRegistry } from '../../../lib/ollama';
import { cases, CV, schema, type Case } from './fault-cases';
import { startFaultServer } from './fault-server';

const DOCS = join(__dirname, '../../../docs');
const FILES: Record<Locale, string> = { en: join(DOCS, 'faults.md'), fr: join(DOCS, 'faults.fr.md') };

interface Row {
  name: string;
  entry: Case;
  error: VivierError | undefined;
}

async function runCase([name, entry]: [string, Case]): Promise<Row> {
  const server = await startFaultServer(entry.fault);
  const url = (await entry.url?.(server.url)) ?? server.url;
  const ollama = createOllama({ hosts: [url], ...entry.config }, { hosts: new HostRegistry(), backoffMs: 1 });
  try {
    await ollama.chatJson({ prompt: CV, schema, maxTokens: entry.maxTokens ?? 100 });
    return { name, entry, error: undefined };
  } catch (error) {
    if (!(error instanceof VivierError)) throw error;
    return { name, entry, error };
  } finally {
    await ollama.close();
    await server.close();
  }
}

const words = {
  en: {
    head: ['What happens', 'Requests', 'Outcome', 'What the person reads', 'Ends'],
    good: 'the answer',
    none: '–',
    overall: 'at the overall limit (20 min)',
    attempt: 'at the limit of an attempt (10 min), tried again within the overall limit (20 min)',
    atOnce: 'at once',
    tokens: 'at the answer’s limit of tokens',
    tries: 'after 3 tries, pauses of 15 s at most',
  },
  fr: {
    head: ['Ce qui arrive', 'Demandes', 'Issue', 'Ce que lit la personne', 'Se termine'],
    good: 'la réponse',
    none: '–',
    overall: 'à la limite totale (20 min)',
    attempt: 'à la limite d’un essai (10 min), réessayé dans la limite totale (20 min)',
    atOnce: 'aussitôt',
    tokens: 'à la limite de jetons de la réponse',
    tries: 'après 3 essais, pauses de 15 s au plus',
  },
};

const INTRO: Record<Locale, string> = {
  en: `# What happens when the model fails

_Français : [faults.fr.md](faults.fr.md)_

Each row is a test: a server that speaks Ollama’s protocol fails in this way, and the request must end like this (\`test/unit/ollama/fault-cases.ts\`). This page is
made by the tests and compared with them (\`VIVIER_WRITE_DOCS=1\` writes it anew); edit the cases, not the page.

With the engine **Automatic**, whatever the row says, the CV is still read by the rules, and the profile carries the words below in a warning (\`model-unavailable\`, or
\`model-incomplete\` when only some answers failed, or the host or the time for the CV ended after the first ones: what was answered till then is used). With **Model Required** the item fails with these words. Limits are the library’s defaults; the credential and the node
set others.`,
  fr: `# Ce qui se passe quand le modèle échoue

_English: [faults.md](faults.md)_

Chaque ligne est un test : un serveur qui parle le protocole d’Ollama échoue de cette façon, et la demande doit finir ainsi (\`test/unit/ollama/fault-cases.ts\`). Cette page est
produite par les tests et comparée avec eux (\`VIVIER_WRITE_DOCS=1\` la réécrit) ; modifiez les cas, pas la page.

Avec le moteur **Automatic**, quelle que soit la ligne, le CV est tout de même lu par les règles, et le profil porte les mots ci-dessous dans un avertissement
(\`model-unavailable\`, ou \`model-incomplete\` si seules certaines réponses ont échoué, ou si le serveur ou le temps accordé au CV a pris fin après les premières : ce qui a été répondu
jusque-là est repris). Avec **Model Required**, l’élément échoue avec ces mots. Les limites sont celles de la
bibliothèque ; l’identifiant et le nœud en fixent d’autres.`,
};

function endOf({ entry }: Row, said: (typeof words)[Locale]): string {
  if (entry.config?.overallTimeoutMs === 300) return said.overall;
  if (entry.config?.timeoutMs) return said.attempt;
  if (entry.outcome === 'answer-cut') return said.tokens;
  return entry.requests === 1 ? said.atOnce : said.tries;
}

function messageOf({ entry, error }: Row, locale: Locale): string {
  if (!error) return words[locale].good;
  const { message, hint } = new VivierError(error.code, error.details, { locale });
  const seconds = entry.config?.overallTimeoutMs === 300 ? '1200' : '600';
  // Ports, the system's own codes and the short limits that the tests run with differ from machine to machine and from the defaults.
  return `${message} ${hint}`
    .replace(/https?:\/\/127\.0\.0\.1:\d+/g, 'http://127.0.0.1:11434')
    .replace(/ENOTFOUND|EAI_AGAIN/g, 'ENOTFOUND')
    .replace(/UND_ERR_SOCKET|ECONNRESET/g, 'ECONNRESET')
    .replace(/ERR_SSL_\w+|EPROTO/g, 'ERR_SSL')
    .replace(/\(0 s\)/g, `(${seconds} s)`)
    .replaceAll('|', '\\|');
}

function page(rows: readonly Row[], locale: Locale): string {
  const said = words[locale];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const body = rows.map((row) =>
    line([
      locale === 'fr' ? row.entry.fr : row.name,
      row.entry.requests === 0 ? said.none : String(row.entry.requests),
      `\`${row.entry.outcome}\``,
      messageOf(row, locale),
      endOf(row, said),
    ]),
  );
  return `${INTRO[locale]}\n\n${line(said.head)}\n${line(said.head.map(() => '---'))}\n${body.join('\n')}\n`;
}

/** Prettier aligns tables; only what is said counts. */
const plain = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');

it('the documentation says what the injected faults end in', async () => {
  const rows: Row[] = [];
  for (const entry of Object.entries(cases)) rows.push(await runCase(entry));
  for (const { name, entry, error } of rows) expect([name, error?.code ?? 'ok']).toEqual([name, entry.outcome]);
  for (const locale of ['en', 'fr'] as const) {
    const wanted = page(rows, locale);
    if (process.env.VIVIER_WRITE_DOCS) writeFileSync(FILES[locale], wanted);
    expect(existsSync(FILES[locale])).toBe(true);
    expect(plain(readFileSync(FILES[locale], 'utf8'))).toBe(plain(wanted));
  }
});
