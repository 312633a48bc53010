import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeWithRules } from '../../../lib/analyze/rules';
import { extractDocument } from '../../../lib/extract';
import { REFERENCE } from './document';

const FOLDER = join(__dirname, '../../fixtures/analyze');

async function read(fileName: string) {
  const document = await extractDocument({ data: readFileSync(join(FOLDER, fileName)), fileName });
  const profile = analyzeWithRules(document, REFERENCE);
  return {
    name: profile.identity.fullName,
    phone: profile.contact.phone,
    jobs: profile.experiences.map((job) =>
      [job.title, job.employer, job.start, job.current ? 'now' : job.end].join(' | '),
    ),
    studies: profile.education.map(({ institution, end }) => [institution, end].join(' | ')),
    skills: profile.skills.map((skill) => skill.name),
  };
}

/** CVs as people write them: headings of their own, no table, dates left, in a list or under the post. */
describe('a whole CV', () => {
  it('of a driver: surname first, ages and numbers beside it, what was done under « ce que j’ai fait »', async () => {
    expect(await read('driver-fr.txt')).toMatchObject({
      name: 'BOUKHRISS Yacine',
      phone: '+33758114026',
      jobs: [
        'Conducteur SPL régional | Transports Delvallée | 2021 | now',
        'Chauffeur livreur | Messagerie Flamande Express | 2018-01 | 2020-12',
        'Conducteur de camion benne | Sablières de la Lys | 2012-09 | 2017-11',
        'Manutentionnaire, cariste | Intérim (Adecco, Manpower) | 2008 | 2012',
      ],
      studies: ['LEP Degrugillier | 1999'],
      skills: [],
    });
  });

  it('of a joiner: « Métier » heads his posts, a person of his own among his employers', async () => {
    expect(await read('joiner-fr.md')).toMatchObject({
      jobs: [
        "Menuisier à mon compte | Atelier L'Hostis | 2014 | now",
        "Chef d'atelier | Menuiseries Rouxel et Fils | 2008 | 2014",
        'Compagnon menuisier | Ateliers Perrault | 2006 | 2008',
        'Apprenti menuisier | SARL Bodiou | 2002 | 2004',
      ],
      studies: ['Compagnons du Devoir | 2006', 'CFA de Plérin | 2004'],
      skills: ['Débit et usinage', 'Escalier à la française', 'Vernis au tampon', 'SketchUp'],
    });
  });

  it('of a market gardener: farms by their legal forms, a farm’s name that the mail repeats', async () => {
    const { name, jobs } = await read('market-gardener-fr.txt');
    expect(name).toBe('Erwann LE GOFF-TANGUY');
    expect(jobs.slice(0, 3)).toEqual([
      'chef de cultures | GAEC des Trois Rivières | 2018-03 | 2025-10',
      'ouvrier maraîcher | EARL Kermaria | 2013-01 | 2018-02',
      'ouvrier agricole polyvalent | SCEA Le Bris | 2008-09 | 2012-12',
    ]);
  });

  it('of a storekeeper: labels before the names, years parted by a slash', async () => {
    const { name, jobs } = await read('storekeeper-fr.txt');
    expect(name).toBe('Moussa TRAORÉ');
    expect(jobs.slice(0, 3)).toEqual([
      'Préparateur de commandes | Entrepôts Chronovia | 2023 | 2025',
      'Magasinier cariste | Plomberie Service Nord | 2020 | 2023',
      'Agent de tri | La Poste | 2019 | 2019',
    ]);
  });

  it('of a Dutch planner: labels, dates to the right', async () => {
    expect(await read('planner-nl.txt')).toMatchObject({
      name: "Femke van 't Hoff",
      jobs: [
        'Planner thuiszorg | Zorggroep Rijnland | 2021-05 | now',
        'Administratief medewerker | Huisartsenpraktijk De Burcht | 2017-09 | 2021-04',
        'Winkelmedewerker (bijbaan) | Bakkerij Van Maanen | 2013 | 2017',
      ],
    });
  });
});
