import { z } from 'zod/v4';

/** Raised whenever a stored profile of the version before could no longer be read as is. */
export const PROFILE_SCHEMA_VERSION = 1;

const text = z.string().nullable();

/** Year or year and month, as precise as the CV is: `2019` or `2019-03` (ISO 8601 reduced precision). */
export const partialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/);
const date = partialDate.nullable();

export const engineName = z.enum(['rules', 'model', 'both']);

/** Where a value stands in the CV. `lines` are the first and last line number (1-based, over the whole document). */
export const evidence = z.object({
  page: z.number().int().min(1),
  lines: z.tuple([z.number().int().min(1), z.number().int().min(1)]),
  quote: z.string(),
  source: engineName,
});

/** One entry per field of the object that carries it: `evidence.employer` backs `employer`. */
const evidenceByField = z.record(z.string(), evidence);
const withEvidence = { evidence: evidenceByField };

export const identity = z.object({
  fullName: text,
  firstName: text,
  lastName: text,
  birthDate: z.string().nullable(),
  nationality: text,
  ...withEvidence,
});

export const link = z.object({ url: z.string(), network: text, ...withEvidence });

export const contact = z.object({
  email: text,
  otherEmails: z.array(z.string()),
  /** E.164, for example `+33612345678`. */
  phone: text,
  otherPhones: z.array(z.string()),
  address: text,
  postalCode: text,
  city: text,
  /** ISO 3166-1 alpha-2. */
  countryCode: text,
  links: z.array(link),
  ...withEvidence,
});

export const experienceKind = z.enum(['job', 'internship', 'apprenticeship', 'freelance', 'volunteer']);

export const experience = z.object({
  employer: text,
  title: text,
  start: date,
  /** Null when still current, or when the CV does not say: `current` tells which. */
  end: date,
  current: z.boolean(),
  place: text,
  /** The lines below the entry's head, one a line, bullets removed. */
  description: text,
  kind: experienceKind.nullable(),
  /** Code of the title's occupation, `esco:<uuid>`, when it is certain. */
  occupation: text.optional(),
  ...withEvidence,
});

export const education = z.object({
  institution: text,
  degree: text,
  field: text,
  /** European Qualifications Framework, 1 to 8 (3 CAP, 4 baccalauréat, 5 Bac+2, 6 licence/bachelor, 7 master, 8 doctorate). */
  level: z.number().int().min(1).max(8).nullable(),
  start: date,
  end: date,
  place: text,
  ...withEvidence,
});

export const skill = z.object({
  name: z.string(),
  /** The heading the CV puts it under, for example « Bureautique ». */
  group: text,
  /** `esco:<uuid>` (http://data.europa.eu/esco/skill/<uuid>) when it is certain. */
  code: text,
  ...withEvidence,
});

export const cefr = z.enum(['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native']);

export const language = z.object({
  /** ISO 639-1 when the language is known, else null. */
  code: text,
  name: z.string(),
  level: cefr.nullable(),
  /** The CV's own words for the level. */
  levelText: text,
  ...withEvidence,
});

export const certification = z.object({ name: z.string(), issuer: text, date, ...withEvidence });
export const project = z.object({ name: z.string(), description: text, url: text, ...withEvidence });
export const drivingLicence = z.object({ category: z.string(), ...withEvidence });
export const interest = z.object({ name: z.string(), ...withEvidence });

/** When somebody can begin, as the CV says. */
export const availability = z.object({
  /** « disponible immédiatement », « sans préavis »: on the day of `meta.referenceDate`. */
  immediate: z.boolean(),
  /** « à partir de septembre 2026 »: `2026-09`. */
  from: date,
  /** « préavis de 3 mois », « sous 15 jours », as an ISO 8601 duration of whole months, weeks or days: `P3M`, `P15D`. */
  notice: z
    .string()
    .regex(/^P\d{1,3}[MWD]$/)
    .nullable(),
  ...withEvidence,
});

/** Computed by code from the rest of the profile; never claimed by a model. */
export const derived = z.object({
  /** Months worked, overlapping jobs counted once; null when no job has dates. */
  experienceMonths: z.number().int().min(0).nullable(),
  mainDomain: text,
  highestDegree: z
    .object({ degree: text, level: z.number().int().nullable(), year: z.number().int().nullable() })
    .nullable(),
  /** Share of the fields that a recruiter expects and that are filled, 0 to 1. */
  completeness: z.number().min(0).max(1),
});

export const warning = z.object({ code: z.string(), message: z.string() });

