import { scoreProfile, type CriterionResult, type JobOffer } from '../../../lib/match';
import type { Profile } from '../../../lib/profile';
import { accountant, job, nurse } from './people';

const skill = (name: string): Profile['skills'][number] => ({ name, group: null, code: null, evidence: {} });

/** Someone without a job near anything, so that only what a test adds can prove something. */
function blank(change: Partial<Profile> = {}): Profile {
  return {
    ...nurse(),
    ...{ headline: null, summary: null, skills: [], education: [], certifications: [] },
    experiences: [job('Employé', '2020-01', null, 'Tâches diverses')],
    ...change,
  };
}

function judged(profile: Profile, wanted: string, language = 'fr'): CriterionResult {
  const offer: JobOffer = { title: 'Poste', text: '', language, criteria: { mustHave: [wanted] } };
  const found = scoreProfile(profile, offer).criteria.find(({ label }) => label === wanted);
  if (!found) throw new Error(`no criterion ${wanted}`);
  return found;
}

const withDuty = (duty: string) => blank({ experiences: [job('Employé', '2020-01', null, duty)] });

describe('a criterion is met by the thing itself', () => {
  it.each([
    ['Sage', 'Saisie sous Sage 100'],
    ['logiciel Sage', 'Saisie sous Sage'],
    ['tableur', 'Suivi sous Excel'],
    ['CAO', 'Plans sous CATIA V5'],
    ['clôture', 'Month-end close'],
    ['déclarations de TVA', 'Établissement des déclarations mensuelles de TVA'],
    ['déclaration de TVA', 'VAT returns'],
    ['encadrer une équipe', 'Encadrement d’une équipe de six personnes'],
    ['recrutement', 'Hiring of seasonal staff'],
    ['recruitment', 'Recrutement de saisonniers'],
    ['order picking', 'Préparation de commandes'],
    ['facture électronique', 'Passage à la facturation électronique'],
    ['secrétariat', 'Secrétaire médicale'],
    ['gestion des stocks', 'Stock control'],
    ['apiculture', 'Apiculture sur toits'],
  ])('%s: « %s »', (wanted, duty) => {
    expect(judged(withDuty(duty), wanted).status).toBe('met');
  });
});

describe('what is only related to the thing is partly at most, for half of the points', () => {
  it.each([
    ['Sage', 'Saisie sous EBP'],
    ['QuickBooks', 'Bookkeeping in Xero'],
    ['Salesforce', 'Relances dans HubSpot'],
    ['CATIA', 'Plans sous SolidWorks'],
    ['SolidWorks', 'CAO'],
    ['SAP', 'Mise en place d’un ERP'],
    ['liasse fiscale', 'Préparation du bilan'],
    ['déclarations de TVA', 'Déclarations fiscales'],
    ['Excel', 'Google Sheets'],
    ['React', 'Interfaces en Vue.js'],
    ['Kubernetes', 'Orchestration de conteneurs'],
    ['comptabilité générale', 'Comptabilité analytique'],
    ['unit tests', 'Code review'],
    ['soins palliatifs', 'Soins de confort'],
    ['management', 'Management de la qualité'],
    ['developer', 'Repositories in Git'],
    ['chauffeur poids lourd', 'Chargement et déchargement'],
  ])('%s: « %s »', (wanted, duty) => {
    const { status, points, maxPoints } = judged(withDuty(duty), wanted);
    expect(['partly', 'missing']).toContain(status);
    expect(points).toBeLessThanOrEqual(maxPoints / 2 + 0.125);
  });

  it('says in plain words what was found instead, in French and in English', () => {
    const ebp = blank({ skills: [skill('EBP')] });
    expect(judged(ebp, 'Sage')).toMatchObject({
      status: 'partly',
      reason: 'EBP, un logiciel comparable ; « Sage » n’est pas cité.',
    });
    expect(judged(ebp, 'Sage', 'en').reason).toBe('EBP, comparable software; “Sage” is not mentioned.');
    expect(judged(withDuty('Préparation du bilan'), 'liasse fiscale').reason).toBe(
      '« liasse fiscale » n’est pas cité ; le plus proche : « Préparation du bilan ».',
    );
  });

  it('is partly met when one of two things is there, and names the other', () => {
    const result = judged(blank({ skills: [skill('Excel')] }), 'Excel et Salesforce');
    expect(result).toMatchObject({
      status: 'partly',
      reason: 'En partie : « Excel » ; « Salesforce » n’est pas cité.',
    });
  });

  it('takes either of two that may stand for each other', () => {
    expect(judged(blank({ skills: [skill('Odoo')] }), 'SAP ou autre ERP').status).toBe('met');
  });
});

