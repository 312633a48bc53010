import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillTemplate, TEMPLATE_FIELDS, type Fields } from '../../../lib/documents';
import { docxText } from './read';
import { person } from './samples';
import { template } from './template';

const root = join(__dirname, '..', '..', '..');
const options = { locale: 'fr', today: '2026-03-02T10:00:00Z' } as const;
const filled = async (paragraphs: string[], own: object = {}) =>
  docxText(await fillTemplate(template(paragraphs), person(), { ...options, ...own })).text.replace(/\u00A0/g, ' ');
const failure = async (paragraphs: string[]) =>
  await fillTemplate(template(paragraphs), person(), options).then(
    () => '',
    (error: Error) => error.message,
  );

describe('Word templates made by people', () => {
  it('are filled by French and by English names', async () => {
    expect(await filled(['{nom} / {name}', '{ville}'])).toContain('Élodie Noël / Élodie Noël');
    expect(await filled(['{date}'])).toContain('2 mars 2026');
  });

  it('repeat what stands in a list, lists inside lists included', async () => {
    const text = await filled([
      '{#experiences}',
      '{intitule} chez {lieu}',
      '{#lignes}',
      '* {texte}',
      '{/lignes}',
      '{/experiences}',
    ]);
    for (const shown of ['Infirmière chez CH d’Orléans', '* Soins palliatifs', '* Évaluation de la douleur'])
      expect(text).toContain(shown);
    expect(text).not.toContain('{');
  });

  it('show what stands between the marks only where there is something', async () => {
    const text = await filled(['{#poste}Pour {poste}{/poste}{^poste}Sans offre{/poste}']);
    expect(text).toContain('Sans offre');
    expect(await filled(['{#poste}Pour {poste}{/poste}'], { offer: 'Cadre' })).toContain('Pour Cadre');
  });

  it('carry no trace of the person when the name is hidden', async () => {
    const text = await filled(['{nom} {prenom} {courriel} {telephone} {adresse} {ville}'], { identity: 'initials' });
    expect(text).toContain('É. N.');
    for (const trace of ['Noël', 'Élodie', 'elodie@', '+336', 'Orléans']) expect(text).not.toContain(trace);
  });

  it('end with the line about the machine where they have no place for it', async () => {
    expect(await filled(['{nom}'])).toContain('automatiquement');
    expect(await filled(['{nom}', '{mention}'], { machineNote: 'Mis en page par un outil.' })).toContain(
      'par un outil.',
    );
  });

  it('name all faults at once, each with its place, and the name that was meant', async () => {
    const message = await failure(['{prénon} ici', '{#experiences}', '{intitulé}', '{/formations}', 'seule {nom']);
    for (const said of [
      '« {prénon} ici »',
      '{prenom}',
      '{intitule}',
      '{/formations}',
      '{#experiences}',
      'accolade',
      'page 1',
    ])
      expect(message).toContain(said);
  });

  it('say when a list is used like a text', async () => {
    expect(await failure(['{experiences}'])).toContain('{#experiences}');
  });

  it('the shipped example is filled without a fault', async () => {
    const data = readFileSync(join(root, 'samples', 'templates', 'dossier-de-competences.docx'));
    const { text } = docxText(await fillTemplate({ data, fileName: 'example.docx' }, person(), options));
    expect(text).not.toMatch(/[{}]|undefined/);
    expect(text).toContain('Transmissions ciblées');
  });

  it.each(['templates.md', 'templates.fr.md'])('the guide %s lists every placeholder', (guide) => {
    const page = readFileSync(join(root, 'docs', guide), 'utf8');
    const names = (fields: Fields): string[] =>
      Object.entries(fields).flatMap(([en, { fr, items }]) => [en, fr, ...(items ? names(items) : [])]);
    for (const name of names(TEMPLATE_FIELDS)) expect(page).toContain(`\`${name}\``);
  });
});
