export { searchWithin } from './within';
export { addStaff, changeStaff, choosePassword, listStaff } from './members';
export { sessionOf, signIn, signOut } from './sessions';
export { logListed, viewCandidate, viewDocument, viewRecord } from './views';
