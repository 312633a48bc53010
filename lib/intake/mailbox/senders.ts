/** Job sites that tell recruiters of candidates by mail, by the domain they write from. */
const BOARDS: [domain: string, name: string][] = [
  ['indeed.com', 'Indeed'],
  ['indeedemail.com', 'Indeed'],
  ['linkedin.com', 'LinkedIn'],
  ['hellowork.com', 'HelloWork'],
  ['regionsjob.com', 'HelloWork'],
  ['francetravail.fr', 'France Travail'],
  ['francetravail.net', 'France Travail'],
  ['pole-emploi.fr', 'France Travail'],
  ['apec.fr', 'Apec'],
  ['monster.com', 'Monster'],
  ['monster.fr', 'Monster'],
  ['welcometothejungle.com', 'Welcome to the Jungle'],
  ['wttj.co', 'Welcome to the Jungle'],
  ['cadremploi.fr', 'Cadremploi'],
  ['meteojob.com', 'Meteojob'],
  ['jobteaser.com', 'JobTeaser'],
  ['leboncoin.fr', 'leboncoin'],
  ['stepstone.com', 'StepStone'],
  ['stepstone.fr', 'StepStone'],
  ['glassdoor.com', 'Glassdoor'],
  ['adzuna.com', 'Adzuna'],
  ['keljob.com', 'Keljob'],
  ['studentjob.fr', 'StudentJob'],
];

/** The job site that a sender's address belongs to; null for anybody else. */
export function boardOf(address: string): string | null {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return BOARDS.find(([known]) => domain === known || domain.endsWith(`.${known}`))?.[1] ?? null;
}

/** Where people share files. */
const SHARES =
  /(?:^|\.)(?:drive\.google\.com|docs\.google\.com|dropbox\.com|wetransfer\.com|we\.tl|1drv\.ms|onedrive\.live\.com|sharepoint\.com|icloud\.com|box\.com|swisstransfer\.com|grosfichiers\.com|mega\.nz|smash\.com|fromsmash\.com|transfernow\.net|canva\.com)$/i;

/** Whether a link may lead to a document: a sharing service's, or a file of a kind that CVs have. */
export function documentHost(url: string): boolean {
  const { hostname, pathname } = new URL(url);
  return SHARES.test(hostname) || /\.(?:pdf|docx?|odt|rtf|zip)$/i.test(pathname);
}
