import type { StaffMember, StaffRole } from '../pool';

const RECRUITER: readonly StaffRole[] = ['recruiter', 'administrator'];
const AUDITOR: readonly StaffRole[] = ['auditor', 'administrator'];
const ADMINISTRATOR: readonly StaffRole[] = ['administrator'];
const EVERYBODY: readonly StaffRole[] = ['recruiter', 'auditor', 'administrator'];

/**
 * Who may open what: the same lines as the database's roles draw (`poolRoles`). An auditor sees figures and the log, never a profile, and changes nothing;
 * whoever recruits does not read the log.
 */
export const RIGHTS = {
  search: RECRUITER,
  candidate: RECRUITER,
  file: RECRUITER,
  sheet: RECRUITER,
  offers: RECRUITER,
  board: RECRUITER,
  statistics: EVERYBODY,
  log: AUDITOR,
  staff: ADMINISTRATOR,
  password: EVERYBODY,
} as const satisfies Record<string, readonly StaffRole[]>;

export type ViewName = keyof typeof RIGHTS;

const MENU: ViewName[] = ['search', 'offers', 'statistics', 'log', 'staff'];

/** The menu's views, the first of which is the person's home. */
export const viewsOf = ({ role }: Pick<StaffMember, 'role'>): ViewName[] =>
  MENU.filter((view) => RIGHTS[view].includes(role));

export const isView = (name: string): name is ViewName => Object.hasOwn(RIGHTS, name);
