/** The part of JSON Resume (jsonresume.org/schema) that the readers fill and that `resumeLines` shows. Other keys are kept untouched in `structured`. */
export interface Resume {
  basics?: {
    name?: string;
    firstName?: string;
    lastName?: string;
    label?: string;
    email?: string;
    phone?: string;
    url?: string;
    summary?: string;
    birthDate?: string;
    nationality?: string;
    location?: { address?: string; postalCode?: string; city?: string; countryCode?: string; region?: string };
    profiles?: { network?: string; username?: string; url?: string }[];
    /** Not in JSON Resume: Europass has them. */
    drivingLicences?: string[];
  };
  work?: ResumeWork[];
  volunteer?: ResumeWork[];
  education?: {
    institution?: string;
    studyType?: string;
    area?: string;
    location?: string;
    startDate?: string;
    endDate?: string;
    current?: boolean;
    summary?: string;
    courses?: string[];
  }[];
  skills?: { name?: string; level?: string; keywords?: string[] }[];
  languages?: { language?: string; fluency?: string; code?: string }[];
  certificates?: { name?: string; issuer?: string; date?: string; url?: string }[];
  awards?: { title?: string; awarder?: string; date?: string; summary?: string }[];
  publications?: { name?: string; publisher?: string; releaseDate?: string; url?: string; summary?: string }[];
  projects?: {
    name?: string;
    description?: string;
    url?: string;
    startDate?: string;
    endDate?: string;
    highlights?: string[];
  }[];
  interests?: { name?: string; keywords?: string[] }[];
  references?: { name?: string; reference?: string }[];
}

export interface ResumeWork {
  name?: string;
  organization?: string;
  position?: string;
  location?: string;
  startDate?: string;
  endDate?: string;
  current?: boolean;
  summary?: string;
  url?: string;
  highlights?: string[];
}
