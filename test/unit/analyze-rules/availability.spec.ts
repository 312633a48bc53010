import { analyzeWithRules } from '../../../lib/analyze/rules';
import { profileSchema } from '../../../lib/profile';
import { documentOf, REFERENCE } from './document';

const cv = (line: string) =>
  `Lou Kerbrat\nCaviste\nlou@exemple.test\n${line}\n\nExpérience\n2019 - 2023 | Caviste | Cave du Port, Brest\nConseil et vente`;
const read = (text: string) => analyzeWithRules(documentOf(text.split('\n')), REFERENCE);

it.each<[string, object]>([
  ['Disponible immédiatement', { immediate: true }],
  ['Disponibilité : immédiate', { immediate: true }],
  ['Caviste, libre de suite', { immediate: true }],
  ['Je suis disponible pour un CDI dès maintenant.', { immediate: true }],
  ['Available immediately', { immediate: true }],
  ['Immediately available', { immediate: true }],
  ['Sans préavis', { immediate: true }],
  ['Préavis de 3 mois', { notice: 'P3M' }],
  ['En poste (préavis : un mois)', { notice: 'P1M' }],
  ['Préavis de 1 à 3 mois', { notice: 'P3M' }],
  ['Disponible sous 15 jours', { notice: 'P15D' }],
  ['Notice period: 1 month', { notice: 'P1M' }],
  ['Three months’ notice', { notice: 'P3M' }],
  ['Available in 2 weeks', { notice: 'P2W' }],
  ['Disponible à partir de septembre 2026', { from: '2026-09' }],
  ['Disponible en alternance à compter du 1er septembre 2026', { from: '2026-09' }],
  ['Date de disponibilité : 01/09/2026', { from: '2026-09' }],
  ['Disponible dès mars 2026, préavis de 2 mois', { from: '2026-03', notice: 'P2M' }],
  ['Pas disponible avant juin 2026', { from: '2026-06' }],
  ['Available from March 2026', { from: '2026-03' }],
  ['Availability: as of 15 April 2026', { from: '2026-04' }],
])('%s', (line, said) => {
  const { availability } = read(cv(line));
  expect(availability).toMatchObject({ immediate: false, from: null, notice: null, ...said });
  for (const field of Object.keys(said))
    expect(availability?.evidence[field]).toMatchObject({ page: 1, lines: [4, 4], quote: line, source: 'rules' });
});

it.each([
  'Disponible, souriant et à l’écoute',
  'Disponible rapidement',
  'Disponible le week-end et en soirée',
  'Disponible 7 jours sur 7',
  'Disponible à partir de septembre',
  'Non disponible immédiatement',
  'Préavis négociable',
  'Références disponibles immédiatement',
  'References available immediately',
  'References available on request',
  'Logiciel libre',
  'Temps libre',
])('%s: nothing is made of it', (line) => {
  expect(read(cv(line))).not.toHaveProperty('availability');
});

it('what a job or a project says of something else is not the person’s', () => {
  const jobs = `${cv('')}\nMise en ligne d’une boutique disponible à partir de mars 2026\nAssistante disponible immédiatement pour les clients\nRédaction de baux avec préavis de 3 mois`;
  expect(read(jobs)).not.toHaveProperty('availability');
});

it('reads the row below a heading', () => {
  expect(read(`${cv('')}\n\nDisponibilité\nImmédiate`).availability).toMatchObject({ immediate: true });
});

it('profiles of earlier versions stay readable', () => {
  const { availability, ...earlier } = read(cv('Disponible immédiatement'));
  expect(availability).toBeDefined();
  expect(profileSchema.parse(earlier)).toEqual(earlier);
  expect(profileSchema.parse({ ...earlier, availability })).toEqual({ ...earlier, availability });
});
