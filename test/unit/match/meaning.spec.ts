import { VivierError } from '../../../lib/errors';
import { anonymize, passagesOf, similaritiesTo, variantsOf, type Embed, type JobOffer } from '../../../lib/match';
import type { Profile } from '../../../lib/profile';
import { accountant, juniorNurse, nurse } from './people';

const offer: JobOffer = {
  ...{ title: 'Cadre de santé', language: 'fr' },
  text: 'Vous encadrez les infirmières d’un service de soins palliatifs et faites les plannings. Moins de 40 ans.',
};

/** Vectors that count letters; keeps what it was given. */
function recorder(): { embed: Embed; texts: string[] } {
  const texts: string[] = [];
  const vector = (text: string) =>
    [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => text.toLowerCase().split(letter).length);
  return {
    texts,
    embed: async (given) => {
      texts.push(...given);
      return { vectors: given.map(vector), model: 'letters' };
    },
  };
}

describe('similarity', () => {
  it('by shared words, where there is no model, and says so', async () => {
    const [near, far] = await similaritiesTo(offer, [nurse(), accountant()]);
    expect(near).toMatchObject({ method: 'words', model: null, fallback: null });
    expect(near.value).toBeGreaterThan(far.value);
    expect(near.value).toBeLessThanOrEqual(1);
  });

  it('by vectors of a model, which it names', async () => {
    const found = await similaritiesTo(offer, [nurse(), accountant(), juniorNurse()], recorder().embed);
    expect(found).toHaveLength(3);
    for (const { method, model, value } of found) {
      expect([method, model]).toEqual(['embedding', 'letters']);
      expect(value).toBeGreaterThan(0);
    }
    expect(await similaritiesTo(offer, [accountant()], recorder().embed)).toEqual([found[1]]);
  });

  it('by words for everybody when the model fails, and names the failure; never a mixture', async () => {
    let calls = 0;
    const failing: Embed = async (texts) => {
      calls += 1;
      if (calls > 1) throw new VivierError('ollama-unreachable');
      return { vectors: texts.map(() => [1, 0]), model: 'half' };
    };
    const found = await similaritiesTo(offer, [nurse(), accountant()], failing);
    for (const one of found) expect(one).toMatchObject({ method: 'words', fallback: 'ollama-unreachable' });
  });

  it('ends when the run is cancelled', async () => {
    const cancelled: Embed = () => Promise.reject(new VivierError('cancelled'));
    await expect(similaritiesTo(offer, [nurse()], cancelled)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('never asks a model about what the law forbids', async () => {
    const { embed, texts } = recorder();
    await similaritiesTo(offer, [nurse()], embed);
    expect(texts.join('\n')).toContain('soins palliatifs');
    expect(texts.join('\n')).not.toMatch(/40 ans/);
  });

  it('is 0 for an empty profile, whatever the method', async () => {
    const empty: Profile = { ...nurse(), headline: null, summary: null, experiences: [], education: [], skills: [] };
    const bare = { ...empty, languages: [], certifications: [], projects: [] };
    for (const embed of [undefined, recorder().embed])
      expect((await similaritiesTo(offer, [bare], embed))[0].value).toBe(0);
  });
});

describe('what is turned into vectors', () => {
  const described = (person: Profile): Profile => ({
    ...person,
    contact: { ...person.contact, address: '4 rue des Tanneurs', postalCode: '44000' },
    identity: { ...person.identity, birthDate: '1988-05-04', nationality: 'portugaise' },
    summary: `${person.summary ?? ''} Camille Perrot, née le 4 mai 1988, camille.perrot@example.org, 06 12 34 56 78.`,
  });

  it('is the same to the byte for everybody who differs in person only', async () => {
    for (const person of [nurse(), juniorNurse(), accountant()].map(described)) {
      const plain = passagesOf(anonymize(person));
      for (const { kind, label, profile } of variantsOf(person))
        expect({ kind, label, passages: passagesOf(anonymize(profile)) }).toEqual({ kind, label, passages: plain });
    }
  });

  it('holds no name, mail, phone, birth, address, nationality, employer, school or year', async () => {
    const { embed, texts } = recorder();
    const person = described(nurse());
    await similaritiesTo(offer, [{ ...person, headline: 'Cadre de santé, 4 rue des Tanneurs' }], embed);
    const sent = texts.join('\n');
    expect(sent).toContain('Encadrement de 25 soignants');
    expect(sent).not.toMatch(/Camille|Perrot|@|06 12|1988|Tanneurs|44000|portugaise|Tilleuls|IFSI|20[01]\d-/i);
  });

  it('comes in passages that no usual model has to cut', () => {
    const [job] = nurse().experiences;
    const long = { ...nurse(), experiences: [{ ...job, description: 'Soins palliatifs et pansements. '.repeat(900) }] };
    const passages = passagesOf(anonymize(long));
    expect(passages.length).toBeGreaterThan(5);
    for (const passage of passages) expect(passage.length).toBeLessThanOrEqual(3000);
  });
});