/** Rules and model gave different values; the one kept is in the profile, the other is kept here. */
export const disagreement = z.object({
  path: z.string(),
  kept: z.string().nullable(),
  other: z.string().nullable(),
  keptSource: engineName,
});

export const modelRun = z.object({
  name: z.string(),
  digest: text,
  promptVersion: z.string(),
  requests: z.number().int(),
  attempts: z.number().int(),
  tokensIn: z.number().int(),
  tokensOut: z.number().int(),
  ms: z.number(),
});

/** One request to the model, without a word of the CV. */
export const requestRecord = z.object({
  /** What was asked for: `identity`, `experiences`… */
  task: z.string(),
  tokensIn: z.number().int(),
  tokensOut: z.number().int(),
  ms: z.number(),
  attempts: z.number().int(),
  /** SHA-256 of the answer as the model gave it. */
  answerSha256: z.string(),
  /** True when the answer was kept from an earlier run; tokens are those of that run. */
  cached: z.boolean(),
});

/** The entry for the decision log: what was done to make this profile, repeatable and without a word of the CV. */
export const analysisRun = z.object({
  /** ISO 8601, UTC. */
  at: z.string(),
  /** SHA-256 of the numbered lines that were read. */
  inputSha256: z.string(),
  /** The engine that was asked for. */
  asked: z.enum(['rules', 'model', 'auto']),
  /** `ok`, `degraded` (the rules alone, though more was asked for), `partial` (some answers failed) or the code of the error. */
  outcome: z.string(),
  model: z.object({ name: z.string(), digest: text }).nullable(),
  promptVersion: z.string(),
  /** SHA-256 of the prompts and schemas. */
  promptSha256: z.string(),
  schemaVersion: z.number().int(),
  options: z.object({
    referenceDate: z.string(),
    contextTokens: z.number().int().nullable(),
    timeoutMs: z.number().nullable(),
    again: z.boolean(),
  }),
  requests: z.array(requestRecord),
  tokensIn: z.number().int(),
  tokensOut: z.number().int(),
  ms: z.number(),
  /** Codes alone. */
  warnings: z.array(z.string()),
});

export const meta = z.object({
  status: z.enum(['ok', 'partial']),
  engine: engineName,
  schemaVersion: z.literal(PROFILE_SCHEMA_VERSION),
  /** The file it came from. */
  fileName: text,
  sha256: text,
  language: text,
  /** `YYYY-MM-DD`: what « à ce jour » and "Present" were dated with. */
  referenceDate: z.string(),
  model: modelRun.nullable(),
  ms: z.number(),
  warnings: z.array(warning),
  disagreements: z.array(disagreement),
  /** How often the cache had the answer: in this run, and since the process began. Absent without a cache. */
  cache: z
    .object({
      hits: z.number().int(),
      requests: z.number().int(),
      allHits: z.number().int(),
      allLookups: z.number().int(),
    })
    .optional(),
  /** The entry for the decision log; absent in profiles of earlier versions. */
  run: analysisRun.optional(),
});

export const profileSchema = z.object({
  identity,
  contact,
  headline: text,
  /** Code of the headline's occupation, `esco:<uuid>`, when it is certain. */
  occupation: text.optional(),
  summary: text,
  experiences: z.array(experience),
  education: z.array(education),
  skills: z.array(skill),
  languages: z.array(language),
  certifications: z.array(certification),
  projects: z.array(project),
  drivingLicences: z.array(drivingLicence),
  interests: z.array(interest),
  /** Absent when the CV does not say, and in profiles of earlier versions. */
  availability: availability.nullable().optional(),
  derived,
  /** Backs `headline` and `summary`. */
  evidence: evidenceByField,
  meta,
});

export type Evidence = z.infer<typeof evidence>;
export type EngineName = z.infer<typeof engineName>;
export type Identity = z.infer<typeof identity>;
export type Contact = z.infer<typeof contact>;
export type Link = z.infer<typeof link>;
export type Experience = z.infer<typeof experience>;
export type Education = z.infer<typeof education>;
export type Skill = z.infer<typeof skill>;
export type Language = z.infer<typeof language>;
export type Cefr = z.infer<typeof cefr>;
export type Availability = z.infer<typeof availability>;
export type Certification = z.infer<typeof certification>;
export type Project = z.infer<typeof project>;
export type Warning = z.infer<typeof warning>;
export type Disagreement = z.infer<typeof disagreement>;
export type ModelRun = z.infer<typeof modelRun>;
export type RequestRecord = z.infer<typeof requestRecord>;
export type AnalysisRun = z.infer<typeof analysisRun>;
export type ProfileMeta = z.infer<typeof meta>;
export type Profile = z.infer<typeof profileSchema>;