describe('diplomas, training and claims', () => {
  const studied = (degree: string, field: string, level: number) =>
    blank({
      education: [{ ...nurse().education[0], institution: 'Lycée', degree, field, level, evidence: {} }],
    });

  it('does not take a diploma’s title for practice of a skill', () => {
    const result = judged(studied('Master', 'Fiscalité et déclarations de TVA', 7), 'déclarations de TVA');
    expect(result.status).toBe('partly');
    expect(result.reason).toMatch(/^Étudié, sans pratique citée/);
    expect(judged(studied('BTS', 'Comptabilité', 5), 'déclarations de TVA').status).not.toBe('met');
  });

  it('takes a diploma for what asks for a diploma', () => {
    expect(judged(nurse(), 'diplôme d’infirmier').status).toBe('met');
  });

  it('names internships and one’s own words as such', () => {
    const trainee = blank({ experiences: [job('Stage comptable', '2020-01', '2020-03', 'Déclarations de TVA')] });
    expect(judged(trainee, 'déclarations de TVA')).toMatchObject({ status: 'partly' });
    expect(judged(trainee, 'déclarations de TVA').reason).toMatch(/^Vu en stage ou en formation seulement/);
    const claimed = judged(blank({ summary: 'À l’aise avec Sage.' }), 'Sage');
    expect(claimed.status).toBe('partly');
    expect(claimed.reason).toMatch(/^Annoncé dans la présentation/);
  });
});

describe('certificates and licences', () => {
  const certified = (name: string) => blank({ certifications: [{ name, issuer: null, date: null, evidence: {} }] });
  const licensed = (category: string) => blank({ drivingLicences: [{ category, evidence: {} }] });

  it.each([
    ['CACES 3', 'CACES R489 catégorie 3', 'met'],
    ['CACES 3', 'CACES R489 catégorie 1', 'partly'],
    ['forklift licence', 'CACES R489', 'met'],
    ['certification ADR citerne', 'ADR base', 'partly'],
    ['certificat ADR', 'ADR citerne', 'met'],
    ['TOEIC 800', 'TOEIC 820', 'partly'],
    ['first aid certificate', 'Sauveteur secouriste du travail', 'met'],
    ['SST (sauveteur secouriste du travail)', 'PSC1', 'missing'],
  ])('%s with « %s» is %s', (wanted, name, status) => {
    expect(judged(certified(name), wanted).status).toBe(status);
  });

  it.each([
    ['permis B', 'B', 'met'],
    ['permis B', 'CE', 'met'],
    ['permis C', 'CE', 'met'],
    ['driving licence', 'B', 'met'],
    ['permis CE', 'C', 'partly'],
    ['permis C', 'B', 'partly'],
  ])('%s with the licence %s is %s', (wanted, category, status) => {
    expect(judged(licensed(category), wanted).status).toBe(status);
  });
});

