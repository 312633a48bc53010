import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPassage } from '../../../../lib/documents';
import { derive, emptyProfile, type Profile } from '../../../../lib/profile';

interface Person {
  locale: 'fr' | 'en';
  name: [string, string];
  offer: { title: string; company: string; place: string };
  true: string[];
  lies: string[];
}

type MakePerson = (person: Person, empty: typeof emptyProfile, derived: typeof derive) => Profile;

const people = JSON.parse(readFileSync(join(process.cwd(), 'test/bench/letter-written.json'), 'utf8')) as Person[];

async function passing(person: Person, sentences: string[]): Promise<string[]> {
  const { writtenPerson } = (await import('../../../bench/letter-people.mjs')) as { writtenPerson: MakePerson };
  const profile = writtenPerson(person, emptyProfile, derive);
  return sentences.filter(
    (sentence) => checkPassage([sentence], profile, person.offer, person.locale).removed.length === 0,
  );
}

it.each(people.map((person) => [person.name.join(' '), person] as const))(
  'no lie that a person thought of passes, about %s',
  async (_name, person) => {
    expect(person.lies.length).toBeGreaterThan(20);
    expect(await passing(person, person.lies)).toEqual([]);
  },
);

it.each(['fr', 'en'] as const)('at least four of five true sentences stay, freely worded, %s', async (locale) => {
  const own = people.filter((person) => person.locale === locale);
  const kept = await Promise.all(own.map((person) => passing(person, person.true)));
  const all = own.flatMap((person) => person.true);
  expect(kept.flat().length / all.length).toBeGreaterThan(0.8);
});
