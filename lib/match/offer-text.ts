import { conceptOf, mentions } from './concepts';
import { degreeLevelIn } from './degrees';
import { languagesWithLevels } from './language-levels';
import { offerField } from './field';
import { diplomaTerms, NICE_SHARE, WEIGHTS, withoutBullet, type Draft } from './requirements';
import { unitsOf } from './search';
import { fold, sentences } from './text';
import { durationsIn } from './years';

const NICE =
  /\b(?:serai(?:t|ent) (?:un|des|une|appreci\w*|utiles?|bienvenus?|\w+ plus)|sera(?:it)? (?:un plus|un atout|apprecie\w*|bienvenu\w*)|un plus|un atout|des atouts|appreci\w*|souhaite\w*|souhaitable\w*|bienvenu\w*|idealement|de preference|feront la difference|fera la difference|nice[- ]to[- ]have|a plus|a bonus|bonus|advantage\w*|advantageous|desirable|preferred|preferably|ideally|welcome|handy|would help|helps|useful|would be|would let|not essential|an asset|facultatif|optional|pas exige\w*|n'est pas exige\w*|rendrai\w*)\b/;
const MUST =
  /\b(?:indispensables?|imperati\w*|exige\w*|requis\w*|obligatoires?|necessaires?|il faut|vous devez|doit|doivent|condition ferme|impose\w*|must|required|requires?|essential|mandatory|need|needs|negotiable|at least|au moins|minimum|vous justifiez|vous possedez|titulaire|vous maitrisez|vous avez|vous etes|de formation|profil recherche|issu|diplome|you have|you hold|we ask|we would like|we are looking for|applicants|you should|nous attendons|maitrise|experience)\b/;
const BENEFITS =
  /\b(?:remuneration|salaire|mutuelle|tickets?[- ]restaurant|titres?-restaurant|teletravail|cdi|cdd|contrat a duree|temps plein|temps partiel|conges|prime|treizieme mois|interessement|participation|forfait|avantages|nous offrons|nous proposons|statut cadre|poste de cadre|salary|pension|holiday|holidays|days of leave|hybrid|remote|permanent contract|full[- ]time|part[- ]time|benefits|we offer|parking|perks|creche|deux jours de repos|encourage applications|equal opportunit\w*)\b/;
/** Only these words make a named skill a must: « vous avez » introduces wishes of every strength. */
const STRONG =
  /\b(?:indispensables?|imperati\w*|exige\w*|requis\w*|obligatoires?|il faut|vous devez|condition ferme|must|required|requires|essential|mandatory|not negotiable|titulaire)\b/;
/** Words that the rest of the offer supports less than this are taken for background. */
const OFF_FIELD = 0.02;
/** « École d'ingénieurs », "degree": a level is only asked for where a diploma is spoken of. */
const DIPLOMA =
  /\b(?:diplom\w*|degree|formation|ecole|licence|master|bachelor|bac|bts|dut|cap|bep|ingenieur|phd|doctorat|niveau|titulaire|qualified)\b/;

/** People that an advertisement speaks of (« en lien avec la directrice »), not skills. */
const PERSON = /^(?:direct(?:eur|rice)s?|responsables?|managers?|coordinat(?:eur|rice|or)s?|supervisors?)$/;

const MOST_SKILLS = 10;
/** Words; in a longer clause the diploma's field can't be told from the rest. */
const LONGEST_DIPLOMA = 12;

interface Clause {
  text: string;
  must: boolean;
  /** Says what is asked of the person rather than what the job is. */
  requirement: boolean;
}

/** Criteria read from an advertisement that lists none: durations, degrees, languages and what it names, must or merely welcome. */
export function criteriaFromText(text: string, title: string): Draft[] {
  const clauses = clausesOf(text);
  const { support } = offerField(title, [{ text: clauses.map((clause) => clause.text).join('\n'), weight: 1 }]);
  return [...yearsIn(clauses), ...degreesIn(clauses), ...languagesAsked(clauses), ...skillsIn(clauses, support)];
}

/** What the job consists of, for the comparison with a person's experience: the offer without terms of employment. */
export function tasksText(text: string): string {
  return clausesOf(text)
    .map((clause) => clause.text)
    .join('\n');
}

function clausesOf(text: string): Clause[] {
  return passagesOf(text).flatMap(({ text: passage, nice }) =>
    sentences(passage)
      .map(withoutBullet)
      .flatMap((sentence) => sentence.split(/\s*;\s+|,\s+(?=(?:mais|but)\b)|\s+:\s+(?=.*(?:plus|atout))/i))
      .filter((clause) => !BENEFITS.test(fold(clause)) || durationsIn(clause).length > 0)
      .map((clause) => clauseOf(clause, nice)),
  );
}

function clauseOf(text: string, listedAsNice: boolean): Clause {
  const folded = fold(text);
  const nice = listedAsNice || NICE.test(folded);
  return { text, must: !nice, requirement: nice || MUST.test(folded) };
}

/** Words; a heading is short and closes with no full stop. */
const LONGEST_HEADING = 7;

/** The lines of an advertisement, those of a list marked as wishes when its heading says so (« Les plus », "Nice to have"). */
function passagesOf(text: string): { text: string; nice: boolean }[] {
  let nice = false;
  return text.split(/\n+/).map((line) => {
    const listed = withoutBullet(line) !== line.trim();
    if (!listed) nice = words(line.trim()) <= LONGEST_HEADING && !/[.!?]\s*$/.test(line) && NICE.test(fold(line));
    return { text: line, nice: nice && listed };
  });
}

function yearsIn(clauses: Clause[]): Draft[] {
  const asked = clauses.filter((clause) => clause.must && (clause.requirement || asksForYears(clause.text)));
  const durations = asked.flatMap((clause) =>
    durationsIn(clause.text)
      .filter(({ years }) => years >= 0.5 && years <= 25)
      .map((duration) => ({ ...duration, clause: clause.text })),
  );
  if (durations.length === 0) return [];
  const longest = durations.reduce((best, duration) => (duration.years > best.years ? duration : best));
  const label = longest.clause.slice(longest.start, longest.end);
  return [{ kind: 'years', label, must: true, weight: WEIGHTS.years, years: longest.years, terms: [] }];
}

/** « 5 ans d'expérience », "three years in an agency", or hardly more than the number; not « depuis 20 ans ». */
function asksForYears(clause: string): boolean {
  const folded = fold(clause);
  if (
    /\b(?:depuis|since|for (?:over|more than|the past)|founded|fonde\w*|cree\w*|il y a|ago|garantie|warranty)\b/.test(
      folded,
    )
  )
    return false;
  return (
    /\b(?:ans|annees?|years?|yrs?)\b.{0,40}\b(?:experience|pratique|practice|exercice|metier|en|in|de|dans|of|comme|as|within|working)\b|\bexperience\b.{0,30}\b(?:ans|annees?|years?)\b/.test(
      folded,
    ) || folded.split(/\s+/).length <= 4
  );
}

function degreesIn(clauses: Clause[]): Draft[] {
  for (const clause of clauses) {
    const level = DIPLOMA.test(fold(clause.text)) ? degreeLevelIn(clause.text) : null;
    if (level === null) continue;
    const share = clause.must ? 1 : NICE_SHARE;
    return [
      {
        kind: 'degree',
        label: shortened(clause.text),
        must: clause.must,
        weight: WEIGHTS.degree * share,
        level,
        terms: words(clause.text) <= LONGEST_DIPLOMA ? diplomaTerms(clause.text) : [],
      },
    ];
  }
  return [];
}

function languagesAsked(clauses: Clause[]): Draft[] {
  const drafts = new Map<string, Draft>();
  for (const clause of clauses) {
    for (const { code, start, word, level } of languagesWithLevels(clause.text)) {
      if (drafts.has(code) || isAdjective(clause.text, start)) continue;
      const share = clause.must ? 1 : NICE_SHARE;
      if (!clause.requirement && level === undefined) continue;
      drafts.set(code, {
        kind: 'language',
        label: level ? `${word} (${level})` : word,
        must: clause.must,
        weight: WEIGHTS.language * share,
        languageCode: code,
        level,
      });
    }
  }
  return [...drafts.values()];
}

/** « règles françaises », "French market": a nationality of things, not a language to speak. */
function isAdjective(text: string, start: number): boolean {
  const before = fold(text.slice(Math.max(0, start - 25), start));
  return /\b(?:regles|normes|droit|fiscalite|administration|marche|clientele|filiales?|collegues|clients?|entreprise|groupe|cuisine|legislation|societe)\s+$/.test(
    before,
  );
}

/** The professional concepts that the advertisement names, those of its requirements first, one criterion each. */
function skillsIn(clauses: Clause[], support: Map<string, number>): Draft[] {
  const drafts = new Map<string, Draft>();
  const ordered = [
    ...clauses.filter((clause) => clause.requirement),
    ...clauses.filter((clause) => !clause.requirement),
  ];
  for (const clause of ordered) {
    for (const mention of mentions(clause.text)) {
      const concept = conceptOf(mention.concept);
      if (!concept || concept.field || drafts.has(mention.sense)) continue;
      if (PERSON.test(fold(clause.text.slice(mention.start, mention.end)))) continue;
      if (!concept.transversal && (support.get(mention.concept) ?? 0) < OFF_FIELD) continue;
      const label = wording(clause.text, mention);
      if (unitsOf(label).length === 0) continue;
      const weight =
        (clause.must ? (clause.requirement ? 0.5 : NICE_SHARE) : NICE_SHARE) *
        WEIGHTS.skill *
        (concept.transversal ? 0.6 : 1);
      drafts.set(mention.sense, {
        kind: 'skill',
        label,
        must: clause.must && STRONG.test(fold(clause.text)),
        weight,
        terms: [label],
      });
    }
  }
  return [...drafts.values()].slice(0, MOST_SKILLS);
}

/** The words of a mention, with what a hyphen ties to them (« rendez-vous »). */
function wording(text: string, { start, end }: { start: number; end: number }): string {
  const tied = /^(?:[-’']\p{L}+)+/u.exec(text.slice(end))?.[0] ?? '';
  return text.slice(start, end) + tied;
}

const words = (text: string) => text.split(/\s+/).length;

function shortened(text: string): string {
  return words(text) <= 12 ? text : `${text.split(/\s+/).slice(0, 12).join(' ')}…`;
}