describe('degrees', () => {
  const degree = (name: string, field: string, level: number, line: number): Profile['education'][number] => ({
    ...nurse().education[0],
    ...{ institution: 'Université', degree: name, field, level },
    evidence: { degree: { page: 1, lines: [line, line], quote: `${name} ${field}`, source: 'rules' } },
  });
  const wanted = (education: Profile['education']) =>
    scoreProfile(blank({ education }), {
      ...{ title: 'Poste', text: '', language: 'fr' },
      criteria: { degreeLevel: 'Bac+2 (BTS, DUT) en comptabilité' },
    }).criteria.find(({ kind }) => kind === 'degree');

  it('are met by level and field of the same degree, and quote that one', () => {
    const found = wanted([
      degree('Master', 'Histoire de l’art', 7, 20),
      degree('BTS', 'Comptabilité et gestion', 5, 22),
    ]);
    expect(found).toMatchObject({ status: 'met', evidence: [{ lines: [22, 22] }] });
    expect(found?.reason).toContain('BTS – Comptabilité et gestion');
  });

  it('are not met by another field at the level', () => {
    const found = wanted([degree('Licence', 'Études théâtrales', 6, 20)]);
    expect(found).toMatchObject({ status: 'partly' });
    expect(found?.reason).toMatch(/dans un autre domaine/);
  });

  it('recognise a degree that bears no name of its field', () => {
    expect(wanted([degree('DCG', '', 6, 20)])?.status).toBe('met');
  });

  it('are partly met one level below, both levels named', () => {
    const found = wanted([degree('Bac professionnel', 'Comptabilité', 4, 20)]);
    expect(found).toMatchObject({ status: 'partly' });
    expect(found?.reason).toMatch(/Bac professionnel – Comptabilité \(demandé : Bac\+2\)/);
  });
});

describe('the job itself', () => {
  const titled = (title: string, wanted: string) => {
    const [first] = scoreProfile(blank({ experiences: [job(title, '2015-01', null, 'Tâches')] }), {
      ...{ title: wanted, text: '', language: 'fr' },
    }).criteria;
    return first;
  };

  it.each([
    ['Comptable général', 'Comptable (H/F)', 'met'],
    ['Accountant', 'Comptable (H/F)', 'met'],
    ['Assistant comptable', 'Comptable (H/F)', 'partly'],
    ['Fiscaliste', 'Comptable (H/F)', 'partly'],
    ['Electromechanical technician', 'Technicien de maintenance (F/H)', 'met'],
  ])('%s for %s is %s', (title, wanted, status) => {
    expect(titled(title, wanted).status).toBe(status);
  });
});

describe('evidence', () => {
  it('quotes the line of the description that supports the criterion', () => {
    const person = accountant();
    const lines = ['Accueil des fournisseurs', 'Déclarations de TVA', 'Clôture mensuelle'];
    person.experiences = [
      {
        ...job('Comptable', '2015-03', null, lines.join('\n')),
        evidence: { description: { page: 2, lines: [31, 33], quote: lines.join('\n'), source: 'rules' } },
      },
    ];
    expect(judged(person, 'déclarations de TVA').evidence).toEqual([
      { page: 2, lines: [32, 32], quote: 'Déclarations de TVA', source: 'rules' },
    ]);
  });

  it('quotes the field of study rather than the school when the field is what counts', () => {
    const proof = (quote: string, line: number) => ({
      page: 1,
      lines: [line, line] as [number, number],
      quote,
      source: 'rules' as const,
    });
    const person = blank({
      education: [
        {
          ...nurse().education[0],
          ...{ institution: 'Lycée', degree: 'BTS', field: 'Électrotechnique', level: 5 },
          evidence: { degree: proof('BTS', 20), field: proof('Électrotechnique', 21) },
        },
      ],
    });
    expect(judged(person, 'BTS électrotechnique').evidence).toMatchObject([{ quote: 'Électrotechnique' }]);
  });

  it('prefers the offer’s own words to a synonym', () => {
    const person = blank({ experiences: [job('Comptable', '2015-01', null, 'Comptabilité générale')] });
    expect(judged(person, 'comptabilité générale').reason).toBe('Attesté par « Comptabilité générale ».');
  });
});
